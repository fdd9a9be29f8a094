import type { Moment } from "@jinlin/core/kernel"
import { type CivilDate, dayNumber } from "@jinlin/core/kernel/arithmetic"

/** A moment in Shanghai, at nine unless another minute is given. */
export const moment = (civilDate: CivilDate, minuteOfDay = 540): Moment => ({
  instant: dayNumber(civilDate) * 86_400_000 + (minuteOfDay - 480) * 60_000,
  ...{ zone: "Asia/Shanghai", civilDate, minuteOfDay },
})
