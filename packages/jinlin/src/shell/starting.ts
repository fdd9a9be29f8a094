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
import { kindOf } from "../workers/contained.ts"

/** A port that the host made and owns, or a plugin that is started here and disposed of here. */
export type Given<Kind extends PluginKind, Port extends Service> = Port | Plugin<Kind, Port, Refusal>

/** A port that is ready, and whether it is ours to dispose of. */
interface Started<Port> {
  readonly port: Port
  readonly isOurs: boolean
}

/** How long a plugin may take to start, in milliseconds. */
const patience = 30_000

const isPlugin = <Kind extends PluginKind, Port extends Service>(
  given: Given<Kind, Port>,
): given is Plugin<Kind, Port, Refusal> => "start" in given && typeof given.start === "function"

const fault = (plugin: unknown, because: PluginFailed["because"], detail: string): PluginFailed => ({
  ...{
    _tag: "PluginFailed",
    rule: "PLUGIN-3",
    plugin: typeof plugin === "string" ? plugin : "unnamed",
    because,
    detail,
  },
})

/** Lets go of a service; whatever it throws, the others are let go of too. */
export const letGo = async (service: Service): Promise<void> => {
  try {
    await service[Symbol.asyncDispose]()
  } catch {
    // It is on its way out, and whoever comes after it must not suffer for it.
  }
}

const startPlugin = async <Kind extends PluginKind, Port extends Service>(
  plugin: Plugin<Kind, Port, Refusal>,
  clock: Clock,
): Promise<Answer<Port, Refusal>> => {
  const givenUp = new AbortController()
  const starting = (async () => plugin.start({ clock, signal: givenUp.signal }))().catch((thrown: unknown) =>
    failed(fault(plugin.name, "threw", kindOf(thrown))),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<Answer<never, PluginFailed>>((resolve) => {
    const detail = `did not start within ${patience / 1000} seconds`
    timer = setTimeout(() => {
      givenUp.abort()
      // Who comes after all is let go of: nobody waits for it any more.
      void starting.then((late) => (late.ok ? letGo(late.value) : undefined))
      resolve(failed(fault(plugin.name, "timed-out", detail)))
    }, patience)
  })
  try {
    return await Promise.race([starting, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** What every port of a kind answers to, so that one kind is not taken for another. */
const marks: Partial<Record<PluginKind, string>> = {
  store: "commit",
  directory: "identify",
  notifier: "send",
  "text-store": "redact",
  "personal-vault": "introduce",
}

const isOfKind = (port: object, kind: PluginKind): boolean => {
  const mark = marks[kind]
  return mark === undefined || typeof Reflect.get(port, mark) === "function"
}

/** Starts a plugin, or takes a port as it is. One that hangs is given up, one of another kind is refused; each is named. Rule PLUGIN-3. */
const start = async <Kind extends PluginKind, Port extends Service>(
  given: Given<Kind, Port>,
  kind: Kind,
  clock: Clock,
): Promise<Answer<Started<Port>, Refusal>> => {
  if (typeof given !== "object" || given === null)
    return failed(fault(undefined, "bad-result", `what was given as ${kind} is none`))
  const foreign = `was given as ${kind}, and is none`
  if (!isPlugin(given))
    return isOfKind(given, kind)
      ? done({ port: given, isOurs: false })
      : failed(fault(Reflect.get(given, "name"), "bad-result", foreign))
  if (given.kind !== kind) return failed(fault(given.name, "bad-result", foreign))
  const started = await startPlugin(given, clock)
  if (!started.ok) return started
  if (isOfKind(started.value, kind)) return done({ port: started.value, isOurs: true })
  await letGo(started.value)
  return failed(fault(given.name, "bad-result", foreign))
}

/** Starts ports one after the other, and remembers those that are to be disposed of here. */
export const starter = (clock: Clock) => {
  const ours: Array<Service> = []
  const begin = async <Kind extends PluginKind, Port extends Service>(
    given: Given<Kind, Port>,
    kind: Kind,
  ): Promise<Answer<Port, Refusal>> => {
    const started: Answer<Started<Port>, Refusal> = await start(given, kind, clock)
    if (!started.ok) return started
    if (started.value.isOurs) ours.push(started.value.port)
    return done(started.value.port)
  }
  /** Several of one kind: no two bear one name. */
  const beginAll = async <Kind extends PluginKind, Port extends Service>(
    all: ReadonlyArray<Given<Kind, Port>>,
    kind: Kind,
  ): Promise<Answer<ReadonlyArray<Port>, Refusal>> => {
    const ports: Array<Port> = []
    for (const given of all) {
      const begun = await begin(given, kind)
      if (!begun.ok) return begun
      const { name } = begun.value
      if (ports.some((other) => other.name === name))
        return failed(fault(name, "bad-result", "another one of this name was given"))
      ports.push(begun.value)
    }
    return done(ports)
  }
  return { ours, begin, beginAll }
}
