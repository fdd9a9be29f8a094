import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, describe, expect, it } from "vitest"
import { fileListFaults, machinePathFaults } from "./file-list.ts"
import { packedManifestFaults } from "./packed-manifest.ts"
import { readTarball } from "./tarball.ts"

const folder = mkdtempSync(join(tmpdir(), "jinlin-tarball-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const member = (name: string, content: string, kind = "0"): Buffer => {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(content.length.toString(8).padStart(11, "0"), 124)
  header.write(kind, 156)
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)])
}

const tarball = (...members: ReadonlyArray<Buffer>): string => {
  const file = join(folder, `${members.length}-${members[0]?.length ?? 0}.tgz`)
  writeFileSync(file, gzipSync(Buffer.concat([...members, Buffer.alloc(1024)])))
  return file
}

describe("a tarball", () => {
  it("gives its files without the folder that they lie in", () => {
    const files = readTarball(
      tarball(
        member("package/package.json", "{}"),
        member("package/dist/a.js", "x".repeat(600)),
        member("package/b", "last"),
      ),
    )
    expect([...files].map(([path, content]) => [path, content.length])).toEqual([
      ["package.json", 2],
      ["dist/a.js", 600],
      ["b", 4],
    ])
  })

  it("is refused when it holds a link", () => {
    expect(() => readTarball(tarball(member("package/link", "", "2")))).toThrow("link, which is no plain file")
  })
})

describe("a packed manifest", () => {
  const manifest = {
    name: "p",
    version: "1.0.0",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./internal/*": null },
  }
  const files = ["package.json", "dist/index.js", "dist/index.d.ts"]

  it("passes when it says what anybody can follow", () => {
    expect(packedManifestFaults(manifest, files)).toEqual([])
  })

  it.each([
    { what: "a version of the catalog", change: { dependencies: { effect: "catalog:" } }, says: "catalog:" },
    {
      what: "a workspace version",
      change: { peerDependencies: { "@jinlin/core": "workspace:^" } },
      says: "workspace:",
    },
    {
      what: "our private condition",
      change: { exports: { ".": { "@jinlin/source": "./dist/index.js", default: "./dist/index.js" } } },
      says: "@jinlin/source",
    },
    {
      what: "a script that runs on installing",
      change: { scripts: { postinstall: "node x.js" } },
      says: "postinstall",
    },
    { what: "an entry without a file", change: { exports: { ".": "./dist/other.js" } }, says: "dist/other.js" },
    { what: "a command without a file", change: { bin: { jinlin: "./dist/cli.js" } }, says: "dist/cli.js" },
  ])("fails for $what", ({ change, says }) => {
    const faults = packedManifestFaults({ ...manifest, ...change }, files)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(says)
    expect(faults[0]).toContain("Remedy:")
  })
})

describe("the files of a package", () => {
  const good = ["package.json", "README.md", "LICENSE", "dist/index.js", "dist/chair/rules.d.ts"]

  it("pass when they are built code, its types, and what a reader needs", () => {
    expect(fileListFaults(good)).toEqual([])
  })

  it("pass when they are data for other languages, and what replays it", () => {
    const data = [
      "schemas/chair/events.json",
      "cases/chair/life.json",
      "histories/chair/life.json",
      "replayer/replay.py",
    ]
    expect(fileListFaults([...good, ...data])).toEqual([])
  })

  it.each(["src/index.ts", "dist/index.js.map", "dist/rules.test.js", "tsup.config.ts", ".npmrc", "api/index.api.md"])(
    "fail for %s",
    (path) => {
      expect(fileListFaults([...good, path])).toEqual([expect.stringContaining(path)])
    },
  )

  it.each(["README.md", "LICENSE", "package.json"])("fail without %s", (path) => {
    expect(fileListFaults(good.filter((other) => other !== path))).toEqual([
      expect.stringContaining(`${path} is missing`),
    ])
  })

  it("fail when their text names a place on the machine that built them", () => {
    const files = new Map([
      ["dist/a.js", Buffer.from("// src/a.ts")],
      ["dist/b.js", Buffer.from("// /builds/somebody/jinlin/src/b.ts")],
    ])
    expect(machinePathFaults(files, ["/builds/somebody", "/"])).toEqual([
      expect.stringContaining("dist/b.js names /builds/somebody"),
    ])
  })
})
