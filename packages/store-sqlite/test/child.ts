import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

/** Runs a script in a process of its own, and gives what it printed; throws what it complained of. */
export const runChild = (script: URL, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=@jinlin/source", fileURLToPath(script), ...args], {
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
