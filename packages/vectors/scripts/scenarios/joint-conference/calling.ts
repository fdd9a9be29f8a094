import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Line } from "../lines.ts"
import { cancel, dissolve, item, notice, policy, replace, schedule, secretariat, withdraw } from "./asking.ts"
import { founding } from "./body.ts"

type Conference = Line<ConferenceCommand>

/** Meetings are set, noticed and called off. */
export const calling: ReadonlyArray<Conference> = [
  ...founding({ ...policy, agendaDays: 10 }),
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-01-13"),
    says: "Two full days are too short for a notice of three.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-01-14"),
    says: "Three full days between today and the meeting are enough.",
  },
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-02-14"),
    says: "An id names one meeting.",
    refused: ["MeetingIdTaken"],
  },
  {
    on: "2026-01-10",
    ask: schedule("other", "2026-02-14", "newspaper"),
    says: "An observer does not preside.",
    refused: ["NotAMember"],
  },
  { on: "2026-01-10", ask: item("spring", "lights"), says: "For an item it is too late.", refused: ["AgendaClosed"] },
  { on: "2026-01-10", ask: notice("spring"), says: "The last day for the notice: it freezes rules and roll." },
  { on: "2026-01-10", ask: notice("spring"), says: "A notice goes out once.", refused: ["StepOrder"] },
  { on: "2026-01-11", ask: cancel("spring"), says: "A meeting is called off before it begins." },
  { on: "2026-01-11", ask: cancel("spring"), says: "No step leads out of cancelled.", refused: ["StepOrder"] },
  { on: "2026-01-11", ask: schedule("spring", "2026-02-14"), says: "Its id stays taken.", refused: ["MeetingIdTaken"] },
  {
    on: "2026-01-11",
    ask: schedule("summer", "2026-02-20", "clinic"),
    presider: { _tag: "Unit", unit: "school" },
    says: "Where a rota is kept, it says who presides.",
    refused: ["AnotherPresides"],
  },
  {
    on: "2026-01-11",
    ask: schedule("summer", "2026-02-20", "school"),
    presider: { _tag: "Unit", unit: "school" },
    says: "The unit of the rota presides.",
  },
  {
    on: "2026-02-09",
    ask: item("summer", "lights"),
    says: "Ten full days before the meeting is the last day for items.",
  },
  {
    on: "2026-02-09",
    ask: item("summer", "lights"),
    says: "An item stands on the agenda once.",
    refused: ["ItemAlreadyOnAgenda"],
  },
  {
    on: "2026-02-09",
    ask: item("summer", "fence", "library"),
    says: "Only units of the conference and its secretary propose.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-02-09", ask: item("summer", "drains", "party-organization"), says: "The secretary's body may." },
  { on: "2026-02-10", ask: item("summer", "fence"), says: "The day after is too late.", refused: ["AgendaClosed"] },
  {
    on: "2026-02-10",
    ask: withdraw("summer", "fence"),
    says: "What is not on the agenda is not withdrawn.",
    refused: ["ItemNotOnAgenda"],
  },
  { on: "2026-02-10", ask: withdraw("summer", "drains"), says: "An item is withdrawn." },
  { on: "2026-02-10", ask: replace("summer", "school"), says: "Replacing the chair by itself changes nothing." },
  {
    on: "2026-02-10",
    ask: replace("summer", "newspaper"),
    says: "An observer does not take the chair.",
    refused: ["NotAMember"],
  },
  {
    on: "2026-02-10",
    ask: replace("summer", "clinic"),
    presider: { _tag: "Convenor" },
    says: "Nor a unit where the rota leaves it to the convenor.",
    refused: ["AnotherPresides"],
  },
  { on: "2026-02-10", ask: replace("summer", "clinic"), says: "Another member takes it." },
  {
    on: "2026-02-10",
    ask: secretariat("clinic"),
    says: "Who presides does not become the secretary.",
    refused: ["SecretaryPresides"],
  },
  {
    on: "2026-02-10",
    ask: schedule("autumn", "2026-03-10", "party-organization"),
    says: "The secretary is no member and does not preside.",
    refused: ["NotAMember", "SecretaryPresides"],
  },
  {
    on: "2026-02-17",
    ask: notice("summer"),
    says: "Two full days before the meeting it is too late for the notice.",
    refused: ["NoticeTooLate"],
  },
  { on: "2026-02-17", ask: notice("winter"), says: "There is no such meeting.", refused: ["MeetingUnknown"] },
  {
    on: "2026-02-18",
    ask: dissolve,
    says: "With a meeting open nothing is dissolved.",
    refused: ["MeetingsStillOpen"],
  },
]
