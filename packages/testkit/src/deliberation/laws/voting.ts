import type { Judgement, OpenBallot, Sitting } from "@jinlin/core/deliberation"
import type { CitedThreshold } from "@jinlin/core/kernel"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import { type DeliberationLaw, firstEventFault, firstFault, isDecided, same, storiesOf } from "./law.ts"

const headsOf = (roll: Sitting["roll"]): number => roll.reduce((sum, { heads }) => sum + heads, 0)

/** Whether so many of so many are enough, in products of whole numbers. */
const reaches = ({ threshold }: CitedThreshold, count: number, of: number): boolean => {
  const [have, need] = [
    BigInt(count) * BigInt(threshold.share.denominator),
    BigInt(of) * BigInt(threshold.share.numerator),
  ]
  return count > 0 && (threshold.comparison === "at-least" ? have >= need : have > need)
}

/** Whether every quorum of a judgement is met, looked at from its tally alone. */
const quorumIsMet = ({ rules }: Sitting, { tally }: Judgement): boolean =>
  rules.quorum.every((quorum) => {
    const { measure } = quorum.threshold
    const came = rules.quorumCounts === "present" ? tally.present[measure] : tally.cast[measure]
    return reaches(quorum, Math.min(came, tally.members[measure]), tally.members[measure])
  })

const approvalIsMet = ({ rules }: Sitting, { tally }: Judgement): boolean =>
  rules.approval.every((approval) => {
    const { base, measure } = approval.threshold
    const bases: Readonly<Record<string, number>> = {
      members: tally.members[measure],
      present: tally.present[measure],
      participating: tally.cast[measure],
      valid: tally.valid[measure],
    }
    return reaches(approval, tally.for[measure], bases[base] ?? Number.MAX_SAFE_INTEGER)
  })

/** Laws on the vote and what comes of it. */
export const votingLaws: ReadonlyArray<DeliberationLaw> = [
  {
    id: "DELIBERATION-11",
    says: "A ballot opens only over a roll that somebody is on, that is made up as the rules ask, and, where those present are counted, with the quorum there.",
    stories: storiesOf(["attend", "headcount", "roll", "recuse"]),
    check: (told) =>
      firstEventFault(told, (event, { before: { sitting } }) => {
        if (event._tag !== "BallotOpened" || sitting === null) return undefined
        const { present, presentCount, recusals, roll, rules } = sitting
        const { composition } = rules
        if (roll.length === 0) return "over an empty roll"
        const chosen = headsOf(roll.filter(({ kind }) => kind === "representative"))
        if (composition !== null && !reaches(composition, chosen, headsOf(roll))) return `${chosen} representatives`
        const absent = recusals.map(({ voter }) => voter)
        const there = roll.filter(({ voter }) => present.includes(voter) && !absent.includes(voter))
        const missing = rules.quorum.find((quorum) => {
          const all =
            quorum.threshold.measure === "heads" ? headsOf(roll) : roll.reduce((sum, one) => sum + one.area, 0)
          const came =
            quorum.threshold.measure === "heads"
              ? (presentCount ?? headsOf(there))
              : there.reduce((sum, one) => sum + one.area, 0)
          return rules.quorumCounts === "present" && !reaches(quorum, came, all)
        })
        return missing !== undefined && "without a quorum"
      }),
  },
  {
    id: "DELIBERATION-12",
    says: "A ballot is of a mode that its rules let; a secret one only among voters of one head and the same area and under rules without area, and counts without names only of single heads.",
    stories: storiesOf(["open", "open", "counts", "votes", "headcount"]),
    check: (told) =>
      firstEventFault(told, (event, { before: { sitting } }) => {
        if (sitting === null || (event._tag !== "BallotOpened" && event._tag !== "CountsRecorded")) return undefined
        const { roll, rules } = sitting
        const [first] = roll
        const alike = roll.every(({ area, heads }) => area === first?.area && heads === first.heads)
        const area = [...rules.quorum, ...rules.approval].some(({ threshold }) => threshold.measure === "area")
        const single = roll.every(({ heads }) => heads === 1)
        if (event._tag === "CountsRecorded") return (!single || area) && "counts of voters who do not weigh the same"
        const { mode } = event.ballot
        if (!rules.ballot.modes.includes(mode)) return `${mode} is not let`
        if (mode === "secret" && (!alike || !single || area)) return "a weight shows the voter"
        return mode === "secret-papers" && (!single || area) && "papers that nobody can weigh"
      }),
  },
  {
    id: "DELIBERATION-13",
    says: "A body votes on a motion that it may decide: it has a threshold of approval, amends only where the plan says so and into another text, and sends the matter back only to a step that the plan names.",
    stories: storiesOf(["open", "open", "open", "roll", "attend"]),
    check: (told) =>
      firstEventFault(told, (event, { before }) => {
        if (event._tag !== "BallotOpened" || before.sitting === null) return undefined
        const { motion } = event.ballot
        const plan = before.plan?.steps.find(({ step }) => step === event.step)
        if (before.sitting.rules.approval.length === 0) return "a body that is only heard votes"
        if (motion._tag === "Return") return !plan?.returnsTo.includes(motion.to) && `back to ${motion.to}`
        if (motion._tag === "Amend")
          return (plan?.amendedRestartsAt === null || motion.text === before.text) && `amended into ${motion.text}`
        return undefined
      }),
  },
  {
    id: "DELIBERATION-14",
    says: "A sitting opens one ballot, not before its day, and votes are recorded at most once, while it is not closed: each voter once, from the roll, and not more of them than there can be.",
    stories: storiesOf(["votes", "votes", "counts", "open", "headcount"]),
    check: (told) =>
      firstEventFault(told, (event, { before: { sitting }, now }) => {
        if (sitting === null) return undefined
        const { ballot, counted, named, presentCount, recusals, roll } = sitting
        if (event._tag === "BallotOpened")
          return (
            (ballot !== null || now.civilDate < sitting.sitsOn || event.ballot.closesOn < now.civilDate) &&
            "opened at a wrong time"
          )
        if (event._tag !== "VotesRecorded" && event._tag !== "CountsRecorded") return undefined
        if (ballot === null || ballot.closedAt !== null) return "while no ballot is open"
        if (named !== null || counted !== null) return "twice"
        const recused = recusals.map(({ voter }) => voter)
        const entitled = headsOf(roll.filter(({ voter }) => !recused.includes(voter)))
        if (event._tag === "CountsRecorded") {
          const { votes } = event
          return votes.for + votes.against + votes.abstain + votes.void > (presentCount ?? entitled) && "too many votes"
        }
        const said = [...event.votes.for, ...event.votes.against, ...event.votes.abstain]
        const all = [...said, ...event.votes.void.map(({ voter }) => voter)]
        if (new Set(all).size < all.length) return "one voter twice"
        return said.some((voter) => !roll.some((known) => known.voter === voter)) && "a stranger votes"
      }),
  },
  {
    id: "DELIBERATION-16",
    says: "A ballot is closed once, never before its last day is over unless it opened on that day, and not while a vote that only a record can tell is not recorded; its mode, its motion and its opening never change, and from the close on nothing of it does.",
    stories: storiesOf(["close", "close", "wait", "extend", "votes", "attend"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events, now }) => {
        const was = before.sitting?.ballot ?? null
        const is = after.sitting?.ballot ?? null
        const settled = (ballot: OpenBallot) => [ballot.mode, ballot.motion, ballot.openedOn, ballot.openedAt]
        if (was !== null && is !== null && !same(settled(was), settled(is)))
          return `${command._tag} changed what is voted on`
        if (was !== null && was.closedAt !== null && after.sitting !== null && command._tag !== "RebaseStep")
          return JSON.stringify(before.sitting) !== JSON.stringify(after.sitting) && `${command._tag} after the close`
        return firstFault(events, (event) => {
          if (event._tag !== "BallotClosed" || was === null || before.sitting === null) return undefined
          const earliest = was.openedOn === was.closesOn ? was.closesOn : addDays(was.closesOn, 1)
          if (now.civilDate < earliest) return `on ${now.civilDate}, it runs until ${was.closesOn}`
          const silent = before.sitting.named === null && before.sitting.counted === null
          return silent && (was.mode === "show-of-hands" || was.mode === "secret-papers") && "nobody knows the votes"
        })
      }),
  },
  {
    id: "DELIBERATION-17",
    says: "A step is decided after the close and once; it passes exactly when quorum and approval are met by its own tally, in which no voter counts twice; want of a quorum and other lost motions change nothing, and a lost adoption does what the plan says.",
    stories: storiesOf(),
    check: (told) =>
      firstEventFault(told, (event, { before }) => {
        if (!isDecided(event) || before.sitting === null) return undefined
        const { sitting } = before
        const { judgement, motion } = event
        const { tally } = judgement
        if (sitting.ballot === null || sitting.ballot.closedAt === null) return "before the close"
        if (tally.members.heads !== headsOf(sitting.roll)) return "another roll than the frozen one"
        const parts = tally.for.heads + tally.against.heads + tally.abstain.heads
        if (parts !== tally.valid.heads || tally.cast.heads > tally.entitled.heads) return "votes that nobody had"
        const possible = judgement.findings.every(({ holds, rule }) => holds || rule !== "TALLY-14")
        const passes = quorumIsMet(sitting, judgement) && approvalIsMet(sitting, judgement) && possible
        if (passes !== judgement.passes || passes !== (event._tag !== "StepLost"))
          return `passes is ${judgement.passes}`
        if (event._tag !== "StepLost") return undefined
        const plan = before.plan?.steps.find(({ step }) => step === event.step)
        const bears = motion._tag === "Adopt" && possible && quorumIsMet(sitting, judgement)
        const expected = { Reject: "Rejected", Return: "Returned", Stay: "Stays" }[plan?.whenLost._tag ?? "Stay"]
        return event.consequence._tag !== (bears ? expected : "Stays") && `lost, and it ${event.consequence._tag}`
      }),
  },
  {
    id: "DELIBERATION-27",
    says: "No ballot is opened for more than 90 days.",
    stories: storiesOf(["open", "open", "roll", "attend"]),
    check: (told) =>
      firstEventFault(told, (event) => {
        if (event._tag !== "BallotOpened") return undefined
        const { closesOn, openedOn } = event.ballot
        return closesOn > addDays(openedOn, 90) && `from ${openedOn} to ${closesOn}`
      }),
  },
  {
    id: "DELIBERATION-19",
    says: "An opinion is recorded only of a body without a threshold of approval, on or after the day of its sitting; the step is done whatever it says, and a matter that ends with one was passed by some body.",
    stories: storiesOf(["opinion", "opinion", "call", "cancel"]),
    check: (told) =>
      firstEventFault(told, (event, { after, before, now }) => {
        if (event._tag !== "OpinionRecorded" || before.sitting === null) return undefined
        if (before.sitting.rules.approval.length > 0) return "of a body that decides"
        if (now.civilDate < before.sitting.sitsOn) return "before its day"
        if (after.sitting !== null || after.at === event.step) return "the step is not done"
        return after.status === "decided" && after.passed.length === 0 && "nobody decided"
      }),
  },
]
