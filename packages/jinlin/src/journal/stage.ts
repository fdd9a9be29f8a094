import type { MatterStanding } from "@jinlin/core/deliberation"
import type { Actor, Grounds, Moment, Refusal, RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { standingFold } from "../hosting/disclosures.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { momentIn } from "../hosting/moment.ts"
import { decideOn, hostedBy } from "./deciding.ts"
import { dueUntil } from "./falling-due.ts"
import { type Followed, followersOf } from "./following.ts"
import { happenedTo, moveOn, noHoldings } from "./holdings.ts"
import type { Lawbook } from "./law.ts"
import { placeOf } from "./place.ts"
import type { ReactionTooDeep } from "./refusals.ts"
import type { Asked } from "./row.ts"
import type { Cause, Entry, StoryNotice, StoryTask } from "./story.ts"
import { type Voices, voicesOf } from "./voices.ts"

/** Something that is asked on the stage, by whom, when and why. */
type Ask = Asked & { readonly actor: Actor; readonly now: Moment; readonly cause: Cause }

/** An event that another process may have to follow; `depth` counts the reactions that led to it. */
interface Unfollowed {
  readonly entry: Entry
  readonly subject: string
  readonly depth: number
}

/** A reaction to a reaction to a reaction: deeper than this something goes round in circles. Rule REACTION-6. */
const deepestReaction = 8

/**
 * The stage on which a journal is told without a store. It changes as it goes along, and is let go of when the story is told.
 * What follows from events is asked in the order in which they happened, as the reactor of the shell does it.
 */
export class Stage {
  readonly entries: Array<Entry> = []
  readonly notices: Array<StoryNotice> = []
  readonly tasks: Array<StoryTask> = []
  readonly holdings = noHoldings()
  readonly #told = new Map<string, MatterStanding>()
  readonly #claims = new Map<string, string>()
  readonly #revisions = new Map<string, number>()
  readonly #given = new Set<string>()
  readonly #unfollowed: Array<Unfollowed> = []
  readonly #charter: Charter
  readonly #voices: Voices
  readonly #deepest: number

  /** `deepest`: how often a reaction may set another one going before the rest is left to a person. */
  constructor(lawbook: Lawbook, deepest = deepestReaction) {
    this.#charter = lawbook.charter
    this.#voices = voicesOf(lawbook)
    this.#deepest = deepest
  }

  /** Asks, records what happened, and lets other processes react. Gives the refusals; none: it happened. */
  ask(asked: Ask): ReadonlyArray<Refusal> {
    const refusals = this.#handle(asked, 0)
    for (let next = this.#unfollowed.shift(); next !== undefined; next = this.#unfollowed.shift())
      for (const followed of this.#followersOf(next)) this.#follow(next, followed)
    return refusals
  }

  #handle(asked: Ask, depth: number): ReadonlyArray<Refusal> {
    const { process: name, subject } = asked
    const decided = decideOn(asked, {
      ...{ holdings: this.holdings, told: this.#told, claims: this.#claims },
      voices: this.#voices,
    })
    if (!decided.ok) return decided.refusals
    const { beyond, events, grounds, process, released, taken } = decided
    for (const claim of released) this.#claims.delete(claim)
    for (const claim of taken) this.#claims.set(claim, `${name}/${subject}`)
    for (const event of events) this.#record(asked, { process, event }, { grounds, depth })
    for (const { events: also, grounds: on, process: of, rule, subject: where } of beyond) {
      const meaning = { ...asked, process: of, subject: where, actor: { _tag: "System", rule } } as Ask
      for (const event of also)
        this.#record(
          { ...meaning, cause: { _tag: "Reaction", rule } },
          { process: hostedBy(of), event },
          { grounds: on, depth: 1 },
        )
    }
    return []
  }

  #record(
    { actor, cause, now, process: name, subject }: Omit<Ask, "command">,
    { event, process }: { readonly process: Hosted; readonly event: Tagged },
    { depth, grounds }: { readonly grounds: Grounds; readonly depth: number },
  ): void {
    const happened = happenedTo({ process, subject }, event)
    if (happened === undefined) throw new Error("[jinlin] [journal] an event of a process of which no story tells")
    const stream = `${name}/${subject}`
    const revision = (this.#revisions.get(stream) ?? 0) + 1
    this.#revisions.set(stream, revision)
    moveOn(this.holdings, { process, subject }, event)
    if (happened.process === "deliberation") this.#tell(subject, event)
    const place = placeOf({ process: name, subject }, this.#charter.community)
    const { conference } = place
    const entry: Entry = { ...happened, moment: now, conference, revision, actor, grounds, cause }
    this.entries.push(entry)
    this.#unfollowed.push({ entry, subject, depth })
    for (const notice of process.notices(event)) this.notices.push({ moment: now, ...place, notice })
  }

  /** Takes note of what other processes are told of a matter. */
  #tell(matter: string, event: Tagged): void {
    const before = this.#told.get(matter) ?? standingFold.initial
    this.#told.set(matter, standingFold.evolve(before, event) as MatterStanding)
  }

  #followersOf({ entry, subject }: Unfollowed): ReadonlyArray<Followed> {
    return followersOf(entry, subject, { holdings: this.holdings, told: this.#told, claims: this.#claims })
  }

  #follow({ depth, entry }: Unfollowed, { rule, ...following }: Followed): void {
    const asked: Ask = {
      ...following,
      now: entry.moment,
      actor: { _tag: "System", rule },
      cause: { _tag: "Reaction", rule },
    }
    const tooDeep: ReactionTooDeep = { _tag: "ReactionTooDeep", rule: "REACTION-6", limit: this.#deepest }
    const refusals = depth >= this.#deepest ? [tooDeep] : this.#handle(asked, depth + 1)
    if (refusals.length > 0) this.#leave(asked, rule, refusals)
  }

  #leave(asked: Ask, rule: RuleId, refusals: ReadonlyArray<Refusal>): void {
    const { command, now, process } = asked
    const place = placeOf(asked, this.#charter.community)
    this.tasks.push({ moment: now, ...place, process, rule, command: command._tag, refusals })
  }

  /** Whatever falls due up to a day, in the order of the days; what is refused is left to a person, once. */
  passTime(until: CivilDate): void {
    for (;;) {
      const next = dueUntil(until, this.holdings).find(({ key }) => !this.#given.has(key))
      if (next === undefined) return
      this.#given.add(next.key)
      // What was due before it came about is done now: the story never goes back.
      const latest = this.entries.at(-1)?.moment
      const isPast = latest !== undefined && next.on <= latest.civilDate
      const now = isPast ? latest : momentIn(this.#charter.zone, next.on, 0)
      const { rule } = next
      const asked: Ask = { ...next, now, actor: { _tag: "System", rule }, cause: { _tag: "Due", rule } }
      const refusals = this.ask(asked)
      if (refusals.length > 0) this.#leave(asked, rule, refusals)
    }
  }
}
