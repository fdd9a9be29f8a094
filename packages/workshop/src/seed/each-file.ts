// Before each test file: every property draws from the seed of the run, apart from those that are given one of their own.
import * as fc from "fast-check"
import { seedOf } from "./seed.ts"

fc.configureGlobal({ seed: seedOf(process.env) })
