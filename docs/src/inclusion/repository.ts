import { existsSync, readFileSync, realpathSync } from "node:fs"
import { dirname, join, relative, resolve, sep } from "node:path"

/** The folder that holds `pnpm-workspace.yaml`, looked for upwards: the site is built by a bundler that moves modules about. */
const rootOf = (from: string): string => {
  if (existsSync(join(from, "pnpm-workspace.yaml"))) return realpathSync(from)
  const above = dirname(from)
  if (above === from)
    throw new Error("[jinlin] [docs] no pnpm-workspace.yaml above this folder. Run this inside the repository.")
  return rootOf(above)
}

/** Where the repository stands on this machine. */
const repositoryRoot = (): string => rootOf(process.cwd())

/** The absolute place of a file that pages name from the repository's root, with forward slashes. Never outside it. */
export const placeOf = (file: string): string => {
  const root = repositoryRoot()
  const place = resolve(root, file)
  if (relative(root, place).split(sep)[0] === "..")
    throw new Error(`[jinlin] [docs] ${file} lies outside the repository.`)
  return place
}

/** The text of a file of the repository, with line ends of one kind. Throws, with the remedy, where it is missing. */
export const textOf = (file: string): string => {
  const place = placeOf(file)
  if (!existsSync(place)) {
    throw new Error(
      `[jinlin] [docs] ${file} does not exist. Name a file from the repository's root, such as README.md.`,
    )
  }
  return readFileSync(place, "utf8").replaceAll("\r\n", "\n")
}
