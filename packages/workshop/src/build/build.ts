// `pnpm build`: builds every published package, or the ones that are named, in the order of their dependencies. A package
// that holds nothing but data has no entries, and nothing to build.
import { chosen, runChecks } from "../checks/run-checks.ts"
import { verdictOf } from "../checks/verdict.ts"
import { entriesOf } from "../workspace/entries.ts"
import { publicPackages } from "../workspace/packages.ts"
import { programOf, runScript } from "../workspace/program.ts"

const checks = publicPackages()
  .filter(({ manifest }) => entriesOf(manifest).length > 0)
  .map(({ folder, path }) => ({
    name: folder,
    run: async () =>
      verdictOf(await runScript(programOf("tsup"), [], { cwd: path }), `pnpm build ${folder} repeats it alone.`),
  }))

await runChecks("build", chosen(checks, process.argv.slice(2)))
