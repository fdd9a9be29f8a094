import type { Covenant, CovenantEvent, Draft } from "@jinlin/core/covenant"
import { digestOfSections } from "@jinlin/core/kernel"
import { addDays, daysBetween } from "@jinlin/core/kernel/arithmetic"
import { type CovenantLaw, faultIn, firstFault, same, storiesOf } from "./law.ts"

type Clause = Draft["sections"][number]

/** What of a draft is its text, and may change only by a revision. */
const textOf = ({ draft }: Covenant) => (draft === null ? null : [draft.document, draft.revision, draft.sections])

const revises = (events: ReadonlyArray<CovenantEvent>): boolean =>
  events.some(
    ({ _tag }) =>
      _tag === "RevisionDrafted" ||
      _tag === "DraftAbandoned" ||
      _tag === "VersionAdopted" ||
      _tag === "CovenantRepealed",
  )

/** The clauses that both texts would have without those that are excused, side by side. */
const sameBut = (one: ReadonlyArray<Clause>, other: ReadonlyArray<Clause>, excused: ReadonlySet<string>): boolean => {
  const rest = (clauses: ReadonlyArray<Clause>) =>
    clauses.filter(({ name }) => !excused.has(name)).map(({ commitment, name }) => `${name} ${commitment}`)
  return same(rest(one), rest(other))
}

/** Laws on the text that is being made, and on what is said about it. */
export const draftingLaws: ReadonlyArray<CovenantLaw> = [
  {
    id: "COVENANT-1",
    says: "A covenant is begun once, keeps its kind and title, and after its repeal takes nothing but receipts and reminders.",
    stories: storiesOf(["open-again", "repeal", "file", "remind", "force", "order"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events }) => {
        if (
          before.status !== "unopened" &&
          !same([before.kind, before.title, before.within], [after.kind, after.title, after.within])
        )
          return `${command._tag} changed what it is`
        if (command._tag === "OpenCovenant" && before.status !== "unopened" && events.length > 0) return "begun twice"
        const late = command._tag === "FileVersion" || command._tag === "RemindFiling"
        return before.status === "repealed" && events.length > 0 && !late && `${command._tag} after the repeal`
      }),
  },
  {
    id: "COVENANT-2",
    says: "The text of a draft changes only by a revision, which is numbered after the one before; its digest is that of its clauses, and no two clauses share a name.",
    stories: storiesOf(["draft", "draft", "abandon"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, command, events }) => {
        if (!revises(events) && !same(textOf(before), textOf(after))) return `${command._tag} changed the text`
        const { draft } = after
        if (draft === null) return undefined
        const names = draft.sections.map(({ name }) => name)
        if (new Set(names).size < names.length) return `two clauses share a name: ${names}`
        if (draft.document !== digestOfSections(draft.sections)) return "the digest is of another text"
        const expected = before.draft === null ? 1 : before.draft.revision + (revises(events) ? 1 : 0)
        return draft.revision !== expected && `revision ${draft.revision} after ${before.draft?.revision}`
      }),
  },
  {
    id: "COVENANT-3",
    says: "A text lies open for at least the days of the rules of that day; while it does no event changes it, and it is closed when its last day is over.",
    stories: storiesOf(["draft", "close", "offer", "check", "wait"]),
    check: (told) => {
      const short = faultIn(told, "CommentsOpened", ({ on, round }) => {
        const { days } = told.law(on).comments
        return (
          daysBetween(round.openedOn, round.until) < days && `${round.openedOn} to ${round.until} is not ${days} days`
        )
      })
      const early = faultIn(told, "CommentsClosed", ({ on }, { before }) => {
        const until = before.draft?.round?.until
        return (until === undefined || on < addDays(until, 1)) && `closed on ${on}, open until ${until}`
      })
      const changed = faultIn(
        told,
        "RevisionDrafted",
        (_event, { before }) => before.draft?.phase === "commenting" && "the text changed while it lay open",
      )
      return short ?? early ?? changed
    },
  },
  {
    id: "COVENANT-4",
    says: "A comment that was taken came in while the text lay open and not in the future; one that came in then is taken until the draft is submitted.",
    stories: storiesOf(["comment", "comment", "comment", "wait"]),
    check: (told) =>
      firstFault(told.chapters, ({ before, command, events, refusals, today }) => {
        if (command._tag !== "RecordComment") return undefined
        const round = before.draft?.round ?? null
        const { receivedOn } = command
        const inTime =
          round !== null && round.openedOn <= receivedOn && receivedOn <= round.until && receivedOn <= today
        if (events.length > 0 && !inTime) return `taken on ${today}, came in on ${receivedOn}`
        const lost = refusals.some(({ _tag }) => _tag === "CommentOutOfTime" || _tag === "CommentsNotOpen")
        return inTime && lost && `refused, came in on ${receivedOn}`
      }),
  },
  {
    id: "COVENANT-5",
    says: "What is submitted or given up has no comment that nobody disposed of, and every disposition has its reason; nothing is given up while it lies open.",
    stories: storiesOf(["comment", "submit", "close", "abandon"]),
    check: (told) =>
      firstFault(told.chapters, ({ before: { draft }, events }) => {
        const ends = events.find(({ _tag }) => _tag === "DraftSubmitted" || _tag === "DraftAbandoned")
        if (ends === undefined) return undefined
        if (draft?.phase === "commenting") return `${ends._tag} while comments ran`
        const open = draft?.comments.find(({ disposed }) => disposed === null || disposed.reason === "")
        return open !== undefined && `${open.comment} is not settled`
      }),
  },
  {
    id: "COVENANT-6",
    says: "But for the clauses that a comment taken up since then, a standing order or, where that is enough, a stated reason names, what is submitted is what was last offered.",
    stories: storiesOf(["draft", "dispose", "submit", "offer"]),
    check: (told) =>
      faultIn(told, "DraftSubmitted", ({ document, matter, on }, { before }) => {
        const { draft, orders } = before
        if (draft === null || draft.round === null) return "without a round of comments"
        if (draft.returned.some((one) => one.matter === matter && one.text === document)) return undefined
        const { round } = draft
        const excused = new Set(orders.filter(({ lifted }) => !lifted).flatMap(({ clauses }) => clauses))
        for (const { disposed } of draft.comments)
          if (disposed !== null && disposed.disposition !== "not-taken-up" && disposed.round === round.round)
            for (const clause of disposed.clauses) excused.add(clause)
        if (told.law(on).unaskedChanges.need === "stated-reason")
          for (const { clause } of draft.reasons) excused.add(clause)
        return !sameBut(round.offered, draft.sections, excused) && `changed besides ${[...excused]}`
      }),
  },
]
