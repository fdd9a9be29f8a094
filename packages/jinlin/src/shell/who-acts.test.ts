import { type Directory, failed } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import {
  admit,
  appoint,
  auditOf,
  clerk,
  convenor,
  day,
  delegateOf,
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
  toConference,
  toRota,
  townDirectory,
  usersOf,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { committing } from "../../test/shell/wrapping.ts"
import { digestOver } from "../texts/commitments.ts"
import { listedDirectory } from "./people.ts"
import type { CommandRequest } from "./request.ts"

const lastMeta = async ({ store }: Scene): Promise<unknown> => JSON.parse((await logOf(store)).at(-1)?.meta ?? "null")

/** A second conference in the same tenant, whose convenor is the stranger. */
const elm = [
  { ...found, id: "found-elm", subject: "elm", command: { ...found.command, convenor: "p-stranger" } },
  {
    ...appoint,
    id: "appoint-elm",
    subject: "elm",
    actor: stranger,
    command: { ...appoint.command, body: "elsewhere" },
  },
] as ReadonlyArray<CommandRequest>

const sections = [{ name: "whole", commitment: `sha-256:${"1".repeat(64)}` }] as const
const over = digestOver(sections)
if (!over.ok) throw new Error("the text of the scene")
const digest = over.value
const recordText: CommandRequest<"text"> = {
  ...{ tenant: "town", id: "record", process: "text", subject: "minutes", conference: "willow", actor: clerk },
  command: { _tag: "RecordText", sections, digest },
}
const redact: CommandRequest<"text"> = {
  ...{ ...recordText, id: "redact" },
  command: { _tag: "RecordRedaction", sections: ["whole"], reason: "a name" },
}

describe.each(grounds)("who acts, $name", ({ open }) => {
  const opened = async (...requests: ReadonlyArray<CommandRequest>): Promise<Scene> => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school", "clinic"), ...requests)
    return scene
  }

  it("SHELL-5 the actor and the grounds are recorded with the event, as person and post and never as login", async () => {
    const scene = await opened()
    expect(await lastMeta(scene)).toMatchObject({
      actor: { _tag: "Post", person: "p-convenor", post: "convenor", within: "subdistrict" },
      grounds: { rule: "CONFERENCE-21", post: "convenor", within: "subdistrict" },
      cause: { _tag: "Asked" },
      command: "command/admit-clinic",
    })
    for (const { meta, body } of await logOf(scene.store)) expect(`${meta}${body}`).not.toMatch(/"(login|clerk)"/)
  })

  it("SHELL-5 who types for somebody is recorded with them", async () => {
    const scene = await opened(openRota(["school", "clinic"]))
    const typing = { ...clerk, onBehalfOf: "p-school-delegate" }
    await grant(scene, toRota("interest", typing, { _tag: "DeclareInterest", item: "i-1", unit: "school" }))
    expect(await lastMeta(scene)).toMatchObject({
      actor: { person: "p-clerk", post: "secretary", within: "office", onBehalfOf: "p-school-delegate" },
      grounds: { rule: "CHAIR-21", post: "secretary", within: "office", onBehalfOf: "p-school-delegate" },
    })
    const forNobody = toRota("interest-2", clerk, { _tag: "DeclareInterest", item: "i-2", unit: "school" })
    expect(saidOf(await scene.jinlin.execute(forNobody))).toBe("Forbidden")
  })

  it("SHELL-5 what the system does is recorded as the system's, under the rule that sent it", async () => {
    const scene = await opened(openRota(["school", "clinic"]))
    await scene.clock.advance(31 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    const begun = (await logOf(scene.store)).findLast(({ type }) => type === "TermBegun")
    expect(JSON.parse(begun?.meta ?? "null")).toMatchObject({
      actor: { _tag: "System", rule: "CHAIR-10" },
      grounds: { rule: "CHAIR-10", post: "system", within: "system" },
      cause: { _tag: "Due", rule: "CHAIR-10" },
    })
  })

  it("SHELL-5 a forbidden attempt is noted with person, post and rule, and writes no event", async () => {
    const scene = await opened()
    const before = await logOf(scene.store)
    const attempts: ReadonlyArray<readonly [CommandRequest, unknown]> = [
      // A post of the record that is another's.
      [
        { ...admit("court"), actor: { ...convenor, login: "stranger" } },
        { kind: "forbidden", person: "p-stranger", post: "convenor", within: "subdistrict", rule: "SHELL-5" },
      ],
      // A post that is held, and may not do this.
      [
        { ...admit("court"), actor: delegateOf("school") },
        { kind: "forbidden", person: "p-school-delegate", post: "delegate", within: "school", rule: "CONFERENCE-21" },
      ],
      // Nobody.
      [
        { ...admit("court"), actor: { ...convenor, login: "secret-login" } },
        { kind: "unauthenticated", person: null, post: "convenor", within: "subdistrict", rule: "SHELL-5" },
      ],
    ]
    for (const [request] of attempts) expect(saidOf(await scene.jinlin.execute(request))).toMatch(/Forbidden|Unauth/)
    const noted = await auditOf(scene.store)
    const about = { command: "AdmitUnit", process: "joint-conference", subject: "willow" }
    expect(noted).toEqual(attempts.map(([, entry]) => ({ ...about, ...(entry as object) })))
    expect(JSON.stringify(noted)).not.toContain("login")
    expect(await logOf(scene.store)).toEqual(before)
  })

  it("SHELL-5 whoever was convenor until today may do today what tomorrow only the next one may", async () => {
    const scene = await opened(
      toConference("assign", superior, { _tag: "AssignConvenor", person: "p-next-convenor", from: "2026-01-07" }),
    )
    const next = { ...convenor, login: "next-convenor" }
    await scene.clock.advance(day)
    expect(saidOf(await scene.jinlin.execute({ ...admit("court"), actor: next }))).toBe("Forbidden")
    await grant(scene, admit("court"))
    await scene.clock.advance(day)
    expect(saidOf(await scene.jinlin.execute(admit("market")))).toBe("Forbidden")
    await grant(scene, { ...admit("garden"), actor: next })
  })

  it("SHELL-5 a post in another unit is not the post in this one", async () => {
    const scene = await opened(openRota(["school", "clinic"]))
    const inClinic = { ...delegateOf("school"), within: "clinic" }
    const skip = toRota("skip", inClinic, { _tag: "SkipTurn", term: 2, reason: "busy" })
    expect(saidOf(await scene.jinlin.execute(skip))).toBe("Forbidden")
    await grant(scene, { ...skip, actor: delegateOf("clinic") })
  })

  it("SHELL-5 posts are held by the record of the conference that a command is about, and of no other", async () => {
    const scene = await opened(openRota(["school", "clinic"]), ...elm)
    const close = toRota("close", stranger, { _tag: "CloseRota" })
    expect(saidOf(await scene.jinlin.execute(close))).toBe("Forbidden")
    expect(await scene.jinlin.execute({ ...close, conference: "elm" })).toEqual({
      ok: false,
      refusals: [{ _tag: "UnknownField", rule: "READ-3", field: "conference", path: ["conference"] }],
    })
    await grant(scene, { ...close, actor: convenor, conference: "willow" })
  })

  it("SHELL-5 where no conference is kept, only what the directory lists as an office counts", async () => {
    const scene = await sceneOn((await open()).store)
    const asSecretary = { ...recordText, conference: "nowhere" }
    expect(saidOf(await scene.jinlin.execute(asSecretary))).toBe("Forbidden")
    const offices = [{ post: "secretary", within: "office" }]
    const directory = listedDirectory(
      usersOf("town").map((user) => (user.login === "clerk" ? { ...user, offices } : user)),
    )
    await grant(await sceneOn((await open()).store, { directory }), asSecretary)
  })

  it("SHELL-5 whom the directory does not answer for is taken for nobody, and that is no attempt", async () => {
    const failing: Directory = {
      ...townDirectory(),
      identify: async () => failed({ _tag: "DirectoryUnavailable", rule: "PORT-2", detail: "away" }),
    }
    const { store } = await open()
    const scene = await sceneOn(store, { directory: failing })
    expect(saidOf(await scene.jinlin.execute(found))).toBe("DirectoryUnavailable")
    expect([await auditOf(store), await logOf(store)]).toEqual([[], []])
  })

  it("SHELL-12 a directory or a charter that throws is answered, and is nobody's approval", async () => {
    const { store } = await open()
    const thrower = () => {
      throw new RangeError("secret")
    }
    const throwing = await sceneOn(store, { directory: { ...townDirectory(), identify: thrower } })
    expect(await throwing.jinlin.execute(found)).toEqual({
      ok: false,
      refusals: [{ _tag: "UnexpectedFault", rule: "SHELL-12", detail: "RangeError" }],
    })
    const lost = await sceneOn(store, { charter: thrower })
    expect(saidOf(await lost.jinlin.execute(found))).toBe("UnexpectedFault")
    expect(await logOf(store)).toEqual([])
  })

  it("SHELL-11 a command that is cancelled before its turn is not begun", async () => {
    const { store } = await open()
    const stop = new AbortController()
    const stopping = committing(store, (_commit, go) => {
      stop.abort()
      return go()
    })
    const scene = await sceneOn(stopping)
    const first = scene.jinlin.execute(found, { signal: stop.signal })
    const second = scene.jinlin.execute(appoint, { signal: stop.signal })
    expect([saidOf(await first), saidOf(await second)]).toEqual(["accepted", "Cancelled"])
    expect(saidOf(await scene.jinlin.execute(appoint, { signal: stop.signal }))).toBe("Cancelled")
    expect((await logOf(store)).map(({ type }) => type)).toEqual(["ConferenceFounded"])
    await grant(scene, appoint)
  })

  it("TEXT-RECORD-1 a document goes on record once", async () => {
    const scene = await opened(recordText)
    expect(await scene.jinlin.execute({ ...recordText, id: "again" })).toMatchObject({
      refusals: [{ _tag: "TextOnRecord", rule: "TEXT-RECORD-1", digest }],
    })
  })

  it("TEXT-RECORD-2 only what is on record is blacked out", async () => {
    const scene = await opened()
    const absent = { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: ["whole"] }
    expect(await scene.jinlin.execute(redact)).toMatchObject({ ok: false, refusals: [absent] })
    await grant(scene, recordText)
    const other = { ...redact, command: { ...redact.command, sections: ["whole", "part"] } } as typeof redact
    expect(await scene.jinlin.execute(other)).toMatchObject({ refusals: [{ ...absent, sections: ["part"] }] })
    await grant(scene, redact)
    expect((await logOf(scene.store)).at(-1)?.type).toBe("TextRedacted")
  })

  it("TEXT-RECORD-3 a text is blacked out by whoever keeps it, and by the keeper of no other body", async () => {
    const scene = await opened(recordText, ...elm)
    const forbidden = { ok: false, refusals: [{ _tag: "Forbidden", rule: "TEXT-RECORD-3" }] }
    const byElm = { ...redact, conference: "elm", actor: stranger }
    expect(await scene.jinlin.execute(byElm)).toMatchObject(forbidden)
    expect(await scene.jinlin.execute({ ...redact, actor: delegateOf("school") })).toMatchObject(forbidden)
    expect(saidOf(await scene.jinlin.execute({ ...byElm, conference: "willow" }))).toBe("Forbidden")
    await grant(scene, { ...redact, actor: convenor })
  })
})

describe("tenants", () => {
  it.each(["", undefined, null])("STORE-8 none is required to be named: %j", async (tenant) => {
    const { jinlin } = await sceneOn((await (grounds[0] as (typeof grounds)[number]).open()).store)
    const request = { ...found, tenant } as CommandRequest
    expect(await jinlin.execute(request)).toEqual({
      ok: false,
      refusals: [{ _tag: "TenantRequired", rule: "STORE-8", path: ["tenant"] }],
    })
  })

  it.each(["../x", "Town", "TOWN", "town ", "a/b", "x".repeat(64), 7, {}, ["town"]])(
    "STORE-8 a tenant that is none is refused before anything else: %j",
    async (tenant) => {
      const { jinlin } = await sceneOn((await (grounds[0] as (typeof grounds)[number]).open()).store)
      const request = { tenant, nonsense: true } as never
      expect(await jinlin.execute(request)).toEqual({
        ok: false,
        refusals: [{ _tag: "InvalidTenant", rule: "STORE-8", path: ["tenant"] }],
      })
    },
  )

  it.each(grounds)("STORE-8 what is another tenant's is as if it were not there, $name", async ({ open }) => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school"), openRota(["school"]))
    const inCity = (request: CommandRequest) => ({ ...request, tenant: "city" })
    const nowhere = (request: CommandRequest) => ({ ...request, subject: "nowhere" })
    for (const request of [admit("clinic"), toRota("close", convenor, { _tag: "CloseRota" })]) {
      const there = await scene.jinlin.execute(inCity(request))
      expect(there).toEqual(await scene.jinlin.execute(inCity(nowhere(request))))
      expect(there.ok).toBe(false)
    }
    expect(await logOf(scene.store, "city")).toEqual([])
    const found2 = await scene.jinlin.execute(inCity(found))
    expect(found2).toMatchObject({ ok: true, value: { revision: 1 } })
  })
})
