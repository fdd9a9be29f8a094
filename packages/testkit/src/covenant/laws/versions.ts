import type { Covenant, CovenantCommand, Draft, Version } from "@jinlin/core/covenant"
import { digestOfSections } from "@jinlin/core/kernel"
import { addDays, type CivilDate, daysBetween } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../../moments.ts"
import { tell } from "../story.ts"
import { type CovenantLaw, faultIn, firstFault, same, storiesOf } from "./law.ts"

/** The versions that hold on a day: from their first day, and before their end. */
const holding = ({ versions }: Covenant, day: CivilDate): ReadonlyArray<Version> =>
  versions.filter(({ from, until }) => from !== null && from <= day && (until === null || day < until))

/** What leads on from a draft: its matter ends, its comments are closed and settled, and then it can be given up. */
const wayOn = ({ comments, phase, submission }: Draft): CovenantCommand => {
  if (submission !== null) return { _tag: "RecordDecision" }
  if (phase === "commenting") return { _tag: "CloseComments" }
  const waiting = comments.find(({ disposed }) => disposed === null)
  return waiting === undefined
    ? { _tag: "AbandonDraft", reason: "enough" }
    : {
        ...{ _tag: "DisposeComment", comment: waiting.comment, disposition: "not-taken-up" },
        ...{ reason: "enough", clauses: [] },
      }
}

/** Every day on which something begins or ends, the day before and the day after. */
const daysOf = ({ repeal, versions }: Covenant): ReadonlyArray<CivilDate> =>
  [...versions.flatMap(({ from, until }) => [from, until]), repeal?.from ?? null]
    .filter((day) => day !== null)
    .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])

const numbersOn = (covenant: Covenant, day: CivilDate): string =>
  holding(covenant, day)
    .map(({ version }) => version)
    .join(" and ")

/** Laws on versions: when they hold, who files them, how a covenant ends, and on the log as a whole. */
export const versionLaws: ReadonlyArray<CovenantLaw> = [
  {
    id: "COVENANT-11",
    says: "On every day at most one version is in force, none of them before its decision, and what was in force on a day that is over never changes.",
    stories: storiesOf(["force", "force", "force", "wait", "repeal"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, today }) => {
        const early = after.versions.find(({ decidedOn, from }) => from !== null && from < decidedOn)
        if (early !== undefined) return `version ${early.version} from before its decision`
        return firstFault(daysOf(after), (day) => {
          if (holding(after, day).length > 1) return `on ${day} versions ${numbersOn(after, day)}`
          const past = day < today && numbersOn(before, day) !== numbersOn(after, day)
          return past && `${command._tag} changed what was in force on ${day}`
        })
      }),
  },
  {
    id: "COVENANT-12",
    says: "Versions take over in the order of their numbers and leave no day without one between; what was overtaken stays so, was never in force, and what has begun keeps its first day.",
    stories: storiesOf(["force", "force", "wait", "force"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, today }) => {
        const dated = after.versions.filter(({ from }) => from !== null)
        const fault = firstFault(dated, (one) => {
          const next = dated.find(({ version }) => version > one.version)
          if (next !== undefined && one.until !== next.from)
            return `${one.version} ends on ${one.until}, not ${next.from}`
          return one.overtaken && `${one.version} was overtaken and has a day`
        })
        if (fault !== undefined) return fault
        return firstFault(before.versions, (one) => {
          const now = after.versions.find(({ version }) => version === one.version)
          if (one.overtaken && now?.overtaken !== true) return `${command._tag} brought ${one.version} back`
          const moved = one.from !== null && one.from <= today && now?.from !== one.from
          return moved && `${command._tag} took the day of ${one.version}, which had begun`
        })
      }),
  },
  {
    id: "COVENANT-13",
    says: "A receipt says by how many days it is late; a reminder comes once, not before the last day, for what must be filed and is not; and filing changes nothing else.",
    stories: storiesOf(["file", "remind", "file", "remind", "wait"]),
    check: (told) => {
      const late = faultIn(told, "VersionFiled", ({ filing, version }, { after, before }) => {
        const lastDay = before.versions.find((one) => one.version === version)?.filing.lastDay ?? null
        const days = lastDay === null ? 0 : Math.max(0, daysBetween(lastDay, filing.on))
        if (filing.lateDays !== days) return `${filing.lateDays} days late, and ${days} it is`
        const rest = (known: Version) => ({ ...known, filed: null })
        return !same(before.versions.map(rest), after.versions.map(rest)) && "filing changed something else"
      })
      const reminded = faultIn(told, "FilingReminded", ({ on, version }, { before }) => {
        const known = before.versions.find((one) => one.version === version)
        const wanted = known?.filing.required === true && known.filed === null && !known.reminded && !known.overtaken
        return (!wanted || on < (known.filing.lastDay ?? on)) && `reminded of ${version} on ${on}`
      })
      return late ?? reminded
    },
  },
  {
    id: "COVENANT-15",
    says: "A covenant ends by a decision on exactly the text that was named, which names it, in a matter of its own and after all of its versions; from its day on nothing is in force, and until then what was.",
    stories: storiesOf(["repeal", "repeal", "wait", "order"]),
    check: (told) =>
      faultIn(told, "CovenantRepealed", ({ from, matter, sections, text }, { after, around, before, today }) => {
        const { covenant, outcome } = around
        if (!sections.some(({ name }) => name === `repeals.${covenant}`)) return "nobody was asked to end it"
        if (digestOfSections(sections) !== text) return "of other sections"
        const last = before.versions.at(-1)?.decidedOn ?? today
        if (outcome?.decidedOn == null || outcome.decidedOn < last) return `decided before what was adopted on ${last}`
        if (outcome?.status !== "decided" || outcome.text !== text || outcome.matter !== matter) return "undecided"
        if (before.matters.includes(matter)) return `${matter} decided something else`
        if (before.draft?.phase === "submitted") return "while a draft lay with a body"
        if (from < today) return `from ${from}, which is over`
        return firstFault(daysOf(after), (day) => {
          const there = numbersOn(after, day)
          if (day >= from) return there !== "" && `version ${there} on ${day}`
          return there !== numbersOn(before, day) && `another version on ${day}`
        })
      }),
  },
  {
    id: "COVENANT-18",
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
  {
    id: "COVENANT-21",
    says: "Wherever an open covenant stands some command leads on: comments are closed and settled, a draft that no body has can be given up then, and what lies with one comes back when the matter is lost.",
    stories: storiesOf(["draft", "offer", "submit"]),
    check: (told, _story, decider) =>
      firstFault(told.chapters, ({ after, around }) => {
        const { draft, status } = after
        if (status !== "open" || draft === null) return undefined
        const lost = {
          matter: draft.submission?.matter ?? "",
          status: "rejected",
          text: null,
          decidedOn: null,
          set: null,
        } as const
        const way = wayOn(draft)
        const until = draft.phase === "commenting" ? draft.round?.until : undefined
        const now = until === undefined ? around.now : on(addDays(until, 1))
        const decided = decider.decide(way, after, { ...around, now, outcome: lost })
        return Result.isFailure(decided) && `${way._tag} is refused while ${draft.phase}`
      }),
  },
  {
    id: "COVENANT-22",
    says: "A covenant that follows another is in force from no day on which that one still is.",
    stories: storiesOf(["force", "force"]),
    check: (told) => {
      const over = told.chapters[0]?.around.predecessor?.repealedFrom
      return faultIn(
        told,
        "VersionBroughtIntoForce",
        ({ from }) => over !== null && over !== undefined && from < over && `from ${from}, and the other until ${over}`,
      )
    },
  },
]
