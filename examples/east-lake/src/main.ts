import { fileURLToPath } from "node:url"
import { runFromCommandLine } from "jinlin/cli"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

process.exitCode = await runFromCommandLine({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  defaults: {
    charter: here("../charter.json"),
    journal: here("../journal.csv"),
    report: here("../../../.out/east-lake.html"),
    registers: here("../../../.out/registers"),
    records: here("../../../.out/records"),
    store: here("../../../.out/east-lake.sqlite"),
  },
})
