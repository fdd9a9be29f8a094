import type { Disclosure, DisclosureStatus } from "@jinlin/core/disclosure"
import { digestOf } from "@jinlin/core/kernel"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import type { Chapter } from "../story.ts"
import { type DisclosureLaw, firstEventFault, firstFault, same, storiesOf } from "./law.ts"

/** Each status with those to which one command may lead from it. */
const ways: Readonly<Record<DisclosureStatus, ReadonlyArray<DisclosureStatus>>> = {
  unprepared: ["unprepared", "prepared"],
  prepared: ["prepared", "checked", "abandoned"],
  checked: ["checked", "prepared", "posted", "abandoned"],
  posted: ["posted", "completed", "superseded"],
  completed: ["completed", "superseded"],
  superseded: ["superseded"],
  abandoned: ["abandoned"],
}

/** What of a disclosure is published: nothing of it changes once it is up. */
const published = ({ audience, corrects, document, law, matter, rules, sections, what }: Disclosure) => [
  ...[audience, corrects, document, law, matter, rules, sections, what],
]

const wasUp = ({ postings }: Disclosure): boolean => postings.length > 0

/** The people who had a hand in something. */
const peopleOf = (hand: Disclosure["preparedBy"]): ReadonlyArray<string | null> =>
  hand === null ? [] : [hand.person, hand.onBehalfOf].filter((person) => person !== null)

/** The first posting of a chapter, where it has one. */
const firstPosting = ({ before, events }: Chapter) =>
  wasUp(before) ? undefined : events.find((event) => event._tag === "DisclosurePosted")

/** Laws on what is published, by whom it was read, and when it was put up. */
export const publishingLaws: ReadonlyArray<DisclosureLaw> = [
  {
    id: "DISCLOSURE-1",
    says: "A disclosure goes from one point of its life only to those that come after it, an abandoned one does nothing any more, and a superseded or completed one only notes what has come down.",
    stories: storiesOf(["abandon", "abandon", "supersede", "down", "object", "prepare", "complete"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, command, events }) => {
        if (!ways[before.status].includes(after.status))
          return `${command._tag}: ${before.status} became ${after.status}`
        if (before.status === "abandoned" && events.length > 0) return `${command._tag} after it was abandoned`
        const noting = events.every(({ _tag }) => _tag === "PostingTakenDown" || _tag === "DisclosureSuperseded")
        return before.completedOn !== null && !noting && `${command._tag} after it was completed`
      }),
  },
  {
    id: "DISCLOSURE-2",
    says: "What is put up has the digest of its sections, and that is the digest of the matter on the day of the first posting.",
    stories: storiesOf(["redecide", "redecide", "post", "wait"]),
    check: ({ chapters }) =>
      firstFault(chapters, (chapter) => {
        if (firstPosting(chapter) === undefined) return undefined
        const { after, around } = chapter
        const over = digestOf(after.sections.map(({ commitment, name }) => ({ name, commitment })))
        if (!over.ok || over.value !== after.document) return "the sections are not the document"
        return after.document !== around.subject?.digest && "another document than was decided"
      }),
  },
  {
    id: "DISCLOSURE-3",
    says: "Something is shown of whatever is put up.",
    stories: storiesOf(["prepare", "check", "post"]),
    check: ({ chapters }) =>
      firstFault(
        chapters,
        ({ after }) => wasUp(after) && after.sections.every(({ shown }) => !shown) && "nothing is shown",
      ),
  },
  {
    id: "DISCLOSURE-4",
    says: "Nothing is put up before its last preparation was read by somebody who had no hand in it.",
    stories: storiesOf(["prepare", "check", "check", "post"]),
    check: ({ chapters }) => {
      const read = new Map<string, number>()
      return firstFault(chapters, ({ after, before, events, id }) => {
        if (before.status === "prepared" && after.status === "checked") read.set(id, before.preparation)
        const own = peopleOf(after.checkedBy).find((person) => peopleOf(after.preparedBy).includes(person))
        if (own !== undefined) return `${own} read what ${own} drew up`
        const up = events.some(({ _tag }) => _tag === "DisclosurePosted")
        return up && read.get(id) !== after.preparation && `preparation ${after.preparation} was read by nobody`
      })
    },
  },
  {
    id: "DISCLOSURE-5",
    says: "The rules and what the law says are those of the day of the first posting and stay so; where the law's period applies it is fifteen days at least, with the notice board; no sheet may lie as long as the period lasts.",
    stories: storiesOf(["post", "post-late", "post-online", "wait", "wait"]),
    check: ({ chapters }) =>
      firstFault(chapters, (chapter) => {
        const { after, around, before } = chapter
        if (wasUp(before) && !same(before.rules, after.rules)) return "the rules changed"
        const first = firstPosting(chapter)
        if (first === undefined || after.rules === null) return first === undefined ? undefined : "without rules"
        if (after.rules.day !== first.posting.on || !same(after.rules, around.rules)) return "rules of another day"
        const { period, required, sheets } = after.rules
        if (!same(after.law, around.subject?.law)) return "the law of another day"
        if (sheets.days >= period.days) return `sheets lie ${sheets.days} of ${period.days} days`
        return (
          after.law !== null &&
          (period.days < 15 || !required.channels.includes("notice-board")) &&
          `${period.days} days on ${required.channels.join()}`
        )
      }),
  },
  {
    id: "DISCLOSURE-6",
    says: "No posting is of a day to come, nor of a day before the decision or the check; of an earlier day there is a sheet, and it has not lain too long.",
    stories: storiesOf(["post-late", "post-late", "post", "wait"]),
    check: (told) =>
      firstEventFault(told, (event, { before, after, now: { civilDate: today } }) => {
        if (event._tag !== "DisclosurePosted" || before.since === null || before.checkedOn === null) return undefined
        const { evidence, on } = event.posting
        if (on > today) return `${on} is to come on ${today}`
        if (on < before.since || on < before.checkedOn) return `${on} was before it could be put up`
        if (on === today) return undefined
        if (evidence === null) return `${on} without a sheet on ${today}`
        return on < addDays(today, -(after.rules?.sheets.days ?? 0)) && `${on} lay too long on ${today}`
      }),
  },
  {
    id: "DISCLOSURE-20",
    says: "What is put up and corrects nothing is for somebody for whom something is published; by a law it is for the residents.",
    stories: storiesOf(["prepare", "prepare", "check", "post"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after: { audience, corrects, law, rules, ...after } }) => {
        if (after.postings.length === 0 || corrects !== null || rules === null || audience === null) return undefined
        if (law !== null && audience !== "residents") return `by law for ${audience}`
        return !rules.audiences.among.includes(audience) && `for ${audience}`
      }),
  },
  {
    id: "DISCLOSURE-14",
    says: "What was put up never changes; it is superseded by one that was put up itself, of the same matter, kind and audience, which says that it corrects this one; and corrections have no loops.",
    stories: storiesOf(["supersede", "supersede", "prepare", "redecide", "post", "abandon"]),
    check: ({ chapters, states }) =>
      firstFault(chapters, ({ after, around, before, command, id }) => {
        if (wasUp(before) && !same(published(before), published(after))) return `${command._tag} changed what is up`
        const { supersededBy } = after
        if (supersededBy === null || before.supersededBy !== null)
          return before.supersededBy !== supersededBy && "superseded twice"
        const by = around.correction
        if (by?.disclosure !== supersededBy || by.corrects !== id || by.postedOn === null)
          return `${supersededBy} does not correct it, or hangs nowhere`
        if (!same([by.matter, by.what, by.audience], [after.matter, after.what, after.audience]))
          return `${supersededBy} is of another matter, kind or audience`
        const seen = new Set<string>()
        for (let at: string | null = id; at !== null; at = states.get(at)?.supersededBy ?? null) {
          if (seen.has(at)) return `${at} corrects itself`
          seen.add(at)
        }
        return undefined
      }),
  },
]
