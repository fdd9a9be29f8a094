import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { shownPath, workspaceRoot } from "../workspace/places.ts"

const patterns = ["packages/*/{src,test}/**/*.test.ts", "examples/*/{src,test}/**/*.test.ts"]

/** Whether a test file draws: with fast-check itself, or with the properties and suites of our testkit. */
export const draws = (text: string): boolean => /from "(fast-check|@jinlin\/testkit[^"]*)"/.test(text)

/** The test files of the workspace that draw their examples, in alphabetical order. */
export const drawingTests = (): ReadonlyArray<string> =>
  globSync(patterns, { cwd: workspaceRoot, exclude: (name) => name === "node_modules" || name === "dist" })
    .map((path) => join(workspaceRoot, path))
    .filter((path) => draws(readFileSync(path, "utf8")))
    .map(shownPath)
    .sort()
