import {
  call,
  close,
  come,
  counts,
  decideIt,
  enter,
  grant,
  headcount,
  heads,
  open,
  opinion,
  ownersAlone,
  put,
  rebase,
  voter,
  votes,
} from "./asking.ts"
import { formerAct, type Said } from "./law.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

const formerly: Said = { packs: [], approval: [], quorum: [], notice: { days: 1, urgent: false, citation: formerAct } }
const ours = { instrument: "our default", certainty: "our-default" } as const
const stricter: Said = { proxies: { cap: 0, citation: ours } }
const slower: Said = { notice: { days: 30, urgent: false, citation: ours } }
const studied: Said = { partyStudy: { required: true, citation: ours } }

/** The law changes between a call and its decision, and somebody has to say how to go on. */
export const law: Lines = [
  { on: "2025-12-20", ask: open(ownersAlone), says: "A matter." },
  { on: "2025-12-20", ask: call("vote", "owners-special", "2025-12-28"), says: "Called under the law of that day." },
  { on: "2025-12-20", ask: enter(voter("a", { area: 700 }), voter("b", { area: 300 })), says: "Its roll." },
  { on: "2025-12-20", ask: grant("b", "a"), says: "One votes for the other." },
  { on: "2025-12-28", ask: rebase("law-of-call"), says: "The law is as it was.", refused: ["LawHasNotChanged"] },
  {
    on: "2025-12-28",
    ask: rebase("law-of-today"),
    says: "There is nothing to re-base.",
    refused: ["LawHasNotChanged"],
  },
  {
    on: "2026-01-02",
    changes: stricter,
    ask: put("open", "2026-01-05"),
    says: "Since the call proxies were abolished: nobody votes before somebody has said how to go on.",
    refused: ["LawHasChanged"],
  },
  {
    on: "2026-01-02",
    law: null,
    ask: put("open", "2026-01-05"),
    says: "Without any law nobody votes either.",
    refused: ["LawUnresolved"],
  },
  {
    on: "2026-01-02",
    changes: stricter,
    ask: rebase("law-of-today"),
    says: "Under the law of today a proxy that was given stands in the way.",
    refused: ["ProxyCapReached"],
  },
  {
    on: "2026-01-02",
    changes: slower,
    ask: rebase("law-of-today"),
    says: "Under another the call came too late: cancel it and call again.",
    refused: ["NoticeNotKept"],
  },
  {
    on: "2026-01-02",
    changes: studied,
    ask: rebase("law-of-today"),
    says: "Under a third the Party organization must have passed the text.",
    refused: ["PartyStudyMissing"],
  },
  {
    on: "2026-01-02",
    law: null,
    ask: rebase("law-of-today"),
    says: "Onto no law nobody re-bases.",
    refused: ["LawUnresolved"],
  },
  {
    on: "2026-01-02",
    changes: formerly,
    ask: rebase("law-of-today"),
    says: "Onto rules under which the body is only heard.",
  },
  { on: "2026-01-02", changes: formerly, ask: rebase("law-of-today"), says: "Once is enough." },
  {
    on: "2026-01-02",
    changes: formerly,
    ask: put("open", "2026-01-05"),
    says: "So nobody votes.",
    refused: ["BodyIsHeard"],
  },
  { on: "2026-01-03", ask: rebase("law-of-today"), says: "The law changes back, and the sitting with it." },
  { on: "2026-01-03", ask: put("open", "2026-01-05"), says: "Now they vote." },
  { on: "2026-01-06", ask: close, says: "It is closed." },
  {
    on: "2026-01-06",
    changes: stricter,
    ballots: [],
    ask: decideIt,
    says: "The law has changed again, and a ballot was cast by the old one.",
    refused: ["LawHasChanged"],
  },
  {
    on: "2026-01-06",
    changes: stricter,
    ask: decideIt,
    says: "Every reason is named.",
    refused: ["BallotsNotGathered", "LawHasChanged"],
  },
  {
    on: "2026-01-06",
    changes: stricter,
    ask: rebase("law-of-today"),
    says: "After the ballot opened rules are frozen.",
    refused: ["RulesAreFrozen"],
  },
  {
    on: "2026-01-06",
    changes: stricter,
    ask: rebase("law-of-call"),
    says: "The law of the call is kept, with a reason.",
  },
  { on: "2026-01-06", changes: stricter, ask: rebase("law-of-call"), says: "Once is enough." },
  {
    on: "2026-01-07",
    changes: slower,
    ballots: [
      { voter: "a", choice: "for", castBy: "a", at: 1767625200000, kept: "counts" },
      { voter: "b", choice: "for", castBy: "a", at: 1767625200001, kept: "counts" },
    ],
    ask: decideIt,
    says: "It is judged by the law of its call, whatever comes later, and the decision says that it changed.",
  },
]

/** A body that is heard, under a law that changed. */
export const heard: Lines = [
  {
    on: "2025-12-20",
    ask: open({
      list: "two",
      steps: [
        {
          step: "vote",
          body: "two-committees",
          standing: "committee",
          sets: ["two-committees"],
          whenLost: { _tag: "Stay" },
          returnsTo: [],
          amendedRestartsAt: null,
        },
        {
          step: "hear",
          body: "consultation-council",
          standing: "council",
          sets: ["consultation-council"],
          whenLost: { _tag: "Stay" },
          returnsTo: [],
          amendedRestartsAt: null,
        },
      ],
    }),
    says: "A matter that ends with a body that is heard.",
  },
  { on: "2025-12-20", ask: call("vote", "two-committees", "2025-12-24"), says: "The first body is called." },
  { on: "2025-12-20", ask: heads("a", "b", "c"), says: "Its roll." },
  { on: "2025-12-24", ask: headcount(2), says: "Two come." },
  { on: "2025-12-24", ask: put("secret-papers", "2025-12-24"), says: "The text is put." },
  { on: "2025-12-24", ask: counts(3, 0), says: "More papers than people.", refused: ["MoreVotesThanVoters"] },
  { on: "2025-12-24", ask: counts(2, 0), says: "Two papers." },
  { on: "2025-12-24", ask: counts(2, 0), says: "The same again changes nothing." },
  { on: "2025-12-24", ask: counts(1, 1), says: "A record stands.", refused: ["VotesAlreadyRecorded"] },
  {
    on: "2025-12-24",
    ask: votes({ for: ["a"] }),
    says: "Papers bear no names.",
    refused: ["NotRecordedThisWay", "VotesAlreadyRecorded"],
  },
  { on: "2025-12-24", ask: close, says: "It is closed." },
  { on: "2025-12-24", ask: decideIt, says: "It passes; another step follows." },
  { on: "2025-12-25", ask: call("hear", "consultation-council", "2025-12-30"), says: "The second body is called." },
  { on: "2025-12-25", ask: heads("e", "f"), says: "Its roll." },
  { on: "2025-12-30", ask: come("e", "f"), says: "Both come." },
  {
    on: "2026-01-02",
    changes: slower,
    ask: opinion(true),
    says: "The law has changed since its call.",
    refused: ["LawHasChanged"],
  },
  { on: "2026-01-02", changes: slower, ask: rebase("law-of-call"), says: "The law of the call is kept." },
  {
    on: "2026-01-02",
    changes: slower,
    ask: opinion(false),
    says: "It is heard, would not have the matter go on, and the matter is decided all the same.",
  },
]
