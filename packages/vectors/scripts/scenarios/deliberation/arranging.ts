import type { MatterPlan } from "@jinlin/core/deliberation"
import type { StepPlan } from "@jinlin/core/kernel"
import {
  call,
  cancel,
  close,
  come,
  consult,
  counts,
  decideIt,
  file,
  heads,
  open,
  opinion,
  propose,
  put,
  review,
  withdraw,
} from "./asking.ts"
import { lawOf } from "./law.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

const plan = (first: StepPlan, ...others: ReadonlyArray<StepPlan>): MatterPlan => ({
  list: "mistaken",
  steps: [first, ...others],
})
const system = { _tag: "System", rule: "DELIBERATION-17" } as const

/** How a matter is put forward, and called off. */
export const opening: Lines = [
  { on: "2026-03-01", ask: withdraw, says: "What was not put forward takes nothing.", refused: ["MatterNotOpen"] },
  { on: "2026-03-01", ask: file(1), says: "Nor a register.", refused: ["MatterNotOpen"] },
  { on: "2026-03-01", by: system, ask: open(), says: "A person puts a matter forward.", refused: ["ProposerMissing"] },
  {
    on: "2026-03-01",
    plan: null,
    ask: open(),
    says: "The charter has no list of this name.",
    refused: ["PlanNotOfCharter"],
  },
  {
    on: "2026-03-01",
    plan: undefined,
    ask: open(),
    says: "Nor is it taken on trust where nobody looked.",
    refused: ["PlanNotOfCharter"],
  },
  {
    on: "2026-03-01",
    plan: plan(propose, consult),
    ask: open(plan(propose, { ...consult, whenLost: { _tag: "Stay" } })),
    says: "The charter's list has the same steps and another consequence: nobody makes a list of their own under its name.",
    refused: ["PlanNotOfCharter"],
  },
  {
    on: "2026-03-01",
    ask: open(plan(propose, propose)),
    says: "Two steps of one name.",
    refused: ["StepNamedTwice"],
  },
  {
    on: "2026-03-01",
    plan: null,
    ask: open(plan(propose, propose)),
    says: "Both are said.",
    refused: ["PlanNotOfCharter", "StepNamedTwice"],
  },
  {
    on: "2026-03-01",
    ask: open(
      plan(
        { ...propose, whenLost: { _tag: "Return", to: "consult" }, returnsTo: ["propose", "resolve"] },
        { ...consult, amendedRestartsAt: "nowhere" },
      ),
    ),
    says: "No step sends a matter forward, or to a step that is none; every place is named.",
    refused: ["NoEarlierStep", "NoEarlierStep", "NoEarlierStep"],
  },
  { on: "2026-03-01", ask: open(plan(propose, review)), says: "A matter that ends with a body that is heard." },
  { on: "2026-03-01", ask: cancel, says: "Nothing is called.", refused: ["NoSitting"] },
  { on: "2026-03-01", ask: decideIt, says: "Nothing is there to decide.", refused: ["NoSitting"] },
  {
    on: "2026-03-01",
    ask: call("review", "consultation-council", "2026-03-20"),
    says: "It is another step's turn.",
    refused: ["NotItsTurn"],
  },
  {
    on: "2026-03-01",
    ask: call("propose", "two-committees", "2026-03-20"),
    says: "The step sits under its own sets.",
    refused: ["SetNotOfStep"],
  },
  {
    on: "2026-03-01",
    law: null,
    ask: call("propose", "party-committee", "2026-03-20"),
    says: "The charter gives no law for this set.",
    refused: ["LawUnresolved"],
  },
  {
    on: "2026-03-01",
    law: lawOf("party-committee", "2026-02-28"),
    ask: call("propose", "party-committee", "2026-03-20"),
    says: "The law of yesterday is not that of today.",
    refused: ["LawUnresolved"],
  },
  {
    on: "2026-03-01",
    ask: call("propose", "party-committee", "2026-02-28"),
    says: "Nobody is called for yesterday.",
    refused: ["NoticeTooShort"],
  },
  {
    on: "2026-03-01",
    changes: { partyStudy: { required: true, citation: { instrument: "our default", certainty: "our-default" } } },
    ask: call("propose", "party-committee", "2026-03-02"),
    says: "The Party organization must have passed the text before.",
    refused: ["PartyStudyMissing"],
  },
  {
    on: "2026-03-01",
    ask: call("propose", "party-committee", "2026-03-03", "a leak"),
    says: "A reason that is not needed is not kept.",
  },
  {
    on: "2026-03-01",
    ask: call("propose", "party-committee", "2026-03-04"),
    says: "One sitting at a time.",
    refused: ["SittingNotOver"],
  },
  { on: "2026-03-02", ask: cancel, says: "It is called off; the step stays." },
  { on: "2026-03-02", ask: file(1), says: "A sitting that was called off has no register.", refused: ["RoundNotOver"] },
  {
    on: "2026-03-02",
    ask: call("propose", "party-committee", "2026-03-02"),
    says: "It is called again: the second round.",
  },
  { on: "2026-03-02", ask: heads("a", "b", "c"), says: "The roll is entered." },
  { on: "2026-03-02", ask: opinion(true), says: "A body that decides gives no opinion.", refused: ["BodyDecides"] },
  { on: "2026-03-02", ask: put("show-of-hands", "2026-03-02"), says: "The text is put." },
  { on: "2026-03-02", ask: withdraw, says: "An open ballot is decided first.", refused: ["BallotUndecided"] },
  { on: "2026-03-02", ask: cancel, says: "A sitting that votes is not called off.", refused: ["BallotAlreadyOpened"] },
  { on: "2026-03-02", ask: counts(0, 2), says: "Nobody is for it." },
  { on: "2026-03-02", ask: close, says: "It is closed." },
  { on: "2026-03-02", ask: close, says: "Closing it twice changes nothing." },
  { on: "2026-03-02", ask: decideIt, says: "It is lost, and the matter is rejected." },
]

/** What ends with an opinion, and what the proposer takes back. */
export const nobody: Lines = [
  {
    on: "2026-03-01",
    ask: open(plan(review, { ...review, step: "again", sets: ["consultation-council", "two-committees"] })),
    says: "Two bodies that are heard, and none that decides.",
  },
  { on: "2026-03-01", ask: call("review", "consultation-council", "2026-03-05"), says: "The first is called." },
  { on: "2026-03-01", ask: heads("e", "f"), says: "Its roll is entered." },
  { on: "2026-03-05", ask: come("e", "f"), says: "Both come." },
  { on: "2026-03-05", ask: opinion(true), says: "It is heard." },
  { on: "2026-03-05", ask: call("again", "consultation-council", "2026-03-09"), says: "The second is called." },
  { on: "2026-03-05", ask: heads("e", "f"), says: "Its roll is entered." },
  { on: "2026-03-09", ask: come("e", "f"), says: "Both come." },
  {
    on: "2026-03-09",
    ask: opinion(true),
    says: "A matter does not end without anybody having decided it; another set would.",
    refused: ["NobodyDecided"],
  },
  { on: "2026-03-09", ask: withdraw, says: "The proposer takes it back, and the body need not come." },
  { on: "2026-03-10", ask: file(1), says: "The register of what was held is still filed." },
  { on: "2026-03-10", ask: file(2), says: "The second was not held.", refused: ["RoundNotOver"] },
]
