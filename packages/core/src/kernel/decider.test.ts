import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Decider } from "./decider.ts"
import { object, replay, step, unless } from "./decider.ts"
import type { Refusal } from "./refusal.ts"

/** A shelf with room for ten books, to have something to decide about. */
interface Shelf {
  readonly books: ReadonlyArray<string>
}
interface Circumstances {
  readonly open: boolean
}
type Command =
  | { readonly _tag: "ShelveBooks"; readonly titles: ReadonlyArray<string> }
  | { readonly _tag: "ClearShelf" }
type Event = { readonly _tag: "BookShelved"; readonly title: string } | { readonly _tag: "ShelfCleared" }
interface Closed extends Refusal {
  readonly _tag: "Closed"
}
interface TooMany extends Refusal {
  readonly _tag: "TooMany"
  readonly room: number
}

const room = 10

const shelf: Decider<Circumstances, Shelf, Command, Event, Closed | TooMany> = {
  process: "shelf",
  initial: { books: [] },
  decide: (command, { books }, { open }) => {
    const closed: Closed | undefined = open ? undefined : { _tag: "Closed", rule: "SHELF-1" }
    switch (command._tag) {
      case "ShelveBooks": {
        const left = room - books.length
        const tooMany: TooMany | undefined =
          command.titles.length > left ? { _tag: "TooMany", rule: "SHELF-2", room: left } : undefined
        return unless([closed, tooMany], () => command.titles.map((title) => ({ _tag: "BookShelved", title })))
      }
      case "ClearShelf":
        return closed === undefined ? unless([], () => [{ _tag: "ShelfCleared" }]) : object(closed)
    }
  },
  evolve: ({ books }, event) => (event._tag === "BookShelved" ? { books: [...books, event.title] } : { books: [] }),
}

const titles = fc.array(fc.string({ maxLength: 3 }), { maxLength: 12 })
const commands: fc.Arbitrary<Command> = fc.oneof(
  titles.map((given): Command => ({ _tag: "ShelveBooks", titles: given })),
  fc.constant<Command>({ _tag: "ClearShelf" }),
)
const events: fc.Arbitrary<Event> = fc.oneof(
  fc.string({ maxLength: 3 }).map((title): Event => ({ _tag: "BookShelved", title })),
  fc.constant<Event>({ _tag: "ShelfCleared" }),
)
const histories = fc.array(events, { maxLength: 15 })

const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) frozen(inside)
  return Object.freeze(value)
}

describe("DECIDER-1 a refusal gives every reason", () => {
  it("DECIDER-1 unless refuses with all objections, in the order in which they were listed", () => {
    const decided = shelf.decide({ _tag: "ShelveBooks", titles: Array(11).fill("x") }, { books: [] }, { open: false })
    expect(decided).toEqual(
      Result.fail([
        { _tag: "Closed", rule: "SHELF-1" },
        { _tag: "TooMany", rule: "SHELF-2", room: 10 },
      ]),
    )
  })

  it("DECIDER-1 unless leaves out what is no objection, and does not make events while there is one", () => {
    let made = 0
    const events = (): ReadonlyArray<string> => {
      made += 1
      return ["done"]
    }
    const reason: Refusal = { _tag: "Closed", rule: "SHELF-1" }
    expect(unless([undefined, reason, undefined], events)).toEqual(Result.fail([reason]))
    expect(made).toBe(0)
    expect(unless([undefined, undefined], events)).toEqual(Result.succeed(["done"]))
    expect(unless([], events)).toEqual(Result.succeed(["done"]))
    expect(made).toBe(2)
  })

  it("DECIDER-1 unless keeps exactly the objections, whatever stands between them", () => {
    const reasons = fc.array(
      fc.option(
        fc.nat(9).map((n) => ({ _tag: "No", rule: `NO-${n}` }) as const),
        { nil: undefined },
      ),
    )
    fc.assert(
      fc.property(reasons, (objections) => {
        const real = objections.filter((objection) => objection !== undefined)
        const decided = unless(objections, () => [])
        expect(Result.isFailure(decided) ? decided.failure : []).toEqual(real)
      }),
    )
  })

  it("DECIDER-1 object refuses for one reason", () => {
    expect(object({ _tag: "Closed", rule: "SHELF-1" })).toEqual(Result.fail([{ _tag: "Closed", rule: "SHELF-1" }]))
  })

  it("DECIDER-1 a command may be granted without anything happening", () => {
    expect(shelf.decide({ _tag: "ShelveBooks", titles: [] }, { books: [] }, { open: true })).toEqual(Result.succeed([]))
  })
})

describe("DECIDER-2 a state is its history folded", () => {
  it("DECIDER-2 a history in two parts leads where the whole leads", () => {
    fc.assert(
      fc.property(histories, histories, (a, b) => {
        expect(replay(shelf, [...a, ...b])).toEqual(replay(shelf, b, replay(shelf, a)))
      }),
    )
  })

  it("DECIDER-2 no history leads to the initial state, and one event to one evolve", () => {
    expect(replay(shelf, [])).toBe(shelf.initial)
    fc.assert(
      fc.property(histories, events, (history, event) => {
        expect(replay(shelf, [...history, event])).toEqual(shelf.evolve(replay(shelf, history), event))
      }),
    )
  })

  it("DECIDER-2 a history may be anything that can be gone through once", () => {
    const once = function* (): Generator<Event> {
      yield { _tag: "BookShelved", title: "a" }
      yield { _tag: "BookShelved", title: "b" }
    }
    expect(replay(shelf, once())).toEqual({ books: ["a", "b"] })
  })
})

describe("DECIDER-3 a step decides, then folds what was decided", () => {
  it("DECIDER-3 step is decide and replay, and refuses as decide does", () => {
    fc.assert(
      fc.property(histories, commands, fc.boolean(), (history, command, open) => {
        const state = replay(shelf, history)
        const decided = shelf.decide(command, state, { open })
        const stepped = step(shelf, command, state, { open })
        if (Result.isFailure(decided)) expect(stepped).toEqual(decided)
        else
          expect(stepped).toEqual(
            Result.succeed({ events: decided.success, state: replay(shelf, [...history, ...decided.success]) }),
          )
      }),
    )
  })

  it("DECIDER-3 neither the command, the state nor the circumstances are changed by it", () => {
    fc.assert(
      fc.property(histories, commands, fc.boolean(), (history, command, open) => {
        const state = frozen(replay(shelf, history))
        const before = structuredClone({ command, state })
        const once = step(shelf, frozen(command), state, frozen({ open }))
        expect(step(shelf, command, state, { open })).toEqual(once)
        expect({ command, state }).toEqual(before)
      }),
    )
  })
})
