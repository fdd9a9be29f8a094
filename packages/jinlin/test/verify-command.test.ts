import { coGovernance } from "@jinlin/core/co-governance"
import { deliberation } from "@jinlin/core/deliberation"
import { type PublicRecord, publicRecord, recordText } from "@jinlin/public-record"
import { play } from "@jinlin/testkit"
import { coGovernanceOpening, decidedFact, deliberated } from "@jinlin/testkit/co-governance"
import { deliberationStep, fourSteps } from "@jinlin/testkit/deliberation"
import { describe, expect, test } from "vitest"
import { jinlinFromCommandLine } from "../src/cli/index.ts"
import { folderWith, keeping, type Seen } from "./command-line.ts"

const record = (): PublicRecord => {
  const text = `sha-256:${"1".repeat(64)}` as const
  const { history } = play(deliberation, [
    deliberationStep("2026-03-02", { _tag: "OpenMatter", title: "Lights", about: null, text, plan: fourSteps }),
    deliberationStep("2026-03-03", { _tag: "WithdrawMatter", reason: "done already" }),
  ])
  const deliberations = [{ id: "m-1", events: history }]
  const made = publicRecord({ deliberations, disclosures: [] }, { community: "willow", asOf: "2026-12-31" })
  if (!made.ok) throw new Error(made.refusal._tag)
  return made.value
}

/** The record of a matter that was resolved and whose deliberations are not in it. */
const incomplete = (): string => {
  const endedOn = "2026-03-20"
  const { history: events } = play(coGovernance, [
    coGovernanceOpening({ combine: "both" }),
    ...deliberated("self-governance", { ...decidedFact("self-governance", "m-1", { endedOn }), endedOn }),
    ...deliberated("joint", { ...decidedFact("joint", "m-2", { endedOn }), endedOn }),
  ])
  const histories = { deliberations: [], disclosures: [], coGovernance: { id: "c-1", events } }
  const made = publicRecord(histories, { community: "willow", asOf: "2026-12-31" })
  if (!made.ok) throw new Error(made.refusal._tag)
  return recordText(made.value)
}

const sound = recordText(record())
const { digest } = record()

const verify = async (...argv: ReadonlyArray<string>): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const given = { env: { COLUMNS: "120" }, argv: ["verify", ...argv], cwd: files(), stdout, stderr }
  const code = await jinlinFromCommandLine(given)
  return { code, out: stdout.text(), err: stderr.text() }
}

const files = () =>
  folderWith({
    "record.json": sound,
    "changed.json": sound.replaceAll("Lights", "Nights"),
    "broken.json": sound.slice(0, -20),
    "incomplete.json": incomplete(),
  })

describe("RECORD-17 jinlin verify", () => {
  test("RECORD-17 says of a sound record what it looked at and what it could not", async () => {
    const { code, err, out } = await verify("record.json")
    expect([code, err]).toEqual([0, ""])
    expect(out).toContain("record.json: “Lights”, made on 31 December 2026")
    expect(out).toContain("✓ Deliberation 1: its digest; of each sitting its order")
    expect(out).toContain("Not checked:\n· The record: no digest was given")
    expect(out).toContain("8 things were checked, and all of them hold.")
    expect(out).not.toContain("✗")
  })

  test("RECORD-17 with the digest of the notice nothing of its origin is left open", async () => {
    const { code, out } = await verify("record.json", "--digest", digest, "--lang", "zh")
    expect(code).toBe(0)
    expect(out).toContain("核对了9处，全部相符。")
    expect(out).not.toContain("没有另给摘要值")
    const other = await verify("record.json", "--digest", `sha-256:${"0".repeat(64)}`)
    expect(other.code).toBe(1)
    expect(other.out).toContain("✗ The record: it does not have the digest that was given")
  })

  test("RECORD-17 names the part in which something does not hold", async () => {
    const { code, out } = await verify("changed.json")
    expect(code).toBe(1)
    expect(out).toContain("✗ What it is about: its content does not have its digest")
    expect(out).toContain("✗ Deliberation 1: its content does not have its digest")
    const broken = await verify("broken.json", "--lang", "zh")
    expect(broken.code).toBe(1)
    expect(broken.out).toContain("读不出来")
  })

  test("RECORD-17 ends with 3 where nothing is wrong and something is missing on which an end rests", async () => {
    const { code, err, out } = await verify("incomplete.json")
    expect([code, err]).toEqual([3, ""])
    expect(out).toContain("! ")
    expect(out).toContain("is not in the record, and was not compared")
    expect(out).toContain("all of them hold; but the record lacks what its end rests on (marked “!”)")
    expect(out).not.toContain("✗")
    const zh = await verify("incomplete.json", "--lang", "zh")
    expect(zh.out).toContain("不能说整份记录相符")
    const told = JSON.parse((await verify("incomplete.json", "--json")).out)
    expect(told).toMatchObject({ outcome: "incomplete", holds: false })
    const wrong = await verify("incomplete.json", "--digest", `sha-256:${"0".repeat(64)}`)
    expect(wrong.code).toBe(1)
  })

  test("RECORD-17 gives everything as data to programs", async () => {
    const { code, out } = await verify("changed.json", "--json")
    const told = JSON.parse(out)
    expect(code).toBe(1)
    expect(told).toMatchObject({ holds: false, digest })
    expect(told.checks.filter(({ holds }: { holds: boolean }) => !holds)).toHaveLength(2)
  })

  test("RECORD-17 ends with 2 where an option or the file is at fault, and helps whoever asks", async () => {
    expect(await verify()).toMatchObject({ code: 2, err: expect.stringContaining("jinlin verify record.json") })
    expect(await verify("none.json")).toMatchObject({ code: 2, err: expect.stringContaining("none.json") })
    expect(await verify("record.json", "--what")).toMatchObject({ code: 2, out: "" })
    const help = await verify("--help")
    expect(help.code).toBe(0)
    expect(help.out).toContain("--digest sha-256:5079…")
  })
})
