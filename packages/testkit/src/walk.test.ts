import type { Decider } from "@jinlin/core/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { walk } from "./walk.ts"

/** A lamp that must be screwed in before it is lit, burns out at the third lighting, and counts its lightings. */
interface Lamp {
  readonly place: "box" | "socket"
  readonly lit: boolean
  readonly lightings: number
}
type LampCommand = { readonly _tag: "ScrewIn" | "Light" | "PutOut" }
type LampEvent = { readonly _tag: "ScrewedIn" | "Lit" | "WentOut" }
type NotNow = { readonly _tag: "NotNow"; readonly rule: "LAMP-1" }

const grants = (state: Lamp, command: LampCommand): LampEvent | undefined => {
  if (command._tag === "ScrewIn") return state.place === "box" ? { _tag: "ScrewedIn" } : undefined
  if (command._tag === "Light") {
    return state.place === "socket" && !state.lit && state.lightings < 3 ? { _tag: "Lit" } : undefined
  }
  return state.lit ? { _tag: "WentOut" } : undefined
}

const lamp: Decider<{ readonly power: boolean }, Lamp, LampCommand, LampEvent, NotNow> = {
  process: "lamp",
  initial: { place: "box", lit: false, lightings: 0 },
  decide: (command, state, { power }) => {
    const event = grants(state, command)
    return event === undefined || !power ? Result.fail([{ _tag: "NotNow", rule: "LAMP-1" }]) : Result.succeed([event])
  },
  evolve: (state, event) => {
    if (event._tag === "ScrewedIn") return { ...state, place: "socket" }
    if (event._tag === "WentOut") return { ...state, lit: false }
    // Written in another order than above: the same state all the same.
    return { lightings: state.lightings + 1, lit: true, place: state.place }
  },
}

const commands: ReadonlyArray<LampCommand> = [{ _tag: "ScrewIn" }, { _tag: "Light" }, { _tag: "PutOut" }]
const view = ({ place, lit, lightings }: Lamp): string => {
  if (place === "box") return "in the box"
  if (lit) return "lit"
  return lightings === 3 ? "burnt out" : "dark"
}
const world = { decider: lamp, commands: () => commands, circumstances: () => ({ power: true }), view, limit: 100 }

describe("a walk through a small world", () => {
  it("finds every transition, and one behind many states that look alike", () => {
    expect(walk(world)).toEqual({
      looks: ["in the box", "dark", "lit", "burnt out"],
      transitions: [
        { from: "in the box", command: "ScrewIn", to: "dark" },
        { from: "dark", command: "Light", to: "lit" },
        { from: "lit", command: "PutOut", to: "dark" },
        { from: "lit", command: "PutOut", to: "burnt out" },
      ],
      states: 8,
      complete: true,
    })
  })

  it("visits a state once, whatever the order of its fields", () => {
    const visited: Array<string> = []
    walk({
      ...world,
      commands: (state) => {
        visited.push([state.place, state.lit, state.lightings].join(" "))
        return commands
      },
    })
    expect(new Set(visited).size).toBe(visited.length)
    expect(visited).toHaveLength(8)
  })

  it("lists a look that nothing leads away from, and no transition, where every command is refused", () => {
    expect(walk({ ...world, circumstances: () => ({ power: false }) })).toEqual({
      looks: ["in the box"],
      transitions: [],
      states: 1,
      complete: true,
    })
  })

  it("says that it is not complete one state before the end, and is complete with exactly as many as there are", () => {
    const short = walk({ ...world, limit: 7 })
    expect(short.complete).toBe(false)
    expect(short.states).toBe(7)
    expect(short.looks).not.toContain("burnt out")
    expect(walk({ ...world, limit: 8 }).complete).toBe(true)
  })

  it("tries in each state what is asked for in that state alone", () => {
    const onlyFirst = walk({ ...world, commands: (state) => (state.place === "box" ? commands : []) })
    expect(onlyFirst.transitions).toEqual([{ from: "in the box", command: "ScrewIn", to: "dark" }])
  })

  it("gives the same answer in the same order every time", () => {
    expect(JSON.stringify(walk(world))).toBe(JSON.stringify(walk(world)))
  })
})
