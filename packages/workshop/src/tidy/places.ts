import type { Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

/** The processes of the model map (ARCHITECTURE §2); a folder of core is named as this table names it. */
export const processNames: ReadonlySet<string> = new Set(
  `organization grid joint-conference rotating-chair appraisal whistle demand supervision
   deliberation ballot co-governance disclosure covenant service-project pairing
   home-visit mediation volunteering campaign
   first-contact service-centre data-exchange`.split(/\s+/),
)

/** The folders of core that are no process. */
export const otherCoreFolders: ReadonlySet<string> = new Set(["kernel", "charter", "reactions"])

const core = "packages/core/src/"

/** Where in core a file stands: `packages/core/src/rotating-chair/rules/next.ts` is `rules` of `rotating-chair`. */
export interface CorePlace {
  readonly folder: string
  /** The file or the folder beside `index.ts` that it belongs to, without ending. */
  readonly role: string
  readonly isProcess: boolean
}

/** Nothing when the file is not inside a folder of core. */
export const corePlaceOf = (path: string): CorePlace | undefined => {
  if (!path.startsWith(core)) return undefined
  const [folder, entry, ...deeper] = path.slice(core.length).split("/")
  if (folder === undefined || entry === undefined) return undefined
  const role = deeper.length > 0 ? entry : entry.replace(/\..*$/, "")
  return { folder, role, isProcess: !otherCoreFolders.has(folder) }
}

/** A file of tests, or one that only tests read. */
export const isTest = (path: string): boolean => /\.test\.ts$|^(packages|examples)\/[^/]+\/test\//.test(path)

/** Hand-written code of a package or an example that is no test. */
export const isSource = (path: string): boolean =>
  /^(packages|examples)\/[^/]+\/src\/.*\.m?[jt]s$/.test(path) && !/\/generated\/|\.d\.m?ts$/.test(path) && !isTest(path)

/** The sources among these files, parsed. */
export const sourcesIn = (workspace: Workspace, wanted: (path: string) => boolean): ReadonlyArray<Source> =>
  workspace.paths.filter(wanted).map(workspace.source)

/** Whether a file is a source of core. */
export const isCoreSource = (path: string): boolean => path.startsWith(core) && isSource(path)

/** The processes that stand, by the names of their folders. */
export const processesIn = (workspace: Workspace): ReadonlyArray<string> => {
  const places = workspace.paths.map(corePlaceOf).filter((place) => place?.isProcess === true)
  return [...new Set(places.map((place) => place?.folder ?? ""))]
}

/** The sources of one process that play one of these roles. */
export const roleSources = (
  workspace: Workspace,
  process: string,
  ...roles: ReadonlyArray<string>
): ReadonlyArray<Source> =>
  sourcesIn(workspace, (path) => {
    const place = corePlaceOf(path)
    return isSource(path) && place?.folder === process && roles.includes(place.role)
  })
