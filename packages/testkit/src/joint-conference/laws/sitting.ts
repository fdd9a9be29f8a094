import { accountOf, enough, frozenMembers, quorumInForce, there } from "./account.ts"
import { type ConferenceLaw, firstFault, storiesOf } from "./law.ts"

/** Laws on who is there, on quorums and on votes. Each recounts by hand from the events. */
export const sittingLaws: ReadonlyArray<ConferenceLaw> = [
  {
    id: "CONFERENCE-8",
    says: "Who attends stands on the roll that the notice froze, in the person whom it names, whatever happened to the roll since; and that roll is the one which the events of the membership lead to on that day.",
    stories: storiesOf({}, ["admit", "observe", "release", "merge", "delegate", "attend", "attend"]),
    check: (told) =>
      firstFault(accountOf(told).arrived, ({ event, noticed }) => {
        const seat = noticed.roll.find(({ unit }) => unit === event.unit)
        const named = event.by === "delegate" ? seat?.delegate : seat?.alternate
        return named !== event.person && `${event.person} came for ${event.unit}, which names ${named}`
      }) ??
      firstFault(told.chapters, ({ before, events }) =>
        firstFault(events, (event) => {
          if (event._tag !== "MeetingNoticed") return undefined
          const roll = before.units.map(({ kind: _kind, ...seat }) => seat)
          return (
            JSON.stringify(roll.map(Object.entries)) !== JSON.stringify(event.roll.map(Object.entries)) &&
            "another roll"
          )
        }),
      ),
  },
  {
    id: "CONFERENCE-9",
    says: "What the call to order counts is each member of the frozen roll once whose delegate came, or whose alternate came where alternates count; observers are in neither number.",
    stories: storiesOf({}, ["observe", "observe", "delegate", "attend", "attend", "wait"]),
    check: (told) =>
      firstFault(accountOf(told).called, (known) => {
        const { count, of } = known.event.finding.facts
        const [present, members] = [there(known).length, frozenMembers(known).length]
        return (
          (count !== present || of !== members) && `counted ${count} of ${of}, and ${present} of ${members} were there`
        )
      }),
  },
  {
    id: "CONFERENCE-10",
    says: "A meeting is found quorate exactly when enough were there by the quorum in force at its notice, and nothing is put to the vote without a quorum among those who are not recused.",
    stories: storiesOf(),
    check: (told) => {
      const { called, put } = accountOf(told)
      const wrongCall = firstFault(called, (known) => {
        const holds = enough(quorumInForce(known), there(known).length, frozenMembers(known).length)
        return (
          (known.event._tag === "MeetingFoundQuorate") !== holds && `${known.event._tag} with ${there(known).length}`
        )
      })
      const withoutQuorum = firstFault(put, (known) => {
        const counted = (units: ReadonlyArray<string>) =>
          units.filter((unit) => !known.event.recused.includes(unit)).length
        const holds = enough(quorumInForce(known), counted(there(known)), counted(frozenMembers(known)))
        return !holds && `${known.event.resolution} without a quorum`
      })
      return wrongCall ?? withoutQuorum
    },
  },
  {
    id: "CONFERENCE-11",
    says: "On each text each unit stands in the votes at most once, is a member of the frozen roll that was there, and is not recused.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(accountOf(told).put, (known) => {
        const { recused, votes } = known.event
        const voted = [...votes.for, ...votes.against, ...votes.abstain]
        if (new Set(voted).size < voted.length) return "a unit voted twice"
        return firstFault(voted, (unit) => (!there(known).includes(unit) || recused.includes(unit)) && `${unit} voted`)
      }),
  },
  {
    id: "CONFERENCE-12",
    says: "A text is adopted exactly when the votes for it are enough by the majority in force at the notice, of those there, of all members or of those who voted, without those recused; an item is resolved once, and no text is put twice in a meeting.",
    stories: storiesOf(),
    check: (told) => {
      const put = accountOf(told).put
      const miscounted = firstFault(put, (known) => {
        const { event, noticed } = known
        const { against, abstain, for: approving } = event.votes
        const bases = {
          present: there(known).filter((unit) => !event.recused.includes(unit)).length,
          members: frozenMembers(known).filter((unit) => !event.recused.includes(unit)).length,
          participating: approving.length + against.length + abstain.length,
        }
        const holds = enough(noticed.policy.majority, approving.length, bases[noticed.policy.majority.base])
        return (event._tag === "ResolutionAdopted") !== holds && `${event._tag} with ${approving.length} for it`
      })
      const keys = put.map(({ event }) => `${event.meeting}/${event.item}/${event.textDigest}`)
      const adopted = put
        .filter(({ event }) => event._tag === "ResolutionAdopted")
        .map(({ event }) => `${event.meeting}/${event.item}`)
      if (new Set(keys).size < keys.length) return "a text was put twice"
      return miscounted ?? (new Set(adopted).size < adopted.length ? "an item was resolved twice" : undefined)
    },
  },
  {
    id: "CONFERENCE-13",
    says: "Where no rota is kept, the unit in the chair presided on each text on which it was there and not recused; else a member that was there and not recused, or the convenor.",
    stories: storiesOf({}, ["chair", "attend", "wait", "delegate"]),
    check: (told) =>
      firstFault(accountOf(told).put, (known) => {
        const { presided, recused, resolution } = known.event
        const chair = known.before.meetings.find(({ meeting }) => meeting === known.event.meeting)?.chairUnit ?? null
        const able = there(known).filter((unit) => !recused.includes(unit))
        if (presided._tag === "Convenor")
          return chair !== null && able.includes(chair) && `not ${chair} on ${resolution}`
        if (!able.includes(presided.unit)) return `${presided.unit} on ${resolution}`
        const isChair = presided.unit === chair
        return (
          ((presided._tag === "Chair") !== isChair || (!isChair && (chair === null || able.includes(chair)))) &&
          `${presided.unit} as ${presided._tag}`
        )
      }),
  },
  {
    id: "CONFERENCE-14",
    says: "Each text that is put to the vote has an id of its own, a digest, two findings of which the first holds, a responsible unit that is a member, and a due day that is not past; only what is on the agenda is put.",
    stories: storiesOf(),
    check: (told) => {
      const put = accountOf(told).put
      const ids = put.map(({ event }) => event.resolution)
      if (new Set(ids).size < ids.length) return "an id twice"
      return firstFault(put, ({ before, event }) => {
        const { dueOn, item, majority, on, quorum, responsibleUnit, textDigest } = event
        const unit = before.units.find((known) => known.unit === responsibleUnit)
        const agenda = before.meetings.find(({ meeting }) => meeting === event.meeting)?.agenda ?? []
        if (!quorum.holds || majority.holds !== (event._tag === "ResolutionAdopted"))
          return "findings that contradict the result"
        if (unit?.capacity !== "member" || dueOn < on) return `${responsibleUnit} until ${dueOn}`
        return (
          (!/^sha-256:[0-9]{64}$/.test(textDigest) || !agenda.some((known) => known.item === item)) &&
          `${textDigest} on ${item}`
        )
      })
    },
  },
]
