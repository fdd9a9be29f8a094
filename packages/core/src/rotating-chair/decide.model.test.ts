import { on } from "@jinlin/testkit"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, it } from "vitest"
import { addDays, type CivilDate, nextQuarterStart } from "../kernel/date-arithmetic.ts"
import { replay } from "../kernel/decider.ts"
import { type Rota, type RotaCommand, rotaPolicyDefaults, rotatingChair, type TurnOrder } from "./index.ts"

/** 400 runs, or as many as the environment asks for; from its seed, if it names one. */
const { JINLIN_RUNS = "400", JINLIN_SEED } = process.env
const options = { numRuns: Number(JINLIN_RUNS), ...(JINLIN_SEED === undefined ? {} : { seed: Number(JINLIN_SEED) }) }

/** Who is next when nothing is owed, as one would keep it on paper. Nothing here is taken from the code. */
interface Paper {
  /** The next in turn but for one name, noted as given; there is always somebody. */
  next(butFor: string): string
  join(name: string): void
  leave(name: string): void
  names(): ReadonlyArray<string>
}

/** LongestWaiting: names on a list; whoever is given a turn is crossed out and written again at the bottom. */
class Queue implements Paper {
  waiting: Array<string> = []

  next(butFor: string): string {
    const name = this.waiting.find((one) => one !== butFor) ?? "?"
    this.waiting = [...this.waiting.filter((one) => one !== name), name]
    return name
  }

  join(name: string): void {
    this.waiting.push(name)
  }

  leave(name: string): void {
    this.waiting = this.waiting.filter((one) => one !== name)
  }

  names(): ReadonlyArray<string> {
    return this.waiting
  }
}

/** Listed, newcomers from the next round on: a sheet for each round with everybody's name, crossed out one by one. */
class Sheets implements Paper {
  seated: Array<string> = []
  /** The names that are not yet crossed out, a sheet for each round from the first. */
  sheets: Array<Array<string>> = []

  next(butFor: string): string {
    for (let round = 0; round < 1000; round += 1) {
      const sheet = this.sheets[round] ?? [...this.seated]
      this.sheets[round] = sheet
      const name = sheet.find((one) => one !== butFor)
      if (name === undefined) continue
      sheet.splice(sheet.indexOf(name), 1)
      return name
    }
    return "?"
  }

  /** The sheet in use: the first with a name left on it, or the last full one while the one after it is untouched. */
  inUse(): number {
    const isTouched = (sheet: ReadonlyArray<string> | undefined) =>
      sheet !== undefined && this.seated.some((name) => !sheet.includes(name))
    const found = this.sheets.findIndex((sheet, round) => sheet.length > 0 || !isTouched(this.sheets[round + 1]))
    return found < 0 ? this.sheets.length : found
  }

  join(name: string): void {
    const round = this.inUse()
    for (const sheet of this.sheets.slice(round + 1)) sheet.push(name)
    this.seated.push(name)
  }

  leave(name: string): void {
    this.seated = this.seated.filter((one) => one !== name)
    this.sheets = this.sheets.map((sheet) => sheet.filter((one) => one !== name))
  }

  names(): ReadonlyArray<string> {
    return this.seated
  }
}

/** A clerk who keeps the board of the quarters to come, and the debts on a list of their own. */
class Clerk {
  readonly paper: Paper
  readonly horizon: number
  readonly limit: number
  debts: Array<string> = []
  /** Who sits in which quarter, from the one that serves on. */
  board: Array<string> = []
  /** The quarters that are over, counted. */
  over = 0
  missed = false
  missedBefore = false
  before: string | undefined

  constructor(paper: Paper, units: ReadonlyArray<string>, { horizon, limit }: { horizon: number; limit: number }) {
    this.paper = paper
    this.horizon = horizon
    this.limit = limit
    for (const unit of units) paper.join(unit)
    this.write()
  }

  /** Fill the board up to the horizon. */
  write(): void {
    while (this.board.length < this.horizon + 1) this.board.push(this.call())
  }

  /** Who is next, but for one name: a debtor, else as the paper says. */
  call(butFor = ""): string {
    const debtor = this.debts.find((name) => name !== butFor)
    if (debtor === undefined) return this.paper.next(butFor)
    this.debts.splice(this.debts.indexOf(debtor), 1)
    return debtor
  }

  endQuarter(): void {
    this.before = this.board.shift()
    this.missedBefore = this.missed
    this.missed = false
    this.over += 1
    this.write()
  }

  leave(name: string): void {
    this.paper.leave(name)
    this.debts = this.debts.filter((one) => one !== name)
    this.board.forEach((one, place) => {
      if (one === name) this.board[place] = this.call(name)
    })
  }

  owes(name: string): number {
    return this.debts.filter((one) => one === name).length
  }

  putOff(place: number): void {
    const name = this.board[place] ?? "?"
    this.debts.push(name)
    this.board[place] = this.call(name)
  }

  giveUp(place: number): void {
    this.board[place] = this.call(this.board[place])
  }

  swap(one: number, other: number): void {
    const [first, second] = [this.board[one] ?? "?", this.board[other] ?? "?"]
    this.board[one] = second
    this.board[other] = first
  }
}

/** The rota of the decider, and the day. */
interface Office {
  rota: Rota
  day: CivilDate
}

const ask = (office: Office, command: RotaCommand): boolean => {
  const around = { actor: { _tag: "System", rule: "CHAIR-10" }, now: on(office.day) } as const
  const decided = rotatingChair.decide(command, office.rota, around)
  if (Result.isFailure(decided)) return false
  office.rota = replay(rotatingChair, decided.success, office.rota)
  return true
}

/** A queue lists its names by waiting, sheets by seating. */
const rank = ({ paper }: Clerk, seat: Rota["seats"][number]): number =>
  paper instanceof Queue ? seat.queued : seat.position

const compare = (clerk: Clerk, { rota }: Office): void => {
  const seen = {
    board: rota.terms.map((term) => term.unit),
    serving: rota.serving,
    names: rota.seats.toSorted((one, other) => rank(clerk, one) - rank(clerk, other)).map((seat) => seat.unit),
    debts: rota.owed.map((turn) => turn.unit),
  }
  const kept = { board: clerk.board, serving: clerk.over + 1, names: clerk.paper.names(), debts: clerk.debts }
  if (JSON.stringify(seen) !== JSON.stringify(kept))
    throw new Error(`the rota says ${JSON.stringify(seen)}, the clerk ${JSON.stringify(kept)}`)
}

/** A deed: whether the clerk would do it, what the clerk does, and what is asked of the rota. Some are never tried. */
interface Deed {
  readonly never?: (clerk: Clerk) => boolean
  readonly may: (clerk: Clerk) => boolean
  readonly keep: (clerk: Clerk) => void
  readonly command: (clerk: Clerk) => RotaCommand
}

class Asked implements fc.Command<Clerk, Office> {
  readonly deed: Deed
  readonly says: string

  constructor(says: string, deed: Deed) {
    this.says = says
    this.deed = deed
  }

  check(clerk: Readonly<Clerk>): boolean {
    return this.deed.never?.(clerk) !== true
  }

  run(clerk: Clerk, office: Office): void {
    const granted = this.deed.may(clerk)
    if (ask(office, this.deed.command(clerk)) !== granted)
      throw new Error(`${this.says} was ${granted ? "refused" : "granted"}`)
    if (granted) this.deed.keep(clerk)
    compare(clerk, office)
  }

  toString(): string {
    return this.says
  }
}

class QuarterEnds implements fc.Command<Clerk, Office> {
  check(): boolean {
    return true
  }

  run(clerk: Clerk, office: Office): void {
    office.day = nextQuarterStart(office.day)
    ask(office, { _tag: "AdvanceRota" })
    clerk.endQuarter()
    compare(clerk, office)
  }

  toString(): string {
    return "the quarter ends"
  }
}

class DaysPass implements fc.Command<Clerk, Office> {
  check(): boolean {
    return true
  }

  run(clerk: Clerk, office: Office): void {
    const tomorrow = addDays(office.day, 1)
    if (tomorrow === nextQuarterStart(office.day)) return
    office.day = tomorrow
    ask(office, { _tag: "AdvanceRota" })
    compare(clerk, office)
  }

  toString(): string {
    return "a day passes"
  }
}

const names = ["clinic", "school", "property", "court", "library", "museum", "barracks"]
const name = fc.constantFrom(...names)
/** A place on the board: 0 serves, those after it are to come; some are beyond the horizon. */
const place = fc.nat(6)
const isSeated = (clerk: Clerk, unit: string) => clerk.paper.names().includes(unit)
const isAhead = (clerk: Clerk, at: number) => at > 0 && at < clerk.board.length
const ordinal = (clerk: Clerk, at: number) => clerk.over + 1 + at
const hasOthers = (clerk: Clerk) => clerk.paper.names().length > 1

const deeds: ReadonlyArray<fc.Arbitrary<fc.Command<Clerk, Office>>> = [
  fc.constant(new QuarterEnds()),
  fc.constant(new DaysPass()),
  name.map(
    (unit) =>
      new Asked(`${unit} joins`, {
        may: (clerk) => !isSeated(clerk, unit),
        keep: (clerk) => clerk.paper.join(unit),
        command: () => ({ _tag: "SeatUnit", unit }),
      }),
  ),
  name.map(
    (unit) =>
      new Asked(`${unit} leaves`, {
        // An empty rota has vacancies, which the clerk does not keep.
        never: (clerk) => clerk.paper.names().length === 1 && isSeated(clerk, unit),
        may: (clerk) => isSeated(clerk, unit),
        keep: (clerk) => clerk.leave(unit),
        command: () => ({ _tag: "UnseatUnit", unit }),
      }),
  ),
  place.map(
    (at) =>
      new Asked(`the turn at place ${at} is put off`, {
        may: (clerk) => isAhead(clerk, at) && hasOthers(clerk) && clerk.owes(clerk.board[at] ?? "?") < clerk.limit,
        keep: (clerk) => clerk.putOff(at),
        command: (clerk) => ({ _tag: "SkipTurn", term: ordinal(clerk, at), reason: "flood season" }),
      }),
  ),
  place.map(
    (at) =>
      new Asked(`the turn at place ${at} is declined`, {
        may: (clerk) => isAhead(clerk, at) && hasOthers(clerk),
        keep: (clerk) => clerk.giveUp(at),
        command: (clerk) => ({ _tag: "DeclineTurn", term: ordinal(clerk, at), reason: "no staff" }),
      }),
  ),
  fc.tuple(place, place).map(
    ([one, other]) =>
      new Asked(`the turns at places ${one} and ${other} are swapped`, {
        may: (clerk) => isAhead(clerk, one) && isAhead(clerk, other) && clerk.board[one] !== clerk.board[other],
        keep: (clerk) => clerk.swap(one, other),
        command: (clerk) => ({ _tag: "SwapTurns", first: ordinal(clerk, one), second: ordinal(clerk, other) }),
      }),
  ),
  fc.constant(
    new Asked("the chair does not appear", {
      may: (clerk) => !clerk.missed,
      keep: (clerk) => {
        clerk.missed = true
        clerk.debts.push(clerk.board[0] ?? "?")
      },
      command: (clerk) => ({ _tag: "RecordNoShow", term: ordinal(clerk, 0) }),
    }),
  ),
  fc.constant(
    new Asked("the chair before did not appear", {
      may: (clerk) => clerk.before !== undefined && !clerk.missedBefore,
      keep: (clerk) => {
        clerk.missedBefore = true
        if (clerk.before !== undefined && isSeated(clerk, clerk.before)) clerk.debts.push(clerk.before)
      },
      command: (clerk) => ({ _tag: "RecordNoShow", term: ordinal(clerk, -1) }),
    }),
  ),
]

const assertAgreement = (order: TurnOrder, paper: () => Paper): void => {
  const property = fc.property(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 3 }),
    fc.commands([...deeds], { maxCommands: 80, size: "max" }),
    (units, horizon, limit, commands) => {
      fc.modelRun(() => {
        const day: CivilDate = "2026-01-01"
        const office: Office = { rota: rotatingChair.initial, day }
        const opening = names.slice(0, units)
        const policy = { ...rotaPolicyDefaults, order, horizonTerms: horizon, owedTurnsLimit: limit }
        ask(office, { _tag: "OpenRota", policy, units: opening, startsOn: day })
        const model = new Clerk(paper(), opening, { horizon, limit })
        compare(model, office)
        return { model, real: office }
      }, commands)
    },
  )
  fc.assert(property, options)
}

describe("the rota beside a clerk who keeps it on paper", () => {
  it("CHAIR-3 CHAIR-4 CHAIR-7 CHAIR-11 CHAIR-16 LongestWaiting gives the same turns, queue and debts as the clerk", () => {
    assertAgreement({ _tag: "LongestWaiting" }, () => new Queue())
  })

  it("CHAIR-3 CHAIR-7 CHAIR-12 Listed, with newcomers from the next round on, gives the same turns and debts as the clerk", () => {
    assertAgreement({ _tag: "Listed" }, () => new Sheets())
  })
})
