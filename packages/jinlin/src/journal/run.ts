import * as conference from "@jinlin/core/joint-conference"
import type { Actor, Grounds, Moment, NonEmpty, Refusal, RuleId } from "@jinlin/core/kernel"
import type { Checked, CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chairFollowsConference, conferenceFollowsChair } from "@jinlin/core/reactions"
import * as chair from "@jinlin/core/rotating-chair"
import type { Charter } from "../charter/charter.ts"
import { askConference, askRota, isForConference, noticesOf, unfounded } from "../hosting/ask.ts"
import { momentIn } from "../hosting/moment.ts"
import { type JournalFile, readJournal } from "./read.ts"
import type { ReactionTooDeep, RefusedRow } from "./refusals.ts"
import type { JournalCommand, JournalRow } from "./row.ts"
import type { Cause, Entry, Happened, Standing, Story, StoryNotice, StoryTask } from "./story.ts"

/** Something that is asked on the stage, by whom, when and why. */
interface Ask {
  readonly conference: string
  readonly command: JournalCommand
  readonly actor: Actor
  readonly now: Moment
  readonly cause: Cause
}

/** A reaction to a reaction to a reaction: deeper than this something goes round in circles. Rule REACTION-6. */
const deepestReaction = 8

/** The stage on which a journal is told. It changes as it goes along, and is let go of when the story is told. */
class Stage {
  readonly entries: Array<Entry> = []
  readonly notices: Array<StoryNotice> = []
  readonly tasks: Array<StoryTask> = []
  readonly standings = new Map<string, Standing>()
  readonly #revisions = new Map<string, number>()
  readonly #given = new Set<string>()
  readonly #charter: Charter

  readonly #deepest: number

  constructor(charter: Charter, deepest: number) {
    this.#charter = charter
    this.#deepest = deepest
  }

  standing(id: string): Standing {
    return this.standings.get(id) ?? unfounded
  }

  /** Asks, records what happened, and lets the other process react. Gives the refusals; none: it happened. */
  ask(asked: Ask, depth = 0): ReadonlyArray<Refusal> {
    const standing = this.standing(asked.conference)
    const { actor, command, now } = asked
    if (isForConference(command)) {
      const handled = askConference(command, standing, { actor, now })
      if (!handled.ok) return handled.refusals
      this.standings.set(asked.conference, { ...standing, conference: handled.state })
      const { events, grounds } = handled
      for (const event of events) this.#record(asked, { process: "joint-conference", event }, grounds)
      for (const event of events)
        for (const { command: next, rule } of chairFollowsConference(event, this.standing(asked.conference).rota))
          this.#follow(asked, { command: next, rule }, depth)
      return []
    }
    const handled = askRota(command, standing, { actor, now })
    if (!handled.ok) return handled.refusals
    this.standings.set(asked.conference, { ...standing, rota: handled.state })
    const { events, grounds } = handled
    for (const event of events) this.#record(asked, { process: "rotating-chair", event }, grounds)
    for (const event of events) {
      const { conference: meets, rota } = this.standing(asked.conference)
      for (const { command: next, rule } of conferenceFollowsChair(event, rota, {
        conference: meets,
        today: now.civilDate,
      }))
        this.#follow(asked, { command: next, rule }, depth)
    }
    return []
  }

  #record({ actor, cause, conference: id, now }: Ask, happened: Happened, grounds: Grounds): void {
    const stream = `${happened.process}/${id}`
    const revision = (this.#revisions.get(stream) ?? 0) + 1
    this.#revisions.set(stream, revision)
    this.entries.push({ ...happened, moment: now, conference: id, revision, actor, grounds, cause })
    for (const notice of noticesOf(happened)) this.notices.push({ moment: now, conference: id, notice })
  }

  #follow(asked: Ask, following: { readonly command: JournalCommand; readonly rule: RuleId }, depth: number): void {
    const { command, rule } = following
    const actor: Actor = { _tag: "System", rule }
    const tooDeep: ReactionTooDeep = { _tag: "ReactionTooDeep", rule: "REACTION-6", limit: this.#deepest }
    const refusals: ReadonlyArray<Refusal> =
      depth >= this.#deepest
        ? [tooDeep]
        : this.ask({ ...asked, command, actor, cause: { _tag: "Reaction", rule } }, depth + 1)
    if (refusals.length > 0) this.#leave({ ...asked, command }, rule, refusals)
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
      .flatMap(([id, { conference: meets, rota }]) =>
        [...conference.due(meets), ...chair.due(rota)].map((due) => ({ ...due, conference: id })),
      )
      .filter(({ on }) => on <= until)
      .map((due) => ({ ...due, key: `${due.conference} ${due.on} ${due.rule} ${JSON.stringify(due.command)}` }))
      .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
  }
}

const rowRefusals = (row: JournalRow, refusals: ReadonlyArray<Refusal>): ReadonlyArray<RefusedRow> =>
  refusals.map((refusal) => ({ line: row.line, field: null, command: row.command._tag, refusal }))

/** How a journal is told. */
export interface RunOptions {
  /** Go on without the rows that are refused, instead of applying nothing. */
  readonly partial?: boolean | undefined
  /** How often a reaction may set another one going before the rest is left to a person; 8 unless it is given. */
  readonly deepestReaction?: number | undefined
  /** Called after each row, for a progress bar. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Tells a journal: every row in the order of its day, whatever falls due in between, and what one process means for the
 * other. A row that cannot be read or is refused stops everything, and nothing of the file is applied; with `partial` it is
 * left out, and listed. Rule JOURNAL-5.
 */
export const runJournal = (
  charter: Charter,
  file: JournalFile,
  options: RunOptions = {},
): Checked<Story, NonEmpty<RefusedRow>> => {
  const journal = readJournal(file, charter)
  const refused: Array<RefusedRow> = [...journal.refused]
  const [unreadable, ...others] = refused
  if (unreadable !== undefined && options.partial !== true) return { ok: false, refusal: [unreadable, ...others] }
  const stage = new Stage(charter, options.deepestReaction ?? deepestReaction)
  for (const [index, row] of journal.rows.entries()) {
    stage.passTime(row.on)
    const now = momentIn(charter.zone, row.on, row.minuteOfDay)
    const { actor, command, conference: id, line } = row
    const refusals = rowRefusals(row, stage.ask({ conference: id, command, actor, now, cause: { _tag: "Row", line } }))
    const [first, ...more] = refusals
    if (first !== undefined && options.partial !== true) return { ok: false, refusal: [first, ...more] }
    refused.push(...refusals)
    options.onProgress?.(index + 1, journal.rows.length)
  }
  if (charter.until !== undefined) stage.passTime(charter.until)
  const { entries, notices, standings, tasks } = stage
  return { ok: true, value: { charter, entries, notices, tasks, standings, refused } }
}
