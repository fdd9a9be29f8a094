import type { DeliberationCommand, Matter } from "@jinlin/core/deliberation"
import { replay } from "@jinlin/core/kernel"
import * as Result from "effect/Result"
import { type Chapter, tell } from "../story.ts"
import { type DeliberationLaw, firstEventFault, firstFault, isDecided, same, stepsIn, storiesOf } from "./law.ts"

const ended: ReadonlyArray<Matter["status"]> = ["decided", "rejected", "withdrawn"]

/** The state without what a register may still add after the end. */
const withoutRegisters = (matter: Matter) => ({
  ...matter,
  closed: matter.closed.map((sitting) => ({ ...sitting, register: null })),
})

/** Each status with those to which one command may lead from it. */
const ways: Readonly<Record<Matter["status"], ReadonlyArray<Matter["status"]>>> = {
  unopened: ["unopened", "open"],
  open: ["open", "decided", "rejected", "withdrawn"],
  decided: ["decided"],
  rejected: ["rejected"],
  withdrawn: ["withdrawn"],
}

/** What of a sitting is settled by its call and never changes. */
const settled = ({ before, after }: Chapter): boolean => {
  const [one, other] = [before.sitting, after.sitting]
  if (one === null || other === null || one.round !== other.round) return true
  return one.calledOn === other.calledOn && one.sitsOn === other.sitsOn && one.step === other.step
}

/** Whether a step stands as done on the text as it is: it passed it, or sat last as a body that is only heard. */
const isDone = ({ closed, passed, text }: Matter, step: string): boolean =>
  passed.some((one) => one.step === step && one.text === text) ||
  closed.findLast((sitting) => sitting.step === step)?.outcome === "heard"

/** Laws on the matter itself: its life, its steps and its text. */
export const matterLaws: ReadonlyArray<DeliberationLaw> = [
  {
    id: "DELIBERATION-1",
    says: "A matter is opened once; it is in exactly one status, goes to no other from decided, rejected and withdrawn, and after them everything but the filing of a register is refused with the status, or was done already and does nothing.",
    stories: storiesOf(["withdraw", "withdraw", "open-again", "file", "decide", "wait", "call"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events, refusals }) => {
        if (!ways[before.status].includes(after.status))
          return `${command._tag}: ${before.status} became ${after.status}`
        if (command._tag === "OpenMatter" && before.status !== "unopened" && refusals.length === 0)
          return "opened twice"
        if (!ended.includes(before.status)) return undefined
        if (!same(withoutRegisters(before), withoutRegisters(after))) return `${command._tag} changed what had ended`
        if (command._tag === "FileRegister" || command._tag === "OpenMatter") return undefined
        const again = command._tag === "CloseBallot" || command._tag === "DecideStep"
        if (again && refusals.length === 0) return events.length > 0 && `${command._tag} after the end`
        const typed = refusals.some((one) => one._tag === "MatterNotOpen" && one.status === before.status)
        return (events.length > 0 || !typed) && `${command._tag} after the end`
      }),
  },
  {
    id: "DELIBERATION-2",
    says: "The plan, the title and the proposer never change after the opening, and no event sends the matter to a step that comes after the one that sat.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events }) => {
        if (
          before.status !== "unopened" &&
          !same([before.plan, before.title, before.proposer], [after.plan, after.title, after.proposer])
        )
          return `${command._tag} changed what was settled`
        return firstFault(events, (event) => {
          if (!isDecided(event) || event._tag === "StepPassed" || after.at === null) return undefined
          const steps = stepsIn(after)
          return steps.indexOf(after.at) > steps.indexOf(event.step) && `${event._tag} sent it forward to ${after.at}`
        })
      }),
  },
  {
    id: "DELIBERATION-3",
    says: "A sitting is of the step whose turn it was, under one of its sets; there is one at a time, rounds are numbered without gaps, no step is skipped, and the matter is decided exactly when its last step is done.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(told.chapters, (chapter) => {
        const { after, before, events } = chapter
        const steps = stepsIn(after)
        const moved = steps.indexOf(after.at ?? "") - steps.indexOf(before.at ?? "")
        if (before.at !== null && after.at !== null && moved > 1) return `from ${before.at} to ${after.at}`
        if (!settled(chapter)) return "the call of a sitting changed"
        return firstFault(events, (event) => {
          if (event._tag === "StepCalled") {
            if (before.sitting !== null) return `round ${event.round} within round ${before.sitting.round}`
            if (event.step !== before.at) return `${event.step} out of its turn`
            if (event.round !== before.closed.length + 1) return `round ${event.round} after ${before.closed.length}`
            const planned = before.plan?.steps.find(({ step }) => step === event.step)
            return planned?.sets.includes(event.rules.set) !== true && `under ${event.rules.set}`
          }
          const done = event._tag === "StepPassed" || event._tag === "OpinionRecorded"
          const decided = events.some(({ _tag }) => _tag === "MatterDecided")
          return done && (event.step === steps.at(-1)) !== decided && `${event.step} done: decided is ${decided}`
        })
      }),
  },
  {
    id: "DELIBERATION-18",
    says: "Every approval that stands is of the text as it stands, from a step before the one whose turn it is; a decision names the text before it, an amendment makes it another and one revision more, and nothing else changes the text; a matter is decided when every step that decides has passed this text.",
    stories: storiesOf(["open", "wait", "roll", "attend"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events }) => {
        const steps = stepsIn(after)
        const turn = after.at === null ? steps.length : steps.indexOf(after.at)
        const stale = after.passed.find(({ step, text }) => text !== after.text || steps.indexOf(step) >= turn)
        if (stale !== undefined) return `${stale.step} stands for ${stale.text}, it is the turn of ${after.at}`
        const open = after.status === "decided" ? steps.find((step) => !isDone(after, step)) : undefined
        if (open !== undefined) return `decided, and ${open} did not pass this text`
        const amended = events.find((event) => event._tag === "TextAmended")
        const expected = amended === undefined ? [before.text, before.revision] : [amended.newText, before.revision + 1]
        const opened = before.status === "unopened"
        if (!opened && !same(expected, [after.text, after.revision])) return `${command._tag} changed the text`
        return firstFault(
          events,
          (event) => isDecided(event) && event.text !== before.text && `${event._tag} on another text`,
        )
      }),
  },
  {
    id: "DELIBERATION-20",
    says: "Nothing is taken back between the opening of a ballot and its result, by nobody but a command to withdraw, and no matter is both decided and withdrawn.",
    stories: storiesOf(["withdraw", "wait", "withdraw", "withdraw"]),
    check: (told) => {
      const ends = told.history.filter(({ _tag }) => /^Matter(Decided|Rejected|Withdrawn)$/.test(_tag))
      if (ends.length > 1) return `${ends.length} ends`
      return firstEventFault(told, ({ _tag }, { before, command }) => {
        if (_tag !== "MatterWithdrawn") return undefined
        if (before.sitting !== null && before.sitting.ballot !== null) return "while a ballot is undecided"
        return command._tag !== "WithdrawMatter" && `by ${command._tag}`
      })
    },
  },
  {
    id: "DELIBERATION-25",
    says: "A matter is put forward with the steps of the charter's list, and with no others.",
    stories: storiesOf(),
    check: (told, { plan }, decider) => {
      const [first] = told.chapters
      if (first === undefined || first.command._tag !== "OpenMatter" || first.events.length === 0) return "not opened"
      const others = [
        null,
        undefined,
        { ...plan, list: "another" },
        { ...plan, steps: [plan.steps[0], ...plan.steps] as const },
      ]
      return firstFault(others, (other) => {
        const decided = decider.decide(first.command, decider.initial, { ...first.around, plan: other })
        return Result.isSuccess(decided) && "opened with steps that the charter does not have"
      })
    },
  },
  {
    id: "DELIBERATION-26",
    says: "Wherever an open matter stands some command leads on: a ballot is annulled, a call cancelled and a matter withdrawn without anything having been gathered; annulled, the matter stands where it stood before the call.",
    stories: storiesOf(["annul", "votes", "close", "extend", "rebase", "roll"]),
    check: (told, _story, decider) =>
      firstFault(told.chapters, ({ after, around: { now } }) => {
        if (after.status !== "open") return undefined
        const reason = "as things are"
        const asked = (command: DeliberationCommand, matter: Matter) =>
          decider.decide(command, matter, { actor: { _tag: "System", rule: "DELIBERATION-22" }, now })
        if (after.sitting === null)
          return Result.isFailure(asked({ _tag: "WithdrawMatter", reason }, after)) && "nobody can take it back"
        const way = after.sitting.ballot === null ? "CancelCall" : "AnnulBallot"
        const ended = asked({ _tag: way, reason }, after)
        if (Result.isFailure(ended)) return `${way} is refused: ${ended.failure[0]._tag}`
        const free = replay(decider, ended.success, after)
        const stands = ({ at, passed, revision, text }: Matter) => [at, passed, revision, text]
        return (free.sitting !== null || !same(stands(free), stands(after))) && `${way} leaves it elsewhere`
      }),
  },
  {
    id: "DELIBERATION-21",
    says: "A register is filed for a round that was held and is over, and the last one that was filed stands.",
    stories: storiesOf(["file", "file", "file", "cancel"]),
    check: (told) =>
      firstEventFault(told, (event, { after, before }) => {
        if (event._tag !== "RegisterFiled") return undefined
        const over = before.closed.find(({ round }) => round === event.round)
        if (over === undefined || over.outcome === "cancelled" || over.step !== event.step)
          return `for round ${event.round}`
        const stands = after.closed.find(({ round }) => round === event.round)?.register
        return stands !== event.register && `${stands} stands`
      }),
  },
  {
    id: "DELIBERATION-23",
    says: "The state after any prefix of the history is the fold of that prefix, what is refused or granted quietly changes nothing, and telling the story again gives the same one.",
    stories: storiesOf(),
    check: (told, story, decider) => {
      let state = decider.initial
      const wrong = firstFault(told.chapters, ({ after, before, command, events, refusals }) => {
        if (!same(before, state)) return `another state before ${command._tag}`
        state = events.reduce(decider.evolve, state)
        if (refusals.length > 0 && events.length > 0) return `${command._tag} refused and done`
        return !same(after, state) && `another state after ${command._tag}`
      })
      return wrong ?? (same(tell(decider, story).history, told.history) ? undefined : "told again it is another story")
    },
  },
]
