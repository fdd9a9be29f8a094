export { fairnessColumns, fairnessOf, fairnessText } from "./fairness.ts"
export { htmlReport } from "./html.ts"
export { type TimelineLine, timeline } from "./timeline.ts"
export { type Layout, timelineText } from "./timeline-text.ts"
