import { done, failed, type Notifier, type SendFailed } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { channel, directoryOf, message, notice, scene, start, tenant } from "../../test/workers/relay-scene.ts"
import { noticeText } from "./relay-render.ts"

const refused = (failure: Partial<SendFailed>) =>
  failed<SendFailed>({ _tag: "SendFailed", kind: "temporary", detail: "busy", ...failure })

const refusing =
  (failure: Partial<SendFailed>): Notifier["send"] =>
  async () =>
    refused(failure)

describe("a notice", () => {
  it("RELAY-3 becomes a message for each person and channel, once each, in the commit that settles it", async () => {
    const app = channel("app")
    const sms = channel("sms")
    const both = [
      { notifier: "sms", address: "+86-1", language: "zh-Hans" },
      { notifier: "app", address: "a", language: "en" },
      { notifier: "app", address: "second", language: "en" },
    ]
    const store = openMemoryStore()
    const commits: Array<ReadonlyArray<string>> = []
    const { add, all, run } = scene({
      notifiers: [app, sms],
      directory: directoryOf({ "p-1": both }),
      reach: async () => done([{ person: "p-1" }, { person: "p-2" }, { person: "p-1" }]),
      store: {
        ...store,
        commit: (commit) => {
          const settled = (commit.settlements ?? []).map(({ id, outcome }) => `${id} ${outcome._tag}`)
          commits.push([...settled, ...(commit.deliveries ?? []).map(({ id }) => `+ ${id}`)])
          return store.commit(commit)
        },
      },
    })
    await add(notice("e@1/0.0"))
    await run()
    expect(commits[1]).toEqual(["e@1/0.0 Delivered", "+ e@1/0.0/p-1/sms", "+ e@1/0.0/p-1/app", "+ e@1/0.0/p-2/app"])
    expect((await all("delivered")).map(({ id, key, kind }) => [id, key, kind])).toEqual([
      ["e@1/0.0", "conference/c-1", "notice"],
      ["e@1/0.0/p-1/sms", "sms/p-1", "message"],
      ["e@1/0.0/p-1/app", "app/p-1", "message"],
      ["e@1/0.0/p-2/app", "app/p-2", "message"],
    ])
    expect(sms.sent).toEqual([
      {
        ...{ id: "e@1/0.0/p-1/sms", tenant, address: "+86-1", language: "zh-Hans", template: "unit-admitted" },
        ...{ text: "unit-admitted in zh-Hans", data: { unit: "clinic", on: "2026-03-01" } },
      },
    ])
    expect(app.sent.map(({ address }) => address)).toEqual(["a", "app:p-2"])
  })

  it("RELAY-3 gives names too long, not ASCII or ambiguous a digest, always the same one and never another's", async () => {
    const app = channel("app")
    const people = ["a/b", "王", "x".repeat(300), "a", "b"].map((person) => ({ person }))
    const { add, all, run } = scene({ notifiers: [app], reach: async () => done(people) })
    await add(notice("n"), notice("n/a", "clinic", "other"))
    await run()
    const ids = (await all("delivered")).filter(({ kind }) => kind === "message").map(({ id }) => id)
    expect(new Set(ids).size).toBe(10)
    expect(ids.filter((id) => id.startsWith("digest/"))).toHaveLength(6)
    expect(ids).toContain("n/a/app")
    expect(ids).toContain("n/a/a/app")
  })

  it("RELAY-4 that reaches nobody is laid aside and says whether nobody is named or nobody has a contact", async () => {
    const nobody = scene({ reach: async () => done([]) })
    await nobody.add(notice("n"))
    await nobody.run()
    const because = { _tag: "NobodyToReach", rule: "RELAY-4", template: "unit-admitted" }
    expect(await nobody.causes("parked")).toEqual({ n: { ...because, because: "nobody-named", people: 0 } })
    const silent = scene({ directory: directoryOf({ "p-1": [] }) })
    await silent.add(notice("n"))
    await silent.run()
    expect(await silent.causes("parked")).toEqual({ n: { ...because, because: "no-contact", people: 1 } })
  })

  it("RELAY-4 leaves one person without a contact to be seen, and sends that person's message once there is one", async () => {
    const app = channel("app")
    const contacts = { "p-2": [] as ReadonlyArray<{ notifier: string; address: string; language: string }> }
    const { add, causes, relay, run } = scene({
      notifiers: [app],
      reach: async () => done([{ person: "p-1" }, { person: "p-2" }]),
      directory: { contacts: (...asked) => directoryOf(contacts).contacts(...asked) },
    })
    await add(notice("n"))
    await run()
    expect(app.sent.map(({ id }) => id)).toEqual(["n/p-1/app"])
    expect(await causes("parked")).toEqual({
      "n/p-2/none": { _tag: "NoContact", rule: "RELAY-4", person: "p-2", notifier: null },
    })
    contacts["p-2"] = [{ notifier: "app", address: "late", language: "en" }]
    expect(await relay.redrive(tenant, ["n/p-2/none"])).toEqual(done(null))
    await run()
    expect(app.sent.map(({ address }) => address)).toEqual(["app:p-1", "late"])
    expect(await causes("parked")).toEqual({})
  })

  it("RELAY-6 waits for a store or a directory that is away, however long, and counts no attempt", async () => {
    let away = true
    const app = channel("app")
    const { add, all, clock, run } = scene({
      notifiers: [app],
      limits: { leaseFor: 24 * 3_600_000 },
      directory: {
        contacts: async (...asked) =>
          away
            ? failed({ _tag: "DirectoryUnavailable", rule: "PORT-2", detail: "down" })
            : directoryOf().contacts(...asked),
      },
    })
    await add(notice("n"))
    for (let hour = 0; hour < 24 * 2; hour += 1) {
      await run()
      await clock.advance(3_600_000)
    }
    const [waiting] = await all("waiting")
    expect(waiting?.starts).toBeGreaterThan(8)
    expect(waiting?.notBefore).toBeLessThanOrEqual(clock.now() + 6 * 3_600_000)
    away = false
    await clock.advance(6 * 3_600_000)
    await run()
    expect(app.sent).toHaveLength(1)
  })

  it("RELAY-6 is laid aside when whom it reaches cannot be found out for another reason", async () => {
    const { add, causes, clock, run } = scene({
      limits: { leaseFor: 24 * 3_600_000 },
      reach: async () => failed({ _tag: "CorruptEvent" }),
    })
    await add(notice("n"))
    for (let day = 0; day < 4; day += 1) {
      await run()
      await clock.advance(24 * 3_600_000)
      for (let hour = 0; hour < 4; hour += 1) {
        await run()
        await clock.advance(6 * 3_600_000)
      }
    }
    expect(await causes("parked")).toEqual({
      n: {
        ...{ _tag: "AttemptsUsedUp", rule: "RELAY-6", attempts: 8 },
        last: {
          ...{ _tag: "LookUpFailed", rule: "RELAY-6", of: "people", because: "failed" },
          ...{ failure: "CorruptEvent", detail: "" },
        },
      },
    })
  })
})

describe("a message", () => {
  it("RELAY-5 has its address looked up when it is sent, in the language of that day, and nothing of it is kept", async () => {
    const canary = "canary-13800138000"
    const app = channel("app", refusing({ detail: `no route to ${canary}` }))
    const { add, all, clock, run } = scene({
      notifiers: [app],
      directory: directoryOf({ "p-1": [{ notifier: "app", address: canary, language: "zh-Hant" }] }),
    })
    await add(notice("n"))
    await run()
    expect(app.sent.map(({ address, language, text }) => [address, language, text])).toEqual([
      [canary, "zh-Hant", "unit-admitted in zh-Hant"],
    ])
    await clock.advance(1)
    const kept = JSON.stringify([await all("waiting"), await all("delivered"), await all("parked")])
    expect(kept).toContain("no route to …")
    expect(kept).not.toContain(canary)
  })

  it("RELAY-5 is not sent to somebody who no longer wishes it, nor over a channel that is not there", async () => {
    const app = channel("app")
    const { add, causes, run } = scene({ notifiers: [app], directory: directoryOf({ "p-1": [] }) })
    await add(message("a"), message("b", { notifier: "pigeon", person: "p-2" }))
    await run()
    expect(app.sent).toEqual([])
    expect(await causes("parked")).toEqual({
      a: { _tag: "NoContact", rule: "RELAY-4", person: "p-1", notifier: "app" },
      b: { _tag: "UnknownNotifier", rule: "RELAY-4", notifier: "pigeon", known: ["app"] },
    })
  })

  it("RELAY-6 is tried as often as is allowed, at the times of the schedule, and then laid aside with the last cause", async () => {
    const times: Array<number> = []
    const held = scene()
    const app = channel("app", async () => {
      times.push(held.clock.now())
      return failed({ _tag: "SendFailed", kind: "temporary", detail: "busy" })
    })
    const { add, causes, clock, run } = scene({
      notifiers: [app],
      clock: held.clock,
      limits: { leaseFor: 24 * 3_600_000 },
    })
    await add(message("m"))
    for (let minute = 0; minute < 30 * 60; minute += 1) {
      await run()
      await clock.advance(60_000)
    }
    expect(times).toHaveLength(8)
    const longest = [30_000, 120_000, 480_000, 1_920_000, 7_680_000, 21_600_000, 21_600_000]
    for (const [index, most] of longest.entries()) {
      const wait = (times[index + 1] ?? 0) - (times[index] ?? 0)
      expect(wait).toBeGreaterThanOrEqual(most / 2)
      expect(wait).toBeLessThanOrEqual(most + 60_000)
    }
    expect(await causes("parked")).toEqual({
      m: {
        ...{ _tag: "AttemptsUsedUp", rule: "RELAY-6", attempts: 8 },
        last: {
          ...{ _tag: "NotTaken", rule: "RELAY-6", notifier: "app", kind: "temporary" },
          ...{ because: "failed", detail: "busy" },
        },
      },
    })
  })

  it("RELAY-6 that a channel will never take is laid aside at once", async () => {
    const { add, causes, run } = scene({ notifiers: [channel("app", refusing({ kind: "permanent" }))] })
    await add(message("m"))
    await run()
    expect(await causes("parked")).toMatchObject({ m: { _tag: "NotTaken", kind: "permanent", detail: "busy" } })
  })

  it("RELAY-7 comes back no earlier than its channel asked, within bounds", async () => {
    const asked = [60_000, 1e12, -1, Number.NaN, 0]
    for (const retryAfter of asked) {
      const { add, all, run } = scene({ notifiers: [channel("app", refusing({ retryAfter }))] })
      await add(message("m"))
      await run()
      const wait = ((await all("waiting"))[0]?.notBefore ?? 0) - start
      expect(wait).toBeGreaterThanOrEqual(retryAfter > 0 ? Math.min(retryAfter, 86_400_000) : 15_000)
      expect(wait).toBeLessThanOrEqual(86_400_000)
    }
  })

  it("RELAY-11 without a text, or without all that its text speaks of, is laid aside and not sent", async () => {
    const app = channel("app")
    const { add, causes, run } = scene({
      notifiers: [app],
      render: async ({ template }) => {
        if (template === "throws") throw new RangeError("bad")
        if (template === "empty") return { text: "" }
        return template === "stand-in" ? { text: "…", missing: [{ _tag: "MissingMessage" }] } : { text: "fine" }
      },
    })
    await add(...["throws", "empty", "stand-in", "fine"].map((template) => message(template, { template })))
    await run()
    const not = (template: string, rest: object) => ({
      [template]: { _tag: "NotRendered", rule: "RELAY-11", template, language: "en", ...rest },
    })
    expect(app.sent.map(({ text }) => text)).toEqual(["fine"])
    expect(await causes("parked")).toEqual({
      ...not("throws", { because: "threw", detail: "RangeError" }),
      ...not("empty", { because: "bad-result", detail: "" }),
      ...not("stand-in", { because: "failed", detail: "MissingMessage" }),
    })
  })

  it("RELAY-11 of a kind or a shape that this version does not know is laid aside, never skipped", async () => {
    const { add, causes, run } = scene()
    const bad = { ...message("bad"), payload: '{"person":"p-1"}' }
    await add(
      bad,
      { ...message("no-json"), payload: "{" },
      { ...message("pigeon"), kind: "pigeon" },
      { ...notice("n"), payload: "[]" },
    )
    await run()
    const cause = { rule: "RELAY-11" }
    expect(await causes("parked")).toMatchObject({
      bad: { _tag: "UnreadablePayload", ...cause, kind: "message", refusal: "MissingField" },
      "no-json": { _tag: "UnreadablePayload", ...cause, path: "" },
      pigeon: { _tag: "UnknownKind", ...cause, kind: "pigeon" },
      n: { _tag: "UnreadablePayload", ...cause, kind: "notice" },
    })
  })

  it("RELAY-11 is written in the words of the catalogue, with the names of the community", async () => {
    const app = channel("app")
    const render = noticeText(
      ({ community, language }) =>
        (id) =>
          `${id} (${community}, ${language})`,
    )
    const { add, causes, run } = scene({ notifiers: [app], render })
    await add(message("m"), message("unknown", { template: "no-such-template" }))
    await run()
    expect(app.sent.map(({ text }) => text)).toEqual([
      expect.stringContaining("clinic (c-1, en) belongs to the joint conference"),
    ])
    expect(await causes("parked")).toMatchObject({ unknown: { _tag: "NotRendered", detail: "MissingMessage" } })
  })
})

describe("a channel", () => {
  it("RELAY-8 that is disabled is asked once and then left alone; its messages wait and count no attempt, other channels work", async () => {
    let disabled = true
    const app = channel("app", async () => (disabled ? refused({ kind: "disabled", detail: "410 Gone" }) : done(null)))
    const sms = channel("sms")
    const contacts = ["app", "sms"].map((notifier) => ({ notifier, address: "a", language: "en" }))
    const { add, all, causes, clock, relay, run } = scene({
      ...{ notifiers: [app, sms], limits: { inFlight: 1, leaseFor: 24 * 3_600_000 } },
      directory: { contacts: async () => done(contacts) },
    })
    const many = Array.from({ length: 50 }, (_, index) => message(`m${index}`))
    await add(...many, message("by-sms", { notifier: "sms" }))
    await run()
    expect([app.sent.length, sms.sent.length]).toEqual([1, 1])
    expect(relay.disabled(tenant)).toEqual([
      { notifier: "app", since: start, until: start + 3_600_000, detail: "410 Gone" },
    ])
    expect(relay.disabled("other")).toEqual([])
    expect((await causes("waiting"))["m49"]).toEqual({
      _tag: "ChannelDisabled",
      rule: "RELAY-8",
      notifier: "app",
      detail: "410 Gone",
    })
    for (let hour = 0; hour < 48; hour += 1) {
      await clock.advance(3_600_000 + 60_000)
      await run()
    }
    expect(app.sent.length).toBeLessThanOrEqual(1 + 48)
    expect(await all("waiting")).toHaveLength(50)
    disabled = false
    for (let hour = 0; hour < 3; hour += 1) {
      await clock.advance(3_600_000 + 60_000)
      await run()
    }
    expect([(await all("delivered")).length, relay.disabled(tenant)]).toEqual([51, []])
  })

  it("RELAY-10 that throws, hangs or answers nonsense is contained; what it is given cannot be changed", async () => {
    const ways: Readonly<Record<string, Notifier["send"]>> = {
      throws: () => {
        throw new TypeError("13800138000")
      },
      rejects: async () => {
        throw Object.assign(new Error("13800138000"), { code: "ECONNREFUSED" })
      },
      hangs: () => new Promise(() => {}),
      nothing: async () => JSON.parse("null"),
      nonsense: async () => JSON.parse('{"ok":false,"failure":{"kind":"perhaps"}}'),
      changes: async (sent) => {
        Object.assign(sent.data, { unit: "other" })
        return done(null)
      },
    }
    const channels = Object.entries(ways).map(([name, send]) => channel(name, send))
    const { add, causes, clock, relay, run } = scene({
      notifiers: [...channels, channel("well")],
      directory: {
        contacts: async () =>
          done([...Object.keys(ways), "well"].map((notifier) => ({ notifier, address: "a", language: "en" }))),
      },
    })
    await add(...[...Object.keys(ways), "well"].map((notifier) => message(notifier, { notifier })))
    const before = clock.now()
    await clock.until(relay.runOnce(tenant))
    expect(clock.now() - before).toBe(30_000)
    await run()
    const waits = await causes("waiting")
    const not = (because: string, detail = "") => expect.objectContaining({ _tag: "NotTaken", because, detail })
    expect(waits).toEqual({
      throws: not("threw", "TypeError"),
      rejects: not("threw", "Error ECONNREFUSED"),
      hangs: not("timed-out"),
      nothing: not("bad-result"),
      nonsense: not("bad-result"),
      changes: not("threw", "TypeError"),
    })
    expect(await causes("delivered")).toEqual({ well: null })
  })

  it("RELAY-10 is told by its signal when nobody waits for it any more", async () => {
    const told: Array<number> = []
    const held = scene()
    const app = channel("app", (_, signal) => {
      signal.addEventListener("abort", () => told.push(held.clock.now()))
      return new Promise(() => {})
    })
    const { add, clock, relay } = scene({ notifiers: [app], clock: held.clock })
    await add(message("m"))
    await clock.until(relay.runOnce(tenant))
    expect(told).toEqual([start + 30_000])
  })

  it("RELAY-10 is not waited for when directories throw or hang either", async () => {
    for (const contacts of [
      () => {
        throw new Error("no")
      },
      () => new Promise<never>(() => {}),
      async () => JSON.parse('{"ok":true,"value":[{"notifier":"a b"}]}'),
    ]) {
      const { add, all, run } = scene({ directory: { contacts } })
      await add(notice("n"), message("m"))
      await run()
      expect((await all("waiting")).map(({ kind }) => kind)).toContain("message")
      expect(await all("parked")).toEqual([])
    }
  })
})

describe("what was laid aside", () => {
  it("RELAY-12 is listed with its cause, and taken back all together or not at all, to be tried anew", async () => {
    let broken = true
    const app = channel("app", async () => (broken ? refused({ kind: "permanent", detail: "bad number" }) : done(null)))
    const { add, all, relay, run } = scene({ notifiers: [app] })
    await add(...["a", "b", "c"].map((id) => message(id, { key: "k" })))
    await run()
    const page = await relay.parked(tenant, { limit: 2 })
    const cause = expect.objectContaining({ _tag: "NotTaken", detail: "bad number" })
    expect(page).toMatchObject({
      ok: true,
      value: {
        rows: [
          { id: "a", cause, starts: 1, attempts: 0 },
          { id: "b", cause },
        ],
      },
    })
    expect(await relay.redrive(tenant, ["a", "nobody"])).toMatchObject({
      ok: false,
      failure: { _tag: "UnknownDelivery" },
    })
    expect(await all("parked")).toHaveLength(3)
    broken = false
    await add(message("d", { key: "k" }))
    await relay.redrive(tenant, ["c", "a", "b"])
    await run()
    expect(app.sent.slice(3).map(({ id }) => id)).toEqual(["a", "b", "c", "d"])
    expect(await all("delivered")).toHaveLength(4)
  })

  it("RELAY-12 has all its attempts again after it was taken back", async () => {
    const { add, all, clock, relay, run } = scene({
      notifiers: [channel("app", refusing({}))],
      limits: { attempts: 2, schedule: { base: 1_000, factor: 1, ceiling: 1_000, jitter: 0 } },
    })
    await add(message("m"))
    const pass = async (): Promise<void> => {
      await run()
      await clock.advance(2_000)
      await run()
    }
    await pass()
    expect((await all("parked")).map(({ starts }) => starts)).toEqual([2])
    await relay.redrive(tenant, ["m"])
    await pass()
    expect((await all("parked")).map(({ starts }) => starts)).toEqual([4])
  })
})

describe("in hand", () => {
  it("RELAY-13 are never more than the bound, also after an outage, and of each key one at a time", async () => {
    let [inside, most] = [0, 0]
    const held = scene()
    const keys = new Map<string, number>()
    const app = channel("app", async ({ id }) => {
      const key = id.split("-")[0] ?? ""
      keys.set(key, (keys.get(key) ?? 0) + 1)
      expect(keys.get(key)).toBe(1)
      inside += 1
      most = Math.max(most, inside)
      await held.clock.sleep(10)
      inside -= 1
      keys.set(key, 0)
      return done(null)
    })
    const { add, all, clock, run } = scene({ notifiers: [app], clock: held.clock, limits: { inFlight: 8 } })
    await add(
      ...Array.from({ length: 300 }, (_, index) => message(`k${index % 30}-${index}`, { key: `k${index % 30}` })),
    )
    const before = clock.now()
    await run()
    expect([most, (await all("delivered")).length]).toEqual([8, 300])
    expect(clock.now() - before).toBeLessThan(600)
  })

  it("RELAY-13 do not hold up what comes later: while one hangs, others are taken", async () => {
    const held = scene()
    const app = channel("app", async ({ id }) => {
      if (id === "hangs") await held.clock.sleep(29_000)
      return done(null)
    })
    const { add, clock, relay } = scene({ notifiers: [app], clock: held.clock })
    await add(message("hangs"))
    const running = relay.runOnce(tenant)
    await clock.advance(1_000)
    await add(message("late"))
    await clock.advance(1_000)
    expect(app.sent.map(({ id }) => id)).toEqual(["hangs", "late"])
    expect(await clock.until(running)).toEqual(done(2))
  })

  it("RELAY-13 come to an end when the relay is to stop: nothing more is begun, what was begun is finished", async () => {
    const held = scene()
    const stop = new AbortController()
    const app = channel("app", async () => {
      stop.abort()
      await held.clock.sleep(5_000)
      return done(null)
    })
    const { add, all, clock, relay } = scene({ notifiers: [app], clock: held.clock, limits: { inFlight: 2 } })
    await add(...Array.from({ length: 10 }, (_, index) => message(`m${index}`)))
    expect(await clock.until(relay.runOnce(tenant, stop.signal))).toEqual(done(2))
    await clock.until(relay[Symbol.asyncDispose]())
    await clock.until(relay[Symbol.asyncDispose]())
    expect([(await all("delivered")).length, clock.sleeping()]).toEqual([2, 0])
  })

  it("RELAY-13 of two tenants are apart, and one relay at a time works for each", async () => {
    const one = scene()
    const other = scene({ store: one.store, clock: one.clock })
    await one.add(message("m"))
    expect(await one.clock.until(one.relay.runOnce(tenant))).toEqual(done(1))
    await one.add(message("m2"))
    expect(await one.clock.until(other.relay.runOnce(tenant))).toEqual(done(0))
    expect(await one.clock.until(other.relay.runOnce("u"))).toEqual(done(0))
    expect([one.relay.leaseLag(tenant), other.relay.leaseLag(tenant), other.relay.leaseLag("u")]).toEqual([0, null, 0])
    await one.relay[Symbol.asyncDispose]()
    expect(await one.clock.until(other.relay.runOnce(tenant))).toEqual(done(1))
  })
})
