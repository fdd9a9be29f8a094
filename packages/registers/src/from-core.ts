import type { RegisterNames, SittingData, StepRegister } from "./register.ts"

/** A register of the core with everything in it: `RegisterEntry`. */
export type DecidedSitting = SittingData & RegisterNames

/** A register of the core as an audience may see it: `RegisterSheet`. */
export type ShownSitting = SittingData & {
  readonly names: RegisterNames | null
  readonly setAsideCounts: ReadonlyArray<{ readonly reason: string; readonly ballots: number }>
}

/** What the events of a matter do not hold, or hold elsewhere. */
export type AroundSitting = Omit<StepRegister, "sitting" | "names" | "setAsideCounts">

/**
 * A register of `@jinlin/core` (an entry of `stepRegister`, or what `registerFor` leaves of it) with its surroundings. A sheet
 * that shows no names gets neither roll nor marks, whatever is handed in. Rule REGISTER-2.
 */
export const stepRegisterOf = (sitting: DecidedSitting | ShownSitting, around: AroundSitting): StepRegister => {
  if (!("names" in sitting)) return { ...around, sitting, names: sitting }
  const { names, setAsideCounts } = sitting
  if (names !== null) return { ...around, sitting, names }
  const { marks: _marks, roll: _roll, ...rest } = around
  return { ...rest, sitting, names: null, setAsideCounts }
}
