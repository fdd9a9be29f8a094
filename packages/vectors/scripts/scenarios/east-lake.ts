import { readFileSync } from "node:fs"
import * as conference from "@jinlin/core/joint-conference"
import { type Actor, type Moment, replay } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chairFollowsConference, conferenceFollowsChair, presiderOf } from "@jinlin/core/reactions"
import * as chair from "@jinlin/core/rotating-chair"
import { on } from "@jinlin/testkit"
import * as Result from "effect/Result"
import { type JournalFile, readCharter, readJournal } from "jinlin"
import type { Asked } from "./scenario.ts"

type ToConference = Asked<conference.ConferenceCommand, conference.ConferenceCircumstances>
type ToRota = Asked<chair.RotaCommand, chair.RotaCircumstances>
type Command = conference.ConferenceCommand | chair.RotaCommand

const example = new URL("../../../../examples/east-lake/", import.meta.url)
const conferenceTags: ReadonlySet<string> = new Set(Object.keys(conference.authority))
const isForConference = (command: Command): command is conference.ConferenceCommand => conferenceTags.has(command._tag)

/** The charter and the journal of the example, as it reads them. */
export const eastLake = () => {
  const charter = readCharter(JSON.parse(readFileSync(new URL("charter.json", example), "utf8")))
  if (!charter.ok) throw new Error(JSON.stringify(charter.refusal))
  const file: JournalFile = { format: "csv", content: readFileSync(new URL("journal.csv", example)) }
  return { charter: charter.value, file }
}

/** What was asked of one conference and of its rota, in the order of the journal: rows, what fell due, and reactions. */
class Year {
  readonly toConference: Array<ToConference> = []
  readonly toRota: Array<ToRota> = []
  #conference: conference.Conference = conference.jointConference.initial
  #rota: chair.Rota = chair.rotatingChair.initial
  readonly #given = new Set<string>()
  #latest: Moment | undefined

  ask(command: Command, actor: Actor, now: Moment): void {
    this.#latest = now
    if (isForConference(command)) this.#askConference(command, actor, now)
    else this.#askRota(command, actor, now)
  }

  #askConference(command: conference.ConferenceCommand, actor: Actor, now: Moment): void {
    const around = { actor, now, presider: this.#presider(command, now) }
    const decided = conference.jointConference.decide(command, this.#conference, around)
    this.toConference.push({ says: saying(command, around, Result.isSuccess(decided)), command, around })
    if (Result.isFailure(decided)) return
    this.#conference = replay(conference.jointConference, decided.success, this.#conference)
    for (const event of decided.success)
      for (const { command: next, rule } of chairFollowsConference(event, this.#rota))
        this.ask(next, { _tag: "System", rule }, now)
  }

  #askRota(command: chair.RotaCommand, actor: Actor, now: Moment): void {
    const around = { actor, now, members: this.#members(command) }
    const decided = chair.rotatingChair.decide(command, this.#rota, around)
    this.toRota.push({ says: saying(command, around, Result.isSuccess(decided)), command, around })
    if (Result.isFailure(decided)) return
    this.#rota = replay(chair.rotatingChair, decided.success, this.#rota)
    for (const event of decided.success)
      for (const { command: next, rule } of conferenceFollowsChair(event, this.#rota, {
        conference: this.#conference,
        today: now.civilDate,
      }))
        this.ask(next, { _tag: "System", rule }, now)
  }

  #presider(command: conference.ConferenceCommand, now: Moment): conference.Presider | undefined {
    if (command._tag === "AdoptResolution") return presiderOf(this.#rota, now.civilDate, command.item)
    const isCalled = command._tag === "ScheduleMeeting" || command._tag === "AdjournMeeting"
    return isCalled ? presiderOf(this.#rota, command.on, null) : undefined
  }

  #members(command: chair.RotaCommand): ReadonlyArray<string> | undefined {
    if (command._tag !== "OpenRota") return undefined
    return this.#conference.units.filter(({ capacity }) => capacity === "member").map(({ unit }) => unit)
  }

  passTime(until: CivilDate): void {
    for (;;) {
      const next = [...conference.due(this.#conference), ...chair.due(this.#rota)]
        .map((due) => ({ ...due, key: `${due.on} ${due.rule} ${JSON.stringify(due.command)}` }))
        .filter((due) => due.on <= until && !this.#given.has(due.key))
        .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0]
      if (next === undefined) return
      this.#given.add(next.key)
      const isPast = this.#latest !== undefined && next.on <= this.#latest.civilDate
      this.ask(
        next.command,
        { _tag: "System", rule: next.rule },
        isPast && this.#latest ? this.#latest : on(next.on, 0),
      )
    }
  }
}

const saying = (command: Command, { actor, now }: { actor: Actor; now: Moment }, granted: boolean): string => {
  const who = actor._tag === "System" ? `the system, by ${actor.rule}` : `the ${actor.post}`
  return `A year of a community, ${now.civilDate}: ${who}, asks for ${command._tag}, which is ${granted ? "granted" : "refused"}.`
}

/** The year of the example, as commands to its two processes. */
export const eastLakeYear = (): {
  readonly toConference: ReadonlyArray<ToConference>
  readonly toRota: ReadonlyArray<ToRota>
} => {
  const { charter, file } = eastLake()
  const journal = readJournal(file, charter)
  if (charter.zone !== "Asia/Shanghai" || journal.refused.length > 0) throw new Error("The example is not as it was.")
  const year = new Year()
  for (const row of journal.rows) {
    // Everything else has vectors of its own.
    if (row.process !== "joint-conference" && row.process !== "rotating-chair") continue
    const { actor, command, minuteOfDay, on: day } = row
    year.passTime(day)
    year.ask(command, actor, on(day, minuteOfDay))
  }
  if (charter.until !== undefined) year.passTime(charter.until)
  return year
}
