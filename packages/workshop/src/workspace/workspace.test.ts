import { describe, expect, it } from "vitest"
import { entriesOf } from "./entries.ts"
import { inDependencyOrder, publicPackages } from "./packages.ts"

const built = (file: string) => ({
  "@jinlin/source": `./src/${file}.ts`,
  types: `./dist/${file}.d.ts`,
  default: `./dist/${file}.js`,
})
const pack = (name: string, dependencies: ReadonlyArray<string> = []) => ({
  manifest: {
    name,
    version: "0.0.0",
    dependencies: Object.fromEntries(dependencies.map((other) => [other, "workspace:^"])),
  },
})

describe("the entries of a package", () => {
  it("are those that name a source, with the file that each is built to", () => {
    const exports = {
      ".": built("index"),
      "./chair/rules": built("chair/rules/index"),
      "./package.json": "./package.json",
      "./internal/*": null,
    }
    expect(entriesOf({ name: "p", version: "0.0.0", exports })).toEqual([
      { subpath: "", name: "index", source: "src/index.ts", types: "dist/index.d.ts", code: "dist/index.js" },
      {
        subpath: "/chair/rules",
        name: "chair/rules/index",
        source: "src/chair/rules/index.ts",
        types: "dist/chair/rules/index.d.ts",
        code: "dist/chair/rules/index.js",
      },
    ])
  })

  it("are none when nothing is exported", () => {
    expect(entriesOf({ name: "p", version: "0.0.0" })).toEqual([])
  })
})

describe("packages in the order of their dependencies", () => {
  const order = (...packages: ReadonlyArray<ReturnType<typeof pack>>) =>
    inDependencyOrder(packages).map(({ manifest }) => manifest.name)

  it("begin with what others are built on", () => {
    expect(order(pack("shell", ["core", "sdk"]), pack("core"), pack("store", ["sdk"]), pack("sdk"))).toEqual([
      "core",
      "sdk",
      "shell",
      "store",
    ])
  })

  it("hold every package once, also in a circle", () => {
    expect(order(pack("a", ["b"]), pack("b", ["a"])).toSorted()).toEqual(["a", "b"])
  })

  it("leave out what is never published", () => {
    const names = publicPackages().map(({ manifest }) => manifest.name)
    expect(names).toContain("@jinlin/core")
    expect(names).not.toContain("@jinlin/workshop")
    expect(names.indexOf("@jinlin/core")).toBeLessThan(names.indexOf("jinlin"))
  })
})
