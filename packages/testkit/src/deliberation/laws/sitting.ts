import type { Sitting } from "@jinlin/core/deliberation"
import { addDays, dayNumber } from "@jinlin/core/kernel/arithmetic"
import { assignedSubjects } from "../policies.ts"
import type { Chapter } from "../story.ts"
import { type DeliberationLaw, firstEventFault, firstFault, isDecided, same, storiesOf } from "./law.ts"

/** What stands from the opening of a ballot on. */
const frozen = ({ proxies, recusals, roll }: Sitting) => ({ proxies, recusals, roll })

const isOn = ({ roll }: Sitting, voter: string): boolean => roll.some((known) => known.voter === voter)
const isRecused = ({ recusals }: Sitting, voter: string): boolean => recusals.some((known) => known.voter === voter)

const inSitting = ({ after }: Chapter, faultOf: (sitting: Sitting) => string | false | undefined) =>
  after.sitting === null ? undefined : faultOf(after.sitting)

/** Laws on a sitting before its vote: its call, its law, its roll, and who comes. */
export const sittingLaws: ReadonlyArray<DeliberationLaw> = [
  {
    id: "DELIBERATION-4",
    says: "Between a call and its sitting lie as many full days as the rules of the call say, unless the event carries a reason and these rules let one shorten it; no body is called for a day that is past.",
    stories: storiesOf(["call", "call", "cancel", "wait"]),
    check: (told) =>
      firstEventFault(told, (event) => {
        if (event._tag !== "StepCalled") return undefined
        const { calledOn, rules, sitsOn, urgent } = event
        const between = dayNumber(sitsOn) - dayNumber(calledOn) - 1
        if (between < -1) return `for ${sitsOn}, which is past`
        const kept = between >= rules.notice.days || (rules.notice.days === 0 && sitsOn === calledOn)
        if (kept) return urgent !== null && "urgent without need"
        return (
          (urgent === null || !rules.notice.urgent) && `${between} days between, ${rules.notice.days} are asked for`
        )
      }),
  },
  {
    id: "DELIBERATION-5",
    says: "Where the rules of a call ask for it, a step of the Party organization has passed the text that lies before the body.",
    stories: storiesOf(["call", "cancel", "open"]),
    check: (told) =>
      firstEventFault(told, (event, { before }) => {
        if (event._tag !== "StepCalled" || !event.rules.partyStudy.required) return undefined
        const party = before.plan?.steps.filter(({ standing }) => standing === "party").map(({ step }) => step) ?? []
        const studied = before.passed.some(({ step, text }) => party.includes(step) && text === before.text)
        return !studied && `${event.step} is called on a text that nobody studied`
      }),
  },
  {
    id: "DELIBERATION-6",
    says: "A sitting keeps the rules of its call until it is re-based; no ballot opens, nothing is decided and no opinion recorded while the law of the day differs from them, unless it was chosen to keep to them on a day whose law was the same; the decision says what was chosen and what has changed since the call.",
    stories: storiesOf(["rebase", "rebase", "wait", "cancel"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, events, now }) =>
        firstFault(events, (event) => {
          const sitting = before.sitting
          if (event._tag === "StepCalled")
            return !same(event.rules, told.law(event.rules.set, now.civilDate)) && "not the law of the day of the call"
          if (sitting === null) return undefined
          if (event._tag === "StepRebased") {
            const kept = sitting.rebased?.onto === "law-of-call"
            return (
              event.onto === "law-of-today" &&
              (sitting.ballot !== null || kept) &&
              "other rules while a ballot is open, or after it was chosen to keep to those of the call"
            )
          }
          if (after.sitting !== null && !same(after.sitting.rules, sitting.rules))
            return `${event._tag} changed the rules`
          if (!isDecided(event) && event._tag !== "BallotOpened" && event._tag !== "OpinionRecorded") return undefined
          const law = { ...told.law(sitting.rules.set, now.civilDate), day: "" }
          const is = (rules: Sitting["rules"] | null | undefined) => same(law, { ...rules, day: "" })
          const kept = sitting.rebased?.onto === "law-of-call" && is(sitting.rebased.against)
          if (!is(sitting.rules) && !kept) return `${event._tag} under rules that have changed`
          if (event._tag === "BallotOpened") return undefined
          if ((event.lawChange === null) !== (sitting.rebased === null)) return `${event._tag} is silent on the law`
          const changed = event.lawChange?.facts["changed"] !== ""
          const ofCall = sitting.rebased?.ofCall
          return ofCall !== undefined && changed === (is(ofCall) && same(ofCall, sitting.rules)) && "another change"
        }),
      ),
  },
  {
    id: "DELIBERATION-28",
    says: "Where rules assign subjects to a set, no matter is called under it, or comes under it later, but one about these; what a matter is about never changes.",
    stories: storiesOf(["call", "cancel", "rebase", "rebase", "wait"], { subjects: assignedSubjects }),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events }) => {
        if (before.status !== "unopened" && after.about !== before.about) return `${command._tag} changed the subject`
        return firstFault(events, (event) => {
          if (event._tag !== "StepCalled" && event._tag !== "StepRebased") return undefined
          if (event._tag === "StepRebased" && event.onto === "law-of-call") return undefined
          const { set, subjects } = event.rules
          const own = subjects.flatMap((one) => (one.set === set ? [one.subject] : []))
          return own.length > 0 && !own.some((one) => one === before.about) && `${set} decides ${before.about}`
        })
      }),
  },
  {
    id: "DELIBERATION-7",
    says: "Each voter stands on the roll once; from the opening of the ballot to its result roll, weights, recusals and proxies stay as they were.",
    stories: storiesOf(["roll", "strike", "recuse", "proxy", "revoke"]),
    check: (told) =>
      firstFault(told.chapters, (chapter) => {
        const { after, before, command } = chapter
        const twice = inSitting(chapter, ({ roll }) => {
          const names = roll.map(({ voter }) => voter)
          return new Set(names).size < names.length && `a voter twice after ${command._tag}`
        })
        if (typeof twice === "string") return twice
        if (before.sitting === null || before.sitting.ballot === null || after.sitting === null) return undefined
        return !same(frozen(before.sitting), frozen(after.sitting)) && `${command._tag} changed a frozen roll`
      }),
  },
  {
    id: "DELIBERATION-8",
    says: "Nobody who is recused gives or holds a proxy, is counted as voting, or stands in the votes that a clerk takes down for, against or abstaining; whoever was recused stays so until the sitting is over.",
    stories: storiesOf(["recuse", "recuse", "proxy", "proxy", "roll"]),
    check: (told) =>
      firstFault(told.chapters, (chapter) =>
        inSitting(chapter, (sitting) => {
          const { named, proxies } = sitting
          const before = chapter.before.sitting?.recusals ?? []
          const back = before.find(({ voter }) => !isRecused(sitting, voter))
          if (back !== undefined) return `${back.voter} was recused and is not any more`
          const bound = proxies.find(({ by, voter }) => isRecused(sitting, by) || isRecused(sitting, voter))
          if (bound !== undefined) return `${bound.voter} votes through ${bound.by}`
          const votes = named === null ? [] : [...named.for, ...named.against, ...named.abstain]
          return votes.some((voter) => isRecused(sitting, voter)) && "a recused voter votes"
        }),
      ),
  },
  {
    id: "DELIBERATION-9",
    says: "At every time each voter gives at most one proxy, nobody holds more than the cap, nobody both gives and holds one, and all of them are on the roll.",
    stories: storiesOf(["proxy", "proxy", "proxy", "proxy", "strike", "roll", "revoke", "rebase"]),
    check: (told) =>
      firstFault(told.chapters, (chapter) =>
        inSitting(chapter, (sitting) => {
          const { proxies, rules } = sitting
          const givers = proxies.map(({ voter }) => voter)
          if (new Set(givers).size < givers.length) return "one voter, two proxies"
          return firstFault(proxies, ({ by, voter }) => {
            if (!isOn(sitting, by) || !isOn(sitting, voter)) return `${voter} or ${by} is not on the roll`
            if (givers.includes(by)) return `${voter} votes through ${by}, who gave its vote away`
            return proxies.filter((known) => known.by === by).length > rules.proxies.cap && `${by} holds too many`
          })
        }),
      ),
  },
  {
    id: "DELIBERATION-10",
    says: "Attendance is by name or by count, not both; it is taken from the day of the sitting until its ballot opens, of people of the roll, and a count is not above those entitled.",
    stories: storiesOf(["headcount", "headcount", "attend", "attend", "strike", "recuse", "votes"]),
    check: (told) =>
      firstEventFault(told, (event, { after, before, now }) => {
        if (event._tag !== "AttendanceRecorded" && event._tag !== "HeadcountRecorded") return undefined
        const [was, is] = [before.sitting, after.sitting]
        if (was === null || is === null) return "without a sitting"
        if (now.civilDate < was.sitsOn) return `before ${was.sitsOn}`
        if (was.ballot !== null) return "after the opening of the ballot"
        if (is.presentCount !== null && is.present.length > 0) return "by name and by count"
        if (is.present.some((voter) => !isOn(is, voter))) return "somebody who is not on the roll"
        const heads = is.roll.filter(({ voter }) => !isRecused(is, voter)).reduce((sum, one) => sum + one.heads, 0)
        return (is.presentCount ?? 0) > heads && `${is.presentCount} of ${heads}`
      }),
  },
  {
    id: "DELIBERATION-15",
    says: "The last day of a ballot is never taken back; it is put off at most so often and by so many days as the rules of the call say, and not when it is over.",
    stories: storiesOf(["extend", "extend", "extend", "wait"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, now }) => {
        const [was, is] = [before.sitting?.ballot, after.sitting?.ballot]
        if (was === null || was === undefined || is === null || is === undefined) return undefined
        if (is.closesOn < was.closesOn || is.extended < was.extended) return `${command._tag} takes days back`
        if (is.closesOn === was.closesOn) return undefined
        const { days, times } = before.sitting?.rules.extension ?? { days: 0, times: 0 }
        if (is.closesOn > addDays(was.closesOn, days))
          return `to ${is.closesOn}, ${days} days after ${was.closesOn} at most`
        if (now.civilDate > was.closesOn) return `after ${was.closesOn}`
        return is.extended > times && `${is.extended} times`
      }),
  },
]
