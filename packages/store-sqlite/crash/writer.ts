// Writes until it is killed. What is answered as written is noted in a file at once, with a synchronous write, so that the
// note outlives the process: `<name> <position>`. Arguments: the file of the store, the file of the notes, how many streams.
import { openSync, writeSync } from "node:fs"
import { openSqliteStore } from "../src/open.ts"
import { nameOf, tenant, wholeCommit } from "./commits.ts"

const [file = "", notes = "", streams = "1"] = process.argv.slice(2)
const opened = await openSqliteStore({ file })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const store = opened.value
const noteFile = openSync(notes, "a")

const writeOn = async (stream: string): Promise<never> => {
  const before = await store.readStream(tenant, stream)
  if (!before.ok) throw new Error(JSON.stringify(before.failure))
  for (let revision = before.value.length + 1; ; revision += 1) {
    const answer = await store.commit(wholeCommit(stream, revision))
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    writeSync(noteFile, `${nameOf(stream, revision)} ${answer.value.position}\n`)
  }
}

writeSync(1, "writing\n")
await Promise.all(Array.from({ length: Number(streams) }, (_, index) => writeOn(`s-${index}`)))
