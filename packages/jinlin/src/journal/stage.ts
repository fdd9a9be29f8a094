import { deliberation, type Matter } from "@jinlin/core/deliberation"
import type { Actor, Grounds, Moment, Refusal, RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chairFollowsConference, conferenceFollowsChair } from "@jinlin/core/reactions"
import type { Charter } from "../charter/charter.ts"
import { unfounded } from "../hosting/ask.ts"
import { momentIn } from "../hosting/moment.ts"
import { processes } from "../hosting/processes.ts"
import type { LawOf, PlanOf } from "../shell/law.ts"
import { decideOn } from "./deciding.ts"
import { dueUntil } from "./falling-due.ts"
import { type Lawbook, lawIn, plansIn } from "./law.ts"
import { placeOf } from "./place.ts"
import type { ReactionTooDeep } from "./refusals.ts"
import type { Asked } from "./row.ts"
import type { Cause, Entry, Happened, Standing, StoryNotice, StoryTask } from "./story.ts"

/** Something that is asked on the stage, by whom, when and why. */
type Ask = Asked & { readonly actor: Actor; readonly now: Moment; readonly cause: Cause }

/** A command that follows from an event of another process. */
type Following = Asked & { readonly rule: RuleId }

/** An event that another process may have to follow; `depth` counts the reactions that led to it. */
interface Unfollowed {
  readonly entry: Entry
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
  readonly standings = new Map<string, Standing>()
  readonly matters = new Map<string, Matter>()
  readonly #revisions = new Map<string, number>()
  readonly #given = new Set<string>()
  readonly #unfollowed: Array<Unfollowed> = []
  readonly #charter: Charter
  readonly #lawOf: LawOf
  readonly #planOf: PlanOf
  readonly #deepest: number

  /** `deepest`: how often a reaction may set another one going before the rest is left to a person. */
  constructor(lawbook: Lawbook, deepest = deepestReaction) {
    this.#charter = lawbook.charter
    this.#lawOf = lawIn(lawbook)
    this.#planOf = plansIn(lawbook)
    this.#deepest = deepest
  }

  /** Asks, records what happened, and lets other processes react. Gives the refusals; none: it happened. */
  ask(asked: Ask): ReadonlyArray<Refusal> {
    const refusals = this.#handle(asked, 0)
    for (let next = this.#unfollowed.shift(); next !== undefined; next = this.#unfollowed.shift())
      for (const following of this.#following(next.entry)) this.#follow(next, following)
    return refusals
  }

  #handle(asked: Ask, depth: number): ReadonlyArray<Refusal> {
    const { subject } = asked
    const { community } = this.#charter
    const decided = decideOn(asked, {
      lawOf: (set, day) => this.#lawOf(community, set, day),
      planOf: (list, day) => this.#planOf(community, list, day),
      standing: this.standings.get(subject) ?? unfounded,
      matter: this.matters.get(subject) ?? deliberation.initial,
    })
    if (!decided.ok) return decided.refusals
    if ("matter" in decided) this.matters.set(subject, decided.matter)
    else this.standings.set(subject, decided.standing)
    for (const happened of decided.happened) this.#record(asked, happened, { grounds: decided.grounds, depth })
    return []
  }

  #record(
    { actor, cause, now, process, subject }: Ask,
    happened: Happened,
    { depth, grounds }: { readonly grounds: Grounds; readonly depth: number },
  ): void {
    const stream = `${process}/${subject}`
    const revision = (this.#revisions.get(stream) ?? 0) + 1
    this.#revisions.set(stream, revision)
    const { conference, ...matter } = placeOf({ process, subject }, this.#charter.community)
    const entry: Entry = { ...happened, moment: now, conference, revision, actor, grounds, cause }
    this.entries.push(entry)
    this.#unfollowed.push({ entry, depth })
    for (const notice of processes.get(process)?.notices(happened.event) ?? [])
      this.notices.push({ moment: now, conference, ...matter, notice })
  }

  #following({ conference: subject, moment, ...happened }: Entry): ReadonlyArray<Following> {
    const { conference, rota } = this.standings.get(subject) ?? unfounded
    switch (happened.process) {
      case "joint-conference":
        return chairFollowsConference(happened.event, rota).map((one) => ({
          ...one,
          process: "rotating-chair",
          subject,
        }))
      case "rotating-chair":
        return conferenceFollowsChair(happened.event, rota, { conference, today: moment.civilDate }).map((one) => ({
          ...one,
          process: "joint-conference",
          subject,
        }))
      case "deliberation":
        return []
    }
  }

  #follow({ depth, entry }: Unfollowed, { rule, ...following }: Following): void {
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
      const next = dueUntil(until, this).find(({ key }) => !this.#given.has(key))
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
