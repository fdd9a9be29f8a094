import { consoleNotifier } from "@jinlin/notify-console"
import { type Directory, done, type Notifier } from "@jinlin/sdk"
import { type Charter, namesIn } from "../charter/charter.ts"
import { engineOn } from "../shell/engine-on.ts"
import { systemClock } from "../workers/clock.ts"
import { reaching } from "../workers/reaching.ts"
import { relay } from "../workers/relay.ts"
import { noticeText } from "../workers/relay-render.ts"
import type { Kept } from "./keeping.ts"
import { complain, type ExitCode, type Run } from "./session.ts"
import { storeFault } from "./store.ts"

/** Everybody is reached on the console, in the language of the run: this shows what would be sent, and sends nothing. */
const everybodyHere = (language: string): Pick<Directory, "contacts"> => ({
  contacts: async (_, person) => done([{ notifier: "console", address: person, language }]),
})

/** What was shown, and what was laid aside because nobody could be reached. */
export interface Shown {
  readonly sent: number
  readonly parked: number
}

const startConsole = async ({ given, voice }: Run, onLine: () => void): Promise<Notifier> => {
  const stream = {
    write: (text: string, taken: () => void) => {
      given.stdout.write(text)
      onLine()
      taken()
    },
  }
  const started = await consoleNotifier({ stream, language: voice.language }).start({
    clock: systemClock,
    signal: new AbortController().signal,
  })
  if (started.ok) return started.value
  throw new Error("[jinlin] [run] the console takes no messages")
}

/** Prints every message that waits in the store, once: what was shown is not shown by the next run. */
export const showNotices = async (
  run: Run,
  { charter, kept }: { readonly charter: Charter; readonly kept: Kept },
): Promise<Shown | ExitCode> => {
  const { store, tenant } = kept
  let sent = 0
  const notifier = await startConsole(run, () => {
    sent += 1
  })
  const engine = engineOn({ store, clock: systemClock, zoneOf: () => charter.zone })
  const shown = relay({
    ...{ store, clock: systemClock, random: Math.random, notifiers: [notifier], reach: reaching(engine) },
    directory: everybodyHere(run.voice.language),
    render: noticeText(() => namesIn(charter, run.voice.language)),
    // Always the same, so that the next run waits for nobody, however the one before it ended.
    holder: "journal",
  })
  let came = await shown.runOnce(tenant)
  while (came.ok && came.value > 0) came = await shown.runOnce(tenant)
  await shown[Symbol.asyncDispose]()
  const left = came.ok ? await store.backlog(tenant, 0) : came
  if (left.ok) return { sent, parked: left.value.parked }
  return complain(run, storeFault(left.failure, run.places.store ?? run.places.journal))
}
