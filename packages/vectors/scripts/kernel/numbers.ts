import {
  compareThresholds,
  drawNumber,
  flippedBy,
  fractionToJson,
  meets,
  needed,
  readFraction,
  readId,
  readThreshold,
  shortBy,
  type Threshold,
} from "@jinlin/core/kernel/arithmetic"
import { asJson, type Json } from "../json-text.ts"
import { ask, checked, type KernelFile, type Put } from "./question.ts"

const fractions: ReadonlyArray<Put<Json>> = [
  { says: "Two thirds, as JSON holds them.", input: { numerator: "2", denominator: "3" } },
  { says: "Lowest terms.", input: { numerator: "4", denominator: "6" } },
  { says: "The sign goes above.", input: { numerator: "1", denominator: "-2" } },
  { says: "Nothing is divided by zero.", input: { numerator: "1", denominator: "0" } },
  { says: "As text.", input: "2/3" },
  { says: "A decimal is taken as written, never for the third that it resembles.", input: "0.6667" },
  { says: "So is a percentage.", input: "66.67 %" },
  { says: "A whole percentage.", input: "75%" },
  { says: "A whole number.", input: 3 },
  { says: "Beyond what JSON numbers hold, as text.", input: { numerator: "9007199254740993", denominator: "2" } },
  { says: "As a number it has lost digits already.", input: 9007199254740992 },
  { says: "No leading zeros.", input: "02/3" },
  { says: "No plus sign.", input: "+1/2" },
  { says: "No exponent.", input: "1e3" },
  { says: "Digits of full width.", input: "１/２" },
  { says: "An empty text.", input: "" },
  { says: "Half a fraction.", input: { numerator: "1" } },
  { says: "A field too many.", input: { numerator: "1", denominator: "2", note: "half" } },
  { says: "A number that is not whole.", input: 0.5 },
  { says: "Null.", input: null },
]

const share = (numerator: string, denominator: string) => ({ numerator, denominator })
const of = (numerator: string, denominator: string, comparison: "more-than" | "at-least", base = "members") => ({
  share: share(numerator, denominator),
  comparison,
  measure: "heads",
  base,
})

interface Counted {
  readonly threshold: Json
  readonly count: number
  readonly of: number
}
const half = of("1", "2", "more-than")
const twoThirds = of("2", "3", "at-least")
const counts: ReadonlyArray<Put<Counted>> = [
  { says: "More than half of 50: 25 are not.", input: { threshold: half, count: 25, of: 50 } },
  { says: "26 are.", input: { threshold: half, count: 26, of: 50 } },
  { says: "At least half of 50: 25 are.", input: { threshold: of("1", "2", "at-least"), count: 25, of: 50 } },
  { says: "24 are not.", input: { threshold: of("1", "2", "at-least"), count: 24, of: 50 } },
  { says: "Two thirds of 50 are 34: 33 miss it.", input: { threshold: twoThirds, count: 33, of: 50 } },
  { says: "34 meet it.", input: { threshold: twoThirds, count: 34, of: 50 } },
  { says: "Two thirds of 30,000 are 20,000.", input: { threshold: twoThirds, count: 20_000, of: 30_000 } },
  {
    says: "66.67 % of 30,000 are 20,001.",
    input: { threshold: of("6667", "10000", "at-least"), count: 20_000, of: 30_000 },
  },
  { says: "More than two thirds of 3 are 3.", input: { threshold: of("2", "3", "more-than"), count: 2, of: 3 } },
  { says: "All of them.", input: { threshold: of("1", "1", "at-least"), count: 7, of: 7 } },
  { says: "Nobody is never enough.", input: { threshold: half, count: 0, of: 0 } },
  { says: "None of five is never a majority.", input: { threshold: half, count: 0, of: 5 } },
  { says: "A count above the base is worth nothing.", input: { threshold: half, count: 6, of: 5 } },
  { says: "Nor is a negative one.", input: { threshold: half, count: -1, of: 5 } },
  { says: "Nor half a head.", input: { threshold: half, count: 2.5, of: 4 } },
  {
    says: "Area in square centimetres, beyond 32 bits.",
    input: {
      threshold: { ...twoThirds, measure: "area", base: "whole-estate" },
      count: 4_000_000_000_001,
      of: 6_000_000_000_000,
    },
  },
]

const thresholds: ReadonlyArray<Put<Json>> = [
  { says: "More than half of the members.", input: half },
  { says: "A share of nothing.", input: of("0", "1", "at-least") },
  { says: "A share above all.", input: of("3", "2", "at-least") },
  { says: "More than all.", input: of("1", "1", "more-than") },
  { says: "A comparison that nobody knows.", input: { ...half, comparison: "over" } },
  { says: "A base that nobody knows.", input: { ...half, base: "everybody" } },
  { says: "A field too many.", input: { ...half, note: "x" } },
  { says: "A field too few.", input: { share: share("1", "2"), comparison: "more-than", measure: "heads" } },
]

const orders: ReadonlyArray<Put<readonly [Json, Json]>> = [
  { says: "More than half asks more than at least half.", input: [half, of("1", "2", "at-least")] },
  { says: "Two thirds ask more than a half.", input: [half, twoThirds] },
  { says: "The same.", input: [twoThirds, of("4", "6", "at-least")] },
  { says: "Of another base nothing is said.", input: [half, of("1", "2", "more-than", "present")] },
]

const thresholdIn = (input: Json): Threshold => {
  const read = readThreshold(input)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

const ids: ReadonlyArray<Put<Json>> = [
  { says: "Letters, digits and four signs.", input: "Unit-3_b:x.y" },
  { says: "Nothing.", input: "" },
  { says: "A space.", input: "unit 3" },
  { says: "A letter of another script.", input: "单位" },
  { says: "A dot at the end.", input: "unit." },
  { says: "Two dots in a row.", input: "a..b" },
  { says: "128 signs.", input: "a".repeat(128) },
  { says: "129 signs.", input: "a".repeat(129) },
  { says: "A name that every object answers to.", input: "constructor" },
  { says: "A slash.", input: "a/b" },
  { says: "A number.", input: 7 },
]

const lots: ReadonlyArray<Put<string>> = [
  { says: "An empty text.", input: "" },
  { says: "The lot of a unit in a round: seed, round and id.", input: "lantern-festival/1/clinic" },
  { says: "Of its neighbour.", input: "lantern-festival/1/clinid" },
  { says: "In the next round.", input: "lantern-festival/2/clinic" },
  { says: "Beyond ASCII: by UTF-16 code units.", input: "元宵/1/𠮷" },
  { says: "A long text.", input: "z".repeat(300) },
]

/** Fractions, thresholds, ids and lots. */
export const numberFiles: ReadonlyArray<KernelFile> = [
  ask({
    name: "fractions",
    asks: "read a fraction",
    says: "The value is written in lowest terms.",
    rules: ["FRACTION-1", "FRACTION-3", "FRACTION-6"],
    puts: fractions,
    answer: (input) => {
      const read = readFraction(input)
      return read.ok ? { value: asJson(fractionToJson(read.value)) } : checked(read)
    },
  }),
  ask({
    name: "thresholds",
    asks: "read a threshold",
    says: "The value is the threshold with its share in lowest terms.",
    rules: ["THRESHOLD-6"],
    puts: thresholds,
    answer: (input) => {
      const read = readThreshold(input)
      if (!read.ok) return checked(read)
      return { value: asJson({ ...read.value, share: fractionToJson(read.value.share) }) }
    },
  }),
  ask({
    name: "counts",
    asks: "hold a count against a threshold",
    says: "Whether it is met, how many are needed, how many are missing, and how many would have to think otherwise (null: no count is enough).",
    rules: ["THRESHOLD-1", "THRESHOLD-2", "THRESHOLD-3", "THRESHOLD-4"],
    puts: counts,
    answer: ({ count, of: base, threshold }) => {
      const read = thresholdIn(threshold)
      return {
        value: {
          holds: meets(read, count, base),
          needed: needed(read, base),
          shortBy: shortBy(read, count, base),
          flippedBy: flippedBy(read, count, base) ?? null,
        },
      }
    },
  }),
  ask({
    name: "stricter",
    asks: "compare two thresholds",
    says: "1 where the first asks more, -1 where the second does, 0 where they ask the same.",
    rules: ["THRESHOLD-5"],
    puts: orders,
    answer: ([one, other]) => checked(compareThresholds(thresholdIn(one), thresholdIn(other))),
  }),
  ask({
    name: "ids",
    asks: "read an id",
    says: "The text is the value when it is accepted.",
    rules: ["ID-1"],
    puts: ids,
    answer: (input) => checked(readId(input)),
  }),
  ask({
    name: "lots",
    asks: "draw a number from a text",
    says: "FNV-1a over the UTF-16 code units, then the finalizer of MurmurHash3, in 32 bits.",
    rules: ["DRAW-1", "DRAW-2"],
    puts: lots,
    answer: (input) => ({ value: drawNumber(input) }),
  }),
]
