import { readdirSync } from "node:fs"
import { placeOf, textOf } from "./repository.ts"

/** A package that is published, as its own manifest describes it. */
export interface PublishedPackage {
  readonly name: string
  readonly description: string
}

interface Manifest extends PublishedPackage {
  readonly private?: boolean
}

/** Every package under `packages/` that is not private, by name. */
export const publishedPackages = (): ReadonlyArray<PublishedPackage> =>
  readdirSync(placeOf("packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "bench")
    .map(({ name }) => JSON.parse(textOf(`packages/${name}/package.json`)) as Manifest)
    .filter((manifest) => manifest.private !== true)
    .map(({ name, description }) => ({ name, description }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
