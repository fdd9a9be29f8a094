// Before the tests, once.
import { seedOf, variable } from "./seed.ts"

/** Says which seed the properties of this run draw from, and how another is chosen. */
export const setup = (): void => {
  console.log(`Properties draw from seed ${seedOf(process.env)}; ${variable} sets another.`)
}
