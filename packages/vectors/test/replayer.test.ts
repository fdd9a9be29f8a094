import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it, type TestContext } from "vitest"
import { home } from "../scripts/folder.ts"

const noPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status !== 0
const mustHavePython = (context: TestContext): void =>
  context.skip(noPython, "python3 (3.9 or newer) is not installed here, so the independent replayer cannot run")

const replay = (folder: string) => {
  const { status, stderr, stdout } = spawnSync("python3", ["-B", join(home, "replayer/replay.py"), folder], {
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

/** How many cases of a file were replayed, and how many of these did not agree. */
const outcomeOf = (stdout: string, path: string) => {
  const line = stdout.split("\n").find((each) => each.startsWith(`${path}: `))
  const [, replayed, agreed] = /replayed (\d+), agreed (\d+)/.exec(line ?? "") ?? []
  return { replayed: Number(replayed), differing: Number(replayed) - Number(agreed) }
}

const copies: Array<string> = []
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
})
const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-vectors-"))
  copies.push(folder)
  return folder
}

/** Copies some of our files, and alters the first place of one where a text stands. */
const copied = (folder: string, ...paths: ReadonlyArray<string>): void => {
  for (const path of paths) cpSync(join(home, path), join(folder, path), { recursive: true })
}
const alter = (folder: string, path: string, change: readonly [from: string | RegExp, to: string]): void => {
  const text = readFileSync(join(folder, path), "utf8")
  const altered = text.replace(change[0], change[1])
  if (altered === text) throw new Error(`${path} does not hold ${change[0]}.`)
  writeFileSync(join(folder, path), altered)
}

/** Each changes one answer in a file of its own. */
const alterations = [
  ["an event that is expected", "cases/rotating-chair/turns.json", '"TurnMoved","term":2,', '"TurnMoved","term":3,'],
  ["a unit in an event", "cases/rotating-chair/life.json", '"school","on":"2026-02-28"', '"clinic","on":"2026-02-28"'],
  ["a refusal's evidence", "cases/rotating-chair/limits.json", '"owed":1,"limit":1', '"owed":1,"limit":2'],
  ["a state", "cases/rotating-chair/states.json", '"status":"closed"', '"status":"open"'],
  ["the digest of a state", "histories/rotating-chair/quarters.json", /"sha-256:./, '"sha-256:x'],
  ["an event of a history", "histories/rotating-chair/records.json", '"anchorDay":1', '"anchorDay":2'],
  [
    "the grounds",
    "cases/rotating-chair/authority.json",
    '"grounds":{"rule":"CHAIR-21"',
    '"grounds":{"rule":"CHAIR-20"',
  ],
  ["a finding", "cases/joint-conference/inquorate.json", '"count":2,"of":4', '"count":2,"of":5'],
  ["who may", "cases/joint-conference/authority.json", '"allowed":["superior"]', '"allowed":["convenor"]'],
  ["the last day of a period", "cases/disclosure/plain.json", '"lastDay":"2026-09-16"', '"lastDay":"2026-09-15"'],
  ["who may check", "cases/disclosure/authority.json", '"allowed":["checker"]', '"allowed":["discloser"]'],
  ["until when sheets are entered", "cases/disclosure/on-paper.json", '"from":"2026-09-21"', '"from":"2026-09-20"'],
  [
    "until when it may be said to hang",
    "cases/disclosure/slips.json",
    '"enteredOn":"2026-09-16","latest":"2026-09-19"',
    '"enteredOn":"2026-09-16","latest":"2026-09-20"',
  ],
  [
    "since when a resolution holds",
    "cases/co-governance/together.json",
    '"since":"2026-03-20"',
    '"since":"2026-03-19"',
  ],
  [
    "a clause that changed unasked",
    "cases/covenant/drafting.json",
    '"clauses":["dogs"],"need"',
    '"clauses":["lead"],"need"',
  ],
  ["a covenant that was lost", "histories/covenant/with-a-body.json", '"because":"rejected"', '"because":"withdrawn"'],
  [
    "who cast a ballot",
    "cases/ballot/open.json",
    '"castBy":"flat-9","choice":"abstain","channel"',
    '"castBy":"flat-1","choice":"abstain","channel"',
  ],
  [
    "when a ballot comes too late",
    "cases/ballot/last-day.json",
    '"rule":"BALLOT-2","phase":"closed"',
    '"rule":"BALLOT-2","phase":"open"',
  ],
  ["a ballot's name", "cases/ballot/names.json", '"a::b:1:c::d"', '"a:b:1:c:d"'],
  ["a threshold of a finding", "cases/deliberation/owners.json", '"count":9,"of":10', '"count":9,"of":9'],
  [
    "what would have turned it",
    "cases/deliberation/owners-passed.json",
    /"flips":\[\{"change":"/,
    '"flips":[{"change":"x',
  ],
  ["who is set aside", "cases/deliberation/sittings.json", '"reason":"superseded"', '"reason":"late"'],
  ["whether it passes", "cases/deliberation/tallies.json", '"passes":true', '"passes":false'],
  ["the law that is refused", "cases/deliberation/law.json", '"changed":["proxies"]', '"changed":["quorum"]'],
  ["the last day that would do", "cases/deliberation/limits.json", '"latest":"2026-06-03"', '"latest":"2026-06-04"'],
  [
    "the charter's steps",
    "cases/deliberation/opening.json",
    '"steps":["propose","consult"]}]',
    '"steps":["propose"]}]',
  ],
  ["the digest of a frozen roll", "cases/deliberation/secret.json", /"digest":"sha-256:../, '"digest":"sha-256:xy'],
  ["a deadline", "cases/kernel/deadlines.json", '"lastDay":"2026-06-08"', '"lastDay":"2026-06-07"'],
  ["a date", "cases/kernel/civil-dates.json", '{"value":"2024-02-29"}', '{"value":"2024-03-01"}'],
  ["a digest", "cases/kernel/canonical-json.json", /"sm3:./, '"sm3:x'],
  ["a truth value, to 1", "cases/kernel/months.json", '"clamped":true', '"clamped":1'],
] as const

/** One run over everything with all alterations at once. */
const alteredRun = (() => {
  let output: string | undefined
  return (): string => {
    if (output !== undefined) return output
    const folder = emptyFolder()
    copied(folder, "cases", "histories")
    for (const [, path, ...change] of alterations) alter(folder, path, change)
    output = replay(folder).stdout
    return output
  }
})()

describe("a replayer in another language", () => {
  it("VECTORS-5 agrees with every case that it attempts, and says how many it does not", (context) => {
    mustHavePython(context)
    const { status, stderr, stdout } = replay(home)
    expect(stderr).toBe("")
    expect(stdout).not.toContain("DIFFERS")
    expect(status).toBe(0)
    const [, replayed, agreed] = /^in all: replayed (\d+), agreed (\d+), not attempted \d+$/m.exec(stdout) ?? []
    expect(agreed).toBe(replayed)
    expect(Number(replayed)).toBeGreaterThan(8000)
    for (const [process, least] of [
      ["joint-conference", 500],
      ["rotating-chair", 500],
      ["deliberation", 400],
      ["ballot", 150],
      ["disclosure", 100],
      ["co-governance", 200],
      ["covenant", 150],
    ])
      expect(outcomeOf(stdout, `cases/${process}/walks.json`).replayed).toBeGreaterThan(Number(least))
  })

  it.for(alterations)("VECTORS-5 disagrees where %s is altered", ([, path], context) => {
    mustHavePython(context)
    const { differing, replayed } = outcomeOf(alteredRun(), path)
    expect(replayed).toBeGreaterThan(1)
    expect(differing).toBeGreaterThan(0)
  })

  it("VECTORS-5 ends with 1 for a single wrong answer, and names the case", (context) => {
    mustHavePython(context)
    const folder = emptyFolder()
    copied(folder, "cases/rotating-chair/life.json", "histories/rotating-chair/life.json")
    expect(replay(folder).status).toBe(0)
    alter(folder, "cases/rotating-chair/life.json", ['"handOverBefore":"2026-02-11"', '"handOverBefore":"2026-02-10"'])
    const { status, stdout } = replay(folder)
    expect(outcomeOf(stdout, "cases/rotating-chair/life.json").differing).toBe(1)
    expect(stdout).toMatch(/DIFFERS rotating-chair\/life\/0\d\d: On the first day the first term begins\./)
    expect(status).toBe(1)
  })

  it("VECTORS-5 does not call an empty folder a success", (context) => {
    mustHavePython(context)
    expect(replay(emptyFolder()).status).toBe(2)
  })
})
