import type { Store, StoredEvent } from "@jinlin/sdk"
import { done, rowsPerPage } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  admit,
  appoint,
  auditor,
  clerk,
  convenor,
  day,
  delegateOf,
  engineFor,
  found,
  founding,
  grant,
  logOf,
  openRota,
  type Scene,
  saidOf,
  sceneOn,
  stranger,
  superior,
} from "../../test/shell/scene.ts"
import { type Ground, grounds } from "../../test/shell/stores.ts"
import { spoilt } from "../../test/shell/wrapping.ts"
import { deeds, letPass } from "../../test/shell/year.ts"
import type { Tagged } from "../hosting/hosted.ts"
import { canonical } from "../shell/digest.ts"
import { leaveToPerson } from "../shell/left-to-person.ts"
import type { ActorClaim, CommandRequest } from "../shell/request.ts"
import type { HostedView } from "./hosted-view.ts"
import { projectorOf } from "./projector.ts"
import type { Answered, Looking } from "./question.ts"
import { hostedViews, viewTable } from "./table.ts"

const willow = { tenant: "town", subject: "willow" }

/** A second conference in the same tenant, with people of its own. */
const elm: ReadonlyArray<CommandRequest> = [
  {
    ...found,
    id: "found-elm",
    subject: "elm",
    command: { ...found.command, convenor: "p-stranger" },
  } as CommandRequest,
  {
    ...appoint,
    id: "appoint-elm",
    subject: "elm",
    actor: stranger,
    command: { ...appoint.command, body: "elsewhere" },
  } as CommandRequest,
  { ...admit("market"), id: "market-elm", subject: "elm", actor: stranger },
]

const setting = [...founding("school", "clinic", "court"), openRota(["school", "clinic", "court"]), ...elm]

const openTask = (scene: Scene, subject: string) =>
  leaveToPerson(engineFor(scene.store, scene.clock), {
    ...{ tenant: "town", subject, stream: `rotating-chair/${subject}`, rule: "CHAIR-10", event: null },
    ...{ command: { _tag: "AdvanceRota" }, refusals: [], instant: scene.clock.now(), cause: { _tag: "Asked" } },
  })

const opened = async (ground: Ground): Promise<Scene> => {
  const scene = await sceneOn(ground.store)
  await grant(scene, ...setting)
  for (const subject of ["willow", "elm"]) await openTask(scene, subject)
  return scene
}

const inMemory = (): Promise<Ground> => (grounds[0] as (typeof grounds)[number]).open()

const rowsIn = <Row>(answered: Answered<Row>): ReadonlyArray<Row> => {
  if (!answered.ok) throw new Error(JSON.stringify(answered.refusals))
  return answered.value.rows as ReadonlyArray<Row>
}

const lookers: Readonly<Record<string, ActorClaim>> = {
  ...{ superior, auditor, convenor, clerk, delegate: delegateOf("school") },
  alternate: { login: "school-alternate", post: "alternate", within: "school" },
  head: { login: "school-head", post: "unit-head", within: "school" },
  "head of no member": { login: "garden-head", post: "unit-head", within: "garden" },
  "delegate of another conference": delegateOf("market"),
  "convenor of another conference": stranger,
  "clerk of another conference": { ...stranger, post: "secretary" },
  impostor: { ...convenor, login: "stranger" },
  nobody: { ...convenor, login: "nobody" },
}

/** Who may look at what is about the willows, as which audience; written by hand. */
const staff = ["superior", "convenor", "clerk"]
const may: Readonly<Record<string, ReadonlyArray<string>>> = {
  public: Object.keys(lookers),
  parties: [...staff, "delegate", "alternate", "head"],
  staff,
  auditor: ["auditor"],
}

/** Of what an audience of a process sees at all there is nothing here but of conferences: of matters see VIEW-6, of what is published VIEW-8. */
const seenAs: Readonly<Record<string, ReadonlyArray<string>>> = {
  ...{ jointConference: Object.keys(may), rotatingChair: Object.keys(may), task: ["staff", "auditor"] },
  ...{ deliberation: ["public", "auditor"], ballot: ["auditor"], "deliberation.sitting": ["auditor"] },
  ...{ disclosure: ["public", "auditor"], "disclosure.staff": ["auditor"] },
  ...{ coGovernance: ["public", "auditor"], covenant: ["public", "auditor"] },
}

describe("who may look", () => {
  it("VIEW-1 default deny: each audience by its posts in this conference, and what is public for everybody", async () => {
    const { jinlin } = await opened(await inMemory())
    const wrong: Array<string> = []
    let cells = 0
    for (const [process, views] of Object.entries(jinlin.views))
      for (const [name, ask] of Object.entries(views))
        for (const audience of ["public", "parties", "staff", "auditor"] as const)
          for (const [looker, actor] of Object.entries(lookers)) {
            cells += 1
            const params = process === "task" ? { tenant: "town", conference: "willow" } : willow
            const said = saidOf(
              await (ask as (...asked: ReadonlyArray<unknown>) => Promise<Answered<unknown>>)(params, {
                actor,
                audience,
              }),
            )
            const isForAudience = (seenAs[`${process}.${name}`] ?? seenAs[process])?.includes(audience) === true
            const expected =
              isForAudience && (may[audience] ?? []).includes(looker)
                ? ["accepted", "NoSuchSitting"]
                : ["Forbidden", "Unauthenticated"]
            if (!expected.includes(said)) wrong.push(`${process}.${name} as ${audience} by ${looker}: ${said}`)
          }
    process.stdout.write(`View × audience × looker: ${cells} cells checked, ${wrong.length} unexpected\n`)
    expect(wrong).toEqual([])
  })

  it("VIEW-1 the public sees no person, and needs not say who it is", async () => {
    const scene = await opened(await inMemory())
    for (const [process, views] of Object.entries(scene.jinlin.views))
      for (const [name, ask] of Object.entries(views) as ReadonlyArray<
        readonly [string, (params: unknown) => Promise<Answered<unknown>>]
      >) {
        const answered = await ask(process === "task" ? { tenant: "town" } : willow)
        expect(JSON.stringify(answered)).not.toMatch(/"p-|login/)
        const isPublic = (seenAs[`${process}.${name}`] ?? seenAs[process])?.includes("public") === true
        expect(saidOf(answered)).toBe(isPublic ? "accepted" : "Forbidden")
      }
    const parties = await scene.jinlin.views.jointConference.roster(willow, {
      actor: delegateOf("clinic"),
      audience: "parties",
    })
    expect(rowsIn(parties).map(({ delegate }) => delegate)).toContain("p-school-delegate")
  })

  it("VIEW-1 of all conferences at once only those see more than the public whose post is in none of them", async () => {
    const { jinlin } = await opened(await inMemory())
    const ask = async (actor: ActorClaim, audience: "parties" | "staff" | "auditor") =>
      saidOf(await jinlin.views.jointConference.roster({ tenant: "town" }, { actor, audience }))
    for (const actor of [convenor, clerk, stranger, { ...clerk, within: "town" }])
      expect(await ask(actor, "staff")).toBe("Forbidden")
    for (const actor of [delegateOf("school"), convenor]) expect(await ask(actor, "parties")).toBe("Forbidden")
    expect([await ask(superior, "staff"), await ask(superior, "parties"), await ask(auditor, "auditor")]).toEqual([
      ...["accepted", "accepted", "accepted"],
    ])
    const all = rowsIn(await jinlin.views.jointConference.roster({ tenant: "town" }))
    expect(all.map(({ unit }) => unit)).toEqual(["market", "school", "clinic", "court"])
  })

  it("VIEW-1 the record that counts is that of what is looked at", async () => {
    const { jinlin } = await opened(await inMemory())
    const params = { ...willow, conference: "elm" }
    expect(await jinlin.views.jointConference.roster(params, { actor: stranger, audience: "staff" })).toEqual({
      ok: false,
      refusals: [{ _tag: "UnknownField", rule: "READ-3", field: "conference", path: ["conference"] }],
    })
    const same = { ...willow, conference: "willow" }
    expect(saidOf(await jinlin.views.jointConference.roster(same, { actor: convenor, audience: "staff" }))).toBe(
      "accepted",
    )
  })

  it("VIEW-1 of tasks the staff of a conference see those of their own", async () => {
    const { jinlin } = await opened(await inMemory())
    const ask = async (actor: ActorClaim, params: object, audience: "staff" | "auditor" = "staff") => {
      const answered = await jinlin.views.task.tasks({ tenant: "town", ...params }, { actor, audience })
      return answered.ok ? answered.value.rows.map(({ stream }) => stream) : saidOf(answered)
    }
    expect(await ask(clerk, { conference: "willow" })).toEqual(["rotating-chair/willow"])
    expect(await ask(stranger, { conference: "elm" })).toEqual(["rotating-chair/elm"])
    expect(await ask(clerk, { conference: "elm" })).toBe("Forbidden")
    expect(await ask(clerk, {})).toBe("Forbidden")
    expect(await ask({ login: "school-delegate", post: "secretary", within: "school" }, {})).toBe("Forbidden")
    expect((await ask(superior, {})).length).toBe(2)
    expect((await ask(auditor, {}, "auditor")).length).toBe(2)
  })

  it("VIEW-1 nobody becomes somebody else by what they send", async () => {
    const { jinlin } = await opened(await inMemory())
    const actor = { ...delegateOf("school"), login: "stranger", person: "p-school-delegate" }
    const looking = { actor, audience: "parties" } as Looking
    expect(await jinlin.views.jointConference.roster(willow, looking)).toMatchObject({
      refusals: [{ _tag: "UnknownField", path: ["actor", "person"] }],
    })
  })
})

describe("what is asked", () => {
  const faults: ReadonlyArray<readonly [string, unknown, unknown, object]> = [
    ["another field to sort by", { ...willow, sort: "password" }, {}, { _tag: "UnknownField", path: ["sort"] }],
    ["a filter", { ...willow, filter: { unit: "a;drop" } }, {}, { _tag: "UnknownField", path: ["filter"] }],
    ["a subject that is none", { tenant: "town", subject: "../x" }, {}, { _tag: "InvalidId", path: ["subject"] }],
    ["another audience", willow, { audience: "owner" }, { _tag: "UnknownChoice", path: ["audience"] }],
    ["another field of looking", willow, { role: "admin" }, { _tag: "UnknownField", path: ["role"] }],
    ["an actor that is none", willow, { actor: "clerk" }, { _tag: "WrongType", path: ["actor"] }],
    ["a position that is none", willow, { after: 7 }, { _tag: "WrongType", path: ["after"] }],
    ["a page that is none", willow, { page: 3 }, { _tag: "WrongType", path: ["page"] }],
    ["no tenant", {}, {}, { _tag: "TenantRequired", path: ["tenant"] }],
    ["nothing", undefined, undefined, { _tag: "TenantRequired", path: ["tenant"] }],
    ["another way to write a tenant", { tenant: "TOWN" }, {}, { _tag: "InvalidTenant", path: ["tenant"] }],
  ]

  it.each(faults)("READ-3 is read strictly: %s", async (_name, params, looking, fault) => {
    const { jinlin } = await opened(await inMemory())
    const answered = await jinlin.views.jointConference.roster(params as never, looking as never)
    expect(answered.ok ? [] : answered.refusals).toContainEqual(expect.objectContaining(fault))
  })

  it("READ-3 what is left undefined is left out", async () => {
    const { jinlin } = await opened(await inMemory())
    const params = { ...willow, conference: undefined } as never
    const looking = { actor: undefined, page: { size: undefined, cursor: undefined }, after: undefined } as never
    expect(saidOf(await jinlin.views.jointConference.roster(params, looking))).toBe("accepted")
    expect(saidOf(await jinlin.views.jointConference.roster(willow, null as never))).toBe("accepted")
  })

  it.each([0, -1, 1.5, 201, 1e9])("VIEW-2 a page of %d rows is none", async (size) => {
    const { jinlin } = await opened(await inMemory())
    expect(await jinlin.views.jointConference.roster(willow, { page: { size } })).toEqual({
      ok: false,
      refusals: [{ _tag: "InvalidPage", rule: "STORE-6", got: size, limit: 200, path: ["page", "size"] }],
    })
  })

  it.each([1, 2, 3, 200])("VIEW-2 page by page of %d rows everything is shown once, in order", async (size) => {
    for (const { open } of grounds) {
      const { jinlin } = await opened(await open())
      for (const params of [willow, { tenant: "town" }]) {
        const whole = rowsIn(await jinlin.views.jointConference.roster(params))
        const read: Array<unknown> = []
        let cursor: string | null = null
        do {
          const page = await jinlin.views.jointConference.roster(params, {
            page: { size, ...(cursor === null ? {} : { cursor }) },
          })
          if (!page.ok) throw new Error(JSON.stringify(page.refusals))
          expect(page.value.rows.length).toBeLessThanOrEqual(size)
          read.push(...page.value.rows)
          cursor = page.value.next
        } while (cursor !== null)
        expect(read).toEqual(whole)
      }
    }
  })

  it("VIEW-2 a cursor goes on with its own question, and with no other", async () => {
    const scene = await opened(await inMemory())
    await grant(
      scene,
      ...founding("school", "clinic").map(
        (one): CommandRequest =>
          JSON.parse(JSON.stringify({ ...one, tenant: "city" }).replace(/"(p-[a-z-]+)"/g, '"$1-of-city"')),
      ),
    )
    const { roster } = scene.jinlin.views.jointConference
    const first = await roster(willow, { page: { size: 1 } })
    const cursor = first.ok ? (first.value.next ?? "") : ""
    const page = { size: 1, cursor }
    expect(rowsIn(await roster(willow, { page })).map(({ unit }) => unit)).toEqual(["clinic"])
    const others: ReadonlyArray<() => Promise<Answered<unknown>>> = [
      () => roster({ ...willow, tenant: "city" }, { page }),
      () => roster({ ...willow, subject: "elm" }, { page }),
      () => roster({ tenant: "town" }, { page }),
      () => roster(willow, { page, audience: "staff", actor: clerk }),
      () => scene.jinlin.views.jointConference.convenors(willow, { page }),
      () => scene.jinlin.views.rotatingChair.terms(willow, { page }),
    ]
    const forged = [
      "",
      "x",
      "willow/00000001",
      cursor.slice(1),
      `${cursor}A`,
      cursor.toLowerCase(),
      "A".repeat(5000),
      "../x",
      "\u0000",
    ]
    const refusal = { ok: false, refusals: [{ _tag: "InvalidCursor", rule: "STORE-6", path: ["page", "cursor"] }] }
    for (const ask of others) expect(await ask()).toEqual(refusal)
    for (const one of forged) expect(await roster(willow, { page: { cursor: one } })).toEqual(refusal)
  })

  it("STORE-8 of another tenant nothing is seen, and nothing is as if it were not there", async () => {
    const { jinlin } = await opened(await inMemory())
    const nowhere = await jinlin.views.jointConference.roster({ tenant: "city", subject: "nowhere" })
    expect(await jinlin.views.jointConference.roster({ ...willow, tenant: "city" })).toEqual(nowhere)
    expect(rowsIn(nowhere)).toEqual([])
    const asStaff = { actor: convenor, audience: "staff" } as const
    expect(saidOf(await jinlin.views.jointConference.roster({ ...willow, tenant: "city" }, asStaff))).toBe("Forbidden")
  })
})

describe.each(grounds)("what was written, $name", ({ open }) => {
  it("VIEW-3 is seen by whoever asks after its position, through any instance", async () => {
    const ground = await open()
    const scene = await opened(ground)
    const other = await sceneOn(await ground.another())
    for (const [place, unit] of (["market", "garden"] as const).entries()) {
      const accepted = await scene.jinlin.execute(admit(unit))
      const after = accepted.ok ? accepted.value.position : null
      for (const { jinlin } of place === 0 ? [scene, other] : [other, scene]) {
        const seen = await jinlin.views.jointConference.roster(willow, { after })
        expect(rowsIn(seen).map((row) => row.unit)).toContain(unit)
        expect(seen.ok && after !== null && seen.value.asOf !== null && seen.value.asOf >= after).toBe(true)
      }
    }
  })

  it("VIEW-3 that is not to be seen yet is said to be so, and what is older is answered", async () => {
    const ground = await open()
    const setup = await opened(ground)
    const log = await logOf(ground.store)
    const hidden = log.at(-1)?.position ?? ""
    // An older transaction is open: the reader of the log must not go on.
    const stalled: Store = {
      ...ground.store,
      readLog: async (tenant, page) => {
        const read = await ground.store.readLog(tenant, page)
        if (!read.ok) return read
        const events = read.value.events.filter(({ position }) => position < hidden)
        return done({ ...read.value, events, next: events.at(-1)?.position ?? page.after ?? null })
      },
    }
    const scene = await sceneOn(stalled, { clock: setup.clock })
    const { terms } = scene.jinlin.views.rotatingChair
    expect(await terms(willow, { after: hidden })).toEqual({
      ok: false,
      refusals: [{ _tag: "NotYetVisible", rule: "VIEW-3", view: "rotating-chair.terms" }],
    })
    expect(rowsIn(await terms(willow, { after: log.at(-2)?.position ?? "" })).length).toBe(4)
    expect(rowsIn(await terms(willow, { after: null })).length).toBe(4)
  })
})

describe("an event that cannot be read", () => {
  const isClinic = ({ revision, stream }: StoredEvent) => stream === "joint-conference/willow" && revision === 4
  const corrupt = {
    ...{ _tag: "CorruptEvent", rule: "SHELL-7", stream: "joint-conference/willow", revision: 4, because: "digest" },
  }

  it("VIEW-4 stops the views of its subject, which say so, and no others; and they go on when it can be read", async () => {
    const under = openMemoryStore()
    await opened({ ...(await inMemory()), store: under })
    let isSpoilt = true
    const broken = spoilt(under, (event) => (isSpoilt && isClinic(event) ? { ...event, body: "{}" } : event))
    const scene = await sceneOn(broken)
    const { roster, convenors } = scene.jinlin.views.jointConference
    for (const ask of [roster, convenors]) expect(await ask(willow)).toEqual({ ok: false, refusals: [corrupt] })
    expect(rowsIn(await roster({ ...willow, subject: "elm" })).map(({ unit }) => unit)).toEqual(["market"])
    expect(rowsIn(await scene.jinlin.views.rotatingChair.terms(willow)).length).toBe(4)
    // Events that come later do not get round it.
    await grant(scene, { ...admit("garden"), id: "garden-elm", subject: "elm", actor: stranger })
    expect(await roster(willow)).toEqual({ ok: false, refusals: [corrupt] })
    expect(rowsIn(await roster({ ...willow, subject: "elm" })).length).toBe(2)
    isSpoilt = false
    const rows = rowsIn(await roster(willow))
    expect(rows.map(({ unit }) => unit)).toEqual(["school", "clinic", "court"])
    await grant(scene, admit("market"))
    expect(rowsIn(await roster(willow)).map(({ unit }) => unit)).toEqual(["school", "clinic", "court", "market"])
    expect(rowsIn(await roster({ tenant: "town" })).length).toBe(6)
  })

  it("VIEW-4 of a type that a newer process knows stops the older one's look only for as long as the older one looks", async () => {
    const under = openMemoryStore()
    await opened({ ...(await inMemory()), store: under })
    const older = await sceneOn(spoilt(under, (event) => (isClinic(event) ? { ...event, type: "UnitMoved" } : event)))
    expect(saidOf(await older.jinlin.views.jointConference.roster(willow))).toBe("CorruptEvent")
    const newer = await sceneOn(under)
    expect(rowsIn(await newer.jinlin.views.jointConference.roster(willow)).length).toBe(3)
  })
})

/** The rows that a view has by its pure fold, by their keys. */
const folded = (view: HostedView, log: ReadonlyArray<StoredEvent>): ReadonlyMap<string, string> => {
  const states = new Map<string, unknown>()
  for (const { body, stream } of log) {
    const [process, subject = ""] = stream.split("/")
    if (process !== view.process) continue
    const event: Tagged = JSON.parse(body)
    states.set(subject, view.evolve(states.get(subject) ?? view.initial, event))
  }
  const rows = new Map<string, string>()
  for (const [subject, state] of states)
    for (const [index, row] of view.rowsOf(state).entries())
      rows.set(`${subject}/${String(index).padStart(8, "0")}`, canonical(row))
  return rows
}

const kept = async (store: Store, { name, version }: HostedView): Promise<ReadonlyMap<string, string>> => {
  const page = await store.readView("town", { view: name, version, limit: rowsPerPage })
  if (!page.ok) throw new Error(JSON.stringify(page.failure))
  return new Map(page.value.rows.filter(({ key }) => !key.includes("/@")).map(({ body, key }) => [key, body]))
}

/** A store whose log is read in pages of these sizes, over and over. */
const inBatches = (store: Store, sizes: ReadonlyArray<number>): Store => {
  let page = 0
  return {
    ...store,
    readLog: (tenant, query) => {
      page += 1
      return store.readLog(tenant, {
        ...query,
        limit: Math.min(query.limit, sizes[page % sizes.length] ?? query.limit),
      })
    },
  }
}

const toTheEnd = async (turn: (tenant: string) => Promise<{ readonly atEnd: boolean; readonly stopped: unknown }>) => {
  for (;;) {
    const { atEnd, stopped } = await turn("town")
    expect(stopped).toBeUndefined()
    if (atEnd) return
  }
}

describe("a view in the store", () => {
  it("VIEW-3 is what the pure fold makes of all events, in whatever batches they are taken in and whoever goes on", async () => {
    await fc.assert(
      fc.asyncProperty(
        deeds(90),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (story, sizes) => {
          const store = openMemoryStore()
          await letPass(store, story, { ticks: [] })
          const log = await logOf(store)
          const { clock } = await sceneOn(store)
          for (const view of hostedViews) {
            const batches = inBatches(store, sizes)
            // Every turn by another projector, which begins with what the store holds.
            await toTheEnd((tenant) => projectorOf(engineFor(batches, clock), view).turn(tenant))
            expect(await kept(store, view)).toEqual(folded(view, log))
            const again = { ...view, name: `${view.name}.again` }
            await toTheEnd(projectorOf(engineFor(batches, clock), again).turn)
            expect(await kept(store, again)).toEqual(folded(view, log))
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  it.each(grounds)("VIEW-3 two projectors at once make the same rows, $name", async ({ open }) => {
    const ground = await open()
    const scene = await opened(ground)
    await scene.clock.advance(100 * day)
    await scene.jinlin.settle("town")
    const log = await logOf(ground.store)
    const stores = [inBatches(ground.store, [3, 1]), inBatches(await ground.another(), [2])]
    for (const view of hostedViews) {
      const projectors = stores.map((store) => projectorOf(engineFor(store, scene.clock), view))
      await Promise.all(projectors.map(({ turn }) => toTheEnd(turn)))
      expect(await kept(ground.store, view)).toEqual(folded(view, log))
    }
  })

  const { roster } = viewTable.jointConference

  it.each(grounds)(
    "VIEW-5 a new version is built beside the old one, which goes on answering, and takes its place at once, $name",
    async ({ open }) => {
      const ground = await open()
      const scene = await opened(ground)
      const engine = engineFor(ground.store, scene.clock)
      const old = roster as HostedView
      const capital = (view: unknown) =>
        (view as ReadonlyArray<{ readonly unit: string }>).map((row) => ({ ...row, unit: row.unit.toUpperCase() }))
      const newer: HostedView = {
        ...old,
        version: "2",
        rowsOf: capital,
        from: (rows) =>
          (rows as ReadonlyArray<{ readonly unit: string }>).map((row) => ({ ...row, unit: row.unit.toLowerCase() })),
      }
      await toTheEnd(projectorOf(engine, old).turn)
      const { turn } = projectorOf(engineFor(inBatches(ground.store, [2]), scene.clock), newer)
      const switchedOn = async () => {
        const page = await ground.store.readView("town", { view: old.name, prefix: "willow/", limit: 100 })
        if (!page.ok) throw new Error(JSON.stringify(page.failure))
        return { version: page.value.version, units: page.value.rows.map(({ body }) => JSON.parse(body).unit) }
      }
      const small = { version: "1", units: ["school", "clinic", "court"] }
      const answers: Array<unknown> = []
      for (let isAtEnd = false; !isAtEnd; ) {
        answers.push(await switchedOn())
        expect(rowsIn(await scene.jinlin.views.jointConference.roster(willow)).map(({ unit }) => unit)).toEqual(
          small.units,
        )
        isAtEnd = (await turn("town")).atEnd
      }
      expect(answers.length).toBeGreaterThan(4)
      expect(answers).toEqual(answers.map(() => small))
      expect(await switchedOn()).toEqual({ version: "2", units: ["SCHOOL", "CLINIC", "COURT"] })
      // A process of the old version still answers by its own rows, takes in what comes, and switches nothing back.
      await grant(scene, admit("market"))
      expect(rowsIn(await scene.jinlin.views.jointConference.roster(willow)).map(({ unit }) => unit)).toEqual([
        ...small.units,
        "market",
      ])
      expect((await switchedOn()).version).toBe("2")
      await toTheEnd(turn)
      expect((await switchedOn()).units).toEqual(["SCHOOL", "CLINIC", "COURT", "MARKET"])
    },
  )

  it("VIEW-5 versions are compared as numbers", async () => {
    const scene = await opened(await inMemory())
    const engine = engineFor(scene.store, scene.clock)
    const at = (version: string): HostedView => ({ ...(roster as HostedView), version })
    const on = async () => {
      const page = await scene.store.readView("town", { view: roster.name, keys: [], limit: 1 })
      return page.ok && page.value.version
    }
    for (const [version, expected] of [
      ["9", "9"],
      ["10", "10"],
      ["2", "10"],
    ] as const) {
      await toTheEnd(projectorOf(engine, at(version)).turn)
      expect(await on()).toBe(expected)
    }
    await grant(scene, admit("garden"))
    await toTheEnd(projectorOf(engine, at("9")).turn)
    expect(await on()).toBe("10")
  })
})
