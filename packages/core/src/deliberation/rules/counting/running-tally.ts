import type { Tally } from "../../model.ts"
import { isCode, markPlaces, markTable, openingMarks, type RollColumns } from "./roll-columns.ts"
import { sumsOf, tallyOfMarks } from "./tally-of-columns.ts"

/** Names of its own: what is asked for with every ballot is found faster in this file than in another. */
const places: number = markPlaces
const isKnown = isCode

/** A tally that is right after every ballot. */
export interface RunningTally {
  /** Takes the next ballot; one of a place that is not on the roll, of somebody recused, or with no known code changes nothing. */
  readonly cast: (voter: number, code: number) => void
  /** The tally now; present are those who cast a ballot. */
  readonly tally: () => Tally
}

/** A column of the roll, and its sum for each mark. */
interface Sums {
  readonly column: ArrayLike<number>
  readonly byMark: Float64Array
}

const summing = (column: ArrayLike<number>): Sums => ({ column, byMark: new Float64Array(places) })

const move = ({ byMark, column }: Sums, voter: number, [from, to]: readonly [from: number, to: number]): void => {
  const weight = column[voter] ?? 0
  byMark[from] = (byMark[from] ?? 0) - weight
  byMark[to] = (byMark[to] ?? 0) + weight
}

/**
 * A ballot only sets a mark, and notes whose it was. Whoever looks moves the noted ones from one sum to the other; were they
 * more than a quarter of the roll, adding up all of it anew is less work. A class, because its methods are compiled once.
 */
class Running implements RunningTally {
  readonly #marks: Uint8Array
  /** The marks as the sums have them. */
  readonly #added: Uint8Array
  readonly #table: Uint8Array
  readonly #sums: readonly [heads: Sums, area: Sums]
  readonly #noted: Uint32Array
  /** Of how many ballots the sums do not know. Where no more can be noted they know of nothing, as at first. */
  #unknown: number
  constructor(roll: RollColumns) {
    this.#marks = openingMarks(roll)
    this.#added = new Uint8Array(this.#marks.length)
    this.#table = markTable(roll.repeated ?? "last")
    this.#sums = [summing(roll.heads), summing(roll.area)]
    this.#noted = new Uint32Array(Math.ceil(this.#marks.length / 4))
    this.#unknown = this.#noted.length
  }
  cast(voter: number, code: number): void {
    const marks = this.#marks
    if (voter >>> 0 !== voter || voter >= marks.length || !isKnown(code)) return
    marks[voter] = this.#table[(marks[voter] ?? 0) * places + code] ?? 0
    const unknown = this.#unknown
    if (unknown === this.#noted.length) return
    this.#noted[unknown] = voter
    this.#unknown = unknown + 1
  }
  tally(): Tally {
    if (this.#unknown === this.#noted.length) this.#addAll()
    else for (let place = 0; place < this.#unknown; place += 1) this.#addOne(this.#noted[place] ?? 0)
    this.#unknown = 0
    const [heads, area] = this.#sums
    return tallyOfMarks(heads.byMark, area.byMark)
  }
  #addOne(voter: number): void {
    const change = [this.#added[voter] ?? 0, this.#marks[voter] ?? 0] as const
    for (const sums of this.#sums) move(sums, voter, change)
    this.#added[voter] = change[1]
  }
  #addAll(): void {
    for (const { byMark, column } of this.#sums) byMark.set(sumsOf(this.#marks, column))
    this.#added.set(this.#marks)
  }
}

/**
 * Counts ballot by ballot in the order of arrival. Whenever it is asked it says what `tallyOfColumns` says of all ballots so
 * far, for a time that depends on the ballots since it was asked last, and neither on the roll nor on those before.
 * Rule TALLY-17.
 */
export const runningTally = (roll: RollColumns): RunningTally => new Running(roll)
