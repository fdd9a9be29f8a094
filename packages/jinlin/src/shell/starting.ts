import type { Refusal } from "@jinlin/core/kernel"
import {
  type Answer,
  type Clock,
  done,
  failed,
  type Plugin,
  type PluginFailed,
  type PluginKind,
  type Service,
} from "@jinlin/sdk"

/** A port that the host made and owns, or a plugin that is started here and disposed of here. */
export type Given<Kind extends PluginKind, Port extends Service> = Port | Plugin<Kind, Port, Refusal>

/** A port that is ready, and whether it is ours to dispose of. */
export interface Started<Port> {
  readonly port: Port
  readonly isOurs: boolean
}

/** How long a plugin may take to start, in milliseconds. */
const patience = 30_000

const isPlugin = <Kind extends PluginKind, Port extends Service>(
  given: Given<Kind, Port>,
): given is Plugin<Kind, Port, Refusal> => "start" in given && typeof given.start === "function"

const late = (plugin: string): PluginFailed => ({
  ...{ _tag: "PluginFailed", rule: "PLUGIN-3", plugin, because: "timed-out" },
  detail: `did not start within ${patience / 1000} seconds`,
})

/** Starts a plugin, or takes a port as it is. A plugin that hangs is given up, and named. Rule PLUGIN-3. */
export const start = async <Kind extends PluginKind, Port extends Service>(
  given: Given<Kind, Port>,
  clock: Clock,
): Promise<Answer<Started<Port>, Refusal>> => {
  if (!isPlugin(given)) return done({ port: given, isOurs: false })
  const givenUp = new AbortController()
  const timer = setTimeout(() => givenUp.abort(), patience)
  const tooLate = new Promise<Answer<never, PluginFailed>>((resolve) => {
    givenUp.signal.addEventListener("abort", () => resolve(failed(late(given.name))))
  })
  try {
    const started = await Promise.race([given.start({ clock, signal: givenUp.signal }), tooLate])
    return started.ok ? done({ port: started.value, isOurs: true }) : started
  } finally {
    clearTimeout(timer)
  }
}
