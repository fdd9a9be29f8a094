import type { Moment } from "@jinlin/core/kernel"
import { type CivilDate, dayNumber } from "@jinlin/core/kernel/arithmetic"

/** A moment on a day in Shanghai, at nine in the morning unless another minute of the day is given. */
export const on = (civilDate: CivilDate, minuteOfDay = 540): Moment => ({
  instant: dayNumber(civilDate) * 86_400_000 + (minuteOfDay - 480) * 60_000,
  zone: "Asia/Shanghai",
  civilDate,
  minuteOfDay,
})
