import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { firstDay } from "./first-day.ts"
import { openPlatform } from "./platform.ts"
import { tenant } from "./requests.ts"

const file = process.argv[2] ?? fileURLToPath(new URL("../../../.out/on-your-platform.db", import.meta.url))
mkdirSync(dirname(file), { recursive: true })

// #region main
await using jinlin = await openPlatform(file)
jinlin.workers.start()
await firstDay(jinlin, console.log)
// #endregion main

// A server goes on here. This program ends once everybody has been told.
for (let waited = 0; waited < 100; waited += 1) {
  const backlog = await jinlin.store.backlog(tenant, Date.now())
  if (!backlog.ok || backlog.value.waiting === 0) break
  await setTimeout(50)
}
