import type { Measured } from "../measuring/contender.ts"
import { ratioOf } from "../measuring/median.ts"
import type { Target, TimedRow, WeighedRow } from "../rows/row.ts"
import { counted, duration, times, weight } from "./words.ts"

/** What one contender came to. Nanoseconds for a piece of work, or bytes. */
export interface Figure {
  readonly name: string
  readonly part: Measured["part"]
  readonly value: number
  readonly shown: string
  readonly quartiles?: readonly [number, number]
}

/** One line of the table when it is known. */
export interface Result {
  readonly id: string
  readonly title: string
  readonly unit: "ns" | "bytes"
  readonly figures: ReadonlyArray<Figure>
  /** The fastest peer's time divided by ours: above 1, ours is faster. Null without a peer, and for weights. */
  readonly peerOverOurs: number | null
  /** Ours divided by the floor's: 1 is the least that can be done. Null without a floor. */
  readonly oursOverFloor: number | null
  /** What is to be reached, in words; null where the row is for information. */
  readonly target: string | null
  readonly met: boolean | null
  readonly notes: ReadonlyArray<string>
}

const figureOf = ({ median, name, part, quartiles }: Measured): Figure => ({
  name,
  part,
  value: median,
  shown: duration(median),
  quartiles,
})

const targetText = (target: Target): string => {
  switch (target._tag) {
    case "TimesFloor":
      return `≤ ${target.atMost}× floor`
    case "FasterThanPeer":
      return `≥ ${target.atLeast}× faster than the best peer`
    case "Nanoseconds":
      return `≤ ${target.atMost} ns`
  }
}

const isMet = (
  target: Target,
  { oursOverFloor, peerOverOurs }: Pick<Result, "oursOverFloor" | "peerOverOurs">,
  ours: Measured,
): boolean => {
  switch (target._tag) {
    case "TimesFloor":
      return oursOverFloor !== null && oursOverFloor <= target.atMost
    case "FasterThanPeer":
      return peerOverOurs !== null && peerOverOurs >= target.atLeast
    case "Nanoseconds":
      return ours.median <= target.atMost
  }
}

/** What a timed row came to. The first contender of each part is the one that counts, and of the peers the fastest. */
export const timedResult = (row: TimedRow, measured: ReadonlyArray<Measured>): Result => {
  const ours = measured.find(({ part }) => part === "ours")
  if (ours === undefined) throw new Error(`[bench] nothing of ours was measured for ${row.title}`)
  const floor = measured.find(({ part }) => part === "floor")
  const [peer] = measured.filter(({ part }) => part === "peer").toSorted((a, b) => a.median - b.median)
  const ratios = {
    peerOverOurs: peer === undefined ? null : ratioOf(peer.rounds, ours.rounds),
    oursOverFloor: floor === undefined ? null : ratioOf(ours.rounds, floor.rounds),
  }
  const perSecond = row.per && `${counted((row.per.count * 1e9) / ours.median)} ${row.per.name} a second`
  return {
    id: row.id,
    title: row.title,
    unit: "ns",
    figures: measured.map(figureOf),
    ...ratios,
    target: row.target && targetText(row.target),
    met: row.target && isMet(row.target, ratios, ours),
    notes: perSecond === undefined ? row.notes : [perSecond, ...row.notes],
  }
}

/** What a weighed row came to. */
export const weighedResult = ({ atMost, id, notes, ours, peers, title }: WeighedRow): Result => {
  const figure = (part: Figure["part"]) => (code: WeighedRow["ours"]) => {
    return { name: code.name, part, value: code.bytes, shown: weight(code.bytes) }
  }
  return {
    id,
    title,
    unit: "bytes",
    figures: [figure("ours")(ours), ...peers.map(figure("peer"))],
    peerOverOurs: null,
    oursOverFloor: null,
    target: `≤ ${weight(atMost)}`,
    met: ours.bytes <= atMost,
    notes,
  }
}

/** How a result is told in one cell. */
export const verdict = ({ met }: Pick<Result, "met">): string => (met === null ? "–" : met ? "met" : "MISSED")

/** A ratio in one cell. */
export const ratioText = (ratio: number | null): string => (ratio === null ? "–" : times(ratio))
