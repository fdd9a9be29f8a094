import { call, cancel, close, decideIt, enter, open, ownersAlone, put, rebase, voter, votes } from "./asking.ts"
import { ofOwners, type Said } from "./law.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

const [first] = ownersAlone.steps
const either = { ...ownersAlone, steps: [{ ...first, sets: ["owners-general", "owners-special"] }] } as const

const assigned = ofOwners ?? []
const ours = { instrument: "our default", certainty: "our-default" } as const
const asLawHasIt: Said = { subjects: assigned }
const withLifts: Said = { subjects: [...assigned, { subject: "lifts", set: "owners-special", citation: ours }] }
/** Another law: funds are raised by the easier majority. */
const easier: Said = {
  subjects: assigned.map((one) =>
    one.subject === "raising-of-maintenance-funds" ? { ...one, set: "owners-general" } : one,
  ),
}

/** Funds are to be raised: three quarters must be for it, and nobody calls it something easier. */
export const raising: Lines = [
  { on: "2026-04-01", ask: open(either, "raising-of-maintenance-funds"), says: "Owners are to raise funds." },
  {
    on: "2026-04-01",
    changes: asLawHasIt,
    ask: call("vote", "owners-general", "2026-04-05"),
    says: "More than half may use the funds, and not raise them.",
    refused: ["SubjectNotOfSet"],
  },
  {
    on: "2026-04-01",
    changes: { ...asLawHasIt, notice: { days: 30, urgent: false, citation: ours } },
    ask: call("vote", "owners-general", "2026-04-05"),
    says: "It is said together with everything else.",
    refused: ["SubjectNotOfSet", "NoticeTooShort"],
  },
  {
    on: "2026-04-01",
    ask: call("vote", "owners-general", "2026-04-05"),
    says: "Where law assigns nothing to a set, it is free.",
  },
  {
    on: "2026-04-02",
    changes: asLawHasIt,
    ask: rebase("law-of-today"),
    says: "It does not come under a law that assigns something else to it.",
    refused: ["SubjectNotOfSet"],
  },
  { on: "2026-04-02", ask: cancel, says: "It is called off." },
  {
    on: "2026-04-02",
    changes: asLawHasIt,
    ask: call("vote", "owners-special", "2026-04-06"),
    says: "They are called under the rules of three quarters.",
  },
  { on: "2026-04-02", ask: enter(voter("a", { area: 700 }), voter("b", { area: 300 })), says: "Their roll." },
  {
    on: "2026-04-03",
    changes: withLifts,
    ask: rebase("law-of-today"),
    says: "The set decides another subject as well: it comes under that law.",
  },
  {
    on: "2026-04-06",
    changes: easier,
    ask: put("open", "2026-04-07"),
    says: "Another set decides it now: that is a change like any other.",
    refused: ["LawHasChanged"],
  },
  {
    on: "2026-04-06",
    changes: easier,
    ask: rebase("law-of-today"),
    says: "It does not come under a law that gives it to another set.",
    refused: ["SubjectNotOfSet"],
  },
  {
    on: "2026-04-06",
    changes: easier,
    ask: rebase("law-of-call"),
    says: "It keeps to the rules that it has by now, which are those of the day after its call.",
  },
  { on: "2026-04-06", changes: easier, ask: put("open", "2026-04-07"), says: "They vote." },
  { on: "2026-04-06", ask: votes({ for: ["a", "b"] }), says: "Both are for it." },
  { on: "2026-04-08", ask: close, says: "It is closed." },
  { on: "2026-04-08", changes: easier, ballots: [], ask: decideIt, says: "It passes, by the harder majority." },
]

/** Nobody said what the matter is about. */
export const unsaid: Lines = [
  { on: "2026-04-01", ask: open(either), says: "A matter about nothing that a law assigns." },
  {
    on: "2026-04-01",
    changes: asLawHasIt,
    ask: call("vote", "owners-special", "2026-04-05"),
    says: "To this set subjects are assigned, and the matter has none.",
    refused: ["SubjectNotOfSet"],
  },
  {
    on: "2026-04-01",
    changes: { subjects: assigned.filter(({ set }) => set === "owners-special") },
    ask: call("vote", "owners-general", "2026-04-05"),
    says: "To the other none is assigned: it is free.",
  },
]

/** What the matter is said to be about stands in no law. */
export const unknown: Lines = [
  { on: "2026-04-01", ask: open(either, "a-lift"), says: "A matter about something that no law names." },
  {
    on: "2026-04-01",
    changes: asLawHasIt,
    ask: call("vote", "owners-general", "2026-04-05"),
    says: "The set decides what is assigned to it, and nothing else.",
    refused: ["SubjectNotOfSet"],
  },
]
