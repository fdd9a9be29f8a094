import * as conference from "@jinlin/core/joint-conference"
import type { Actor, Due, Grounds, Moment, Refusal, RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chairFollowsConference, conferenceFollowsChair } from "@jinlin/core/reactions"
import * as chair from "@jinlin/core/rotating-chair"
import type { Charter } from "../charter/charter.ts"
import { askConference, askRota, isForConference, noticesOf, unfounded } from "../hosting/ask.ts"
import { momentIn } from "../hosting/moment.ts"
import { dueKey } from "../shell/record.ts"
import type { ReactionTooDeep } from "./refusals.ts"
import type { JournalCommand } from "./row.ts"
import type { Cause, Entry, Happened, Standing, StoryNotice, StoryTask } from "./story.ts"

/** Something that is asked on the stage, by whom, when and why. */
interface Ask {
  readonly conference: string
  readonly command: JournalCommand
  readonly actor: Actor
  readonly now: Moment
  readonly cause: Cause
}

/** A command that follows from an event of the other process. */
interface Following {
  readonly command: JournalCommand
  readonly rule: RuleId
}

/** An event that the other process may have to follow; `depth` counts the reactions that led to it. */
interface Unfollowed {
  readonly entry: Entry
  readonly depth: number
}

/** Something that falls due to one conference or its rota. */
interface Listed extends Due<JournalCommand> {
  readonly conference: string
  readonly stream: string
}

/** A reaction to a reaction to a reaction: deeper than this something goes round in circles. Rule REACTION-6. */
const deepestReaction = 8

/** The order in which a store gives what falls due: by day, stream and key (`Store.readDue`). */
const inOrder = (one: Listed, other: Listed): number => {
  const [left, right] = one.on === other.on ? [one.stream, other.stream] : [one.on, other.on]
  if (left !== right) return left < right ? -1 : 1
  return dueKey(one) < dueKey(other) ? -1 : 1
}

/**
 * The stage on which a journal is told without a store. It changes as it goes along, and is let go of when the story is told.
 * What follows from events is asked in the order in which they happened, as the reactor of the shell does it.
 */
export class Stage {
  readonly entries: Array<Entry> = []
  readonly notices: Array<StoryNotice> = []
  readonly tasks: Array<StoryTask> = []
  readonly standings = new Map<string, Standing>()
  readonly #revisions = new Map<string, number>()
  readonly #given = new Set<string>()
  readonly #unfollowed: Array<Unfollowed> = []
  readonly #charter: Charter
  readonly #deepest: number

  /** `deepest`: how often a reaction may set another one going before the rest is left to a person. */
  constructor(charter: Charter, deepest = deepestReaction) {
    this.#charter = charter
    this.#deepest = deepest
  }

  standing(id: string): Standing {
    return this.standings.get(id) ?? unfounded
  }

  /** Asks, records what happened, and lets the other process react. Gives the refusals; none: it happened. */
  ask(asked: Ask): ReadonlyArray<Refusal> {
    const refusals = this.#handle(asked, 0)
    for (let next = this.#unfollowed.shift(); next !== undefined; next = this.#unfollowed.shift())
      for (const following of this.#following(next.entry)) this.#follow(next, following)
    return refusals
  }

  #handle(asked: Ask, depth: number): ReadonlyArray<Refusal> {
    const standing = this.standing(asked.conference)
    const { actor, command, now } = asked
    if (isForConference(command)) {
      const handled = askConference(command, standing, { actor, now })
      if (!handled.ok) return handled.refusals
      this.standings.set(asked.conference, { ...standing, conference: handled.state })
      for (const event of handled.events)
        this.#record(asked, { process: "joint-conference", event }, { grounds: handled.grounds, depth })
      return []
    }
    const handled = askRota(command, standing, { actor, now })
    if (!handled.ok) return handled.refusals
    this.standings.set(asked.conference, { ...standing, rota: handled.state })
    for (const event of handled.events)
      this.#record(asked, { process: "rotating-chair", event }, { grounds: handled.grounds, depth })
    return []
  }

  #record(
    { actor, cause, conference: id, now }: Ask,
    happened: Happened,
    { depth, grounds }: { readonly grounds: Grounds; readonly depth: number },
  ): void {
    const stream = `${happened.process}/${id}`
    const revision = (this.#revisions.get(stream) ?? 0) + 1
    this.#revisions.set(stream, revision)
    const entry: Entry = { ...happened, moment: now, conference: id, revision, actor, grounds, cause }
    this.entries.push(entry)
    this.#unfollowed.push({ entry, depth })
    for (const notice of noticesOf(happened)) this.notices.push({ moment: now, conference: id, notice })
  }

  #following({ conference: id, moment, ...happened }: Entry): ReadonlyArray<Following> {
    const { conference: meets, rota } = this.standing(id)
    return happened.process === "joint-conference"
      ? chairFollowsConference(happened.event, rota)
      : conferenceFollowsChair(happened.event, rota, { conference: meets, today: moment.civilDate })
  }

  #follow({ depth, entry }: Unfollowed, { command, rule }: Following): void {
    const { conference: id, moment: now } = entry
    const asked: Ask = {
      ...{ conference: id, command, now },
      actor: { _tag: "System", rule },
      cause: { _tag: "Reaction", rule },
    }
    const tooDeep: ReactionTooDeep = { _tag: "ReactionTooDeep", rule: "REACTION-6", limit: this.#deepest }
    const refusals = depth >= this.#deepest ? [tooDeep] : this.#handle(asked, depth + 1)
    if (refusals.length > 0) this.#leave(asked, rule, refusals)
  }

  #leave({ command, conference: id, now }: Ask, rule: RuleId, refusals: ReadonlyArray<Refusal>): void {
    const process = isForConference(command) ? "joint-conference" : "rotating-chair"
    this.tasks.push({ moment: now, conference: id, process, rule, command: command._tag, refusals })
  }

  /** Whatever falls due up to a day, in the order of the days; what is refused is left to a person, once. */
  passTime(until: CivilDate): void {
    for (;;) {
      const next = this.#due(until).find(({ key }) => !this.#given.has(key))
      if (next === undefined) return
      this.#given.add(next.key)
      // What was due before it came about is done now: the story never goes back.
      const latest = this.entries.at(-1)?.moment
      const isPast = latest !== undefined && next.on <= latest.civilDate
      const now = isPast ? latest : momentIn(this.#charter.zone, next.on, 0)
      const asked: Ask = {
        ...next,
        now,
        actor: { _tag: "System", rule: next.rule },
        cause: { _tag: "Due", rule: next.rule },
      }
      const refusals = this.ask(asked)
      if (refusals.length > 0) this.#leave(asked, next.rule, refusals)
    }
  }

  #due(until: CivilDate) {
    return [...this.standings]
      .flatMap(([id, { conference: meets, rota }]): ReadonlyArray<Listed> => {
        const of = (process: string) => ({ conference: id, stream: `${process}/${id}` })
        return [
          ...conference.due(meets).map((due) => ({ ...due, ...of("joint-conference") })),
          ...chair.due(rota).map((due) => ({ ...due, ...of("rotating-chair") })),
        ]
      })
      .filter(({ on }) => on <= until)
      .map((due) => ({ ...due, key: `${due.stream} ${due.on} ${due.rule} ${JSON.stringify(due.command)}` }))
      .sort(inOrder)
  }
}
