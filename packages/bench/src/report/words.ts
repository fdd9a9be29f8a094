const steps = [
  { from: 1e9, unit: "s" },
  { from: 1e6, unit: "ms" },
  { from: 1e3, unit: "µs" },
] as const

const threeDigits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** Nanoseconds as people read them: `58.9 ns`, `1.12 µs`. */
export const duration = (nanoseconds: number): string => {
  const step = steps.find(({ from }) => nanoseconds >= from)
  return step === undefined ? `${threeDigits(nanoseconds)} ns` : `${threeDigits(nanoseconds / step.from)} ${step.unit}`
}

/** Bytes in kB of 1,024, the unit of the budgets. */
export const weight = (bytes: number): string => `${threeDigits(bytes / 1024)} kB`

/** `2.1×`, `21×`. */
export const times = (ratio: number): string => `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2)}×`

/** A whole number with commas between its thousands. */
export const counted = (number: number): string => `${Math.round(number)}`.replace(/\B(?=(\d{3})+$)/g, ",")
