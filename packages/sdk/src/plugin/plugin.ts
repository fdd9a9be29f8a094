import type { StandardSchemaV1 } from "@standard-schema/spec"
import type { Answer, Answering } from "../answer.ts"
import { done, failed } from "../answer.ts"
import type { Clock } from "../clock.ts"

/** The version of what a plugin is. It rises only when a plugin that was written for the one before would no longer run. */
export const pluginApiVersion = 1

/** What kind of port a plugin fills. */
export type PluginKind =
  | "store"
  | "notifier"
  | "directory"
  | "work-calendar"
  | "text-store"
  | "personal-vault"
  | "seal-keeper"

/** Options that a plugin does not take: which ones and why, in its own words. Rule PLUGIN-1. */
export interface InvalidOptions {
  readonly _tag: "InvalidOptions"
  readonly rule: "PLUGIN-1"
  readonly plugin: string
  readonly issues: ReadonlyArray<{ readonly path: ReadonlyArray<string | number>; readonly message: string }>
}

/** A plugin that was written for another version of the SDK. Rule PLUGIN-2. */
export interface WrongPluginVersion {
  readonly _tag: "WrongPluginVersion"
  readonly rule: "PLUGIN-2"
  readonly plugin: string
  readonly found: number
  readonly known: number
}

/** A plugin that threw, did not answer in time, or gave nothing that could be used. Rule PLUGIN-3. */
export interface PluginFailed {
  readonly _tag: "PluginFailed"
  readonly rule: "PLUGIN-3"
  readonly plugin: string
  readonly because: "threw" | "timed-out" | "bad-result" | "not-whole"
  /** One line, without stack or secret. */
  readonly detail: string
}

/** Why a plugin did not start. */
export type PluginFault = InvalidOptions | WrongPluginVersion | PluginFailed

/** What a plugin is given when it starts. */
export interface PluginContext {
  readonly clock: Clock
  /** Aborted when the start takes too long or is given up. */
  readonly signal: AbortSignal
}

/** What every service of a plugin has: it lets go of all it holds, as often as it is asked. */
export interface Service {
  readonly name: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A plugin with its options: it does nothing before it is started, and may be started more than once. */
export interface Plugin<Kind extends PluginKind, Port extends Service, Fault = never> {
  readonly kind: Kind
  readonly name: string
  readonly apiVersion: number
  readonly capabilities: Readonly<Record<string, boolean | string>>
  readonly start: (context: PluginContext) => Answering<Port, PluginFault | Fault>
}

/** How a plugin is written down. */
export interface PluginDefinition<
  Kind extends PluginKind,
  Schema extends StandardSchemaV1,
  Port extends Service,
  Fault,
> {
  readonly kind: Kind
  /** Such as `store-sqlite`; messages name it. */
  readonly name: string
  readonly apiVersion: number
  /** What it can do beyond what its kind must; declared before it starts. */
  readonly capabilities?: Readonly<Record<string, boolean | string>>
  readonly options: Schema
  readonly setup: (
    options: StandardSchemaV1.InferOutput<Schema>,
    context: PluginContext,
  ) => Answer<Port, Fault> | Answering<Port, Fault>
}

const pathOf = (issue: StandardSchemaV1.Issue): ReadonlyArray<string | number> =>
  (issue.path ?? []).map((step) => {
    const key = typeof step === "object" ? step.key : step
    return typeof key === "number" ? key : String(key)
  })

/** One line about something that was thrown; never its stack. */
export const lineOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).split("\n")[0]?.slice(0, 200) ?? ""

const read = async <Schema extends StandardSchemaV1>(
  plugin: string,
  schema: Schema,
  options: unknown,
): Promise<Answer<StandardSchemaV1.InferOutput<Schema>, InvalidOptions>> => {
  const result = await schema["~standard"].validate(options)
  if (result.issues === undefined) return done(result.value)
  const issues = result.issues.map((issue) => ({ path: pathOf(issue), message: issue.message }))
  return failed({ _tag: "InvalidOptions", rule: "PLUGIN-1", plugin, issues })
}

const isAnswer = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "ok" in value && (value.ok === true || "failure" in value)

const isService = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "name" in value && Symbol.asyncDispose in value

/**
 * A factory of plugins: it is called with options, which are read by any Standard Schema when the plugin starts. Whatever
 * goes wrong at the start is answered with the plugin's name and what to mend, and is never thrown.
 */
export const definePlugin =
  <Kind extends PluginKind, Schema extends StandardSchemaV1, Port extends Service, Fault = never>(
    definition: PluginDefinition<Kind, Schema, Port, Fault>,
  ) =>
  (options: StandardSchemaV1.InferInput<Schema>): Plugin<Kind, Port, Fault> => {
    const { apiVersion, kind, name } = definition
    const threw = (thrown: unknown): PluginFailed => ({
      ...{ _tag: "PluginFailed", rule: "PLUGIN-3", plugin: name, because: "threw", detail: lineOf(thrown) },
    })
    return {
      kind,
      name,
      apiVersion,
      capabilities: definition.capabilities ?? {},
      start: async (context) => {
        if (apiVersion !== pluginApiVersion)
          return failed({
            ...{ _tag: "WrongPluginVersion", rule: "PLUGIN-2", plugin: name },
            ...{ found: apiVersion, known: pluginApiVersion },
          })
        try {
          const known = await read(name, definition.options, options)
          if (!known.ok) return known
          const started = await definition.setup(known.value, context)
          if (isAnswer(started) && (!started.ok || isService(started.value))) return started
          const detail = "setup gave no service with a name and an asynchronous dispose"
          return failed({ ...threw(detail), because: "bad-result" })
        } catch (thrown) {
          return failed(threw(thrown))
        }
      },
    }
  }
