/** What a package may hold, and nothing else. */
const allowed: ReadonlyArray<RegExp> = [
  /^package\.json$/,
  /^README(\.zh-Hans)?\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  /^dist\/(.+\/)?[^/]+\.(js|d\.ts)$/,
  /^schema\/[a-z0-9-]+\.sql$/,
  /^schema\/[a-z0-9-]+\.json$/,
  /^packs\/[a-z0-9.-]+@\d{4}-\d{2}-\d{2}\.json$/,
  /^(schemas|cases|histories)\/(.+\/)?[^/]+\.json$/,
  /^replayer\/[^/]+\.py$/,
]

const required: ReadonlyArray<string> = ["package.json", "README.md", "LICENSE"]

/** What is too much or too little in a package, in words with the remedy. */
export const fileListFaults = (files: Iterable<string>): ReadonlyArray<string> => {
  const held = [...files]
  return [
    ...held
      .filter((path) => !allowed.some((pattern) => pattern.test(path)) || /\.(test|spec|property)\./.test(path))
      .map((path) => `${path} is not on the list of files that a package may hold. Remedy: keep it out of "files".`),
    ...required
      .filter((path) => !held.includes(path))
      .map((path) => `${path} is missing. Remedy: write it, beside package.json.`),
  ]
}

/**
 * Places of the machine that built the package, found in its text: they differ from build to build and tell what is
 * nobody's business.
 *
 * @param machinePaths Such as the workspace's root and the home directory.
 */
export const machinePathFaults = (
  files: ReadonlyMap<string, Buffer>,
  machinePaths: ReadonlyArray<string>,
): ReadonlyArray<string> =>
  [...files].flatMap(([path, content]) =>
    machinePaths
      .filter((place) => place.length > 1 && content.includes(place))
      .map(
        (place) =>
          `${path} names ${place}, a place on the machine that built it. Remedy: look for what wrote it there.`,
      ),
  )
