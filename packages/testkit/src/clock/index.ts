export { type Tuning, type VirtualClock, virtualClock } from "./virtual-clock.ts"
