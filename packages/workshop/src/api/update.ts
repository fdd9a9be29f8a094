// `pnpm api:update`: writes down what every package offers now. Build first; then read the difference before committing it.

import { chosen, runChecks } from "../checks/run-checks.ts"
import { entriesOf } from "../workspace/entries.ts"
import { publicPackages } from "../workspace/packages.ts"
import { reportsOf } from "./report.ts"
import { reportsVerdict } from "./verdict.ts"

const checks = publicPackages().map((pack) => ({
  name: pack.folder,
  run: () => reportsVerdict(pack.folder, reportsOf(pack, entriesOf(pack.manifest), true)),
}))

await runChecks("api reports", chosen(checks, process.argv.slice(2)))
