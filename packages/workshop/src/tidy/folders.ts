import type { Finding } from "./finding.ts"
import type { Workspace } from "./workspace.ts"

const drawers = new Set(["utils", "common", "misc", "helpers", "shared", "types"])

/** The folder of a path that is a drawer for anything; nothing when every folder has a name of its own. */
const drawerIn = (path: string): string | undefined => {
  const [, , inside] = /^(packages\/[^/]+\/src|examples|docs\/src)\/(.*)$/.exec(path) ?? []
  return inside
    ?.split("/")
    .slice(0, -1)
    .find((folder) => drawers.has(folder.toLowerCase()))
}

/** The tree is the model: a folder says what its files are about, and a drawer says nothing. */
export const drawerFolders = (workspace: Workspace): ReadonlyArray<Finding> =>
  workspace.paths.flatMap((path) => {
    const drawer = drawerIn(path)
    if (drawer === undefined) return []
    const wrong = `stands in a folder named \`${drawer}\``
    return [
      {
        path,
        line: 1,
        wrong,
        remedy: "Name the folder after what its files are about, or put the file where it is used",
      },
    ]
  })
