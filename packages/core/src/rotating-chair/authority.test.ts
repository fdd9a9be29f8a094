import { on, play } from "@jinlin/testkit"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type RotaCommand, rotaPolicyDefaults, rotatingChair } from "./index.ts"

const now = on("2026-01-10")
const post = (name: string, within = "conference", onBehalfOf?: string): Actor => ({
  _tag: "Post",
  person: "p-1",
  post: name,
  within,
  onBehalfOf,
})
const system: Actor = { _tag: "System", rule: "CHAIR-10" }
const open: RotaCommand = {
  _tag: "OpenRota",
  policy: rotaPolicyDefaults,
  units: ["clinic", "school", "property"],
  startsOn: "2026-01-01",
}
/** Published: 1 clinic, 2 school, 3 property, 4 clinic. */
const rota = play(rotatingChair, [[open, { actor: system, now: on("2026-01-01") }]]).state

/** Who may: `unit` stands for the delegate of the unit that it concerns, `clerk` for the secretary on somebody's behalf. */
type Who = "convenor" | "secretary" | "system" | "unit" | "clerk"

const deciding: ReadonlyArray<RotaCommand> = [
  { _tag: "AdoptRotaPolicy", policy: rotaPolicyDefaults, effectiveFrom: "2026-02-01" },
  { _tag: "FillVacancy", term: 2, unit: null },
  { _tag: "NameSubstitute", unit: null },
]
const membership: ReadonlyArray<RotaCommand> = [
  open,
  { _tag: "CloseRota" },
  { _tag: "SeatUnit", unit: "court" },
  { _tag: "UnseatUnit", unit: "school" },
  { _tag: "MergeUnits", units: ["clinic", "school"], into: "clinic" },
]
const recording: ReadonlyArray<RotaCommand> = [
  { _tag: "RecordNoShow", term: 1 },
  { _tag: "HandOverChair", term: 1, record: "sha-256:00" },
]
const arranging: ReadonlyArray<RotaCommand> = [
  { _tag: "RemindHandOver", term: 1 },
  { _tag: "CountMeeting", meeting: "m", heldOn: "2026-01-10" },
  { _tag: "AdvanceRota" },
]
/** Each concerns the school and nobody else, but for the swap with the clinic. */
const own: ReadonlyArray<RotaCommand> = [
  { _tag: "SwapTurns", first: 2, second: 4 },
  { _tag: "SkipTurn", term: 2, reason: "no" },
  { _tag: "DeclineTurn", term: 2, reason: "no" },
  { _tag: "DeclareInterest", item: "fence", unit: "school" },
]
const table: ReadonlyArray<readonly [RotaCommand, ReadonlyArray<Who>]> = [
  ...deciding.map((command) => [command, ["convenor"]] as const),
  ...membership.map((command) => [command, ["convenor", "system"]] as const),
  ...recording.map((command) => [command, ["convenor", "secretary", "clerk"]] as const),
  ...arranging.map((command) => [command, ["convenor", "secretary", "clerk", "system"]] as const),
  ...own.map((command) => [command, ["unit", "clerk"]] as const),
]
const actors: Readonly<Record<Who, Actor>> = {
  convenor: post("convenor"),
  secretary: post("secretary"),
  system,
  unit: post("delegate", "school"),
  clerk: post("secretary", "conference", "p-2"),
}
const may = (actor: Actor, command: RotaCommand) => authorize(authority, command, rota, { actor, now })
const named = (rows: ReadonlyArray<RotaCommand>) => rows.map((command) => [command._tag, command] as const)

describe("who may do what to a rota", () => {
  it("CHAIR-21 every command has its row in this table", () => {
    expect(table.map(([command]) => command._tag).toSorted()).toEqual(Object.keys(authority).toSorted())
  })

  it.each(table.map(([command, who]) => [command._tag, command, who] as const))(
    "CHAIR-21 %s is for those who are listed, and for nobody else",
    (_tag, command, who) => {
      for (const [name, actor] of Object.entries(actors)) {
        const granted = may(actor, command).ok
        expect({ name, granted }).toEqual({ name, granted: who.some((one) => one === name) })
      }
    },
  )

  it.each(named([...deciding, ...membership]))("CHAIR-21 the secretary alone decides nothing: %s", (_tag, command) => {
    const refused = may(post("secretary"), command)
    expect(refused).toMatchObject({
      ok: false,
      refusal: { _tag: "Forbidden", rule: "CHAIR-21", command: command._tag },
    })
    expect(may(post("secretary", "conference", "p-2"), command).ok).toBe(false)
  })

  it("CHAIR-21 what is not granted is forbidden: no other post may do anything, wherever it is held and for whomever", () => {
    const known = ["convenor", "secretary", "delegate"]
    fc.assert(
      fc.property(
        fc.string().filter((name) => !known.includes(name)),
        fc.string(),
        fc.option(fc.string(), { nil: undefined }),
        fc.constantFrom(...table.map(([command]) => command)),
        (name, within, onBehalfOf, command) => !may(post(name, within, onBehalfOf), command).ok,
      ),
    )
  })

  it.each(named(own))(
    "CHAIR-21 a unit speaks for itself: %s by the delegate of another unit is forbidden",
    (_tag, command) => {
      expect(may(post("delegate", "property"), command)).toEqual({
        ok: false,
        refusal: {
          _tag: "Forbidden",
          rule: "CHAIR-21",
          command: command._tag,
          allowed: ["delegate-of-the-unit", "secretary-for-the-delegate"],
        },
      })
    },
  )

  it("CHAIR-21 either of two units may bring their swap", () => {
    const [swap] = own
    expect(swap && may(post("delegate", "clinic"), swap).ok).toBe(true)
    expect(swap && may(post("delegate", "school"), swap).ok).toBe(true)
  })

  it("CHAIR-21 nobody speaks for a term that is not published", () => {
    expect(may(post("delegate", "school"), { _tag: "SkipTurn", term: 9, reason: "no" }).ok).toBe(false)
    expect(may(post("delegate", "school"), { _tag: "SwapTurns", first: 8, second: 9 }).ok).toBe(false)
  })

  it("CHAIR-21 the grounds say in which post, and for whom", () => {
    expect(may(post("delegate", "school"), { _tag: "SkipTurn", term: 2, reason: "no" })).toEqual({
      ok: true,
      value: { rule: "CHAIR-21", post: "delegate", within: "school" },
    })
    expect(may(post("secretary", "conference", "p-2"), { _tag: "SkipTurn", term: 2, reason: "no" })).toEqual({
      ok: true,
      value: { rule: "CHAIR-21", post: "secretary", within: "conference", onBehalfOf: "p-2" },
    })
    expect(may(post("convenor"), { _tag: "CloseRota" })).toEqual({
      ok: true,
      value: { rule: "CHAIR-21", post: "convenor", within: "conference" },
    })
    expect(may(system, { _tag: "AdvanceRota" })).toEqual({
      ok: true,
      value: { rule: "CHAIR-10", post: "system", within: "system" },
    })
  })
})
