import type { Refusal } from "@jinlin/core/kernel"
import { openMemoryStore } from "@jinlin/store-memory"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { admit, auditor, convenor, found, founding, grant, logOf, saidOf, sceneOn } from "../../test/shell/scene.ts"
import type { CommandRequest } from "./request.ts"

const opened = async () => {
  const scene = await sceneOn(openMemoryStore())
  await grant(scene, ...founding("school"))
  return scene
}

const request = admit("clinic")

/** What the request becomes when the field at this path holds something else; `undefined` takes it away. */
const withField = (path: ReadonlyArray<string>, value: unknown): unknown => {
  const [field = "", ...deeper] = path
  const change = (within: unknown, steps: ReadonlyArray<string>): unknown => {
    const [step = "", ...rest] = steps
    const before = typeof within === "object" && within !== null ? { ...within } : {}
    const next = rest.length === 0 ? value : change(Reflect.get(before, step), rest)
    if (next === undefined) Reflect.deleteProperty(before, step)
    else Object.defineProperty(before, step, { value: next, enumerable: true, configurable: true, writable: true })
    return before
  }
  return change(request, [field, ...deeper])
}

const deep = (levels: number): unknown => {
  let value: unknown = "end"
  for (let level = 0; level < levels; level += 1) value = { inner: value }
  return value
}

class Instance {
  readonly unit = "clinic"
}

const ask = async (input: unknown) => {
  const { jinlin, store } = await opened()
  const before = await logOf(store)
  const outcome = await jinlin.execute(input as CommandRequest)
  expect(await logOf(store)).toEqual(before)
  return outcome
}

interface Fault {
  readonly _tag: string
  readonly path: ReadonlyArray<string | number>
}

describe("what is sent", () => {
  const cases: ReadonlyArray<readonly [string, unknown, Fault]> = [
    ["an unknown field beside the command", withField(["role"], "admin"), { _tag: "UnknownField", path: ["role"] }],
    [
      "an unknown field of the actor",
      withField(["actor", "person"], "p-x"),
      { _tag: "UnknownField", path: ["actor", "person"] },
    ],
    [
      "an unknown field of the command",
      withField(["command", "role"], "x"),
      { _tag: "UnknownField", path: ["command", "role"] },
    ],
    ["a missing id", withField(["id"], undefined), { _tag: "MissingField", path: ["id"] }],
    [
      "a missing field of the command",
      withField(["command", "kind"], undefined),
      { _tag: "MissingField", path: ["command", "kind"] },
    ],
    ["a missing login", withField(["actor", "login"], undefined), { _tag: "MissingField", path: ["actor", "login"] }],
    ["an empty id", withField(["id"], ""), { _tag: "InvalidId", path: ["id"] }],
    ["an id of ten thousand characters", withField(["id"], "x".repeat(10_000)), { _tag: "InvalidId", path: ["id"] }],
    ["an id with a control character", withField(["id"], "a\u0000b"), { _tag: "InvalidId", path: ["id"] }],
    ["a subject that walks away", withField(["subject"], "../willow"), { _tag: "InvalidId", path: ["subject"] }],
    ["a subject with a separator", withField(["subject"], "willow/elm"), { _tag: "InvalidId", path: ["subject"] }],
    ["a number for an id", withField(["id"], 7), { _tag: "WrongType", path: ["id"] }],
    ["a list for the actor", withField(["actor"], []), { _tag: "WrongType", path: ["actor"] }],
    ["a text for the command", withField(["command"], "AdmitUnit"), { _tag: "WrongType", path: ["command"] }],
    [
      "a command of another process",
      withField(["command", "_tag"], "CloseRota"),
      { _tag: "UnknownTag", path: ["command", "_tag"] },
    ],
    ["no command at all", withField(["command"], undefined), { _tag: "MissingField", path: ["command"] }],
    [
      "another choice than there is",
      withField(["command", "capacity"], "owner"),
      { _tag: "UnknownChoice", path: ["command", "capacity"] },
    ],
    [
      "a prototype",
      withField(["command", "__proto__"], { admin: true }),
      { _tag: "UnknownField", path: ["command", "__proto__"] },
    ],
    ["a prototype around it", withField(["__proto__"], { admin: true }), { _tag: "UnknownField", path: ["__proto__"] }],
    [
      "a constructor",
      withField(["command", "constructor"], { prototype: {} }),
      { _tag: "UnknownField", path: ["command", "constructor"] },
    ],
    ["a date", withField(["command", "unit"], new Date(0)), { _tag: "WrongType", path: ["command", "unit"] }],
    ["an instance of a class", withField(["command"], new Instance()), { _tag: "WrongType", path: ["command"] }],
    [
      "a list with holes",
      withField(["command", "unit"], new Array(3)),
      { _tag: "WrongType", path: ["command", "unit"] },
    ],
    ["a half character", withField(["actor", "login"], "\ud800"), { _tag: "InvalidText", path: ["actor", "login"] }],
    [
      "text of spaces without a shape",
      withField(["actor", "login"], "\u3000\u200b\ufeff"),
      { _tag: "EmptyText", path: ["actor", "login"] },
    ],
    [
      "text that turns its direction",
      withField(["actor", "login"], "a\u202eb"),
      { _tag: "BidiControl", path: ["actor", "login"] },
    ],
    ["an issue time that is a fraction", withField(["issuedAt"], 1.5), { _tag: "OutOfBounds", path: ["issuedAt"] }],
    ["an unknown process", withField(["process"], "grid"), { _tag: "UnknownProcess", path: ["process"] }],
  ]

  it.each(cases)("READ-3 is refused with its place: %s", async (_name, input, fault) => {
    const outcome = await ask(input)
    expect(outcome.ok ? [] : outcome.refusals).toContainEqual(expect.objectContaining(fault))
  })

  it("READ-2 is refused with everything that is wrong", async () => {
    const outcome = await ask({ tenant: "town", actor: {}, nonsense: 1 })
    const places = outcome.ok ? [] : outcome.refusals.map(({ path = [] }) => path.join("."))
    expect(places.sort()).toEqual(
      ["actor.login", "actor.post", "actor.within", "command", "id", "nonsense", "process", "subject"].sort(),
    )
  })

  it.each([null, undefined, 7, "text", [], () => 0, Symbol("x"), new Instance(), new Map()])(
    "STORE-8 that is no request names no tenant: %s",
    async (input) => {
      expect(await ask(input)).toMatchObject({ refusals: [{ _tag: "TenantRequired", path: ["tenant"] }] })
    },
  )

  it.each([undefined, null])("SHELL-5 without an actor is nobody's: %s", async (actor) => {
    expect(await ask({ ...request, actor })).toEqual({
      ok: false,
      refusals: [{ _tag: "Unauthenticated", rule: "SHELL-5", path: ["actor"] }],
    })
  })

  it("SHELL-8 for a process that is not run here is answered with those that are", async () => {
    expect(await ask(withField(["process"], "constructor.x"))).toEqual({
      ok: false,
      refusals: [
        {
          ...{ _tag: "UnknownProcess", rule: "SHELL-8", process: "constructor.x", path: ["process"] },
          known: [
            ...["joint-conference", "rotating-chair", "deliberation", "ballot"],
            ...["disclosure", "co-governance", "covenant", "task", "text"],
          ],
        },
      ],
    })
  })

  it.each([
    ["fifty million characters", { ...request, command: { ...request.command, unit: "x".repeat(50_000_000) } }],
    ["fifty million characters beside it", { ...request, note: "x".repeat(50_000_000) }],
    ["a list of a million", { ...request, command: { ...request.command, unit: new Array(1_000_000).fill(0) } }],
  ])("READ-8 is refused before it is read: %s", async (_name, input) => {
    const outcome = await ask(input)
    expect(saidOf(outcome)).toBe("TooLarge")
  })

  it("READ-7 is refused where it is nested too deep", async () => {
    expect(saidOf(await ask(withField(["command", "unit"], deep(5000))))).toBe("TooDeep")
    expect(saidOf(await ask(deep(5000)))).toBe("TenantRequired")
  })

  it("READ-1 runs none of its code: a getter is never called, and what a proxy throws is an answer", async () => {
    let calls = 0
    const computed = (throws: boolean) => ({
      configurable: true,
      enumerable: true,
      get: () => {
        calls += 1
        if (throws) throw new Error("trap")
        return "town"
      },
    })
    for (const throws of [true, false]) {
      const tenant = Object.defineProperty({ ...request }, "tenant", computed(throws))
      expect(saidOf(await ask(tenant))).toBe("TenantRequired")
      const id = Object.defineProperty({ ...request }, "id", computed(throws))
      expect(saidOf(await ask(id))).toBe("WrongType")
      const command = { ...request, command: Object.defineProperty({ ...request.command }, "unit", computed(throws)) }
      expect(saidOf(await ask(command))).toBe("WrongType")
      const actor = Object.defineProperty({ ...request }, "actor", computed(throws))
      expect(saidOf(await ask(actor))).toBe("Unauthenticated")
    }
    expect(calls).toBe(0)
    const traps = {
      ownKeys: () => {
        throw new Error("trap")
      },
      getOwnPropertyDescriptor: () => {
        throw new Error("trap")
      },
    }
    expect(saidOf(await ask(new Proxy({ ...request }, traps)))).toBe("TenantRequired")
    expect(saidOf(await ask({ ...request, command: new Proxy({ ...request.command }, traps) }))).toBe("WrongType")
  })

  it("STORE-8 that changes while it is looked at is weighed as it was read", async () => {
    let looks = 0
    const shifty = new Proxy(
      { ...request },
      {
        getOwnPropertyDescriptor: (target, key) => {
          const found = Reflect.getOwnPropertyDescriptor(target, key)
          if (key !== "tenant" || found === undefined) return found
          looks += 1
          return { ...found, value: looks === 1 ? "town" : "../x" }
        },
      },
    )
    expect(saidOf(await ask(shifty))).toBe("InvalidTenant")
    expect(looks).toBeGreaterThan(1)
  })

  it("READ-3 leaves every prototype as it was", async () => {
    await ask(JSON.parse('{"tenant":"town","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'))
    expect(Reflect.get({}, "admin")).toBeUndefined()
  })

  it("SHELL-12 whatever it is, it is answered: a refusal with tag and rule, and nothing is written", async () => {
    const { jinlin, store } = await opened()
    const before = await logOf(store)
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withNullPrototype: true,
    })
    const almost = fc
      .record(
        {
          ...{
            id: anything,
            process: fc.oneof(fc.constantFrom("joint-conference", "task"), anything),
            subject: anything,
          },
          ...{ command: fc.oneof(fc.record({ _tag: fc.constantFrom("AdmitUnit", "FoundConference") }), anything) },
          ...{
            actor: fc.oneof(fc.constant(convenor), fc.constant(auditor), anything),
            issuedAt: anything,
            conference: anything,
          },
        },
        { requiredKeys: [] },
      )
      .map((fields) => ({ ...request, ...fields }))
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, almost), async (input) => {
        const outcome = await jinlin.execute(input as CommandRequest)
        const refusals: ReadonlyArray<Refusal> = outcome.ok ? [] : outcome.refusals
        for (const { _tag, rule } of refusals)
          expect([_tag, rule]).toEqual([expect.any(String), expect.stringMatching(/^[A-Z-]+-\d+$/)])
        expect(refusals.map(({ _tag }) => _tag)).not.toContain("UnexpectedFault")
        const looked = await jinlin.views.jointConference.roster(input as never, input as never)
        if (!looked.ok) expect(looked.refusals.map(({ _tag }) => _tag)).not.toContain("UnexpectedFault")
      }),
      { numRuns: 250 },
    )
    const written = (await logOf(store)).slice(before.length)
    // Only the request as it stands was ever right.
    expect(written.map(({ type }) => type).filter((type) => type !== "UnitAdmitted")).toEqual([])
    expect(saidOf(await jinlin.execute(found))).toBe("accepted")
  })
})
