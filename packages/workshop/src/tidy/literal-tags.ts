import type { Finding } from "./finding.ts"
import { processesIn, roleSources } from "./places.ts"
import { taggedCases } from "./tagged-cases.ts"
import type { Workspace } from "./workspace.ts"

/** The rules about tense and refusals read tags where they are written; unions put together otherwise would pass unread. */
export const literalTags = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace).flatMap((process) =>
    ["commands", "events", "refusals"].flatMap((role) => {
      const sources = roleSources(workspace, process, role)
      const [first] = sources
      if (first === undefined || sources.some((source) => taggedCases(source).length > 0)) return []
      const remedy = 'Write every case as `Schema.TaggedStruct("Tag", { … })`'
      return [{ path: first.path, line: 1, wrong: "declares no case with a literal tag", remedy }]
    }),
  )
