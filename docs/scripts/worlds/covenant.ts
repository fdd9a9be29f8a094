import { type Covenant, type CovenantCommand, covenant, type MatterOutcome } from "@jinlin/core/covenant"
import { on, type Walked, walk } from "@jinlin/testkit"
import {
  covenantDigest,
  covenantDrafter,
  covenantReviewer,
  covenantRules,
  decidedMatter,
  openMatter,
  repealText,
  covenantText as text,
} from "@jinlin/testkit/covenant"

const today = "2026-03-02"
const plain = covenantRules(today)
/** Comments for the day on which they are opened, and filing within it, so that one day is enough. */
const rules = covenantRules(today, {
  comments: { ...plain.comments, days: 0 },
  filing: { ...plain.filing, withinDays: 0 },
})

/** Everything that can be asked, with few choices each: two texts, one comment, one order. */
const commands = ({ draft, orders }: Covenant): ReadonlyArray<CovenantCommand> => [
  { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" },
  { _tag: "DraftRevision", sections: text("lead:1", "dogs:1"), reasons: [] },
  { _tag: "DraftRevision", sections: text("lead:1", "dogs:2"), reasons: [] },
  { _tag: "AbandonDraft", reason: "no" },
  { _tag: "OpenComments", until: today },
  { _tag: "RecordComment", comment: "c", clause: "dogs", text: covenantDigest(7), receivedOn: today },
  { _tag: "DisposeComment", comment: "c", disposition: "taken-up", reason: "so", clauses: ["dogs"] },
  { _tag: "CloseComments" },
  {
    ...{ _tag: "CheckLegality", document: draft?.document ?? covenantDigest(1), conforms: true },
    ...{ opinion: covenantDigest(8), against: [] },
  },
  { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
  { _tag: "SubmitDraft", matter: "matter-2", corrects: orders.map(({ order }) => order) },
  { _tag: "RecordDecision" },
  { _tag: "BringIntoForce", version: 1, from: "2026-03-03" },
  { _tag: "FileVersion", version: 1, receipt: "r", with: "office-1", on: today },
  { _tag: "RemindFiling", version: 1 },
  { _tag: "OrderCorrection", order: "order-1", version: 1, by: "office-1", clauses: ["dogs"], reason: "so" },
  { _tag: "LiftOrder", order: "order-1", reason: "so" },
  { _tag: "RepealCovenant", matter: "matter-9", sections: repealText, from: "2026-03-03" },
]

/** The second matter is lost; the first is decided as it was put, and so is the repeal. */
const outcomeFor = ({ draft }: Covenant, command: CovenantCommand): MatterOutcome | null => {
  const decided = { status: "decided", decidedOn: today, set: "residents-assembly" } as const
  if (command._tag === "RepealCovenant") return decidedMatter(command.matter, command.sections, decided)
  if (command._tag === "SubmitDraft")
    return draft && { ...openMatter(command.matter, repealText), text: draft.document }
  const submission = draft?.submission ?? null
  if (submission === null) return null
  const { document, matter } = submission
  return matter === "matter-1"
    ? { matter, text: document, ...decided }
    : { matter, status: "rejected", text: null, decidedOn: null, set: null }
}

/** Two drafts of two revisions and one round of comments are as many as every arrow needs. */
const isDeep = ({ draft, drafts, versions }: Covenant): boolean =>
  drafts > 2 || versions.length > 1 || (draft?.revision ?? 0) > 2 || (draft?.round?.round ?? 0) > 1

/** Where the draft stands; without one, what became of the last version. */
const view = ({ draft, status, versions }: Covenant): string => {
  if (status !== "open") return status
  if (draft !== null) return draft.phase
  const last = versions.at(-1)
  if (last === undefined) return "idle"
  return last.from === null ? "adopted" : "in-force"
}

/** The life of a covenant: two drafts one after the other, of which the first may become a version. */
export const covenantWorld = (): Walked =>
  walk({
    decider: covenant,
    commands: (state) => (isDeep(state) ? [] : commands(state)),
    circumstances: (state, command) => ({
      actor: command._tag === "CheckLegality" ? covenantReviewer : covenantDrafter,
      // Comments run until the end of the day: what closes them comes on the next.
      now: on(command._tag === "CloseComments" ? "2026-03-03" : today),
      covenant: "covenant-1",
      rules,
      outcome: outcomeFor(state, command),
    }),
    view,
    limit: 60_000,
  })
