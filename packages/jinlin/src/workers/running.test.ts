import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import { type DirectoryUnavailable, done, failed, type Message, type Notifier } from "@jinlin/sdk"
import { openMemoryStore, openMemoryTextStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { createJinlin } from "../shell/create.ts"
import { listedDirectory } from "../shell/people.ts"

const names = { school: { "zh-Hans": "东湖小学", en: "East Lake School" } }
const charter = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names, policies: {} })
if (!charter.ok) throw new Error("charter")
const day = 86_400_000
const unavailable: DirectoryUnavailable = { _tag: "DirectoryUnavailable", rule: "PORT-2", detail: "away" }

const contact = (person: string, language: string) => [{ notifier: "sms", address: `to-${person}`, language }]
const users = [
  { login: "sub", person: "p-sub", offices: [{ post: "superior", within: "subdistrict" }] },
  { login: "con", person: "p-con", contacts: contact("p-con", "zh-Hans") },
  { login: "school", person: "p-school", contacts: contact("p-school", "en") },
  { login: "clinic", person: "p-clinic", contacts: contact("p-clinic", "zh-Hans") },
].map((user) => ({ units: [], offices: [], ...user, tenant: "town" }))

const recording = (sent: Array<Message>, answer: Notifier["send"]): Notifier => ({
  name: "sms",
  send: (message, signal) => {
    sent.push(message)
    return answer(message, signal)
  },
  verify: async () => done(null),
  [Symbol.asyncDispose]: async () => {},
})

const open = async (answer: Notifier["send"] = async () => done(null)) => {
  const sent: Array<Message> = []
  const clock = virtualClock(Date.UTC(2026, 0, 5, 1))
  const made = await createJinlin({
    ...{ store: openMemoryStore(), texts: openMemoryTextStore(), directory: listedDirectory(users), clock },
    ...{ charter: charter.value, notifiers: [recording(sent, answer)], random: () => 0.5 },
    limits: { workers: { pollEvery: 6 * 3_600_000, findEvery: day }, relay: { leaseFor: day } },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const jinlin = made.value
  const superior = { login: "sub", post: "superior", within: "subdistrict" }
  const convenor = { login: "con", post: "convenor", within: "subdistrict" }
  const conference = { tenant: "town", process: "joint-conference", subject: "willow" } as const
  const found = {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-con",
    policy: conferencePolicyDefaults,
  } as const
  await jinlin.execute({ ...conference, id: "found", actor: superior, command: found })
  for (const unit of ["school", "clinic"]) {
    const admit = {
      _tag: "AdmitUnit",
      unit,
      kind: "school",
      capacity: "member",
      delegate: `p-${unit}`,
      alternate: null,
    } as const
    await jinlin.execute({ ...conference, id: `admit-${unit}`, actor: convenor, command: admit })
  }
  const units = ["school", "clinic"]
  const rota = { _tag: "OpenRota", policy: rotaPolicyDefaults, units, startsOn: "2026-01-05" } as const
  await jinlin.execute({ ...conference, process: "rotating-chair", id: "rota", actor: convenor, command: rota })
  return { jinlin, clock, sent, convenor }
}

describe("the workers of a process, together", () => {
  it("tell the people of the units in their own language, each message once, and begin terms when their day comes", async () => {
    const { clock, jinlin, sent } = await open()
    jinlin.workers.start()
    await clock.advance(day)
    const toSchool = sent.filter(({ address }) => address === "to-p-school")
    expect(toSchool.map(({ template }) => template)).toContain("term-begun")
    expect(toSchool.every(({ language, text }) => language === "en" && !/[一-鿿]/.test(text))).toBe(true)
    expect(sent.some(({ address, text }) => address === "to-p-clinic" && text.includes("东湖小学"))).toBe(true)
    const before = sent.length
    await clock.advance(100 * day)
    expect(sent.slice(before).map(({ template }) => template)).toContain("term-begun")
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
    const backlog = await jinlin.store.backlog("town", clock.now())
    expect(backlog.ok && backlog.value).toMatchObject({ waiting: 0 })
    await jinlin[Symbol.asyncDispose]()
  })

  it("lay aside what reaches nobody, and say so", async () => {
    const { clock, jinlin } = await open()
    jinlin.workers.start()
    await clock.advance(day)
    const parked = await jinlin.workers.relay.parked("town", { limit: 50 })
    expect(parked.ok && parked.value.rows.map(({ cause }) => cause?._tag)).toContain("NobodyToReach")
    await jinlin[Symbol.asyncDispose]()
  })
})

describe("health", () => {
  it("is told from the store and the workers: what waits for nobody, and what was laid aside", async () => {
    const { clock, jinlin } = await open()
    const before = await jinlin.workers.health("town")
    expect(before.backlog?.waiting).toBeGreaterThan(0)
    jinlin.workers.start()
    await clock.advance(day)
    const after = await jinlin.workers.health("town")
    expect(after.backlog).toMatchObject({ waiting: 0 })
    expect(after.alarms.map(({ _tag }) => _tag)).toEqual(["DeliveriesParked"])
    await jinlin[Symbol.asyncDispose]()
  })
})

describe("the ports of people and channels", () => {
  it.each([
    ["temporary", "waiting"],
    ["permanent", "parked"],
    ["disabled", "waiting"],
  ] as const)("PORT-1 a message that a channel refuses as %s is %s afterwards", async (kind, status) => {
    const { clock, jinlin } = await open(async () => failed({ _tag: "SendFailed", kind, detail: "no" }))
    jinlin.workers.start()
    await clock.advance(3_600_000)
    const kept = await jinlin.store.readDeliveries("town", { status, limit: 1000 })
    const messages = kept.ok ? kept.value.rows.filter((row) => row.kind === "message" && row.starts > 0) : []
    expect(messages.length).toBeGreaterThan(0)
    await jinlin[Symbol.asyncDispose]()
  })

  it("PORT-2 while the directory does not answer, nobody is taken for somebody and nothing is written", async () => {
    const { convenor, jinlin } = await open()
    const away = { ...listedDirectory(users), identify: async () => failed(unavailable) }
    const other = await createJinlin({
      store: jinlin.store,
      directory: away,
      charter: charter.value,
      clock: virtualClock(0),
    })
    if (!other.ok) throw new Error("other")
    const before = await jinlin.store.head("town")
    const command = { _tag: "AdvanceRota" } as const
    const request = { tenant: "town", id: "x", process: "rotating-chair", subject: "willow", actor: convenor } as const
    expect(await other.value.execute({ ...request, command })).toEqual({ ok: false, refusals: [unavailable] })
    expect(await jinlin.store.head("town")).toEqual(before)
  })
})

describe("texts", () => {
  it("TEXT-RECORD-1 TEXT-RECORD-2 keep words beside the log, prove against it, and stay proved when a part is blacked out", async () => {
    const { convenor, jinlin } = await open()
    const about = { tenant: "town", document: "proposal-1", conference: "willow", actor: convenor }
    const sections = [
      { name: "title", text: "停车管理办法" },
      { name: "proposer", text: "CANARY-7731" },
    ]
    const kept = await jinlin.texts.keep({ ...about, id: "keep-1", sections })
    expect(kept.ok).toBe(true)
    expect(await jinlin.texts.keep({ ...about, id: "keep-1", sections })).toEqual(kept)
    const other = await jinlin.texts.keep({ ...about, id: "keep-2", sections: [{ name: "title", text: "别的" }] })
    expect(other).toMatchObject({ ok: false, refusals: [{ _tag: "TextOnRecord" }] })
    const redacted = await jinlin.texts.redact({ ...about, id: "redact-1", sections: ["proposer"], reason: "personal" })
    expect(redacted.ok).toBe(true)
    const read = await jinlin.texts.read(about)
    expect(read).toMatchObject({
      ok: true,
      value: {
        proof: {
          holds: true,
          sections: [
            { name: "title", standing: "proved" },
            { name: "proposer", standing: "blacked-out" },
          ],
        },
      },
    })
    const log = await jinlin.store.readLog("town", { limit: 1000 })
    expect(JSON.stringify(log)).not.toContain("CANARY-7731")
    expect(JSON.stringify(read)).not.toContain("CANARY-7731")
  })

  it("TEXT-RECORD-3 who holds no post keeps nothing, and leaves no words behind", async () => {
    const { jinlin } = await open()
    const actor = { login: "school", post: "convenor", within: "subdistrict" }
    const about = { tenant: "town", document: "d-1", conference: "willow", actor }
    const kept = await jinlin.texts.keep({ ...about, id: "k", sections: [{ name: "a", text: "b" }] })
    expect(kept).toMatchObject({ ok: false, refusals: [{ _tag: "Forbidden" }] })
  })
})

describe("the record of a text", () => {
  it("TEXT-RECORD-1 refuses a digest that is not the one over the sections, and TEXT-RECORD-4 everything without a text store", async () => {
    const { convenor, jinlin } = await open()
    const commitment = `sha-256:${"0".repeat(64)}` as const
    const command = { _tag: "RecordText", sections: [{ name: "a", commitment }], digest: commitment } as const
    const request = {
      tenant: "town",
      id: "t",
      process: "text",
      subject: "d-2",
      conference: "willow",
      actor: convenor,
    } as const
    expect(await jinlin.execute({ ...request, command })).toMatchObject({ refusals: [{ _tag: "TextDigestDiffers" }] })
    const bare = await createJinlin({
      store: openMemoryStore(),
      directory: listedDirectory(users),
      charter: charter.value,
    })
    if (!bare.ok) throw new Error("bare")
    const about = { tenant: "town", document: "d", conference: "willow", actor: convenor }
    expect(await bare.value.texts.read(about)).toMatchObject({ refusals: [{ _tag: "NoTextStore" }] })
  })
})
