// Opens the files it is given as a user who may not write them, and prints what each is answered, as a JSON list.
import { openSqliteStore } from "../src/index.ts"

/** The user and group "nobody" of Linux. */
const nobody = 65_534

const kinds: Array<string> = []
if (process.getuid?.() === 0) {
  process.setgid?.(nobody)
  process.setuid?.(nobody)
}
for (const file of process.argv.slice(2)) {
  const opened = await openSqliteStore({ file, busyTimeout: 0 })
  kinds.push(
    opened.ok ? "opened" : opened.failure._tag === "StoreUnavailable" ? opened.failure.kind : opened.failure._tag,
  )
}
process.stdout.write(JSON.stringify(kinds))
