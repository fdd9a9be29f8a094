import { noRules, type RulePack } from "@jinlin/core/charter"
import type { DisclosureCommand } from "@jinlin/core/disclosure"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { disclosureOf, publicChapters, tagsOf } from "../../test/shell/public-chapters.ts"
import {
  anyDigest,
  compoundCharter,
  compoundOn,
  decideOn,
  drawUp,
  holder,
  objectingOn,
  type PublicScene,
  people,
  putForward,
  putUp,
  residents,
  resolvedOn,
  shownOf,
  textOf,
} from "../../test/shell/public-matters.ts"
import { saidOf } from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { publishedCalendar } from "../calendar/published-calendar.ts"
import { listedDirectory } from "./people.ts"

for (const { name, open } of grounds) publicChapters(name, open)

describe("a deliberation by itself", () => {
  const decided = async () => {
    const scene = await compoundOn(openMemoryStore())
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    await scene.until("2026-01-09")
    return scene
  }
  const prepare = (what: "decision" | "result") =>
    ({
      _tag: "PrepareDisclosure",
      ...{ matter: "m-1", what, sections: shownOf("1"), corrects: null, audience: "residents" },
    }) as const

  it("REACTION-17 has the text that it decided to publish, as soon as it has, and no report", async () => {
    const scene = await decided()
    expect(saidOf(await scene.ask("disclosure/d-1", "discloser", prepare("decision")))).toBe("NothingToPublish")
    await decideOn(scene, "m-1", { body: residents })
    await scene.tell("disclosure/d-1", "discloser", prepare("decision"))
    expect(await disclosureOf(scene, "d-1")).toMatchObject({ document: textOf("1"), since: "2026-01-09", law: null })
    expect(saidOf(await scene.ask("disclosure/d-2", "discloser", prepare("result")))).toBe("NothingToPublish")
  })

  it("REACTION-17 one that was lost has nothing to publish", async () => {
    const scene = await decided()
    await decideOn(scene, "m-1", { body: residents, passes: false })
    expect(saidOf(await scene.ask("disclosure/d-1", "discloser", prepare("decision")))).toBe("NothingToPublish")
  })
})

describe("what only one may have", () => {
  const opening = { _tag: "OpenCoGovernance", title: "another", combine: "both", touched: [] } as const
  const attach = { _tag: "AttachDeliberation", which: "self-governance", matter: "m-1" } as const

  it("SHELL-24 a matter of deliberation is attached once; let go, it may be attached elsewhere", async () => {
    const scene = await compoundOn(openMemoryStore())
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    for (const matter of ["c-1", "c-2"] as const) await scene.tell(`co-governance/${matter}`, "mover", opening)
    await scene.tell("co-governance/c-1", "mover", attach)
    expect(saidOf(await scene.ask("co-governance/c-2", "mover", attach))).toBe("ClaimTaken")
    const detach = { _tag: "DetachDeliberation", which: "self-governance", reason: "a mistake" } as const
    await scene.tell("co-governance/c-1", "overseer", detach)
    await scene.tell("co-governance/c-2", "mover", attach)
  })

  it("SHELL-24 of one matter one disclosure corrects nothing, until it is given up or corrects something itself", async () => {
    const scene = await resolvedOn(openMemoryStore())
    const { ask, tell } = scene
    const preparing = {
      _tag: "PrepareDisclosure",
      ...({ matter: "c-1", what: "decision", sections: shownOf("1"), corrects: null, audience: "residents" } as const),
    } as const
    await tell("disclosure/d-1", "discloser", preparing)
    expect(await ask("disclosure/d-2", "discloser", preparing)).toMatchObject({
      ok: false,
      refusals: [{ _tag: "ClaimTaken", scope: "disclosure-of/c-1/decision", holder: "disclosure/d-1" }],
    })
    await tell("disclosure/d-1", "discloser", { ...preparing, sections: shownOf("1", ["who"]) })
    await tell("disclosure/d-1", "discloser", { _tag: "AbandonDisclosure", reason: "a slip" })
    await drawUp(scene, "d-2", { matter: "c-1", sections: shownOf("1") })
    await putUp(scene, "d-2", "2026-01-09")
    await tell("disclosure/d-2", "resident", objectingOn("2026-01-09"))
    // An objection is not left behind with a fresh notice: that is a correction, which takes it over.
    expect(saidOf(await ask("disclosure/d-3", "discloser", preparing))).toBe("ClaimTaken")
    await tell("disclosure/d-3", "discloser", { ...preparing, corrects: "d-2" })
    expect(saidOf(await ask("disclosure/d-3", "discloser", preparing))).toBe("ClaimTaken")
  })

  it("DISCLOSURE-14 SHELL-26 of one disclosure one correction is put up", async () => {
    const scene = await resolvedOn(openMemoryStore())
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    await putUp(scene, "d-1", "2026-01-09")
    for (const id of ["d-2", "d-3"])
      await drawUp(scene, id, { matter: "c-1", sections: shownOf("1", ["who"]), corrects: "d-1" })
    await putUp(scene, "d-2", "2026-01-09")
    const posting = { _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-01-09" } as const
    const second = await scene.ask("disclosure/d-3", "discloser", { ...posting, evidence: null })
    expect(saidOf(second)).toBe("NotCorrectable")
  })

  it("REACTION-13 a matter that had ended when it was attached is taken over too", async () => {
    const scene = await compoundOn(openMemoryStore())
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    await scene.until("2026-01-09")
    await decideOn(scene, "m-1", { body: residents })
    await scene.tell("co-governance/c-1", "mover", opening)
    await scene.tell("co-governance/c-1", "mover", attach)
    await scene.until("2026-01-09", 12)
    expect(await tagsOf(scene, "co-governance/c-1")).toContain("OutcomeRecorded")
  })
})

/** A matter that was carried out, with what both bodies decided and what came of it put up, and appraised: on 2026-01-12 at one. */
const implementedOn = async (): Promise<PublicScene> => {
  const scene = await resolvedOn(openMemoryStore())
  const { tell, until } = scene
  await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
  await putUp(scene, "d-1", "2026-01-09")
  await until("2026-01-12")
  await tell("co-governance/c-1", "mover", { _tag: "BeginImplementation" })
  const report = { _tag: "ReportResult", report: textOf("2"), implementedOn: "2026-01-12" } as const
  await tell("co-governance/c-1", "mover", report)
  await drawUp(scene, "d-2", { matter: "c-1", what: "result", sections: shownOf("2") })
  await putUp(scene, "d-2", "2026-01-12")
  await until("2026-01-12", 13)
  await tell("co-governance/c-1", "appraiser", {
    _tag: "RecordAppraisal",
    ...({ which: "internal-bodies", appraisal: "a-1", result: anyDigest("c"), by: "compound-party-branch" } as const),
    ...({ appraised: ["owners-committee"], appraisers: ["p-appraiser"] } as const),
  })
  const skip = { _tag: "SkipAppraisal", which: "co-building-units", reason: "there are none" } as const
  await tell("co-governance/c-1", "appraiser", skip)
  return scene
}

describe("posts of another community of the tenant", () => {
  const elsewhere = ["discloser", "secretary", "checker", "resident", "overseer"].map((name) =>
    holder(`far-${name}`, name, "elsewhere"),
  )

  it("DISCLOSURE-17 REACTION-19 act on no disclosure of this one, and are told where the post must be held", async () => {
    const scene = await resolvedOn(openMemoryStore(), { directory: listedDirectory([...people, ...elsewhere]) })
    const far = async (post: string, command: DisclosureCommand, subject = "d-1") => {
      const actor = { login: `far-${post}`, post, within: "elsewhere" }
      const id = `${post} ${command._tag} ${subject}`.replaceAll(" ", "-")
      const said = await scene.jinlin.execute({ tenant: "town", id, process: "disclosure", subject, command, actor })
      return said.ok ? "accepted" : said.refusals[0]
    }
    const preparing = {
      _tag: "PrepareDisclosure",
      ...({ matter: "c-1", what: "decision", sections: shownOf("1"), corrects: null, audience: "residents" } as const),
    } as const
    const forbidden = (...within: ReadonlyArray<string>) => ({
      ...{ _tag: "Forbidden", rule: "DISCLOSURE-17" },
      within: expect.arrayContaining([...within]),
    })
    for (const post of ["discloser", "secretary"])
      expect(await far(post, preparing)).toMatchObject(forbidden(residents, "residents-committee"))
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    const check = { _tag: "ConfirmCheck", document: textOf("1"), preparation: 1 } as const
    expect(await far("checker", check)).toMatchObject(forbidden(residents, "oversight", "willow"))
    await putUp(scene, "d-1", "2026-01-09")
    const down = { _tag: "TakeDown", posting: 1, on: "2026-01-09", reason: "I say so", evidence: null } as const
    expect(await far("overseer", down)).toMatchObject(forbidden("oversight"))
    const objecting = objectingOn("2026-01-09")
    expect(await far("resident", objecting)).toMatchObject(forbidden("willow"))
    expect(await far("discloser", { ...preparing, corrects: "d-1" }, "d-2")).toMatchObject(forbidden(residents))
  })
})

describe("a correction that is put up", () => {
  const objecting = objectingOn("2026-02-02")

  it("SHELL-26 REACTION-16 replaces what it corrects by the same write: the matter is not closed on what is replaced", async () => {
    const scene = await implementedOn()
    const { ask, tell, until } = scene
    await until("2026-02-02")
    await drawUp(scene, "d-3", { matter: "c-1", what: "result", sections: shownOf("2", ["who"]), corrects: "d-2" })
    await putUp(scene, "d-3", "2026-02-02")
    expect(await disclosureOf(scene, "d-2")).toMatchObject({ status: "superseded", supersededBy: "d-3" })
    await tell("disclosure/d-3", "resident", objecting)
    expect(await ask("co-governance/c-1", "mover", { _tag: "CloseCoGovernance" })).toMatchObject({
      ok: false,
      refusals: [{ _tag: "DisclosureMissing", disclosure: "d-2", status: "superseded", supersededBy: "d-3" }],
    })
    const log = await scene.store.readLog("town", { limit: 10_000 })
    const last = log.ok ? log.value.events.slice(-3) : []
    expect(last.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      "disclosure/d-3 DisclosurePosted",
      "disclosure/d-2 DisclosureSuperseded",
      "disclosure/d-3 ObjectionRaised",
    ])
    expect(JSON.parse(last[1]?.meta ?? "{}")).toMatchObject({
      actor: { _tag: "System", rule: "REACTION-16" },
      cause: { _tag: "Reaction", rule: "REACTION-16", event: "disclosure/d-3@3" },
    })
  })

  it("SHELL-26 one that is refused leaves what it corrects as it was", async () => {
    const scene = await implementedOn()
    await scene.until("2026-02-02")
    await drawUp(scene, "d-3", { matter: "c-1", what: "result", sections: shownOf("2", ["who"]), corrects: "d-2" })
    const posting = { _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-02-03" } as const
    const refused = await scene.ask("disclosure/d-3", "discloser", { ...posting, evidence: null })
    expect(saidOf(refused)).toBe("PostingDayImpossible")
    expect(await disclosureOf(scene, "d-2")).toMatchObject({ status: "completed", supersededBy: null })
  })
})

describe("a timekeeper that is late", () => {
  it("SHELL-25 changes nothing: what fell due at the disclosures comes before the closing", async () => {
    const scene = await implementedOn()
    const { ask, clock } = scene
    // Nobody has looked at what fell due for weeks.
    await clock.advance(60 * 86_400_000)
    expect(saidOf(await ask("co-governance/c-1", "mover", { _tag: "CloseCoGovernance" }))).toBe("accepted")
    expect(await disclosureOf(scene, "d-2")).toMatchObject({ status: "completed", completedOn: "2026-01-31" })
  })
})

describe("where a law has decisions published", () => {
  const law = {
    ...(rulePacks.find(({ rank }) => rank === "statute") as RulePack),
    ...{ pack: "sample-law@2020-01-01", effectiveFrom: "2020-01-01", effectiveTo: null, stepLists: [] },
    rules: (
      [
        ["disclosure/period-days", { _tag: "Count", count: 15, unit: "calendar-day" }, "34"],
        ["disclosure/decisions-of", { _tag: "Choices", choices: ["compound-residents-meeting"] }, "34"],
        ["disclosure/required-channels", { _tag: "Choices", choices: ["notice-board", "online"] }, "34"],
        ["disclosure/recourse", { _tag: "Flag", flag: true }, "35"],
      ] as const
    ).map(([key, value, article]) => ({
      ...{ key, value, bound: value._tag === "Flag" ? ("exact" as const) : ("floor" as const) },
      citation: { instrument: "Sample Law", article, certainty: "law" as const },
    })),
  } satisfies RulePack

  it("SHELL-23 its period and its way to complain are told, and the rules of the day of the posting hold", async () => {
    const own = compoundCharter()
    const charter = { ...own, rules: { ...noRules, ...own.rules, packs: [...(own.rules?.packs ?? []), law.pack] } }
    const scene = await resolvedOn(openMemoryStore(), { charter, packs: [...rulePacks, law] })
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    await putUp(scene, "d-1", "2026-01-09")
    expect(await disclosureOf(scene, "d-1")).toMatchObject({
      ...{ law: { instrument: "Sample Law", article: "34" }, recourse: { article: "35" }, period: null },
      rules: {
        day: "2026-01-09",
        period: { days: 15, citation: { article: "34" } },
        required: { channels: ["notice-board", "online"] },
      },
    })
    const online = { _tag: "PostDisclosure", channel: "online", place: "the site", on: "2026-01-09" } as const
    await scene.tell("disclosure/d-1", "discloser", { ...online, evidence: null })
    expect(await disclosureOf(scene, "d-1")).toMatchObject({ period: { lastDay: "2026-01-26" } })
  })
})

describe("what is refused to a reaction", () => {
  it("DISCLOSURE-13 an objection that was handed in on paper on the last day is heard", async () => {
    const scene = await resolvedOn(openMemoryStore())
    const { ask, tell, until } = scene
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    await putUp(scene, "d-1", "2026-01-09")
    await until("2026-01-27", 0)
    expect(await ask("disclosure/d-1", "discloser", { _tag: "CompleteDisclosure" })).toMatchObject({
      ok: false,
      refusals: [{ _tag: "SheetsAwaited", from: "2026-01-30", days: 3 }],
    })
    await until("2026-01-29")
    const sheet = { ...objectingOn("2026-01-26"), evidence: anyDigest("5") }
    await tell("disclosure/d-1", "resident", sheet)
    await until("2026-01-30", 0)
    expect(await disclosureOf(scene, "d-1")).toMatchObject({
      status: "posted",
      objections: [{ receivedOn: "2026-01-26", on: "2026-01-29", answered: null }],
    })
  })

  it("SHELL-23 without a calendar nothing is put up, and nothing is guessed", async () => {
    const { calendar: _, ...none } = { calendar: undefined }
    const scene = await resolvedOn(openMemoryStore(), {
      ...none,
      calendar: { name: "none", version: "0", year: async () => ({ ok: true, value: null }) },
    })
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    const posting = { _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-01-09" } as const
    expect(saidOf(await scene.ask("disclosure/d-1", "discloser", { ...posting, evidence: null }))).toBe(
      "CalendarMissing",
    )
  })

  it("SHELL-23 a calendar that does not answer says so, and the command is accepted when it does", async () => {
    let answers = false
    const real = publishedCalendar(chinaWorkCalendar)
    const failure = { _tag: "CalendarUnavailable", rule: "PORT-3", detail: "off" } as const
    const year: typeof real.year = async (of) => (answers ? real.year(of) : { ok: false, failure })
    const scene = await resolvedOn(openMemoryStore(), { calendar: { ...real, year } })
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    const posting = { _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-01-09" } as const
    const ask = () => scene.ask("disclosure/d-1", "discloser", { ...posting, evidence: null })
    expect(saidOf(await ask())).toBe("CalendarUnavailable")
    answers = true
    expect(saidOf(await ask())).toBe("accepted")
  })

  it("COGOVERNANCE-2 a charter without a policy, or with two, has no such matters", async () => {
    const charter = compoundCharter()
    const { together } = charter.policies
    if (together === undefined) throw new Error("the policy of the charter")
    for (const policies of [{}, { together, other: together }]) {
      const scene = await compoundOn(openMemoryStore(), { charter: { ...charter, policies } })
      const opening = { _tag: "OpenCoGovernance", title: "a gate", combine: "both", touched: [] } as const
      expect(saidOf(await scene.ask("co-governance/c-1", "mover", opening))).toBe("CombineNotOfCharter")
    }
  })
})
