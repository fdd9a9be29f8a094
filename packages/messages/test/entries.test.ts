import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"

const sources = join(import.meta.dirname, "../src")

/** What a browser would load for these imports: the sources that are in it, and its size. */
const bundled = async (code: string) => {
  const result = await build({
    stdin: { contents: code, resolveDir: sources, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    format: "esm",
    platform: "browser",
    absWorkingDir: join(sources, ".."),
    metafile: true,
    logLevel: "silent",
  })
  const { bytes } = Object.values(result.metafile.outputs).reduce((whole, output) =>
    output.bytes > whole.bytes ? output : whole,
  )
  const inputs = Object.values(result.metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path.replaceAll("\\", "/")),
  )
  return { bytes, inputs, gzip: gzipSync(result.outputFiles[0]?.contents ?? "", { level: 9 }).length }
}

const folders = ["zh-hans", "zh-hant", "en"]
const names = { "zh-hans": "zhHans", "zh-hant": "zhHant", en: "en" }

describe("one language comes alone", () => {
  test.each(Object.entries(names))("from @jinlin/messages/%s", async (folder, name) => {
    const { gzip, inputs } = await bundled(
      `import { ${name} } from "./${folder}/index.ts"; console.log(${name}.textOf("a.b"))`,
    )
    const present = folders.filter((other) => inputs.some((path) => path.startsWith(`src/${other}/`)))
    expect(present).toEqual([folder])
    expect(gzip).toBeLessThan(86_000)
  })

  test("also out of the entry that has all three, where the bundler shakes", async () => {
    const { inputs } = await bundled(`import { en } from "./index.ts"; console.log(en.textOf("a.b"))`)
    const present = folders.filter((other) => inputs.some((path) => path.startsWith(`src/${other}/`)))
    expect(present).toEqual(["en"])
  })

  test("and an import that uses nothing loads nothing", async () => {
    const { bytes } = await bundled(`import { languages } from "./index.ts"; console.log(languages)`)
    expect(bytes).toBeLessThan(200)
  })

  test("nothing of Node and nothing of the core is needed in a browser", async () => {
    const { inputs } = await bundled(`import * as messages from "./index.ts"; console.log(messages)`)
    expect(inputs.filter((path) => /node:|packages\/core|node_modules\/(?!.*messageformat)/.test(path))).toEqual([])
  })
})
