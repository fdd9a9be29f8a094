import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { describe, expect, it } from "vitest"
import { everything, toInstall } from "./install.mjs"
import { PNPM_VERSION, pnpmCommand } from "./pnpm.mjs"

const example = { name: "the example", selection: ["--prod"] }
const stamp = (...parts: ReadonlyArray<string>) => ({ lock: "now", parts: [...parts] })
const found = { stamp: undefined, lock: "now", anyModules: false }

describe("what the first run installs", () => {
  it.each([
    { when: "nothing is there", wanted: example, given: found, part: example },
    { when: "the part stands", wanted: example, given: { ...found, stamp: stamp("the example") }, part: undefined },
    { when: "the whole stands", wanted: example, given: { ...found, stamp: stamp(everything.name) }, part: undefined },
    {
      when: "only a part stands",
      wanted: everything,
      given: { ...found, stamp: stamp("the example") },
      part: everything,
    },
    {
      when: "the lockfile has changed",
      wanted: example,
      given: { ...found, lock: "later", stamp: stamp("the example") },
      part: example,
    },
    {
      when: "the lockfile of a whole installation has changed",
      wanted: example,
      given: { ...found, lock: "later", stamp: stamp(everything.name) },
      part: everything,
    },
    { when: "a developer installed by hand", wanted: example, given: { ...found, anyModules: true }, part: everything },
  ])("is right when $when", ({ given, part, wanted }) => {
    expect(toInstall(wanted, given)).toBe(part)
  })
})

describe("the pnpm of the first run", () => {
  it("is the running one under pnpm, and npm is left alone", () => {
    const env = { npm_execpath: "/somewhere/pnpm", npm_config_user_agent: "pnpm/12.21.0 npm/? node/?" }
    expect(pnpmCommand(env)).toEqual({ program: "/somewhere/pnpm", args: [], through: "pnpm" })
  })

  it("is started with Node when the running one is a script", () => {
    const env = { npm_execpath: "/somewhere/pnpm.cjs", npm_config_user_agent: "pnpm/10.0.0" }
    expect(pnpmCommand(env)).toEqual({ program: process.execPath, args: ["/somewhere/pnpm.cjs"], through: "pnpm" })
  })

  it("is fetched by npm's own script otherwise, in the version of the lockfile", () => {
    const folder = mkdtempSync(join(tmpdir(), "jinlin-npm-"))
    const script = join(folder, "npm-cli.js")
    writeFileSync(script, "")
    const command = pnpmCommand({ npm_execpath: script, npm_config_user_agent: "npm/11.0.0" })
    rmSync(folder, { recursive: true })
    expect(command).toEqual({
      program: process.execPath,
      args: [script, "exec", "--yes", "--", `pnpm@${PNPM_VERSION}`],
      through: "npm",
    })
  })

  it("is looked for on the PATH when npm did not call us", () => {
    const folder = mkdtempSync(join(tmpdir(), "jinlin-path-"))
    const home = join(folder, "node_modules", "npm", "bin")
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, "npm-cli.js"), "")
    const command = pnpmCommand({ PATH: folder })
    rmSync(folder, { recursive: true })
    expect(basename(command?.args[0] ?? "")).toBe("npm-cli.js")
  })
})
