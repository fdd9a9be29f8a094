import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Line } from "../lines.ts"
import { adjourn, attend, call, notice, policy, reconvene } from "./asking.ts"
import { noticed } from "./sitting.ts"

type Conference = Line<ConferenceCommand>

/** A meeting without a quorum is put off. */
export const inquorate: ReadonlyArray<Conference> = [
  ...noticed(),
  { on: "2026-03-02", ask: attend("spring", "clinic"), says: "One member comes." },
  { on: "2026-03-02", ask: attend("spring", "school"), says: "And another." },
  { on: "2026-03-02", ask: call("spring"), says: "Two of four are not more than half: no quorum, one is missing." },
  {
    on: "2026-03-02",
    ask: attend("spring", "court"),
    says: "Afterwards nobody is noted any more.",
    refused: ["StepOrder"],
  },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-09"),
    says: "This policy has no second call.",
    refused: ["ReconveningNotAdmitted"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "spring", "2026-03-20"),
    says: "Its id is taken.",
    refused: ["MeetingIdTaken"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "again", "2026-03-05"),
    says: "The new one needs its notice.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "again", "2026-03-20"),
    says: "It is put off to a new meeting with its agenda.",
  },
  { on: "2026-03-16", ask: notice("again"), says: "The new one is noticed." },
  { on: "2026-03-21", ask: call("again"), says: "Nobody met, and the day is over.", refused: ["MeetingDayPast"] },
]

/** A meeting without a quorum is called once more. */
export const reconvening: ReadonlyArray<Conference> = [
  ...noticed({
    ...policy,
    alternates: "never",
    reconvening: {
      quorum: {
        share: { numerator: "1", denominator: "3" },
        comparison: "at-least",
        measure: "heads",
        base: "members",
      },
      noticeDays: 1,
    },
  }),
  {
    on: "2026-03-02",
    ask: attend("spring", "clinic", "alternate"),
    says: "By this policy alternates do not count.",
    refused: ["AlternatesNotAdmitted"],
  },
  { on: "2026-03-02", ask: attend("spring", "clinic"), says: "One member comes." },
  { on: "2026-03-02", ask: call("spring"), says: "One of four is no quorum." },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-03"),
    says: "One full day must lie between.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-04"),
    says: "It is called once more, with a quorum of its own.",
  },
  { on: "2026-03-04", ask: attend("spring", "school"), says: "Attendance begins anew." },
  { on: "2026-03-04", ask: call("spring"), says: "One of four is less than a third." },
  {
    on: "2026-03-04",
    ask: reconvene("spring", "2026-03-10"),
    says: "It is not called a third time.",
    refused: ["AlreadyReconvened"],
  },
]
