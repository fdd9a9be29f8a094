import { digestOfSections } from "@jinlin/core/kernel"
import {
  covenantStep as at,
  covenantDigest,
  covenantRules,
  covenantText,
  decidedMatter,
  openMatter,
  type Step,
} from "./scene.ts"

/** The text of the scene as it is offered, and as it is submitted with what a comment asked for. */
export const offeredText = covenantText("lead:1", "parking:1", "dogs:1")
/** The same with other words on parking. */
export const revisedText = covenantText("lead:1", "parking:2", "dogs:1")

const stages: ReadonlyArray<readonly [string, Step]> = [
  ["opened", at("2026-03-02", { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" })],
  ["drafted", at("2026-03-02", { _tag: "DraftRevision", sections: offeredText, reasons: [] })],
  ["commenting", at("2026-03-03", { _tag: "OpenComments", until: "2026-03-18" })],
  [
    "commented",
    at("2026-03-10", {
      ...{ _tag: "RecordComment", comment: "comment-1", clause: "parking" },
      ...{ text: covenantDigest(7), receivedOn: "2026-03-10" },
    }),
  ],
  ["closed", at("2026-03-19", { _tag: "CloseComments" })],
  [
    "disposed",
    at("2026-03-20", {
      ...{ _tag: "DisposeComment", comment: "comment-1", disposition: "taken-up" },
      ...{ reason: "the gate is narrow", clauses: ["parking"] },
    }),
  ],
  ["revised", at("2026-03-21", { _tag: "DraftRevision", sections: revisedText, reasons: [] })],
  [
    "checked",
    at("2026-03-22", {
      ...{ _tag: "CheckLegality", document: digestOfSections(revisedText), conforms: true },
      ...{ opinion: covenantDigest(8), against: [] },
    }),
  ],
  [
    "submitted",
    at(
      "2026-03-23",
      { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
      { outcome: openMatter("matter-1", revisedText) },
    ),
  ],
  [
    "adopted",
    at(
      "2026-04-11",
      { _tag: "RecordDecision" },
      { rules: covenantRules("2026-04-10"), outcome: decidedMatter("matter-1", revisedText) },
    ),
  ],
  ["announced", at("2026-04-12", { _tag: "BringIntoForce", version: 1, from: "2026-05-01" })],
]

/** How far the covenant of the scene has come. */
export const covenantStages = [
  "opened",
  "drafted",
  "commenting",
  "commented",
  "closed",
  "disposed",
  "revised",
  "checked",
  "submitted",
  "adopted",
  "announced",
] as const
/** One of them. */
export type CovenantStage = (typeof covenantStages)[number]

/**
 * Everything that happened to the covenant of the scene up to a stage: begun and drafted on 2026-03-02, offered from the 3rd to the
 * 18th, one comment, submitted on the 23rd, decided on 2026-04-10, in force from 2026-05-01.
 */
export const covenantAt = (stage: CovenantStage): ReadonlyArray<Step> =>
  stages.slice(0, stages.findIndex(([name]) => name === stage) + 1).map(([, told]) => told)
