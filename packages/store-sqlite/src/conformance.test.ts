import { storeConformance } from "@jinlin/testkit/store"
import { afterAll, describe, it } from "vitest"
import { newPlace, openedStore } from "../test/place.ts"
import { rawRowsOf } from "../test/raw-rows.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

const file = place.path("kit.db")
const open = () => openedStore({ file })

// #region conformance
storeConformance(
  { describe, it },
  {
    open,
    reopen: open,
    concurrent: open,
    another: () => openedStore({ file: place.path("another.db") }),
    rawRows: async (tenant) => rawRowsOf(file, tenant),
  },
)
// #endregion conformance
