import type { Circumstances } from "@jinlin/core/kernel"
import { type CivilDate, dayNumber } from "@jinlin/core/kernel/arithmetic"

/** Nine in the morning of a day in Shanghai, and the timekeeper who acts. Who may act is not what is measured here. */
export const around = (day: CivilDate): Circumstances => ({
  actor: { _tag: "System", rule: "CHAIR-10" },
  now: { instant: dayNumber(day) * 86_400_000 + 3_600_000, zone: "Asia/Shanghai", civilDate: day, minuteOfDay: 540 },
})
