import type { ArrivedBallot, BoxCount } from "@jinlin/core/deliberation"
import { on } from "@jinlin/testkit"
import {
  call,
  close,
  counts,
  decideIt,
  enter,
  file,
  headcount,
  open,
  propose,
  put,
  resolve,
  voter,
  votes,
  withdraw,
} from "./asking.ts"
import { meeting, proposed } from "./four-steps.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

const toldOf = (...voters: ReadonlyArray<string>): ReadonlyArray<ArrivedBallot> =>
  voters.map((voter) => ({
    voter,
    choice: null,
    castBy: voter,
    channel: "online",
    at: on("2026-03-13").instant,
    kept: "counts",
  }))

const voted = toldOf("m-1", "m-2", "r-1", "r-2", "r-3", "r-4", "r-5")
const box = (yes: number, no: number, abstain = 0): ReadonlyArray<BoxCount> => [
  { choice: "abstain", count: abstain },
  { choice: "against", count: no },
  { choice: "for", count: yes },
]

const ofTwoHeads = enter(
  voter("m-1", { heads: 2 }),
  voter("m-2", { heads: 2 }),
  ...["r-1", "r-2", "r-3", "r-4", "r-5", "r-6", "r-7", "r-8"].map((name) =>
    voter(name, { heads: 2, kind: "representative" }),
  ),
)

/** A ballot whose choices lie in a box: who voted is known, and what was chosen is three numbers. */
export const secret: Lines = [
  {
    ...(proposed[0] ?? { on: "2026-03-01", says: "" }),
    on: "2026-03-01",
    ask: open({
      list: "two",
      steps: [propose, { ...resolve, returnsTo: [], amendedRestartsAt: null, whenLost: { _tag: "Reject" } }],
    }),
    says: "A matter of two steps.",
  },
  ...proposed.slice(1),
  { on: "2026-03-02", ask: call("resolve", "representatives-meeting", "2026-03-13"), says: "The last body is called." },
  { on: "2026-03-02", ask: ofTwoHeads, says: "Its roll is entered, each voter with two heads by mistake." },
  { on: "2026-03-13", ask: headcount(16), says: "Sixteen heads are counted." },
  {
    on: "2026-03-13",
    ask: put("secret", "2026-03-13"),
    says: "A ballot in a box is one head, whatever its voter weighs.",
    refused: ["WeightsIdentify"],
  },
  { on: "2026-03-13", ask: meeting, says: "Its roll is entered anew, one head each." },
  {
    on: "2026-03-13",
    ask: put("secret", "2026-03-13"),
    says: "Sixteen of ten cannot be present.",
    refused: ["MorePresentThanEntitled", "NoQuorum"],
  },
  { on: "2026-03-13", ask: headcount(8), says: "Eight come." },
  {
    on: "2026-03-13",
    ask: put("secret", "2026-03-13"),
    says: "All weigh the same, and no area is asked for: it may be secret.",
  },
  { on: "2026-03-13", ask: counts(5, 2), says: "Nobody takes it down.", refused: ["NotRecordedThisWay"] },
  { on: "2026-03-13", ask: votes({ for: ["m-1"] }), says: "Least of all by name.", refused: ["NotRecordedThisWay"] },
  { on: "2026-03-13", ask: close, says: "It is closed." },
  {
    on: "2026-03-13",
    ask: decideIt,
    ballots: voted,
    says: "The box must be handed in as well.",
    refused: ["BallotsNotGathered"],
  },
  {
    on: "2026-03-13",
    ask: decideIt,
    ballots: voted,
    box: box(5, 1),
    says: "Seven voted and six ballots lie in the box: an auditor looks first.",
    refused: ["BoxDisagrees"],
  },
  { on: "2026-03-13", ask: withdraw, says: "It is not decided yet, and not taken back.", refused: ["BallotUndecided"] },
  {
    on: "2026-03-13",
    ask: decideIt,
    ballots: voted,
    box: box(5, 1, 1),
    says: "Five of eight present are more than half: the matter is decided.",
  },
  { on: "2026-03-14", ask: file(2), says: "The register is filed." },
]
