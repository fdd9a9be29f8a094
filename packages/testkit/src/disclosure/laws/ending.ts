import { type Disclosure, type DisclosureCommand, due } from "@jinlin/core/disclosure"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../../moments.ts"
import { type DisclosureLaw, firstEventFault, firstFault, same, storiesOf } from "./law.ts"

const open = ({ objections }: Disclosure): ReadonlyArray<string> =>
  objections.filter(({ answered }) => answered === null).map(({ objection }) => objection)

/** Whether an objection was received when it could be made, and is entered while its sheet may lie. */
const isInTime = (
  { evidence, receivedOn }: Extract<DisclosureCommand, { readonly _tag: "RaiseObjection" }>,
  { corrects, postings, rules }: Disclosure,
  today: CivilDate,
): boolean => {
  if (receivedOn === today) return true
  if (evidence === null || receivedOn > today || receivedOn < addDays(today, -(rules?.sheets.days ?? 0))) return false
  return corrects !== null || postings.some(({ on }) => on <= receivedOn)
}

/** Until when a sheet of the period can be entered, or whoever reads a posting that was entered late can still object. */
const sheetsEnd = ({ period, postings, rules }: Disclosure): CivilDate => {
  const days = rules?.sheets.days ?? 0
  const last = period?.lastDay ?? "9999-12-31"
  const entered = postings.flatMap(({ enteredOn, on }) => (on <= last ? [addDays(enteredOn, days)] : []))
  return [addDays(last, days + 1), ...entered].toSorted().at(-1) ?? last
}

/** Laws on what is said against it, and when it is over. */
export const endingLaws: ReadonlyArray<DisclosureLaw> = [
  {
    id: "DISCLOSURE-10",
    says: "From the first posting to the completion or the correction every objection is taken, of today or with its sheet of some days ago; before and after none is.",
    stories: storiesOf(["object", "object", "complete", "supersede", "wait"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ before, command, events, now, refusals }) => {
        if (command._tag !== "RaiseObjection") return undefined
        if (before.objections.some(({ objection }) => objection === command.objection)) return undefined
        if (before.status === "posted" && isInTime(command, before, now.civilDate))
          return events.length === 0 && `refused: ${refusals[0]?._tag}`
        if (events.length > 0) return `taken while ${before.status}, of ${command.receivedOn}`
        const told = refusals.some((one) => "citation" in one)
        return before.status === "completed" && !told && "nobody was told of the way that is left"
      }),
  },
  {
    id: "DISCLOSURE-11",
    says: "Every objection to what is posted can be answered at any time, and an answer stays as it is.",
    stories: storiesOf(["object", "answer", "answer", "complete", "supersede"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, command, events }) => {
        const changed = before.objections.find(
          (known, place) => known.answered !== null && !same(known, after.objections[place]),
        )
        if (changed !== undefined) return `${command._tag} changed the answer to ${changed.objection}`
        const asked = command._tag === "AnswerObjection" && open(before).includes(command.objection)
        return asked && before.status === "posted" && events.length === 0 && `${command.objection} was not answered`
      }),
  },
  {
    id: "DISCLOSURE-12",
    says: "Nothing is completed before the midnight that ends its period, nor while a sheet of it may be entered, nor with an open objection; and what is none of it is completed.",
    stories: storiesOf(["object", "answer", "complete", "complete", "recount"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, command, events, now, refusals }) => {
        const completes = before.status !== "completed" && after.status === "completed"
        if (completes) {
          if (after.period === null || now.civilDate <= after.period.lastDay) return `completed on ${now.civilDate}`
          if (now.civilDate < sheetsEnd(after)) return `completed on ${now.civilDate}, while sheets may come`
          return open(after).length > 0 && `completed with ${open(after).join()} open`
        }
        const { period } = before
        if (command._tag !== "CompleteDisclosure" || before.status !== "posted" || events.length > 0) return undefined
        if (period === null || period.provisional || now.civilDate < sheetsEnd(before)) return undefined
        return open(before).length === 0 && `not completed on ${now.civilDate}: ${refusals[0]?._tag}`
      }),
  },
  {
    id: "DISCLOSURE-13",
    says: "Its completion falls due exactly while nothing stands in its way, no earlier than its end nor than its last answer; and on that day it is granted.",
    stories: storiesOf(["object", "answer", "down", "post", "wait"]),
    check: ({ chapters }, _story, decider) =>
      firstFault(chapters, ({ after, around }) => {
        const [falls, ...more] = due(after).filter(({ command }) => command._tag === "CompleteDisclosure")
        if (more.length > 0) return "it falls due twice"
        const waits = after.status === "posted" && after.period !== null && open(after).length === 0
        if (waits !== (falls !== undefined)) return `it waits: ${waits}, and falls due: ${falls?.on}`
        if (falls === undefined || after.period === null) return undefined
        const answers = after.objections.map(({ answered }) => answered?.on ?? "")
        if (falls.on <= after.period.lastDay || answers.some((day) => day > falls.on)) return `too early on ${falls.on}`
        const system = { _tag: "System", rule: falls.rule } as const
        const asked = decider.decide(falls.command, after, { ...around, actor: system, now: on(falls.on, 0) })
        return Result.isFailure(asked) && `refused on ${falls.on}: ${asked.failure[0]._tag}`
      }),
  },
  {
    id: "DISCLOSURE-15",
    says: "When a disclosure is superseded its correction knows every objection that was open, and what a correction has taken over blocks it like its own.",
    stories: storiesOf(["object", "object", "supersede", "supersede", "answer", "complete"]),
    check: (told) =>
      firstEventFault(told, (event, { around, before }) => {
        if (event._tag === "DisclosurePosted" && before.postings.length === 0 && before.corrects !== null) {
          const waiting = (around.corrected?.objections ?? []).filter(({ answered }) => answered === null)
          const taken = event.carried.map(({ objection }) => objection)
          return (
            !same(
              waiting.map(({ objection }) => objection),
              taken,
            ) && `${waiting.length} waited, and ${taken.length} were taken over`
          )
        }
        if (event._tag !== "DisclosureSuperseded") return undefined
        const known = around.correction?.objections.map(({ objection }) => objection) ?? []
        const lost = open(before).find((objection) => !known.includes(objection))
        return lost !== undefined && `${lost} was lost`
      }),
  },
  {
    id: "DISCLOSURE-16",
    says: "What is superseded is never completed afterwards.",
    stories: storiesOf(["supersede", "supersede", "complete", "complete", "wait"]),
    check: ({ chapters }) =>
      firstFault(
        chapters,
        ({ after, before }) =>
          before.supersededBy !== null && before.completedOn !== after.completedOn && "completed after its correction",
      ),
  },
  {
    id: "DISCLOSURE-18",
    says: "A command that is asked again at once does nothing more, and deciding changes nothing by itself.",
    stories: storiesOf(),
    check: ({ chapters }, _story, decider) =>
      firstFault(chapters, ({ after, around, before, command, events }) => {
        const once = decider.decide(command, before, around)
        if (!same(Result.isSuccess(once) ? once.success : [], events)) return `${command._tag} came to something else`
        const twice = decider.decide(command, after, around)
        return Result.isSuccess(twice) && twice.success.length > 0 && `${command._tag} happened twice`
      }),
  },
]
