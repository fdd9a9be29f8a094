import type { Contender, Part } from "../../measuring/contender.ts"
import type { Preparation } from "../row.ts"
import { byDecodeStrictly, byDecodeStrictlyOne, byHand, byPlainSchema, byZod, kinds, type Reader } from "./readers.ts"

const event = { _tag: "TermBegun", term: 7, unit: "unit-7", on: "2026-07-01", handOverBefore: "2026-07-12" }

const events: ReadonlyArray<unknown> = Array.from({ length: 64 }, (_, index) => ({
  ...event,
  term: index,
  unit: index % 8 === 7 ? null : `unit-${index}`,
  handOverBefore: index % 2 === 0 ? null : event.handOverBefore,
}))
const texts = events.map((input) => JSON.stringify(input))

/** What no reader may let pass, except for the sixth field where the schema by itself drops it. */
const faulty: ReadonlyArray<unknown> = [
  { ...event, on: "2026-02-30" },
  { ...event, unit: "unit 7" },
  { ...event, term: -1 },
  { ...event, term: 1.5 },
  { ...event, on: undefined },
  null,
]

const asContender = (name: string, part: Part, reader: Reader): Contender => ({
  name,
  part,
  run: (times) => {
    let read = 0
    for (let time = 0; time < times; time += 1) if (reader(events[time & 63])) read += 1
    return read
  },
})

const parsing: Contender = {
  name: "JSON.parse of the same event",
  part: "floor",
  run: (times) => {
    let read = 0
    for (let time = 0; time < times; time += 1) if (JSON.parse(texts[time & 63] as string) !== null) read += 1
    return read
  },
}

/** Reading one event that came from outside. */
export const eventReadingRows: Preparation = async () => {
  for (const reader of [byDecodeStrictly, byDecodeStrictlyOne, byPlainSchema, byZod, byHand]) {
    if (!events.every(reader)) throw new Error(`[bench] ${reader.name} refuses an event`)
    if (faulty.some(reader)) throw new Error(`[bench] ${reader.name} lets a faulty event pass`)
  }
  for (const reader of [byDecodeStrictly, byDecodeStrictlyOne, byZod, byHand])
    if (reader({ ...event, more: 1 })) throw new Error(`[bench] ${reader.name} lets an unknown field pass`)
  return [
    {
      _tag: "Timed",
      id: "event-reading",
      title: "read an event of five fields (TermBegun)",
      contenders: [
        asContender(`decodeStrictly, any of ${kinds} kinds`, "ours", byDecodeStrictly),
        asContender("decodeStrictly, this kind", "ours", byDecodeStrictlyOne),
        asContender(`Schema alone, any of ${kinds} kinds`, "ours", byPlainSchema),
        asContender("zod, this kind", "peer", byZod),
        asContender("written by hand, this kind", "floor", byHand),
        parsing,
      ],
      target: null,
      notes: [],
    },
  ]
}
