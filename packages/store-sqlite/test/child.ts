import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

/** Runs a script of this folder in a process of its own, and gives what it printed; throws what it complained of. */
export const runChild = (script: string, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(script, import.meta.url))
    const child = spawn(process.execPath, ["--conditions=@jinlin/source", file, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    })
    let [said, complained] = ["", ""]
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString()
    })
    child.stderr.on("data", (part: Buffer) => {
      complained += part.toString()
    })
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`it ended with ${code}: ${complained}`)),
    )
  })
