import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { firstInstant, formatInstant, lastInstant, readInstant } from "./instant.ts"
import { readMoment } from "./moment-schema.ts"
import { momentAt, offsetOf } from "./zone.ts"

const instants = fc.integer({ min: firstInstant, max: lastInstant })
/** Every instant whose wall clock lies within the calendar too, whatever the offset. */
const inner = fc.integer({ min: firstInstant + 86_400_000, max: lastInstant - 86_400_000 })
const offsets = fc.integer({ min: -720, max: 840 })

describe("laws of instants", () => {
  test("TIME-1: what is written is read back, and is what the platform writes", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(readInstant(formatInstant(instant))).toEqual({ ok: true, value: instant })
        expect(formatInstant(instant)).toBe(new Date(instant).toISOString())
      }),
    )
  })

  test("TIME-3: the same wall clock with an offset one minute larger is the instant one minute earlier", () => {
    const clock = fc.tuple(inner, fc.integer({ min: -1438, max: 1438 }))
    const write = (minutes: number): string =>
      `${minutes < 0 ? "-" : "+"}${[Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) => String(n).padStart(2, "0")).join(":")}`
    fc.assert(
      fc.property(clock, ([instant, offset]) => {
        const wall = formatInstant(instant).slice(0, -1)
        expect(readInstant(wall + write(offset))).toEqual({ ok: true, value: instant - offset * 60_000 })
        expect(readInstant(wall + write(offset + 1))).toEqual({ ok: true, value: instant - (offset + 1) * 60_000 })
      }),
    )
  })

  test("TIME-6: a moment made from an instant and an offset is accepted and gives the offset back", () => {
    fc.assert(
      fc.property(inner, offsets, (instant, offset) => {
        const moment = momentAt(instant, "Asia/Shanghai", offset)
        expect(offsetOf(moment)).toBe(offset)
        expect(readMoment(moment)).toEqual({ ok: true, value: moment })
      }),
    )
  })

  test("TIME-1: no text makes the reader throw, and what it accepts lies within the calendar", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.stringMatching(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = readInstant(text)
        if (read.ok)
          expect(Number.isSafeInteger(read.value) && read.value >= firstInstant && read.value <= lastInstant).toBe(true)
        else expect(read.refusal.rule).toMatch(/^(TIME|DATE)-\d$/)
      }),
      { numRuns: 1000 },
    )
  })
})
