import { storeConformance } from "@jinlin/testkit/store"
import { describe, it } from "vitest"
import { openMemoryStore } from "../src/index.ts"
import { lasting } from "./lasting.ts"

describe("the store in memory", () => {
  storeConformance({ describe, it }, { open: async () => openMemoryStore(), sequences: 100, steps: 60 })
})

describe("the store in memory, as if it were durable and shared", () => {
  storeConformance({ describe, it }, lasting())
})
