import type { DisclosureFact } from "@jinlin/core/co-governance"
import { digestOfSections, replay } from "@jinlin/core/kernel"
import type { Chapter } from "../story.ts"
import { memberships } from "../surroundings.ts"
import { type CoGovernanceLaw, firstEventFault, firstFault, same, storiesOf } from "./law.ts"

const ends = ["closed", "rejected", "withdrawn", "revoked"]

/** A disclosure as it stands at the time of a chapter. */
const factIn = ({ around }: Chapter, disclosure: string | undefined): DisclosureFact | undefined =>
  around.disclosures?.find((known) => known.disclosure === disclosure)

/** Whether a disclosure was completed, with its end reached, by the days and minutes alone. */
const isOver = (fact: DisclosureFact | undefined, { now }: Chapter): boolean => {
  if (fact?.status !== "completed" || fact.openObjections > 0) return false
  if (fact.ends === null) return true
  const [day, end] = [`${now.civilDate}`, `${fact.ends.date}`]
  return day === end ? now.minuteOfDay >= fact.ends.minute : day > end
}

/** Laws on what follows the resolution, and on the ends. */
export const finishingLaws: ReadonlyArray<CoGovernanceLaw> = [
  {
    id: "COGOVERNANCE-1",
    says: "A matter is opened once, and after its end only reports and disclosures are filed.",
    stories: storiesOf(),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, events }) => {
        if (events.some(({ _tag }) => _tag === "CoGovernanceOpened") && before.status !== "unopened") return "twice"
        if (!ends.includes(before.status)) return undefined
        if (after.status !== before.status) return `from ${before.status} to ${after.status}`
        return firstFault(events, ({ _tag }) => _tag !== "DisclosureLinked" && _tag !== "ResultReported" && _tag)
      }),
  },
  {
    id: "COGOVERNANCE-12",
    says: "Nothing is carried out before its text is disclosed by a notice that counts at that moment.",
    stories: storiesOf(["publish", "publish", "link", "begin", "begin", "touch", "skip-joint"]),
    check: (told) =>
      firstEventFault(told, "ImplementationBegun", ({ text }, chapter) => {
        const link = chapter.before.disclosures.decision
        const fact = factIn(chapter, link?.disclosure)
        if (chapter.before.resolution?.text !== text || fact?.proves !== text) return "another text"
        if (link?.lapsed !== false) return "the notice counts no more"
        if (chapter.before.policy?.beginsWhen === "completed") return !isOver(fact, chapter) && "its period is not over"
        return fact.status !== "posted" && fact.status !== "completed" && `the notice is ${fact.status}`
      }),
  },
  {
    id: "COGOVERNANCE-13",
    says: "A result is of a day between the beginning of the work and today; a new report makes the disclosure of the old one lapse.",
    stories: storiesOf(["report", "report", "revoke"]),
    check: (told) =>
      firstEventFault(told, "ResultReported", ({ implementedOn }, { after, before, now }) => {
        if (before.begunOn === null || implementedOn < before.begunOn) return "before the work began"
        if (implementedOn > now.civilDate) return "after today"
        return after.disclosures.result?.lapsed === false && "its disclosure still counts"
      }),
  },
  {
    id: "COGOVERNANCE-14",
    says: "A disclosure that is linked is of the matter, proves the very document, is posted, and was not posted before there was something to disclose.",
    stories: storiesOf(["publish", "publish", "link", "link"]),
    check: (told) =>
      firstEventFault(told, "DisclosureLinked", ({ disclosure, from, proves, what }, chapter) => {
        const { resolution, result } = chapter.before
        const document = what === "decision" ? resolution?.text : result?.report
        const since = what === "decision" ? resolution?.since : result?.implementedOn
        const fact = factIn(chapter, disclosure)
        if (fact === undefined || !fact.ofThisMatter || fact.what !== what) return "of another"
        if (proves !== document || fact.proves !== document) return "another document"
        if (fact.status !== "posted" && fact.status !== "completed") return `it is ${fact.status}`
        return (since === undefined || from < since || fact.from !== from) && `posted on ${from}, before ${since}`
      }),
  },
  {
    id: "COGOVERNANCE-15",
    says: "A disclosure takes the place of another only by correcting it.",
    stories: storiesOf(["publish", "publish", "link", "link", "report"]),
    check: (told) =>
      firstEventFault(told, "DisclosureLinked", ({ disclosure, what }, chapter) => {
        const linked = chapter.before.disclosures[what]
        if (linked === null) return undefined
        return !factIn(chapter, disclosure)?.corrects.includes(linked.disclosure) && `instead of ${linked.disclosure}`
      }),
  },
  {
    id: "COGOVERNANCE-16",
    says: "An appraisal is recorded once, of a result that was reported, and skipped only where the charter lets it.",
    stories: storiesOf(["appraise", "appraise", "skip-appraisal"]),
    check: (told) =>
      firstFault(told.chapters, ({ before, events }) =>
        firstFault(events, (event) => {
          if (event._tag !== "AppraisalRecorded" && event._tag !== "AppraisalSkipped") return undefined
          if (before.result === null) return "of nothing"
          if (before.appraisals[event.which]?._tag === "Appraised") return "twice"
          if (event._tag === "AppraisalRecorded")
            return !before.policy?.appraisers.includes(event.by) && `by ${event.by}`
          const { coBuildingUnitsAppraisal, internalBodiesAppraisal } = before.policy ?? {}
          const duty = event.which === "internal-bodies" ? internalBodiesAppraisal : coBuildingUnitsAppraisal
          return duty !== "may-be-skipped" && "skipped, though it is a duty"
        }),
      ),
  },
  {
    id: "COGOVERNANCE-17",
    says: "Whoever appraises is not among the appraised, neither as a body nor through anybody who takes part.",
    stories: storiesOf(["appraise", "appraise"]),
    check: (told) =>
      firstEventFault(told, "AppraisalRecorded", ({ appraised, appraisers, by }) => {
        if (appraised.includes(by)) return `${by} appraises itself`
        return firstFault(appraisers, (person) => {
          const known = memberships.find((one) => one.person === person)
          if (known === undefined) return `nobody knows ${person}`
          return known.bodies.some((body) => appraised.includes(body)) && `${person} is among the appraised`
        })
      }),
  },
  {
    id: "COGOVERNANCE-18",
    says: "A closed matter has both deliberations, or a lawful skip, on one text, both disclosures over, and both appraisals recorded or skipped.",
    stories: storiesOf(["complete", "object", "close", "close", "publish"]),
    check: (told) =>
      firstEventFault(told, "CoGovernanceClosed", (_event, chapter) => {
        const { appraisals, deliberations, disclosures, resolution, result, skip } = chapter.before
        const decided = [deliberations["self-governance"].outcome, deliberations.joint.outcome].filter(
          (outcome) => outcome?._tag === "Decided" && outcome.text === resolution?.text,
        )
        if (decided.length < (skip === null ? 2 : 1)) return `${decided.length} deliberations`
        if (appraisals["internal-bodies"] === null || appraisals["co-building-units"] === null) return "no appraisal"
        return firstFault(["decision", "result"] as const, (what) => {
          const link = disclosures[what]
          const fact = factIn(chapter, link?.disclosure)
          if (link === null || link.lapsed || !isOver(fact, chapter)) return `the disclosure of the ${what} is not over`
          const document = what === "decision" ? resolution?.text : result?.report
          return fact?.proves !== document && "another document was disclosed"
        })
      }),
  },
  {
    id: "COGOVERNANCE-19",
    says: "Nobody takes a matter back that was ever resolved.",
    stories: storiesOf(["withdraw", "touch", "skip-joint", "touch"]),
    check: ({ history }) => {
      const resolved = history.findIndex(({ _tag }) => _tag === "MatterResolved")
      const withdrawn = history.findIndex(({ _tag }) => _tag === "CoGovernanceWithdrawn")
      return resolved >= 0 && withdrawn > resolved ? "it was resolved" : undefined
    },
  },
  {
    id: "COGOVERNANCE-20",
    says: "A resolution is revoked by another matter that was decided on a text that names it, not before it held, by a body that may.",
    stories: storiesOf(["revoke", "revoke"]),
    check: (told) =>
      firstEventFault(told, "ResolutionRevoked", ({ by, revokedOn, sections, set }, { around, before }) => {
        const { deliberations, policy, resolution } = before
        if (around.deliberation?.status !== "decided" || around.deliberation.matter !== by) return "nothing was decided"
        if (around.deliberation.text !== digestOfSections(sections)) return "another text was decided"
        if (!sections.some(({ name }) => name === `revokes.${around.coGovernance}`))
          return "nobody was asked to revoke it"
        if (resolution === null || revokedOn < resolution.since) return "before it held"
        const two = [deliberations["self-governance"], deliberations.joint]
        if (two.some(({ matter }) => matter === by)) return "by itself"
        const sets = two.map(({ outcome }) => (outcome?._tag === "Decided" ? outcome.set : ""))
        const may = sets.includes(set) || policy?.revocations.some((pair) => pair.by === set && sets.includes(pair.of))
        return may !== true && `${set} may not`
      }),
  },
  {
    id: "COGOVERNANCE-22",
    says: "The state is the fold of the events; the same command again changes nothing or is refused.",
    stories: storiesOf(),
    check: ({ chapters, history, matter }, _story, decider) => {
      if (!same(replay(decider, history), matter)) return "the history gives another state"
      return firstFault(chapters, ({ after, around, command, events }) => {
        if (events.length === 0) return undefined
        const again = decider.decide(command, after, around)
        return again._tag === "Success" && again.success.length > 0 && `${command._tag} happens twice`
      })
    },
  },
]
