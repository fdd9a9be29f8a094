import type { Clauses, Covenant, CovenantCommand, Draft } from "@jinlin/core/covenant"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { CovenantMove } from "./moves.ts"
import { covenantDigest, covenantText, repealText } from "./scene.ts"

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]

const texts: ReadonlyArray<Clauses> = [
  covenantText("lead:1", "parking:1", "dogs:1"),
  covenantText("lead:1", "parking:2", "dogs:1"),
  covenantText("lead:1", "dogs:1", "parking:1"),
  covenantText("lead:2", "parking:1", "dogs:2", "noise:1"),
  covenantText("parking:1", "dogs:1"),
  covenantText("lead:1", "parking:3", "noise:1"),
  covenantText("lead:1", "lead:1"),
]

const names = ["lead", "parking", "dogs", "noise"]

/** A revision states a reason for a clause or two, or for none. */
const revision = ({ other, which }: CovenantMove): CovenantCommand => ({
  _tag: "DraftRevision",
  sections: pick(texts, which === 59 ? 6 : ([0, 1, 2, 3, 5, 1, 2, 3, 5, 4][which % 10] ?? 0)) ?? covenantText("lead:1"),
  reasons: names.slice(0, pick([0, 4, 4, 4, 2], other) ?? 0).map((clause) => ({ clause, reason: "as it was said" })),
})

const comment = ({ other, which }: CovenantMove, draft: Draft, today: CivilDate): CovenantCommand => ({
  _tag: "RecordComment",
  comment: `comment-${draft.comments.length + (which % 9 === 0 ? 0 : 1)}`,
  clause: pick([...draft.sections.map(({ name }) => name), null, which === 40 ? "nowhere" : null], which) ?? null,
  text: covenantDigest(which % 10),
  receivedOn: addDays(today, pick([0, 0, 0, 0, -1, -5, -20, 1], other) ?? 0),
})

const disposition = ({ other, which }: CovenantMove, draft: Draft): CovenantCommand => {
  const waiting = draft.comments.filter(({ disposed }) => disposed === null)
  const chosen = pick(waiting.length > 0 && which % 5 > 0 ? waiting : draft.comments, which)
  const said = pick(["taken-up", "taken-up-in-part", "not-taken-up"] as const, which) ?? "taken-up"
  const clauses = names.filter((_, place) => ((other >> place) & 1) === 1)
  return {
    _tag: "DisposeComment",
    comment: chosen?.comment ?? "comment-0",
    disposition: said,
    reason: "as it was weighed",
    clauses: said === "not-taken-up" && other % 7 > 0 ? [] : clauses,
  }
}

const check = ({ which }: CovenantMove, draft: Draft): CovenantCommand => ({
  _tag: "CheckLegality",
  document: which % 11 === 10 ? covenantDigest(9) : draft.document,
  conforms: which % 7 > 0,
  opinion: covenantDigest(8),
  against: which % 7 > 0 && which % 13 > 0 ? [] : ["the right to come and go"],
})

/** What of a move asks about the draft; nothing where there is none. */
const onDraft = (move: CovenantMove, draft: Draft, today: CivilDate): CovenantCommand | undefined => {
  switch (move.kind) {
    case "comment":
      return comment(move, draft, today)
    case "dispose":
      return disposition(move, draft)
    case "check":
      return check(move, draft)
    default:
      return undefined
  }
}

const submission = ({ other, which }: CovenantMove, { matters, orders, versions }: Covenant): CovenantCommand => {
  const known = which % 6 === 5 ? pick(matters, other) : undefined
  const answered = new Set(versions.flatMap(({ corrects, from }) => (from === null ? [] : corrects)))
  const open = orders.filter(({ lifted, order }) => !lifted && !answered.has(order)).map(({ order }) => order)
  return {
    _tag: "SubmitDraft",
    matter: known ?? `matter-${matters.length + 1}`,
    corrects: other % 5 === 4 ? [] : open,
  }
}

/** The command that a move comes to where a covenant stands; nothing: only days pass. */
export const commandFor = (move: CovenantMove, covenant: Covenant, today: CivilDate): CovenantCommand | undefined => {
  const { kind, other, which } = move
  const { draft, orders, versions } = covenant
  const version = pick(versions, other % 4 > 0 ? versions.length - 1 : which)?.version ?? 1
  const day = addDays(today, pick([0, 0, 1, 5, 12, 30, -3], which) ?? 0)
  switch (kind) {
    case "wait":
      return undefined
    case "open-again":
      return { _tag: "OpenCovenant", kind: "management-covenant", title: "Another one" }
    case "draft":
      return revision(move)
    case "abandon":
      return { _tag: "AbandonDraft", reason: "nobody wants it" }
    case "offer":
      return { _tag: "OpenComments", until: addDays(today, pick([15, 15, 16, 20, 3, 14], which) ?? 15) }
    case "close":
      return { _tag: "CloseComments" }
    case "submit":
      return submission(move, covenant)
    case "decide":
      return { _tag: "RecordDecision" }
    case "force":
      return { _tag: "BringIntoForce", version, from: day }
    case "file":
      return {
        _tag: "FileVersion",
        version,
        receipt: `receipt ${which % 3}`,
        with: "office-1",
        on: addDays(today, -(other % 9)),
      }
    case "remind":
      return { _tag: "RemindFiling", version }
    case "order":
      return {
        ...{ _tag: "OrderCorrection", order: `order-${orders.length + (which % 5 === 0 ? 0 : 1)}`, version },
        ...{ by: "office-1", clauses: names.slice(0, 1 + (other % 3)), reason: "against a right" },
      }
    case "lift":
      return { _tag: "LiftOrder", order: pick(orders, which)?.order ?? "order-0", reason: "answered" }
    case "repeal":
      return {
        ...{ _tag: "RepealCovenant", matter: `repeal-${which}`, from: day },
        sections: which % 8 === 7 ? covenantText("repeals.covenant-2:3") : repealText,
      }
    default:
      return draft === null ? undefined : onDraft(move, draft, today)
  }
}
