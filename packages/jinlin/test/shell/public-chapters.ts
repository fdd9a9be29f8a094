import { coGovernance } from "@jinlin/core/co-governance"
import { disclosure } from "@jinlin/core/disclosure"
import { digestOfSections } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import {
  anyDigest,
  compoundOn,
  decideOn,
  drawUp,
  objectingOn,
  type PublicScene,
  putForward,
  putUp,
  residents,
  resolvedOn,
  shownOf,
  textOf,
} from "./public-matters.ts"
import { saidOf } from "./scene.ts"
import type { Ground } from "./stores.ts"

/** The types of the events of a stream, in order. */
export const tagsOf = async ({ store }: PublicScene, stream: string): Promise<ReadonlyArray<string>> => {
  const read = await store.readStream("town", stream)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value.map(({ type }) => type)
}

/** A stream as it stands, folded from the log. */
const stateOf = async <State, Event>(
  { store }: PublicScene,
  stream: string,
  { evolve, initial }: { readonly initial: State; readonly evolve: (state: State, event: Event) => State },
): Promise<State> => {
  const read = await store.readStream("town", stream)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value.map(({ body }): Event => JSON.parse(body)).reduce(evolve, initial)
}

/** The matter with two deliberations of the stories. */
const matterOf = (scene: PublicScene) => stateOf(scene, "co-governance/c-1", coGovernance)
/** A disclosure as it stands. */
export const disclosureOf = (scene: PublicScene, id: string) => stateOf(scene, `disclosure/${id}`, disclosure)

/** The tasks that were left to people. */
const tasksOf = async ({ store }: PublicScene): Promise<ReadonlyArray<unknown>> => {
  const log = await store.readLog("town", { limit: 10_000 })
  if (!log.ok) throw new Error(JSON.stringify(log.failure))
  return log.value.events.flatMap(({ body, type }) => (type === "TaskOpened" ? [JSON.parse(body)] : []))
}

/** The two full stories of what is published, on one kind of store. */
export const publicChapters = (name: string, open: () => Promise<Pick<Ground, "store">>): void => {
  describe(`a matter with both deliberations and both disclosures, ${name}`, () => {
    it("REACTION-13 SHELL-25 runs to its closing, with an objection answered late and a correction, and not an hour early", async () => {
      const scene = await resolvedOn((await open()).store)
      const { ask, tell, until } = scene
      expect(await matterOf(scene)).toMatchObject({
        status: "resolved",
        resolution: { text: textOf("1"), since: "2026-01-09" },
      })

      // The decision is put up, and a correction of it three days later, with a section blacked out.
      const begin = { _tag: "BeginImplementation" } as const
      expect(saidOf(await ask("co-governance/c-1", "mover", begin))).toBe("DisclosureMissing")
      await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
      await putUp(scene, "d-1", "2026-01-09")
      await until("2026-01-09", 13)
      await tell("co-governance/c-1", "mover", begin)
      expect(await disclosureOf(scene, "d-1")).toMatchObject({ period: { lastDay: "2026-01-26" } })

      await until("2026-01-12")
      const objection = objectingOn("2026-01-12")
      await tell("disclosure/d-1", "resident", objection)
      await drawUp(scene, "d-2", { matter: "c-1", sections: shownOf("1", ["who"]), corrects: "d-1" })
      await putUp(scene, "d-2", "2026-01-12")
      expect(await disclosureOf(scene, "d-1")).toMatchObject({ status: "superseded", supersededBy: "d-2" })
      expect(saidOf(await ask("disclosure/d-1", "overseer", { ...objection, objection: "o-2" }))).toBe(
        "ObjectionElsewhere",
      )
      await tell("disclosure/d-2", "overseer", { ...objection, objection: "o-2" })
      await until("2026-01-12", 13)
      expect((await disclosureOf(scene, "d-2")).objections.map((one) => one.objection)).toEqual(["o-1", "o-2"])
      expect((await matterOf(scene)).disclosures.decision).toMatchObject({ disclosure: "d-2", lapsed: false })

      // What came of it is reported and put up.
      await until("2026-01-20")
      await tell("disclosure/d-2", "discloser", { _tag: "AnswerObjection", objection: "o-1", answer: anyDigest("b") })
      const report = { _tag: "ReportResult", report: textOf("2"), implementedOn: "2026-01-19" } as const
      await tell("co-governance/c-1", "mover", report)
      await drawUp(scene, "d-3", { matter: "c-1", what: "result", sections: shownOf("2") })
      await putUp(scene, "d-3", "2026-01-20")
      await until("2026-01-20", 13)
      const appraisal = {
        _tag: "RecordAppraisal",
        ...({ which: "internal-bodies", appraisal: "a-1", result: anyDigest("c") } as const),
        ...({ by: "compound-party-branch", appraised: ["owners-committee"] } as const),
      } as const
      const recording = (...appraisers: readonly [string, ...ReadonlyArray<string>]) =>
        ask("co-governance/c-1", "appraiser", { ...appraisal, appraisers })
      expect(saidOf(await recording("p-insider"))).not.toBe("accepted")
      expect(saidOf(await recording("p-nobody"))).not.toBe("accepted")
      expect(saidOf(await recording("p-appraiser"))).toBe("accepted")
      const skip = { _tag: "SkipAppraisal", which: "co-building-units", reason: "there are none" } as const
      await tell("co-governance/c-1", "appraiser", skip)

      // Long after the end of its period the last objection is answered, and it is over then.
      await until("2026-02-02")
      expect(await disclosureOf(scene, "d-2")).toMatchObject({ status: "posted", period: { lastDay: "2026-01-27" } })
      await tell("disclosure/d-2", "discloser", { _tag: "AnswerObjection", objection: "o-2", answer: anyDigest("b") })
      await until("2026-02-02", 10)
      expect(await disclosureOf(scene, "d-2")).toMatchObject({ status: "completed", completedOn: "2026-02-02" })

      const close = { _tag: "CloseCoGovernance" } as const
      await until("2026-02-04", 23)
      const early = await ask("co-governance/c-1", "mover", close)
      expect(early).toMatchObject({
        ok: false,
        refusals: [
          { _tag: "DisclosureMissing", what: "result", disclosure: "d-3", ends: { date: "2026-02-05", minute: 0 } },
        ],
      })
      const complete = { _tag: "CompleteDisclosure" } as const
      expect(saidOf(await ask("disclosure/d-3", "discloser", complete))).toBe("PeriodStillRuns")
      await until("2026-02-05", 0)
      expect(saidOf(await ask("co-governance/c-1", "mover", close))).toBe("DisclosureMissing")
      expect(saidOf(await ask("disclosure/d-3", "discloser", complete))).toBe("SheetsAwaited")
      await until("2026-02-07", 23)
      expect(saidOf(await ask("co-governance/c-1", "mover", close))).toBe("DisclosureMissing")
      await until("2026-02-08", 0)
      expect(await disclosureOf(scene, "d-3")).toMatchObject({ status: "completed", completedOn: "2026-02-08" })
      await tell("co-governance/c-1", "mover", close)
      expect(await matterOf(scene)).toMatchObject({ status: "closed" })
      expect(await tasksOf(scene)).toEqual([])
      expect(await scene.jinlin.views.coGovernance.board({ tenant: "town", subject: "c-1" })).toMatchObject({
        ok: true,
        value: { rows: [{ status: "closed", disclosures: { decision: { disclosure: "d-2" } } }] },
      })
    })

    it("REACTION-14 a covenant goes from its draft to force, and is filed", async () => {
      const scene = await compoundOn((await open()).store)
      const { ask, tell, until } = scene
      const to = "covenant/v-1"
      const clause = (name: string, digit: string) => ({ name, commitment: anyDigest(digit) })
      const leadership = clause("party-leadership", "1")
      await tell(to, "drafter", { _tag: "OpenCovenant", kind: "residents-covenant", title: "the covenant" })
      await tell(to, "drafter", { _tag: "DraftRevision", sections: [clause("quiet", "2")], reasons: [] })
      const offer = (last: "2026-01-19" | "2026-01-20") => ({ _tag: "OpenComments", until: last }) as const
      expect(saidOf(await ask(to, "drafter", offer("2026-01-19")))).not.toBe("accepted")
      await tell(to, "drafter", offer("2026-01-20"))
      await until("2026-01-10")
      await tell(to, "resident", {
        ...{ _tag: "RecordComment", comment: "k-1", clause: null, text: anyDigest("a"), receivedOn: "2026-01-10" },
      })
      // The comments are closed by themselves on the day after their last.
      await until("2026-01-21")
      const reason = "the leadership belongs into it"
      await tell(to, "drafter", {
        ...{ _tag: "DisposeComment", comment: "k-1", disposition: "taken-up", reason, clauses: ["party-leadership"] },
      })
      const check = (document: ReturnType<typeof textOf>) =>
        ({ _tag: "CheckLegality", document, conforms: true, opinion: anyDigest("b"), against: [] }) as const
      const submit = (matter: string) => ({ _tag: "SubmitDraft", matter, corrects: [] }) as const
      expect(saidOf(await ask(to, "drafter", submit("m-1")))).toContain("ClausesMissing")
      const sections = [leadership, clause("quiet", "2")] as const
      await tell(to, "drafter", { _tag: "DraftRevision", sections, reasons: [] })
      const text = digestOfSections(sections)
      await tell(to, "reviewer", check(text))
      await putForward(scene, "m-1", { body: residents, text, sitsOn: "2026-01-25" })
      await tell(to, "drafter", submit("m-1"))
      await until("2026-01-25")
      await decideOn(scene, "m-1", { body: residents })
      await until("2026-01-25", 13)
      expect(await tagsOf(scene, to)).toContain("VersionAdopted")
      await tell(to, `${residents}-chair`, { _tag: "BringIntoForce", version: 1, from: "2026-02-01" })
      // Nobody files it, and the last day comes.
      await until("2026-02-24")
      expect((await tagsOf(scene, to)).filter((tag) => tag === "FilingReminded")).toHaveLength(1)
      await tell(to, `${residents}-scribe`, {
        ...{ _tag: "FileVersion", version: 1, receipt: "no. 7", with: "street", on: "2026-02-24" },
      })
      const board = await scene.jinlin.views.covenant.board({ tenant: "town", subject: "v-1" })
      expect(board).toMatchObject({
        ok: true,
        value: { rows: [{ versions: [{ from: "2026-02-01", filedOn: "2026-02-24", lateDays: 0, document: text }] }] },
      })
      expect(await tasksOf(scene)).toEqual([])
    })
  })
}
