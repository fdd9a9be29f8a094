import type { DecisionRules } from "../../../kernel/decision-rules.ts"
import type { ArrivedBallot } from "../../circumstances.ts"
import type { CameBy, Choice, SetAside, SetAsideReason, Sitting } from "../../model.ts"
import { inCodeOrder } from "./code-order.ts"
import { mayCast } from "./may-cast.ts"
import { namedEntries } from "./named-entries.ts"

/** What the counted ballot of a voter says. `secret`: that one was cast; what it says lies in the box. */
export type Mark = Choice | "void" | "secret"

/** What counting reads of a sitting. */
export interface Counting extends Pick<Sitting, "roll" | "recusals" | "proxies" | "ballot" | "named"> {
  readonly rules: Pick<DecisionRules, "proxies" | "repeated">
}

/** One counted ballot of each voter who cast one, and every other ballot with the reason why it is not counted. */
export interface CountedBallots {
  readonly marks: ReadonlyMap<string, Mark>
  /** In the order of voters and reasons, whatever the order of arrival was. */
  readonly setAside: ReadonlyArray<SetAside>
}

/** A ballot of one voter that is in time. `own`: the voter cast it, and no proxy. */
interface Entry {
  readonly mark: Mark
  readonly own: boolean
  readonly channel: CameBy
  readonly at: number
}

const markOf = ({ choice, kept }: ArrivedBallot): Mark => (kept === "void" ? "void" : (choice ?? "secret"))

/** A ballot that arrived at the very instant of the opening or of the close is in time. Without a ballot nothing is. */
const whenOutside = ({ ballot }: Pick<Sitting, "ballot">, arrived: ArrivedBallot): SetAsideReason | undefined => {
  if (arrived.kept === "late") return "late"
  if (ballot === null || !(arrived.at >= ballot.openedAt)) return "early"
  return arrived.at <= (ballot.closedAt ?? arrived.at) ? undefined : "late"
}

type Entries = readonly [Entry, ...ReadonlyArray<Entry>]

/** Void ones give way to every other, what a clerk entered to what came over a login, those of a proxy to the voter's own. */
const rank = ({ channel, mark, own }: Entry): number =>
  mark === "void" ? 0 : (channel === "online" ? 3 : 1) + (own ? 1 : 0)

/** The entry that counts: of those that give way to none the first or the last, of one instant the one listed first or last. */
const countedOf = ([first, ...others]: Entries, counts: "first" | "last"): Entry =>
  others.reduce((best, entry) => {
    if (rank(entry) !== rank(best)) return rank(entry) > rank(best) ? entry : best
    return (counts === "first" ? entry.at < best.at : entry.at >= best.at) ? entry : best
  }, first)

const inOrder = (a: SetAside, b: SetAside): number =>
  inCodeOrder(a.voter, b.voter) || inCodeOrder(a.reason, b.reason) || inCodeOrder(a.channel, b.channel)

/**
 * One counted ballot a voter, out of those that arrived on their own and those that a clerk took down by name. The latter
 * bear no time and count as taken at the close. Rules TALLY-1 to TALLY-5; a ballot that is not counted never changes what is.
 */
export const countBallots = (sitting: Counting, arrived: ReadonlyArray<ArrivedBallot>): CountedBallots => {
  const allowed = mayCast(sitting)
  const setAside: Array<SetAside> = []
  const entries = new Map<string, [Entry, ...Array<Entry>]>()
  const take = (voter: string, entry: Entry): void => {
    const known = entries.get(voter)
    if (known === undefined) entries.set(voter, [entry])
    else known.push(entry)
  }
  for (const ballot of arrived) {
    const { at, castBy, channel, voter } = ballot
    const reason = allowed(voter, castBy) ?? whenOutside(sitting, ballot)
    if (reason !== undefined) setAside.push({ voter, reason, channel })
    else take(voter, { mark: markOf(ballot), own: castBy === voter, channel, at })
  }
  const named = namedEntries(sitting)
  const channel = "record"
  setAside.push(...named.repeated.map((voter): SetAside => ({ voter, reason: "superseded", channel })))
  for (const [voter, mark] of named.marks) {
    const reason = allowed(voter, voter)
    if (reason !== undefined) setAside.push({ voter, reason, channel })
    else take(voter, { mark, own: true, channel, at: Number.POSITIVE_INFINITY })
  }
  const marks = new Map<string, Mark>()
  for (const [voter, all] of entries) {
    const counted = countedOf(all, sitting.rules.repeated.counts)
    marks.set(voter, counted.mark)
    for (const entry of all) {
      const reason = entry.mark === "void" ? "void" : "superseded"
      if (reason === "void" || entry !== counted) setAside.push({ voter, reason, channel: entry.channel })
    }
  }
  return { marks, setAside: setAside.toSorted(inOrder) }
}
