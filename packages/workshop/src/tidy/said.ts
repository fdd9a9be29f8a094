import { type Finding, sentence } from "./finding.ts"
import { type Workspace, workspaceOf } from "./workspace.ts"

/** A rule over a workspace. */
export type Rule = (workspace: Workspace) => ReadonlyArray<Finding>

/** What a rule says about files given as text, a line a finding. */
export const said = (rule: Rule, files: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  rule(workspaceOf(files)).map(sentence)

/** Where a rule finds something, as `path:line`. */
export const places = (rule: Rule, files: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  rule(workspaceOf(files)).map(({ path, line }) => `${path}:${line}`)
