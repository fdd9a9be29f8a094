import type { CalendarData } from "@jinlin/core/kernel/arithmetic"
import { china2024 } from "./china-2024.ts"
import { china2025 } from "./china-2025.ts"
import { china2026 } from "./china-2026.ts"

export { china2024, china2025, china2026 }

/**
 * The working days of mainland China for the years that the State Council has published, make-up working days included.
 * Data alone: `workCalendar(chinaWorkCalendar)` of `@jinlin/core/kernel/arithmetic` makes a calendar that answers.
 * Beyond these years that calendar answers `CalendarYearUnpublished`, never a guess.
 */
export const chinaWorkCalendar = {
  id: "cn.state-council",
  // The day on which the newest of the notices below was published.
  version: "2025-11-04",
  years: [china2024, china2025, china2026],
} as const satisfies CalendarData
