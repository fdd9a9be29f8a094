import type { OptionIssue } from "@jinlin/sdk"
import { tablesFault } from "../options.ts"

type Look = (value: unknown) => ReadonlyArray<OptionIssue>

const issue = (message: string): ReadonlyArray<OptionIssue> => [{ path: [], message }]

const isPool = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "query" in value && "connect" in value && "on" in value

const nameIssues =
  (option: "schema" | "tablePrefix"): Look =>
  (value) => {
    if (value === undefined) return []
    const fault = typeof value === "string" ? tablesFault({ [option]: value }) : undefined
    return typeof value === "string" && fault === undefined ? [] : issue(fault?.message ?? "must be a name")
  }

/** What is wrong with each of the options that texts and vaults have in common. */
export const placeIssues: {
  readonly pool: Look
  readonly schema: Look
  readonly tablePrefix: Look
  readonly migrate: Look
} = {
  pool: (value) => (isPool(value) ? [] : issue("must be a pool of the package pg")),
  schema: nameIssues("schema"),
  tablePrefix: nameIssues("tablePrefix"),
  migrate: (value) => (value === undefined || typeof value === "boolean" ? [] : issue("must be true or false")),
}
