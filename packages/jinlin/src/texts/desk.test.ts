import { failed, type TextStore } from "@jinlin/sdk"
import { openMemoryStore, openMemoryTextStore } from "@jinlin/store-memory"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as scenes from "../../test/shell/scene.ts"
import { gone } from "../../test/shell/wrapping.ts"
import { listedDirectory } from "../shell/people.ts"
import type { ActorClaim, CommandRequest } from "../shell/request.ts"
import type { KeepText } from "./asked.ts"

const { auditor, auditOf, clerk, convenor, delegateOf, founding, grant, logOf, saidOf, sceneOn, superior } = scenes

const headOf = (unit: string): ActorClaim => ({ login: `${unit}-head`, post: "unit-head", within: unit })
const alternateOf = (unit: string): ActorClaim => ({ login: `${unit}-alternate`, post: "alternate", within: unit })
const strangerOf = (body: string): ActorClaim => ({ login: "stranger", post: "convenor", within: body })

/** A second conference of the tenant, with a convenor and a unit of its own. */
const oak = [
  { ...scenes.found, id: "found-oak", subject: "oak", command: { ...scenes.found.command, convenor: "p-stranger" } },
  { ...scenes.admit("court", "admit-oak"), subject: "oak", actor: strangerOf("oak") },
] as ReadonlyArray<CommandRequest>

const secret = "CANARY-8841"
const minutes: KeepText = {
  ...{ tenant: "town", id: "keep-1", document: "minutes-1", conference: "willow", actor: clerk },
  sections: [
    { name: "present", text: "到会三人" },
    { name: "complaint", text: secret },
  ],
}
const about = { tenant: "town", document: "minutes-1", conference: "willow" }

const opened = async (around: (texts: TextStore) => TextStore = (texts) => texts) => {
  const texts = openMemoryTextStore()
  const scene = await sceneOn(openMemoryStore(), { texts: around(texts) })
  await grant(scene, ...founding("school", "clinic"), ...oak)
  return { ...scene, desk: scene.jinlin.texts, texts }
}

const withMinutes = async () => {
  const scene = await opened()
  expect(saidOf(await scene.desk.keep(minutes))).toBe("accepted")
  return scene
}

const wordsOf = async (texts: TextStore, document: string): Promise<unknown> => {
  const kept = await texts.read("town", document)
  return kept.ok ? kept.value : kept.failure
}

describe("a later revision of a text", () => {
  const sections = [
    { name: "present", text: "到会三人" },
    { name: "complaint", text: "a gate" },
    { name: "answer", text: "yes" },
  ]
  const next: KeepText = { ...minutes, id: "keep-2", document: "minutes-2", sections, after: "minutes-1" }
  const saltsOf = async (texts: TextStore, document: string) => {
    const kept = await texts.read("town", document)
    if (!kept.ok || kept.value === null) throw new Error(`${document} is not kept`)
    return Object.fromEntries(kept.value.sections.map(({ name, salt }) => [name, salt]))
  }

  it("TEXT-RECORD-6 COMMITMENT-1 keeps the salts of what did not change, and no others", async () => {
    const { desk, texts } = await withMinutes()
    expect(saidOf(await desk.keep(next))).toBe("accepted")
    const [first, second] = [await saltsOf(texts, "minutes-1"), await saltsOf(texts, "minutes-2")]
    expect(second["present"]).toBe(first["present"])
    expect([first["complaint"], first["present"]]).not.toContain(second["complaint"])
    expect(new Set(Object.values(second)).size).toBe(3)
    expect(await desk.read({ ...about, document: "minutes-2", actor: clerk })).toMatchObject({
      value: { proof: { holds: true } },
    })
    // Without `after` every salt is a new one.
    const { after: _, ...alone } = next
    expect(saidOf(await desk.keep({ ...alone, id: "keep-3", document: "minutes-3" }))).toBe("accepted")
    expect((await saltsOf(texts, "minutes-3"))["present"]).not.toBe(first["present"])
  })

  it("TEXT-RECORD-6 salts anew what was blacked out, and answers as before when it is sent again", async () => {
    const { desk, texts } = await withMinutes()
    const [before] = [await saltsOf(texts, "minutes-1")]
    const redaction = { ...about, id: "redact-1", actor: clerk, sections: ["present"], reason: "a name" }
    expect(saidOf(await desk.redact(redaction))).toBe("accepted")
    const kept = await desk.keep(next)
    expect(saidOf(kept)).toBe("accepted")
    expect((await saltsOf(texts, "minutes-2"))["present"]).not.toBe(before["present"])
    expect(await desk.keep(next)).toEqual(kept)
  })

  it("TEXT-RECORD-6 of another record, or of none, is as good as none, and no words are kept", async () => {
    const { desk, texts } = await withMinutes()
    const oaks: KeepText = { ...next, conference: "oak", actor: strangerOf("oak") }
    for (const wrong of [oaks, { ...next, after: "minutes-9" }]) {
      const answer = await desk.keep(wrong)
      expect(answer).toMatchObject({
        refusals: [{ _tag: "TextNotOnRecord", rule: "TEXT-RECORD-6", sections: [], path: ["after"] }],
      })
      expect(await wordsOf(texts, "minutes-2")).toBeNull()
    }
  })
})

describe("reading a text", () => {
  it.each<[string, ActorClaim]>([
    ["its convenor", convenor],
    ["its secretary", clerk],
    ["a delegate on its roll", delegateOf("school")],
    ["an alternate on its roll", alternateOf("clinic")],
    ["the auditor", auditor],
  ])("TEXT-RECORD-5 %s reads it", async (_, actor) => {
    const { desk } = await withMinutes()
    expect(await desk.read({ ...about, actor })).toMatchObject({ ok: true, value: { proof: { holds: true } } })
  })

  it.each<[string, ActorClaim]>([
    ["the head of a unit that is in no conference", headOf("market")],
    ["the head of a unit that is on its roll", headOf("school")],
    ["a superior", superior],
    ["the convenor of another conference", strangerOf("oak")],
    ["a delegate of another conference", delegateOf("court")],
  ])("TEXT-RECORD-5 %s does not read it, whichever conference they name", async (_, actor) => {
    const { desk } = await withMinutes()
    for (const conference of ["willow", "oak", "nowhere"]) {
      const answer = await desk.read({ ...about, conference, actor })
      expect(saidOf(answer)).toMatch(/^(Forbidden|TextNotOnRecord)$/)
      expect(JSON.stringify(answer)).not.toContain(secret)
    }
    expect(saidOf(await desk.read({ ...about, actor }))).toBe("Forbidden")
  })

  it("TEXT-RECORD-5 a text of another conference is told apart by nothing from one that is not there", async () => {
    const { desk } = await withMinutes()
    for (const actor of [strangerOf("oak"), delegateOf("court"), auditor]) {
      const other = await desk.read({ ...about, conference: "oak", actor })
      expect(other).toEqual(await desk.read({ ...about, document: "none", conference: "oak", actor }))
      expect(saidOf(other)).toBe("TextNotOnRecord")
    }
  })

  it("TEXT-RECORD-5 an office of another body opens nothing of a conference that was dissolved", async () => {
    const { clock, desk, store, texts } = await withMinutes()
    const users = ["secretary", "convenor", "delegate"].map((post) => ({
      ...{
        tenant: "town",
        login: post,
        person: `p-other-${post}`,
        units: [],
        offices: [{ post, within: "elsewhere" }],
      },
    }))
    const end = { _tag: "DissolveConference", reason: "merged" } as const
    await grant(await sceneOn(store, { texts, clock }), scenes.toConference("end", superior, end))
    const later = await sceneOn(store, { texts, clock, directory: listedDirectory(users) })
    for (const { login } of users) {
      const answer = await later.jinlin.texts.read({ ...about, actor: { login, post: login, within: "elsewhere" } })
      expect(answer).toMatchObject({ ok: false, refusals: [{ _tag: "Forbidden", rule: "TEXT-RECORD-5" }] })
    }
    expect(saidOf(await desk.read({ ...about, actor: auditor }))).toBe("accepted")
  })

  it("SHELL-5 who reads or keeps without grounds is in the audit, as person and post and never as login", async () => {
    const { desk, store } = await withMinutes()
    const nobody: ActorClaim = { login: "nobody-known", post: "secretary", within: "office" }
    await desk.read({ ...about, actor: headOf("market") })
    await desk.read({ ...about, actor: delegateOf("court") })
    await desk.read({ ...about, actor: nobody })
    await desk.keep({ ...minutes, id: "k-2", document: "minutes-2", actor: headOf("market") })
    await desk.keep({ ...minutes, id: "k-3", document: "minutes-2", actor: delegateOf("court") })
    await desk.keep({ ...minutes, id: "k-4", document: "minutes-2", actor: nobody })
    const reading = { command: "ReadText", process: "text", subject: "minutes-1" }
    const keeping = { command: "RecordText", process: "text", subject: "minutes-2" }
    const audit = await auditOf(store)
    expect(audit).toMatchObject([
      { ...reading, kind: "forbidden", person: "p-market-head", post: "unit-head", rule: "TEXT-RECORD-5" },
      { ...reading, kind: "forbidden", person: "p-court-delegate", post: "delegate", rule: "SHELL-5" },
      { ...reading, kind: "unauthenticated", person: null },
      { ...keeping, kind: "forbidden", person: "p-market-head", rule: "TEXT-RECORD-3" },
      { ...keeping, kind: "forbidden", person: "p-court-delegate", rule: "SHELL-5" },
      { ...keeping, kind: "unauthenticated", person: null },
    ])
    expect(audit).toHaveLength(6)
    expect(JSON.stringify(audit)).not.toContain("nobody-known")
  })
})

describe("keeping a text", () => {
  it.each<[string, ActorClaim]>([
    ["a unit-head", headOf("market")],
    ["a superior", superior],
    ["an auditor", auditor],
    ["a delegate of another conference", delegateOf("court")],
  ])("TEXT-RECORD-3 %s leaves no words behind and takes no id", async (_, actor) => {
    const { desk, store, texts } = await opened()
    const before = await logOf(store)
    expect(saidOf(await desk.keep({ ...minutes, actor }))).toBe("Forbidden")
    expect(await wordsOf(texts, "minutes-1")).toBeNull()
    expect(await logOf(store)).toEqual(before)
    const truly = { ...minutes, sections: [{ name: "present", text: "the true minutes" }] }
    expect(saidOf(await desk.keep(truly))).toBe("accepted")
  })

  it("TEXT-RECORD-1 TEXT-RECORD-3 other words for a document on record are refused, and what is kept stays", async () => {
    const { desk, texts } = await withMinutes()
    const before = await wordsOf(texts, "minutes-1")
    const other = { ...minutes, id: "keep-2", sections: [{ name: "present", text: "other words" }] }
    expect(saidOf(await desk.keep(other))).toBe("TextOnRecord")
    expect(saidOf(await desk.keep({ ...other, actor: headOf("market") }))).toBe("Forbidden")
    expect(await wordsOf(texts, "minutes-1")).toEqual(before)
  })

  it("TEXT-RECORD-3 an id that was used for something else keeps no words", async () => {
    const { desk, texts } = await withMinutes()
    expect(saidOf(await desk.keep({ ...minutes, document: "minutes-2" }))).toBe("IdempotencyConflict")
    expect(saidOf(await desk.keep({ ...minutes, sections: [{ name: "present", text: "x" }] }))).toBe(
      "IdempotencyConflict",
    )
    expect(await wordsOf(texts, "minutes-2")).toBeNull()
  })

  it("SHELL-1 sent again it gets the same answer, after a part was blacked out and after the post was lost too", async () => {
    const { desk, jinlin } = await opened()
    const kept = await desk.keep({ ...minutes, actor: delegateOf("school") })
    const again = () => desk.keep({ ...minutes, actor: delegateOf("school") })
    expect(await again()).toEqual(kept)
    const black = { ...about, actor: clerk, id: "black", sections: ["complaint"], reason: "a name" }
    expect(saidOf(await desk.redact(black))).toBe("accepted")
    expect(await again()).toEqual(kept)
    await grant({ jinlin }, scenes.release("school"))
    expect(await again()).toEqual(kept)
    expect(saidOf(await desk.keep({ ...minutes, id: "keep-2", actor: delegateOf("school") }))).toBe("Forbidden")
  })

  it("TEXT-RECORD-1 words that were kept before something went wrong are recorded when they are sent again", async () => {
    let fails = true
    const { desk } = await opened((texts) => ({
      ...texts,
      put: async (...put) => {
        const answer = await texts.put(...put)
        return fails ? failed(gone) : answer
      },
    }))
    expect(saidOf(await desk.keep(minutes))).toBe("StoreUnavailable")
    fails = false
    expect(saidOf(await desk.keep(minutes))).toBe("accepted")
    expect(await desk.read({ ...about, actor: clerk })).toMatchObject({ value: { proof: { holds: true } } })
  })
})

describe("what is sent to the texts", () => {
  const methods = ["keep", "redact", "read"] as const
  const black = { ...about, id: "black", actor: clerk, sections: ["complaint"], reason: "a name" }
  const sound = { keep: { ...minutes, id: "k", document: "d" }, redact: black, read: { ...about, actor: clerk } }

  it.each(methods)(
    "SHELL-8 %s refuses an unknown field, an id that is none and an actor that is incomplete",
    async (method) => {
      const { desk } = await withMinutes()
      const ask = (input: unknown) => desk[method](input as never)
      const given = sound[method]
      const faults: ReadonlyArray<readonly [unknown, object]> = [
        [
          { ...given, role: "admin" },
          { _tag: "UnknownField", path: ["role"] },
        ],
        [
          { ...given, actor: { ...clerk, person: "p-x" } },
          { _tag: "UnknownField", path: ["actor", "person"] },
        ],
        [{ ...given, document: "../other" }, { path: ["document"] }],
        [{ ...given, conference: 7 }, { path: ["conference"] }],
        [{ ...given, actor: { login: "clerk" } }, { path: ["actor", "post"] }],
        [
          { ...given, actor: null },
          { _tag: "Unauthenticated", path: ["actor"] },
        ],
        [
          { ...given, tenant: undefined },
          { _tag: "TenantRequired", path: ["tenant"] },
        ],
        [
          { ...given, tenant: "a/b" },
          { _tag: "InvalidTenant", path: ["tenant"] },
        ],
        [undefined, { _tag: "TenantRequired", path: ["tenant"] }],
      ]
      for (const [input, fault] of faults)
        expect(await ask(input)).toMatchObject({
          ok: false,
          refusals: expect.arrayContaining([expect.objectContaining(fault)]),
        })
      expect(saidOf(await ask(given))).toBe("accepted")
    },
  )

  it("SHELL-8 sections are read strictly, with their place", async () => {
    const { desk, store, texts } = await opened()
    const before = await logOf(store)
    const at = async (sections: unknown) => {
      const answer = await desk.keep({ ...minutes, sections } as KeepText)
      return answer.ok ? [] : answer.refusals.map(({ path }) => path)
    }
    expect(await at([])).toEqual([["sections", 0]])
    expect(await at([{ name: "a", text: "x", salt: "0" }])).toEqual([["sections", 0, "salt"]])
    expect(await at([{ name: "a b", text: 1 }])).toEqual([
      ["sections", 0, "name"],
      ["sections", 0, "text"],
    ])
    expect(await desk.redact({ ...black, sections: [] })).toMatchObject({ refusals: [{ path: ["sections", 0] }] })
    expect(await desk.redact({ ...black, reason: "" })).toMatchObject({ refusals: [{ path: ["reason"] }] })
    expect(await wordsOf(texts, "minutes-1")).toBeNull()
    expect(await logOf(store)).toEqual(before)
  })

  it.each(methods)("SHELL-12 %s answers whatever it is sent, and accepts none of it", async (method) => {
    const { desk, store } = await withMinutes()
    const before = await logOf(store)
    const odd = fc.record(
      {
        ...{ tenant: fc.constantFrom("town", "", "a/b"), actor: fc.oneof(fc.constant(clerk), fc.anything()) },
        ...{ id: fc.anything(), document: fc.anything(), conference: fc.anything(), sections: fc.anything() },
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything({ withNullPrototype: true }), odd), async (input) => {
        const answer = await desk[method](input as never)
        expect(answer).toMatchObject({
          ok: false,
          refusals: expect.arrayContaining([expect.objectContaining({ rule: expect.any(String) })]),
        })
      }),
    )
    const trap = new Proxy({}, { getOwnPropertyDescriptor: () => expect.fail("was run") })
    expect(saidOf(await desk[method](trap as never))).toBe("TenantRequired")
    expect(await logOf(store)).toEqual(before)
  })

  it("SHELL-12 a text store that throws is answered as such, without its message", async () => {
    const thrower = () => Promise.reject(new TypeError(secret))
    const { desk } = await opened((texts) => ({ ...texts, read: thrower }))
    const fault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: "TypeError" }
    expect(await desk.keep(minutes)).toEqual({ ok: false, refusals: [fault] })
  })
})
