import { describe, expect, it } from "vitest"
import type { Commit } from "./commit.ts"
import { commitFault, nameFault, pageFault, tenantFault } from "./commit-checks.ts"
import type { CommitFault } from "./failures.ts"

const event = { type: "Noted", body: "{}", meta: "{}", digest: "sha-256:0" }
const item = { key: "k", at: 1, rule: "R-1", command: "{}" }
const delivery = { id: "d", key: "k", kind: "notice", payload: "{}" }
const claim = { scope: "s", key: "k", holder: "h" }

const whole: Commit = {
  tenant: "t",
  at: 0,
  appends: [{ stream: "a", expected: 0, events: [event] }],
  guards: [{ stream: "a", revision: 0 }],
  claims: [{ ...claim, capacity: 1 }],
  releases: [claim],
  idempotency: { key: "c", content: "c", answer: "" },
  due: [{ stream: "a", items: [item] }],
  dueSettled: [{ stream: "a", key: "k" }],
  deliveries: [delivery],
  settlements: [{ id: "d", outcome: { _tag: "Postponed", notBefore: 1, cause: "" } }],
  checkpoints: [{ name: "r", from: null, to: "p" }],
  views: [
    {
      view: "v",
      version: "1",
      rows: [
        { key: "k", body: "b" },
        { key: "l", body: null },
      ],
    },
  ],
  viewSwitches: [{ view: "v", version: "1" }],
  ballots: [
    { _tag: "Open", box: "b", choices: ["yes"] },
    { _tag: "Cast", box: "b", choice: "yes" },
    { _tag: "Close", box: "b" },
  ],
  audit: [{ kind: "looked", body: "{}" }],
  fence: { lease: "l", token: 1 },
}

const withParts = (parts: Partial<Commit>): Commit => ({ ...whole, ...parts })

const ofEvent = (change: Partial<typeof event>) =>
  withParts({ appends: [{ stream: "a", expected: 0, events: [{ ...event, ...change }] }] })

const ofItem = (change: Partial<typeof item>) => withParts({ due: [{ stream: "a", items: [{ ...item, ...change }] }] })

const ofDelivery = (change: Partial<typeof delivery>) => withParts({ deliveries: [{ ...delivery, ...change }] })

const ofRow = (row: { readonly key: string; readonly body: string | null }) =>
  withParts({ views: [{ view: "v", version: "1", rows: [row] }] })

/** Every field that holds a name. */
const names: ReadonlyArray<readonly [string, (name: string) => Commit]> = [
  ["appends.stream", (stream) => withParts({ appends: [{ stream, expected: 0, events: [] }] })],
  ["appends.type", (type) => ofEvent({ type })],
  ["appends.digest", (digest) => ofEvent({ digest })],
  ["guards.stream", (stream) => withParts({ guards: [{ stream, revision: 0 }] })],
  ["claims.scope", (scope) => withParts({ claims: [{ ...claim, scope }] })],
  ["claims.key", (key) => withParts({ claims: [{ ...claim, key }] })],
  ["claims.holder", (holder) => withParts({ claims: [{ ...claim, holder }] })],
  ["claims.scope", (scope) => withParts({ releases: [{ ...claim, scope }] })],
  ["claims.key", (key) => withParts({ releases: [{ ...claim, key }] })],
  ["claims.holder", (holder) => withParts({ releases: [{ ...claim, holder }] })],
  ["due.stream", (stream) => withParts({ due: [{ stream, items: [] }] })],
  ["due.key", (key) => ofItem({ key })],
  ["due.rule", (rule) => ofItem({ rule })],
  ["dueSettled.stream", (stream) => withParts({ dueSettled: [{ stream, key: "k" }] })],
  ["dueSettled.key", (key) => withParts({ dueSettled: [{ stream: "a", key }] })],
  ["deliveries.id", (id) => ofDelivery({ id })],
  ["deliveries.key", (key) => ofDelivery({ key })],
  ["deliveries.kind", (kind) => ofDelivery({ kind })],
  ["settlements.id", (id) => withParts({ settlements: [{ id, outcome: { _tag: "Redriven" } }] })],
  ["checkpoints.name", (name) => withParts({ checkpoints: [{ name, from: null, to: "p" }] })],
  ["views.view", (view) => withParts({ views: [{ view, version: "1", rows: [] }] })],
  ["views.version", (version) => withParts({ views: [{ view: "v", version, rows: [] }] })],
  ["views.key", (key) => ofRow({ key, body: null })],
  ["viewSwitches.view", (view) => withParts({ viewSwitches: [{ view, version: "1" }] })],
  ["viewSwitches.version", (version) => withParts({ viewSwitches: [{ view: "v", version }] })],
  ["fence.lease", (lease) => withParts({ fence: { lease, token: 1 } })],
  ["idempotency.key", (key) => withParts({ idempotency: { key, content: "c", answer: "" } })],
  ["idempotency.content", (content) => withParts({ idempotency: { key: "k", content, answer: "" } })],
  ["ballots.box", (box) => withParts({ ballots: [{ _tag: "Close", box }] })],
  ["audit.kind", (kind) => withParts({ audit: [{ kind, body: "{}" }] })],
]

/** Every field that holds a text. */
const texts: ReadonlyArray<readonly [string, (text: string) => Commit]> = [
  ["appends.body", (body) => ofEvent({ body })],
  ["appends.meta", (meta) => ofEvent({ meta })],
  ["due.command", (command) => ofItem({ command })],
  ["deliveries.payload", (payload) => ofDelivery({ payload })],
  ["settlements.cause", (cause) => withParts({ settlements: [{ id: "d", outcome: { _tag: "Parked", cause } }] })],
  [
    "settlements.cause",
    (cause) => withParts({ settlements: [{ id: "d", outcome: { _tag: "Postponed", notBefore: 0, cause } }] }),
  ],
  ["views.body", (body) => ofRow({ key: "k", body })],
  ["idempotency.answer", (answer) => withParts({ idempotency: { key: "k", content: "c", answer } })],
  ["ballots.choice", (choice) => withParts({ ballots: [{ _tag: "Cast", box: "b", choice }] })],
  ["ballots.choice", (choice) => withParts({ ballots: [{ _tag: "Open", box: "b", choices: [choice] }] })],
  ["audit.body", (body) => withParts({ audit: [{ kind: "looked", body }] })],
]

/** Every field that holds a number. */
const numbers: ReadonlyArray<readonly [string, (value: number) => Commit]> = [
  ["at", (at) => withParts({ at })],
  ["appends.expected", (expected) => withParts({ appends: [{ stream: "a", expected, events: [] }] })],
  ["guards.revision", (revision) => withParts({ guards: [{ stream: "a", revision }] })],
  ["claims.capacity", (capacity) => withParts({ claims: [{ ...claim, capacity }] })],
  ["due.at", (at) => ofItem({ at })],
  [
    "settlements.notBefore",
    (notBefore) => withParts({ settlements: [{ id: "d", outcome: { _tag: "Postponed", notBefore, cause: "" } }] }),
  ],
]

const invalidName = (field: string): CommitFault => ({ _tag: "InvalidName", rule: "STORE-7", field, limit: 256 })

describe("STORE-7 what no store takes", () => {
  it("STORE-7 has nothing against a commit of everything, nor against one of nothing", () => {
    expect(commitFault(whole)).toBeUndefined()
    expect(commitFault({ tenant: "t", at: 0 })).toBeUndefined()
  })

  it.each(names)("STORE-7 knows the bounds of a name: %s", (field, place) => {
    for (const name of ["a", "A", "0", "-", "_", ".", ":", "/", "@", "sha-256:00ff", "x".repeat(256)])
      expect([name, commitFault(place(name))]).toEqual([name, undefined])
    for (const name of [
      "",
      "x".repeat(257),
      " ",
      "a b",
      "a\n",
      "\na",
      "a\u0000",
      "é",
      "甲",
      "a%",
      "a'",
      'a"',
      "a\\",
      "a,",
    ])
      expect([name, commitFault(place(name))]).toEqual([name, invalidName(field)])
    for (const name of [undefined, null, 7, {}, ["a"]])
      expect(commitFault(place(name as string))).toEqual(invalidName(field))
  })

  it.each(texts)("STORE-7 knows the bounds of a text: %s", (field, place) => {
    for (const text of ["", "😀", "甲\u0001\uFFFF\uFEFF", "x".repeat(1_048_576), "😀".repeat(524_288)])
      expect(commitFault(place(text))).toBeUndefined()
    const tooLarge = { _tag: "TextTooLarge", rule: "STORE-7", field, length: 1_048_577, limit: 1_048_576 }
    expect(commitFault(place("x".repeat(1_048_577)))).toEqual(tooLarge)
    const broken: ReadonlyArray<readonly [string, number]> = [
      ["\u0000", 0],
      ["a\u0000", 1],
      ["\uD83D", 0],
      ["😀\uD83D", 2],
      ["\uDE00", 0],
      ["a\uDE00\uD83D", 1],
      ["\u0000\uD83D", 0],
      ["\uD83D\u0000", 0],
    ]
    for (const [text, index] of broken)
      expect(commitFault(place(text))).toEqual({ _tag: "InvalidStoredText", rule: "STORE-7", field, index })
    for (const text of [undefined, 7, {}, ["a"]])
      expect(commitFault(place(text as string))).toEqual({
        _tag: "InvalidStoredText",
        rule: "STORE-7",
        field,
        index: 0,
      })
  })

  it.each(numbers)("STORE-7 knows the bounds of a number: %s", (field, place) => {
    for (const value of [0, 1, Number.MAX_SAFE_INTEGER]) expect(commitFault(place(value))).toBeUndefined()
    const wrong = { _tag: "InvalidStoredNumber", rule: "STORE-7", field }
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
      expect([value, commitFault(place(value))]).toEqual([value, wrong])
    for (const value of [null, "1", 1n] as ReadonlyArray<unknown>)
      expect(commitFault(place(value as number))).toEqual(wrong)
  })

  it("STORE-7 counts the events of all appends together, to 10,000", () => {
    const of = (count: number) => Array.from({ length: count }, () => event)
    const appends = (more: number) => [
      { stream: "a", expected: 0, events: of(9_999) },
      { stream: "b", expected: 0, events: of(more) },
    ]
    expect(commitFault(withParts({ appends: appends(1) }))).toBeUndefined()
    const tooLarge = { _tag: "BatchTooLarge", rule: "STORE-7", events: 10_001, limit: 10_000 }
    expect(commitFault(withParts({ appends: appends(2) }))).toEqual(tooLarge)
  })

  it.each<readonly [string, string, Partial<Commit>]>([
    ["claims", "s k", { claims: [claim, { ...claim, holder: "i" }] }],
    ["releases", "s k", { releases: [claim, claim] }],
    [
      "due.stream",
      "a",
      {
        due: [
          { stream: "a", items: [] },
          { stream: "b", items: [] },
          { stream: "a", items: [] },
        ],
      },
    ],
    ["due.key", "k", { due: [{ stream: "a", items: [item, { ...item, at: 2 }] }] }],
    ["deliveries.id", "d", { deliveries: [delivery, { ...delivery, key: "l" }] }],
    [
      "settlements.id",
      "d",
      {
        settlements: [
          { id: "d", outcome: { _tag: "Delivered" } },
          { id: "d", outcome: { _tag: "Delivered" } },
        ],
      },
    ],
    [
      "checkpoints.name",
      "r",
      {
        checkpoints: [
          { name: "r", from: null, to: "p" },
          { name: "r", from: null, to: "q" },
        ],
      },
    ],
    ["ballots.choice", "yes", { ballots: [{ _tag: "Open", box: "b", choices: ["yes", "no", "yes"] }] }],
  ])("STORE-7 takes nothing that is named twice: %s", (field, name, parts) => {
    expect(commitFault(withParts(parts))).toEqual({ _tag: "NamedTwice", rule: "STORE-7", field, name })
  })

  it("STORE-7 lets a commit name a stream, a row and a box more than once, and what it gives back and takes", () => {
    const parts: Partial<Commit> = {
      appends: [0, 1].map((expected) => ({ stream: "a", expected, events: [event] })),
      claims: [claim, { ...claim, key: "l" }],
      releases: [claim, { ...claim, scope: "t" }],
      due: ["a", "b"].map((stream) => ({ stream, items: [item] })),
    }
    expect(commitFault(withParts(parts))).toBeUndefined()
  })
})

describe("STORE-8 tenants", () => {
  it.each(["a", "0", "a-b", "a-", "x".repeat(63)])("STORE-8 takes %s as a tenant", (tenant) => {
    expect([tenantFault(tenant), commitFault(withParts({ tenant }))]).toEqual([undefined, undefined])
  })

  it.each(["-a", "A", "aB", "a_b", "a.b", "a/b", "../x", "a b", "a\n", "甲", "x".repeat(64), 7, {}, ["a"]])(
    "STORE-8 takes no tenant that could not be one: %s",
    (tenant) => {
      const invalid = { _tag: "InvalidTenant", rule: "STORE-8" }
      expect([tenantFault(tenant), commitFault(withParts({ tenant: tenant as string }))]).toEqual([invalid, invalid])
    },
  )

  it.each([undefined, null, ""])("STORE-8 asks for a tenant where there is none: %s", (tenant) => {
    expect(tenantFault(tenant)).toEqual({ _tag: "TenantRequired", rule: "STORE-8" })
  })
})

describe("STORE-6 pages and names that are asked for", () => {
  it("STORE-6 takes pages of 1 to 10,000 rows", () => {
    expect([1, 2, 9_999, 10_000].map(pageFault)).toEqual([undefined, undefined, undefined, undefined])
    for (const got of [0, -1, 1.5, 10_001, 1e9, Number.NaN, Number.POSITIVE_INFINITY])
      expect(pageFault(got)).toEqual({ _tag: "InvalidPage", rule: "STORE-6", got, limit: 10_000 })
  })

  it("STORE-7 tells the field of a name that is none", () => {
    expect([nameFault("stream", "a"), nameFault("stream", "")]).toEqual([undefined, invalidName("stream")])
  })
})

describe("STORE-7 one fault is told of several", () => {
  it("STORE-7 in the order in which the parts are looked at", () => {
    const parts: ReadonlyArray<readonly [string, Partial<Commit>]> = [
      ["InvalidTenant", { tenant: "A" }],
      ["at", { at: -1 }],
      ["appends.stream", { appends: [{ stream: "", expected: -1, events: [] }] }],
      ["guards.stream", { guards: [{ stream: "", revision: -1 }] }],
      ["claims.scope", { claims: [{ scope: "", key: "", holder: "" }] }],
      ["due.stream", { due: [{ stream: "", items: [] }] }],
      ["deliveries.id", { deliveries: [{ ...delivery, id: "" }] }],
      ["checkpoints.name", { checkpoints: [{ name: "", from: null, to: "" }] }],
      ["idempotency.key", { idempotency: { key: "", content: "", answer: "" } }],
      ["ballots.box", { ballots: [{ _tag: "Close", box: "" }] }],
      ["audit.kind", { audit: [{ kind: "", body: "" }] }],
    ]
    const told = parts.map((_, index) => {
      const fault = commitFault(Object.assign({}, whole, ...parts.slice(index).map(([, part]) => part)))
      return fault !== undefined && "field" in fault ? fault.field : fault?._tag
    })
    expect(told).toEqual(parts.map(([name]) => name))
  })
})
