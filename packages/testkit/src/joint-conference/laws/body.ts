import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { conferenceMoveKinds } from "../moves.ts"
import type { Told } from "../story.ts"
import { type ConferenceLaw, firstFault, storiesOf } from "./law.ts"

/** Who convenes on a day by the assignments in the order in which they were made: the one that begins last before it. */
const namedFor = (told: Told, day: CivilDate): string | undefined => {
  let found: { readonly person: string; readonly from: CivilDate } | undefined
  for (const event of told.history) {
    const named =
      event._tag === "ConferenceFounded"
        ? { person: event.convenor, from: event.on }
        : event._tag === "ConvenorAssigned"
          ? event
          : undefined
    if (named !== undefined && named.from <= day && (found === undefined || named.from >= found.from)) found = named
  }
  return found?.person
}

const daysOf = ({ foundedOn, today }: Told): ReadonlyArray<CivilDate> => {
  const days: Array<CivilDate> = []
  for (let day = foundedOn; day <= addDays(today, 45); day = addDays(day, 1)) days.push(day)
  return days
}

/** Laws on the conference itself: its life, its convenor, its roll and its policy. */
export const bodyLaws: ReadonlyArray<ConferenceLaw> = [
  {
    id: "CONFERENCE-1",
    says: "Nothing happens to a conference that is dissolved, and everything that is asked of it is refused for that.",
    stories: storiesOf({}, [...conferenceMoveKinds, "dissolve", "dissolve", "dissolve"]),
    check: (told) =>
      firstFault(told.chapters, ({ before, command, events, refusals }) => {
        if (before.status !== "dissolved") return undefined
        const typed = refusals.some(({ _tag }) => _tag === "ConferenceNotActive" || _tag === "ConferenceAlreadyFounded")
        return (events.length > 0 || !typed) && `${command._tag} after the end`
      }),
  },
  {
    id: "CONFERENCE-2",
    says: "On every day from the founding there is exactly one convenor: of those assigned for that day or before, the one whose first day is the latest. No command changes who convened on a day that is over.",
    stories: storiesOf({}, ["convenor", "convenor", "convenor", "wait", "wait", "admit"]),
    check: (told) => {
      const convenes = ({ convenors }: Told["conference"], day: CivilDate) =>
        convenors.filter((one) => one.from <= day).at(-1)?.person
      const wrong = firstFault(daysOf(told), (day) => {
        const [found, expected] = [convenes(told.conference, day), namedFor(told, day)]
        return (found === undefined || found !== expected) && `on ${day} ${found} convenes and not ${expected}`
      })
      const rewritten = firstFault(told.chapters, ({ after, before, now }) =>
        firstFault(daysOf(told), (day) =>
          day < now.civilDate && before.status === "active" && convenes(before, day) !== convenes(after, day)
            ? `${day} was changed on ${now.civilDate}`
            : undefined,
        ),
      )
      return wrong ?? rewritten
    },
  },
  {
    id: "CONFERENCE-3",
    says: "At every time each unit stands on the roll once and each person speaks for one unit only.",
    stories: storiesOf({}, ["admit", "observe", "release", "merge", "delegate", "delegate", "wait"]),
    check: (told) =>
      firstFault(told.chapters, ({ after: { units } }) => {
        const people = units.flatMap(({ alternate, delegate }) =>
          alternate === null ? [delegate] : [delegate, alternate],
        )
        const names = units.map(({ unit }) => unit)
        if (new Set(names).size < names.length) return `a unit twice among ${names.join(", ")}`
        return new Set(people).size < people.length && `a person twice among ${people.join(", ")}`
      }),
  },
  {
    id: "CONFERENCE-4",
    says: "At every time what is open is in the hands of a unit that is a member then, whoever left or merged.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(told.chapters, ({ after }) => {
        const members = after.units.filter(({ capacity }) => capacity === "member").map(({ unit }) => unit)
        return firstFault(
          after.meetings.flatMap(({ actions }) => actions),
          (action) => !action.closed && !members.includes(action.unit) && `${action.resolution} is with ${action.unit}`,
        )
      }),
  },
  {
    id: "CONFERENCE-5",
    says: "Adopting a policy changes no meeting, and no policy is ever taken back or dated before today or before the one adopted last.",
    stories: storiesOf({}, ["policy", "policy", "policy", "wait", "schedule", "notice"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, events, now }) => {
        const [adopted] = events
        if (adopted?._tag !== "PolicyAdopted") return undefined
        const last = before.policies.at(-1)?.effectiveFrom ?? now.civilDate
        if (adopted.effectiveFrom < last || adopted.effectiveFrom < now.civilDate)
          return `${adopted.effectiveFrom} is too early`
        if (after.policies.length !== before.policies.length + 1) return "a policy went missing"
        return JSON.stringify(after.meetings) !== JSON.stringify(before.meetings) && "a meeting changed"
      }),
  },
  {
    id: "CONFERENCE-20",
    says: "The body that is secretary is in the chair of no meeting whose notice is out and that is yet to sit or sits, and presides over no text, where the policy of that meeting does not waive it and no units merged.",
    stories: storiesOf({}, [
      "secretariat",
      "secretariat",
      "chair",
      "admit",
      "delegate",
      "wait",
      "policy",
      "adjourn",
      "reconvene",
    ]),
    check: (told) =>
      firstFault(told.chapters, ({ after, events }) => {
        const body = after.secretariat?.body
        const inChair = firstFault(after.meetings, ({ chairUnit, frozen, meeting, status }) => {
          const judged = status === "noticed" || status === "quorate" || status === "inquorate"
          return (
            judged && frozen?.policy.chairMayBeSecretary === false && chairUnit === body && `${body} chairs ${meeting}`
          )
        })
        const presiding = firstFault(events, (event) => {
          if (event._tag !== "ResolutionAdopted" && event._tag !== "ResolutionLost") return undefined
          const waived = after.meetings.find(({ meeting }) => meeting === event.meeting)?.frozen?.policy
            .chairMayBeSecretary
          return (
            event.presided._tag !== "Convenor" && event.presided.unit === body && waived === false && `${body} presided`
          )
        })
        return inChair ?? presiding
      }),
  },
  {
    id: "CONFERENCE-22",
    says: "The state after any prefix of the history is the fold of that prefix; what is refused or granted quietly changes nothing.",
    stories: storiesOf({}, conferenceMoveKinds),
    check: (told, _story, { evolve, initial }) => {
      let state = initial
      return firstFault(told.chapters, ({ after, before, command, events }) => {
        if (JSON.stringify(before) !== JSON.stringify(state)) return `another state before ${command._tag}`
        state = events.reduce(evolve, state)
        return JSON.stringify(after) !== JSON.stringify(state) && `another state after ${command._tag}`
      })
    },
  },
]
