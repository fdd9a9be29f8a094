import { describe, expect, it } from "vitest"
import { catalogVersions, effectIsPeer } from "./manifest-dependencies.ts"
import { closedInside, entrySources, packedExports } from "./manifest-exports.ts"
import { said } from "./said.ts"
import { bannedWords } from "./words.ts"

/** Puts a banned word together, so that this file does not hold it. */
const word = (...parts: ReadonlyArray<string>): string => parts.join("")

const cityWords = [
  word("東", "湖"),
  word("东", "湖"),
  word("East", " Lake"),
  word("east", "-lake"),
  word("Fu", "zhou"),
  word("文武", "砂"),
]

describe("banned words", () => {
  it("are found anywhere, in a file's name too", () => {
    const denouncing = word("whistle", "blow")
    expect(said(bannedWords, { "docs/src/a.md": `# x\n\nA ${denouncing}er.` })).toEqual([
      expect.stringContaining("docs/src/a.md:3 "),
    ])
    expect(said(bannedWords, { [`docs/src/${denouncing}.md`]: "" })).toEqual([expect.stringContaining("its name")])
    expect(said(bannedWords, { "docs/src/a.md": "A whistle, and how it blows." })).toEqual([])
  })

  it.each(cityWords)("of one city are found in core and sdk only: %s", (city) => {
    expect(said(bannedWords, { "packages/core/src/grid/README.md": `In ${city}.` })).toEqual([
      expect.stringContaining("a word of one city"),
    ])
    expect(said(bannedWords, { "packages/sdk/src/a.ts": `// ${city}` }).length).toBe(1)
    expect(
      said(bannedWords, { "examples/chair-only/a.json": `"${city}"`, "packages/messages/src/a.json": city }),
    ).toEqual([])
  })

  it.each([
    word("/wo", "rk/main"),
    word('"/t', "mp/x"),
    word("(/ro", "ot/.config"),
    word("/ho", "me/someone/x"),
    word("C:\\Us", "ers\\a"),
  ])("of one machine are found: %s", (path) => {
    expect(said(bannedWords, { "README.md": `see ${path}` })).toEqual([
      expect.stringContaining("a path of one machine"),
    ])
  })

  it.each(["https://example.org/work/tmp/a", "\u0024{root}/tmp/a", "./work/a", "docs/home/a", "a/tmp/b"])(
    "are not seen in %s",
    (path) => {
      expect(said(bannedWords, { "README.md": `see ${path}` })).toEqual([])
    },
  )

  it("of a registry's address are found", () => {
    expect(said(bannedWords, { ".npmrc": word("registry", "=https://example.org/") }).length).toBe(1)
    expect(said(bannedWords, { "pnpm-lock.yaml": word("tarball: https://registry", ".npmjs.org/a.tgz") }).length).toBe(
      1,
    )
  })

  it("are not looked for in what is no text", () => {
    expect(said(bannedWords, { "a.png": `\0${word(" /t", "mp/x")}` })).toEqual([])
  })
})

const dist = { types: "./dist/index.d.ts", default: "./dist/index.js" }
const entry = { "@jinlin/source": "./src/index.ts", ...dist }
const exports = { ".": entry, "./package.json": "./package.json", "./internal/*": null }
const packed = { ".": dist, "./package.json": "./package.json", "./internal/*": null }

const sdk = (manifest: object, source = ""): Record<string, string> => ({
  "packages/sdk/package.json": JSON.stringify({ name: "@jinlin/sdk", ...manifest }, undefined, 2),
  "packages/sdk/src/index.ts": source,
  "pnpm-workspace.yaml":
    'packages:\n  - packages/*\n\n# Versions.\ncatalog:\n  "@types/node": 24.0.0\n  effect: 4.1.0\n\nallowBuilds:\n  esbuild: true\n',
})

describe("exports", () => {
  it("are packed as they are, without the condition for sources", () => {
    expect(said(packedExports, sdk({ exports, publishConfig: { exports: packed } }))).toEqual([])
  })

  it.each([
    ["nothing", undefined],
    ["the sources", exports],
    ["an entry too few", { ".": dist, "./internal/*": null }],
    ["another order of conditions", { ...packed, ".": { default: dist.default, types: dist.types } }],
  ])("are not packed with %s", (_, published) => {
    const found = said(packedExports, sdk({ exports, publishConfig: { exports: published } }))
    expect(found).toEqual([expect.stringContaining("`publishConfig.exports` is not `exports`")])
  })

  it("close what is internal", () => {
    expect(said(closedInside, sdk({ exports }))).toEqual([])
    expect(said(closedInside, sdk({ exports: { ".": entry } }))).toEqual([
      expect.stringContaining("does not close what is internal"),
    ])
  })

  it("lead to a source that stands", () => {
    expect(said(entrySources, sdk({ exports }))).toEqual([])
    const missing = {
      "./store": { "@jinlin/source": "./src/store.ts", types: "./dist/store.d.ts", default: "./dist/store.js" },
    }
    expect(said(entrySources, sdk({ exports: missing }))).toEqual([
      expect.stringContaining(
        "packages/sdk/package.json:4 entry `./store` leads to packages/sdk/src/store.ts, which is not there",
      ),
    ])
  })

  it.each([
    ["the types last", { "@jinlin/source": "./src/index.ts", default: dist.default, types: dist.types }],
    ["types of another file", { ...entry, types: "./dist/other.d.ts" }],
    ["no source", dist],
  ])("do not say %s", (_, wrong) => {
    expect(said(entrySources, sdk({ exports: { ".": wrong } }))).toEqual([
      expect.stringContaining("of one file in this order"),
    ])
  })

  it("of a private package are its own affair", () => {
    const open = sdk({ private: true, exports: { ".": "./nowhere.js" } })
    expect([packedExports, closedInside, entrySources].flatMap((rule) => said(rule, open))).toEqual([])
  })
})

describe("versions", () => {
  it("come from the catalog, but for peers and what it does not hold", () => {
    const good = {
      dependencies: { "@types/node": "catalog:", esbuild: "0.28.2" },
      peerDependencies: { effect: "^4.1.0" },
    }
    expect(said(catalogVersions, sdk(good))).toEqual([])
    expect(said(catalogVersions, sdk({ devDependencies: { "@types/node": "^24.0.0", effect: "4.1.0" } })).length).toBe(
      2,
    )
  })
})

describe("effect", () => {
  const source = 'import * as Schema from "effect/Schema"'

  it("is a peer of what imports it", () => {
    expect(said(effectIsPeer, sdk({ peerDependencies: { effect: "^4.1.0" } }, source))).toEqual([])
    expect(said(effectIsPeer, sdk({}, source)).length).toBe(1)
    expect(said(effectIsPeer, sdk({}, ""))).toEqual([])
  })

  it("is never brought along", () => {
    const both = { dependencies: { effect: "catalog:" }, peerDependencies: { effect: "^4.1.0" } }
    expect(said(effectIsPeer, sdk(both, source)).length).toBe(1)
  })
})
