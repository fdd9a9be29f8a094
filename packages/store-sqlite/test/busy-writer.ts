// Writes to a file that other processes write at the same time: events to a stream of its own, and, taking turns with the
// others, events to a stream of all. Prints how many commits were taken, and how many turns were lost.
import { openSqliteStore } from "../src/index.ts"
import { append, commitOf } from "./commits.ts"

const [file = "", name = "", rounds = "0"] = process.argv.slice(2)
const opened = await openSqliteStore({ file, busyTimeout: 60_000 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const store = opened.value
let [taken, lost] = [0, 0]

const write = async (stream: string, expected: number): Promise<number> => {
  const answer = await store.commit(commitOf({ appends: [append(stream, expected)] }))
  if (answer.ok) {
    taken += 1
    return expected + 1
  }
  if (answer.failure._tag !== "VersionConflict") throw new Error(JSON.stringify(answer.failure))
  lost += 1
  return write(stream, answer.failure.actual)
}

let shared = 0
for (let round = 0; round < Number(rounds); round += 1) {
  const [, next] = await Promise.all([write(`own-${name}`, round), write("shared", shared)])
  shared = next
}
await store[Symbol.asyncDispose]()
process.stdout.write(JSON.stringify({ taken, lost }))
