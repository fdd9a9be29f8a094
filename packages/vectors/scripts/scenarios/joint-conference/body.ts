import type { ConferenceCommand, ConferencePolicy } from "@jinlin/core/joint-conference"
import type { Line } from "../lines.ts"
import {
  admit,
  adopt,
  assign,
  dissolve,
  found,
  merge,
  missing,
  name,
  notice,
  policy,
  release,
  schedule,
  secretariat,
} from "./asking.ts"

type Conference = Line<ConferenceCommand>

/** Founded on 1 January with four members and an observer. */
export const founding = (by: ConferencePolicy = policy): ReadonlyArray<Conference> => [
  { on: "2026-01-01", ask: found(by), says: "A conference is founded with its convenor." },
  { on: "2026-01-01", ask: secretariat("party-organization"), says: "A body becomes its secretary." },
  ...["clinic", "school", "property", "court"].map((unit) => ({
    on: "2026-01-01" as const,
    ask: admit(unit),
    says: `${unit} joins as a member.`,
  })),
  { on: "2026-01-01", ask: admit("newspaper", "observer"), says: "An observer joins." },
]

/** Who is in the conference, who convenes it, and a period without a meeting. */
export const body: ReadonlyArray<Conference> = [
  {
    on: "2025-12-31",
    ask: admit("clinic"),
    says: "What was never founded takes no command.",
    refused: ["ConferenceNotActive"],
  },
  ...founding(),
  { on: "2026-01-01", ask: found(), says: "A conference is founded once.", refused: ["ConferenceAlreadyFounded"] },
  { on: "2026-01-02", ask: admit("school"), says: "A unit stands on the roll once.", refused: ["UnitAlreadyAdmitted"] },
  {
    on: "2026-01-02",
    ask: { ...admit("library"), delegate: "school:a" },
    says: "A person speaks for one unit.",
    refused: ["PersonSpeaksAlready"],
  },
  {
    on: "2026-01-02",
    ask: { ...admit("library"), alternate: "library:d" },
    says: "Nobody is their own alternate.",
    refused: ["PersonSpeaksAlready"],
  },
  {
    on: "2026-01-02",
    ask: name("library", "x"),
    says: "A unit that is not there names nobody.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-01-02", ask: name("school", "school:new", "school:a"), says: "A unit names another delegate." },
  { on: "2026-01-02", ask: name("school", "school:new", "school:a"), says: "Naming the same again changes nothing." },
  {
    on: "2026-01-03",
    ask: assign("p-next", "2026-01-02"),
    says: "Nobody convenes from yesterday on.",
    refused: ["AssignmentInPast"],
  },
  { on: "2026-01-03", ask: assign("p-next", "2026-02-01"), says: "Somebody convenes from a later day on." },
  {
    on: "2026-01-03",
    ask: assign("p-next", "2026-02-10"),
    says: "Who convenes on that day already is not assigned again.",
  },
  {
    on: "2026-01-03",
    ask: adopt("2026-01-02", policy),
    says: "A policy does not take effect yesterday.",
    refused: ["EffectiveTooEarly"],
  },
  { on: "2026-01-03", ask: adopt("2026-02-01", { ...policy, noticeDays: 5 }), says: "A policy takes effect later." },
  {
    on: "2026-01-04",
    ask: adopt("2026-01-31", policy),
    says: "Nor before the one adopted last.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "school", "campus"),
    says: "A unit does not merge with itself.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "clinic", "court"),
    says: "No third unit bears the name.",
    refused: ["MergeNeedsTwoUnits", "PersonSpeaksAlready"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "library", "campus"),
    says: "Both units must be there.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-01-04", ask: merge("school", "newspaper", "campus"), says: "A member and an observer become a member." },
  { on: "2026-01-05", ask: release("library"), says: "Who is not there is not released.", refused: ["UnitUnknown"] },
  { on: "2026-01-05", ask: release("court"), says: "A unit is released." },
  { on: "2026-03-28", ask: missing, says: "A meeting in March can still be called to be held by 1 April." },
  {
    on: "2026-03-29",
    ask: missing,
    says: "With three full days of notice it can be called no more: the period went by.",
  },
  { on: "2026-03-29", ask: missing, says: "That is noted once." },
  { on: "2026-04-01", ask: dissolve, says: "With no meeting open the conference is dissolved." },
  {
    on: "2026-04-02",
    ask: schedule("late", "2026-05-01"),
    says: "A dissolved conference takes no command.",
    refused: ["ConferenceNotActive"],
  },
  { on: "2026-04-02", ask: found(), says: "Nor is it founded again.", refused: ["ConferenceAlreadyFounded"] },
]

/** A conference without members. */
export const empty: ReadonlyArray<Conference> = [
  { on: "2026-01-01", ask: found(), says: "A conference is founded." },
  { on: "2026-01-01", ask: admit("newspaper", "observer"), says: "An observer joins, and nobody else." },
  { on: "2026-01-05", ask: schedule("spring", "2026-01-20", null), says: "A meeting is set; the convenor presides." },
  {
    on: "2026-01-10",
    ask: notice("spring"),
    says: "Without a member nobody could ever make a quorum.",
    refused: ["NoMemberOnRoll"],
  },
]
