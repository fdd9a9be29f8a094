import { storeConformance } from "@jinlin/testkit/store"
import { describe, it } from "vitest"
import { openMemoryStore } from "./index.ts"

storeConformance({ describe, it }, { open: async () => openMemoryStore() })
