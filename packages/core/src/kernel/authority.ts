import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { Moment } from "./moment.ts"
import type { RuleId } from "./refusal.ts"

/**
 * Who acts. A `post` actor is a person (a random reference, never a name) who holds a post of a body or unit;
 * a clerk who types for a post holder says so in `onBehalfOf`. `system` is the timekeeper or the reactor,
 * with the rule that sent it.
 */
export type Actor =
  | {
      readonly _tag: "Post"
      readonly person: string
      /** A post kind, such as `secretary`, `convenor`, `delegate`. */
      readonly post: string
      /** The body or unit in which the post is held. */
      readonly within: string
      readonly onBehalfOf?: string | undefined
    }
  | { readonly _tag: "System"; readonly rule: RuleId }

/** Why an actor may do what it does; recorded with every event. */
export interface Grounds {
  readonly rule: RuleId
  readonly post: string
  readonly within: string
  /** For whom, where one person typed what another decided. */
  readonly onBehalfOf?: string
}

/** The actor holds none of the posts that may do this. */
export interface Forbidden {
  readonly _tag: "Forbidden"
  readonly rule: RuleId
  readonly command: string
  /** The posts that may. */
  readonly allowed: ReadonlyArray<string>
  /** The bodies in one of which such a post must be held, where that is asked for and known. */
  readonly within?: ReadonlyArray<string>
}

/** What every decision is told: who acts and when. A process adds what it needs from elsewhere. */
export interface Circumstances {
  readonly actor: Actor
  readonly now: Moment
}

/** One row: grounds, or a refusal that names the posts that may. */
export type AuthorityRule<Command, State, Around extends Circumstances> = (
  actor: Actor,
  command: Command,
  state: State,
  circumstances: Around,
) => Checked<Grounds, Forbidden>

/** A row for every command of a process: a missing one does not compile. */
export type AuthorityTable<Command extends { readonly _tag: string }, State, Around extends Circumstances> = {
  readonly [Tag in Command["_tag"]]: AuthorityRule<Extract<Command, { readonly _tag: Tag }>, State, Around>
}

/**
 * Default deny: a command whose tag has no row of its own is refused, whatever its type says.
 * Rule AUTHORITY-1 (our default).
 */
export const authorize = <Command extends { readonly _tag: string }, State, Around extends Circumstances>(
  table: AuthorityTable<Command, State, Around>,
  command: Command,
  state: State,
  circumstances: Around,
): Checked<Grounds, Forbidden> => {
  const tag: Command["_tag"] = command._tag
  if (!Object.hasOwn(table, tag)) return refuse({ _tag: "Forbidden", rule: "AUTHORITY-1", command: tag, allowed: [] })
  const row = table[tag] as AuthorityRule<Command, State, Around>
  return row(circumstances.actor, command, state, circumstances)
}

const groundsOf = (rule: RuleId, actor: Actor): Grounds => {
  if (actor._tag === "System") return { rule: actor.rule, post: "system", within: "system" }
  const grounds = { rule, post: actor.post, within: actor.within }
  return actor.onBehalfOf === undefined ? grounds : { ...grounds, onBehalfOf: actor.onBehalfOf }
}

/**
 * A row that lets the holders of these posts act. `system` lets the timekeeper and the reactor act too, and nobody else:
 * a person whose post is called so is refused (AUTHORITY-4). Which body the post must be in is for the process to ask.
 */
export const posts =
  (rule: RuleId, ...allowed: ReadonlyArray<string>): AuthorityRule<{ readonly _tag: string }, unknown, Circumstances> =>
  (actor, command) => {
    const isSystem = actor._tag === "System"
    const post = isSystem ? "system" : actor.post
    if (isSystem === (post === "system") && allowed.includes(post)) return accept(groundsOf(rule, actor))
    return refuse({ _tag: "Forbidden", rule, command: command._tag, allowed })
  }
