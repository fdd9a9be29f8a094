import type { Voice } from "../report/voice.ts"
import type { Surroundings } from "./surroundings.ts"

/** What a progress bar is told, and how it goes away. */
export interface Progress {
  readonly onProgress: (done: number, all: number) => void
  /** Takes the bar off the terminal again, where one was drawn. */
  readonly clear: () => void
}

const cells = 24
/** Nobody needs a bar for what is over in a moment, nor a new one more than ten times a second. */
const patience = 1000
const pause = 100

const barOf = (done: number, all: number): string => {
  const full = all === 0 ? cells : Math.floor((done / all) * cells)
  return `[${"█".repeat(full)}${"░".repeat(cells - full)}]`
}

/** A progress bar on stderr, for somebody who sits before it, and only where the work takes more than a second. */
export const progressFor = ({ clock, stderr }: Pick<Surroundings, "clock" | "stderr">, voice: Voice): Progress => {
  const now = clock ?? (() => performance.now())
  const began = now()
  let drawn: number | undefined
  const line = (text: string): unknown => stderr.write(`\r\u001b[K${text}`)
  return {
    onProgress: (done, all) => {
      const time = now()
      if (stderr.isTTY !== true || time - began < patience || (drawn !== undefined && time - drawn < pause)) return
      drawn = time
      line(`${barOf(done, all)} ${voice.say("journal.progress", { done, all })}`)
    },
    clear: () => {
      if (drawn !== undefined) line("")
    },
  }
}
