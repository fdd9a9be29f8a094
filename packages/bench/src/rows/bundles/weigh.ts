import { gzipSync } from "node:zlib"
import { build } from "esbuild-wasm"
import { benchFolder } from "../../report/places.ts"

/** Bytes after gzip of what a consumer writes, bundled with all it needs and minified. Our packages are read as sources. */
export const weigh = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: benchFolder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@jinlin/source", "import"],
    external: ["node:*", "async_hooks"],
    logLevel: "silent",
  })
  return outputFiles.reduce((sum, { contents: code }) => sum + gzipSync(code).byteLength, 0)
}

/** Everything that some modules export, each under a name of its own, so that nothing is left out as ambiguous. */
export const whole = (modules: ReadonlyArray<string>): string =>
  modules.map((name, at) => `export * as entry${at} from "${name}"`).join("\n")
