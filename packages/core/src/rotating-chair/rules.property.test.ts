import { assertLaw, chairLaws, rotaPolicies, rotaStories, tell } from "@jinlin/testkit/rotating-chair"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Projection, project } from "../kernel/projection.ts"
import {
  fairnessReport,
  nextInTurn,
  type Rota,
  type RotaEvent,
  rotatingChair,
  tenures,
  turnHistory,
  turnQueue,
} from "./index.ts"

/** How many stories each law is told: 400, or as many as the environment asks for; from its seed, if it names one. */
const { JINLIN_RUNS = "400", JINLIN_SEED } = process.env
const options = { numRuns: Number(JINLIN_RUNS), ...(JINLIN_SEED === undefined ? {} : { seed: Number(JINLIN_SEED) }) }

describe("the published laws hold for our rotating chair, over changing membership", () => {
  for (const law of chairLaws)
    it(`${law.id} ${law.says}`, () => {
      assertLaw(law, rotatingChair, options)
    })
})

const stories = fc.record({
  policy: rotaPolicies(),
  units: fc.integer({ min: 1, max: 6 }),
  moves: rotaStories(),
})

const inBatches = <View>(
  view: Projection<View, RotaEvent>,
  history: ReadonlyArray<RotaEvent>,
  sizes: ReadonlyArray<number>,
): View => {
  let so = view.initial
  let from = 0
  for (const size of sizes) {
    so = JSON.parse(JSON.stringify(project(view, history.slice(from, from + size), so)))
    from += size
  }
  return project(view, history.slice(from), so)
}

describe("the views are folds", () => {
  it("CHAIR-8 a view is the same whether the history comes at once or in batches of any sizes, stored in between", () => {
    fc.assert(
      fc.property(stories, fc.array(fc.nat(9)), (story, sizes) => {
        const { history } = tell(rotatingChair, story)
        expect(inBatches(tenures, history, sizes)).toEqual(project(tenures, history))
        expect(inBatches(turnHistory, history, sizes)).toEqual(project(turnHistory, history))
      }),
      options,
    )
  })

  it("CHAIR-4 the turn history agrees with the rota: what serves, what is published, what is owed, who is seated", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { history, rota } = tell(rotatingChair, story)
        const { owed, records, seats, serving } = project(turnHistory, history)
        const key = ({ term, unit }: { readonly term: number; readonly unit: string | null }) => `${term} ${unit}`
        const ahead = records.filter(
          ({ outcome, term }) => outcome === "published" || (outcome === "stood-in" && term > rota.serving),
        )
        const published = rota.terms.filter((term) => term.ordinal > rota.serving && term.unit !== null)
        expect(ahead.map(key).toSorted()).toEqual(
          published.map((term) => key({ term: term.ordinal, unit: term.unit })).toSorted(),
        )
        expect(owed.map(({ since, unit }) => `${since} ${unit}`)).toEqual(
          rota.owed.map((turn) => `${turn.since} ${turn.unit}`),
        )
        expect(
          seats
            .filter((seat) => seat.until === null)
            .map((seat) => seat.unit)
            .toSorted(),
        ).toEqual(rota.seats.map((seat) => seat.unit).toSorted())
        expect(serving).toBe(rota.serving)
      }),
      options,
    )
  })

  it("CHAIR-4 in a fairness report nobody waits longer than the rota has lasted, and turns add up to no more than its terms and the declined ones", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { history, rota } = tell(rotatingChair, story)
        const { rows, spread } = fairnessReport(project(turnHistory, history))
        const turns = rows.reduce((sum, row) => sum + row.turns, 0)
        const moved = history.filter((event) => event._tag === "TurnMoved").length
        expect(turns).toBeLessThanOrEqual(rota.serving + moved)
        for (const row of rows) {
          expect(row.longestWait).toBeGreaterThanOrEqual(0)
          expect(row.longestWait).toBeLessThanOrEqual(rota.serving)
          expect(spread).toBeLessThanOrEqual(rota.serving + moved)
        }
      }),
      options,
    )
  })
})

describe("the ring for very long forecasts", () => {
  it("CHAIR-8 gives the turns that LongestWaiting gives, whoever joins and leaves, while nothing is owed", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("join", "leave", "next", "next"), fc.nat(7)), {
      maxLength: 300,
      size: "max",
    })
    fc.assert(
      fc.property(steps, (asked) => {
        const ring = turnQueue(8)
        let places = 0
        let seats: Rota["seats"] = []
        const seat = (unit: string): Rota["seats"][number] => {
          places += 1
          return { unit, position: places, queued: places, seatedAt: 0, lastTurn: 0, lastRound: 0, lateIn: 0 }
        }
        for (const [what, unit] of asked) {
          const name = `${unit}`
          if (what === "join") {
            ring.join(unit)
            if (!seats.some((one) => one.unit === name)) seats = [...seats, seat(name)]
          } else if (what === "leave") {
            ring.leave(unit)
            seats = seats.filter((one) => one.unit !== name)
          } else {
            const turn = nextInTurn({ seats, owed: [], round: 1 }, { _tag: "LongestWaiting" })
            expect(ring.next()).toBe(turn === undefined ? -1 : Number(turn.unit))
            if (turn !== undefined) seats = [...seats.filter((one) => one.unit !== turn.unit), seat(turn.unit)]
          }
          expect(ring.size()).toBe(seats.length)
        }
      }),
      options,
    )
  })
})
