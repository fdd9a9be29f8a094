import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readCharter, runJournal } from "jinlin"
import { workspaceRoot } from "../../report/places.ts"
import type { Preparation } from "../row.ts"

const home = join(workspaceRoot, "examples", "east-lake")

/** East Lake's year: the journal is read, told, and everything that falls due in it happens. */
export const journalRows: Preparation = async () => {
  const charter = readCharter(JSON.parse(readFileSync(join(home, "charter.json"), "utf8")))
  if (!charter.ok) throw new Error("[bench] the charter of East Lake is refused")
  const content = readFileSync(join(home, "journal.csv"))
  const tell = () => {
    const told = runJournal(charter.value, { format: "csv", content })
    if (!told.ok) throw new Error(`[bench] the journal of East Lake is refused: ${JSON.stringify(told.refusal[0])}`)
    return told.value.entries.length
  }
  const events = tell()
  return [
    {
      _tag: "Timed",
      id: "journal",
      title: `East Lake's year told by runJournal: ${events} events, CSV text to story`,
      contenders: [
        {
          name: "jinlin runJournal",
          part: "ours",
          run: (times) => {
            let sum = 0
            for (let time = 0; time < times; time += 1) sum += tell()
            return sum
          },
        },
      ],
      target: null,
      per: { count: events, name: "events" },
      notes: [],
    },
  ]
}
