import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, test } from "vitest"
import { jinlinFromCommandLine, type LintCommandLine, lintFromCommandLine } from "../src/cli/index.ts"
import { rulesOn } from "../src/index.ts"
import { folderWith, keeping, type Seen } from "./command-line.ts"
import { smallCharterText } from "./small-story.ts"

const noticeDays = (count: number) => ({
  key: "representatives-meeting/notice-days",
  value: { _tag: "Count", count, unit: "calendar-day" },
})

const law = ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01"]

const thirds = (numerator: string, denominator: string, base = "members") => ({
  key: "representatives-meeting/quorum.heads",
  value: {
    _tag: "Threshold",
    threshold: { share: { numerator, denominator }, comparison: "at-least", measure: "heads", base },
  },
})

/** A charter file with these rules, in a folder of its own. */
const charterWith = (rules: object | undefined, more: Readonly<Record<string, string>> = {}): string => {
  const charter = { ...JSON.parse(smallCharterText()), ...(rules === undefined ? {} : { rules }) }
  return folderWith({ "charter.json": JSON.stringify(charter), ...more })
}

const rules = (given: object = {}) => ({ packs: [], choices: [], stepLists: [], uses: [], ...given })

const noon = () => Date.UTC(2026, 10, 23, 4, 0)

const lint = (
  folder: string,
  argv: ReadonlyArray<string> = ["charter.json"],
  rest: Partial<LintCommandLine> = {},
): Seen => {
  const [stdout, stderr] = [keeping(), keeping()]
  const code = lintFromCommandLine({ env: { COLUMNS: "120" }, now: noon, ...rest, argv, cwd: folder, stdout, stderr })
  return { code, out: stdout.text(), err: stderr.text() }
}

describe("LINT-16 how jinlin lint ends", () => {
  test("LINT-16 with 0 where nothing was found, or notes alone", () => {
    expect(lint(charterWith(rules()))).toEqual({
      code: 0,
      out: "charter.json, from 23 November 2026 on\n\nNothing was found.\n",
      err: "",
    })
    const { code, out } = lint(charterWith(rules({ packs: law })))
    expect(code).toBe(0)
    expect(out.replaceAll(/\n +/g, " ")).toContain(
      "By law: Urban Residents’ Committee Organization Law (2025-10-28), art. 29.",
    )
    expect(out).toMatch(/\nErrors: 0\. Warnings: 0\. Notes: \d+\.\n$/)
  })

  test("LINT-16 with 0 where there are warnings, and they are told", () => {
    const { code, out } = lint(charterWith(rules({ choices: [thirds("6667", "10000")] })))
    expect(code).toBe(0)
    expect(out).toContain("2 warnings: they work, and hardly as meant")
    expect(out.replaceAll(/\n {2}/g, " ")).toContain("6667/10000 looks like a rounded 2/3.")
    expect(out).toContain("If 2/3 is meant, write it as a fraction.")
  })

  test("LINT-16 with 1 where the law does not allow a choice; with the article, and with what would be allowed", () => {
    const { code, err, out } = lint(charterWith(rules({ packs: law, choices: [thirds("1", "2")] })), [
      "charter.json",
      "--on",
      "2026-01-01",
    ])
    expect({ code, err }).toEqual({ code: 1, err: "" })
    const text = out.replaceAll(/\n {2}/g, " ")
    expect(text).toContain("charter.json, on 1 January 2026\n\nOne error: it will not work\n")
    expect(text).toContain("charter.json › rules › choices › item 1 › value")
    expect(text).toContain("It is to be: at least 1/2 of the members. That is less than Urban Residents’ Committee")
    expect(text).toContain("Urban Residents’ Committee Organization Law (2025-10-28), art. 29")
    expect(text).toContain("To mend it: Allowed is at least 2/3 of the members, or what asks for more.")
  })

  test("LINT-16 a base that the law does not use is told to be incomparable, and is an error", () => {
    const folder = charterWith(rules({ packs: law, choices: [thirds("3", "4", "present")] }))
    const { code, out } = lint(folder, ["charter.json", "--json", "--on", "2025-12-01"])
    const tags = JSON.parse(out).findings.flatMap(
      (finding: { refusal?: { _tag: string } }) => finding.refusal?._tag ?? [],
    )
    expect(code).toBe(1)
    expect(["IncomparableValues", "NotExact"]).toContain(tags[0])
  })

  test.each([
    [["--packs"], "--packs packs"],
    [["--on", "2026-02-30"], "2026-02-30 is none"],
    [["--from", "soon"], "soon is none"],
    [["--on", "2026-01-01", "--to", "2026-02-01"], "--on looks at one day"],
    [["--from", "2026-02-01", "--to", "2026-01-31"], "The range ends on 31 January 2026"],
    [["--charter", "charter.json"], "The charter is named twice"],
    [["other.json"], "It is not clear what “other.json” is for. Name one charter alone"],
    [["--partial"], "There is no option --partial"],
    [["--lang", "tlh"], "tlh"],
    [["--json", "--json"], "--json is given twice"],
    [["--packs", "nowhere"], "nowhere is no folder of rule packs"],
    [["--packs", "charter.json"], "charter.json is no folder of rule packs"],
  ])("LINT-16 with 2 where %j is at fault, in one line", (argv, said) => {
    const { code, err, out } = lint(charterWith(rules()), ["charter.json", ...argv])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toMatch(/^\[jinlin\] \[lint\] [^\n]+\n$/)
    expect(err).toContain(said)
  })

  test("LINT-16 with 2 where no charter is named, or it is not there", () => {
    for (const argv of [[], [""]])
      expect(lint(charterWith(rules()), argv)).toMatchObject({
        code: 2,
        err: expect.stringContaining("No charter was named"),
      })
    expect(lint(charterWith(rules()), ["no.json"])).toMatchObject({ code: 2, err: expect.stringContaining("no.json") })
  })
})

describe("LINT-17 files of which nothing can be taken", () => {
  const [pack] = rulePacks

  test.each([
    ["", "The file is empty. (LINT-17)", "Name a charter, or restore the file from a copy."],
    ["\uFEFF \r\n", "The file is empty. (LINT-17)", "Name a charter, or restore the file from a copy."],
    [JSON.stringify(pack), "This file is a rule pack and no charter. (LINT-17)", "it begins with “charter”: 1"],
    ["{}", "This file is no charter: it has no field “charter”. (LINT-17)", "it begins with “charter”: 1"],
    ["[]", "This is a list; a record with named fields is expected. (READ-1)", "Give a record with named fields"],
  ])("LINT-17 a charter that is %j is told in one fault, with what to do", (text, what, remedy) => {
    const { code, err, out } = lint(folderWith({ "charter.json": text }))
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain(`charter.json: the charter has 1 fault.\n\ncharter.json\n  ${what}\n  To mend it: `)
    expect(err).toContain(remedy)
    expect(err).toMatch(/\n\nNothing was looked at\. Mend this, and run again\.\n$/)
  })

  test.each([
    ["", "The file is empty. (LINT-17)", "Take the file out of the folder"],
    [smallCharterText(), "This file is a charter and no rule pack. (LINT-17)", "a rule pack begins with “rulePack”: 1"],
    ["{}", "This file is no rule pack: it has no field “rulePack”. (LINT-17)", "Take the file out of the folder"],
    ["{", "The file is not well-formed JSON", "a bracket or a quotation mark is missing"],
  ])("LINT-17 a file of the folder that is %j is told in one fault, with what to do", (text, what, remedy) => {
    const folder = charterWith(rules(), { "packs/a.json": text, "packs/b.json": JSON.stringify(pack) })
    const { code, err, out } = lint(folder, ["charter.json", "--packs", "packs"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain(`The rule pack packs/a.json has 1 fault:\n\npacks/a.json\n  ${what}`)
    expect(err.replaceAll("\n  ", " ")).toContain(remedy)
    expect(err).not.toContain("b.json")
  })

  test.each([0.6667, "66.67%"])("LINT-17 a share that is written as %j is told how shares are written", (share) => {
    const threshold = { share, comparison: "at-least", measure: "heads", base: "members" }
    const choices = [{ key: "council/quorum.heads", value: { _tag: "Threshold", threshold } }]
    const { code, err, out } = lint(charterWith(rules({ choices })))
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain("rules › choices › item 1 › value › threshold › share")
    expect(err).toContain('Write it like this: {"numerator": "2", "denominator": "3"}.')
  })

  test.each([
    ["a name of another day", { effectiveFrom: "2018-12-30" }, "packs/a.json › pack", "PACK-1"],
    ["an end before its beginning", { effectiveTo: "2018-01-01" }, "packs/a.json › effectiveTo", "PACK-4"],
    [
      "law without an article",
      { rules: [{ ...pack?.rules[0], citation: { instrument: "Some law", certainty: "law" } }] },
      "packs/a.json › rules › item 1 › citation",
      "PACK-5",
    ],
    ["a key twice", { rules: [pack?.rules[0], pack?.rules[0]] }, "packs/a.json › rules › item 2 › key", "PACK-6"],
  ])("LINT-17 a pack with %s is refused at its place", (_, change, place, rule) => {
    const folder = charterWith(rules(), { "packs/a.json": JSON.stringify({ ...pack, ...change }) })
    const { code, err } = lint(folder, ["charter.json", "--packs", "packs"])
    expect(code).toBe(1)
    expect(err.replace("packs/a.json, ", "packs/a.json › ")).toContain(place)
    expect(err).toContain(`(${rule})`)
  })

  test.each([
    ["alike", {}],
    ["different", { jurisdiction: "cn-fj" }],
  ])("LINT-17 a folder with two files of one pack is refused with both, also where they are %s", (_, change) => {
    const folder = charterWith(rules(), {
      "packs/a.json": JSON.stringify(pack),
      "packs/b.json": JSON.stringify({ ...pack, ...change }),
    })
    const { code, err, out } = lint(folder, ["charter.json", "--packs", "packs"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain(`packs/b.json, pack\n  The rule pack ${pack?.pack} is in packs/a.json as well. (LINT-17)`)
    expect(err).toContain("Take one of the two files out")
  })

  test("LINT-17 one file in the folder stands in the place of ours of the same name", () => {
    const folder = charterWith(rules(), { "packs/a.json": JSON.stringify(pack) })
    expect(lint(folder, ["charter.json", "--packs", "packs"])).toMatchObject({ code: 0, err: "" })
  })

  test("LINT-17 a charter that names a pack a second time is refused with both places", () => {
    const [, second = ""] = law
    const { code, err, out } = lint(charterWith(rules({ packs: [...law, second] })))
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain(`charter.json, rules › packs › item 3\n  The charter names the rule pack ${second} twice`)
    expect(err).toContain("as item 2 too. (LINT-17)\n  To mend it: Take one of the two out.")
  })

  test("LINT-16 with 2 where a folder holds no file that could be a pack: a folder of that name is none", () => {
    const folder = charterWith(rules(), { "packs/old.json/a.json": "{}", "packs/notes.txt": "" })
    const { code, err, out } = lint(folder, ["charter.json", "--packs", "packs"])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("The folder packs holds no rule packs")
    expect(err).toContain("Name another folder after --packs")
  })
})

describe("LINT-17 files that cannot be read are told with their places, and nothing is looked at", () => {
  test.each([
    ["{", "charter.json"],
    [JSON.stringify({ charter: 1 }), "community"],
    [
      JSON.stringify({ ...JSON.parse(smallCharterText()), rules: rules({ choices: [thirds("3", "2")] }) }),
      "rules › choices › item 1 › value › threshold › share",
    ],
    [JSON.stringify({ ...JSON.parse(smallCharterText()), rules: { packs: ["Law"] } }), "rules › packs › item 1"],
  ])("LINT-17 a charter that is %s", (text, place) => {
    const { code, err, out } = lint(folderWith({ "charter.json": text }))
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toMatch(/^\[jinlin\] \[lint\] charter\.json: the charter has \d+ faults?\.\n/)
    expect(err).toContain(place)
    expect(err).toContain("Nothing was looked at.")
  })

  test("LINT-17 a pack that is none, beside one that is", () => {
    const [one] = rulePacks
    const folder = charterWith(rules(), {
      "packs/a.json": JSON.stringify({ ...one, rank: "decree" }),
      "packs/b.json": JSON.stringify(one),
    })
    const { code, err } = lint(folder, ["charter.json", "--packs", "packs/"])
    expect(code).toBe(1)
    expect(err).toContain("The rule pack packs/a.json has 1 fault")
    expect(err).toContain("packs/a.json, rank")
    expect(err).not.toContain("b.json")
  })

  test("LINT-17 an unknown pack is an error with the versions that there are", () => {
    const { code, out } = lint(charterWith(rules({ packs: ["cn.urc-law@2020-01-01"] })))
    expect(code).toBe(1)
    for (const version of law) expect(out.replaceAll("\n  ", "")).toContain(version)
  })
})

describe("LINT-18 the days that are looked at", () => {
  const weak = () =>
    charterWith(rules({ packs: law, choices: [noticeDays(7), { ...thirds("1", "2"), to: "2026-01-01" }] }))

  test.each([
    [["--on", "2026-01-01"], "on 1 January 2026"],
    [["--from", "2026-01-01", "--to", "2026-01-01"], "on 1 January 2026"],
    [["--on", "9999-12-31"], "from 31 December 9999 on"],
    [["--from", "2025-06-01"], "from 1 June 2025 on"],
    [["--from", "2025-06-01", "--to", "2025-12-31"], "from 1 June 2025 to 31 December 2025"],
    [["--to", "2026-12-31"], "from 23 November 2026 to 31 December 2026"],
    [[], "from 23 November 2026 on"],
  ])("LINT-18 %j looks %s", (argv, said) => {
    expect(lint(weak(), ["charter.json", ...argv]).out.split("\n")[0]).toBe(`charter.json, ${said}`)
  })

  test("LINT-18 the last day is looked at, and no later one", () => {
    const seen = (to: string) =>
      lint(weak(), ["charter.json", "--from", "2025-06-01", "--to", to]).out.includes("takes the place of")
    expect([seen("2025-12-31"), seen("2026-01-01")]).toEqual([false, true])
  })

  test("LINT-18 today is today where the community is", () => {
    const late = () => Date.UTC(2026, 10, 23, 23, 0)
    expect(lint(charterWith(rules()), ["charter.json"], { now: late }).out).toContain("from 24 November 2026 on")
  })
})

describe("LINT-19 what is printed", () => {
  test("LINT-19 with --json the findings as they are, with their place in the file", () => {
    const folder = charterWith(rules({ packs: law, choices: [noticeDays(7), thirds("1", "2")] }))
    const { code, out } = lint(folder, ["charter.json", "--json", "--on", "2026-11-23"])
    const told = JSON.parse(out)
    expect(code).toBe(1)
    expect(told).toMatchObject({ charter: "charter.json", from: "2026-11-23", to: "2026-11-24" })
    expect(told.findings[0]).toMatchObject({
      ...{ rule: "LINT-1", level: "error", path: ["rules", "choices", 1, "value"] },
      citation: { article: "29", certainty: "law" },
    })
  })

  test.each([
    ["zh", "错误1项（行不通）", "《城市居民委员会组织法》"],
    ["zh-Hant", "錯誤1項（行不通）", "《城市居民委員會組織法》"],
    ["en", "One error: it will not work", "Urban Residents’ Committee Organization Law"],
  ])("LINT-19 in %s", (language, heading, instrument) => {
    const folder = charterWith(rules({ packs: law, choices: [thirds("1", "2")] }))
    const { out } = lint(folder, ["charter.json", "--lang", language])
    expect(out).toContain(heading)
    expect(out.replaceAll(/\n {2}/g, "")).toContain(instrument)
  })

  test("LINT-19 nothing hides behind a stand-in: every finding, remedy and citation has its text in every language", () => {
    const council = { _tag: "Flag", flag: true }
    const { threshold } = thirds("1", "2").value
    const byArea = { _tag: "Threshold", threshold: { ...threshold, measure: "area" } }
    const step = { body: "b", standing: "council", whenLost: { _tag: "Reject" }, amendedRestartsAt: null }
    const everything = rules({
      packs: rulePacks.map(({ pack }) => pack),
      choices: [
        noticeDays(1),
        { key: "x/weight.a", value: thirds("1", "2").value },
        { key: "x/approval.heads", value: thirds("9", "10").value },
        { key: "x/quorum.heads", value: thirds("67", "100").value },
        { key: "x/silence", value: { _tag: "Choice", choice: "follow-majority", clause: "12" } },
        { key: "w/silence", value: { _tag: "Choice", choice: "follow-majority", clause: "13" } },
        { key: "owners-general/silence", value: { _tag: "Choice", choice: "follow-majority" } },
        { key: "u/approval.area", value: byArea },
        { key: "u/ballot-modes", value: { _tag: "Choices", choices: ["secret", "secret-papers"] } },
        { key: "y/approval.heads", value: thirds("1", "2", "valid").value },
        { key: "z/consultative", value: council },
        { key: "z/approval.heads", value: thirds("1", "2").value },
        { ...noticeDays(2), from: "2026-01-01", to: "2026-01-01" },
      ],
      stepLists: [
        {
          ...{ list: "ours", title: { "zh-Hans": "自定", en: "Own" } },
          citation: { instrument: "jinlin", certainty: "our-default" },
          steps: [
            { ...step, step: "a", sets: ["nowhere", "z"], returnsTo: ["b"] },
            { ...step, step: "a", sets: ["representatives-meeting"], returnsTo: ["c"] },
          ],
        },
      ],
      uses: ["none"],
    })
    for (const language of ["zh", "zh-Hant", "en"]) {
      const { out } = lint(charterWith(everything), ["charter.json", "--from", "2020-01-01", "--lang", language])
      expect(out).toMatch(/LINT-1\b/)
      expect(out).not.toMatch(/\[jinlin\]|\{\$|undefined|\[object/)
      expect(out).not.toMatch(/[（(](?:own|heads|area)[）)]|secret, secret-papers|at least at least/)
      expect(out).not.toContain(language === "en" ? "has no text" : "没有文本")
    }
  })

  test("LINT-19 a charter without rules is told to have none, and what would give it some", () => {
    const { code, err, out } = lint(charterWith(undefined))
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("charter.json has no section “rules”")
    expect(out).toContain("Add “rules” with packs, choices, stepLists and uses")
  })

  test("LINT-19 the command is known by its name, and --help lists its options", async () => {
    const stdout = keeping()
    const given = { env: {}, cwd: charterWith(rules()), stdout, stderr: keeping() }
    expect(await jinlinFromCommandLine({ ...given, argv: ["lint", "--help"] })).toBe(0)
    for (const option of ["charter", "packs", "on", "from", "to", "lang", "json", "help"])
      expect(stdout.text()).toContain(`\n  --${option}`)
    expect(await jinlinFromCommandLine({ ...given, argv: ["lint", "charter.json"] })).toBe(0)
  })
})

describe("LINT-19 findings of one rule and level that share their remedy", () => {
  const half = (key: string) => ({ ...thirds("1", "2"), key })
  const present = (set: string) => ({ ...thirds("1", "2", "present"), key: `${set}/approval.heads` })
  const quorums = (...sets: ReadonlyArray<string>) =>
    charterWith(rules({ choices: sets.flatMap((set) => [half(`${set}/quorum.heads`), present(set)]) }))

  test("LINT-19 are told with one heading, a line for each below its place, and the remedy once", () => {
    const { code, err, out } = lint(quorums("owners-general", "garden"), ["charter.json", "--on", "2026-11-23"])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out.split("\n")).toEqual([
      "charter.json, on 23 November 2026",
      "",
      "2 warnings: they work, and hardly as meant",
      "",
      "One more vote against can make a motion pass. (LINT-12)",
      "  charter.json › rules › choices › item 3 › value",
      "    garden: of 3 members with 1 for, 0 against and 0 abstaining (1 present) it fails; with one more against (2",
      "      present) it passes. Set by the charter of the community; no law says so.",
      "  charter.json › rules › choices › item 1 › value",
      "    The owners together (general matters): of 3 members with 1 for, 0 against and 0 abstaining (1 present) it fails;",
      "      with one more against (2 present) it passes. Set by the charter of the community; no law says so.",
      "  To mend it: Where the law has it so, tell those who are called: staying away can weigh more than voting against.",
      "  Otherwise ask for a share of all members.",
      "",
      "Errors: 0. Warnings: 2. Notes: 0.",
      "",
    ])
  })

  test("LINT-19 are told as before where there is one alone, in sentences that begin as sentences do", () => {
    const text = lint(quorums("owners-general")).out.replaceAll(/\n {2}/g, " ")
    expect(text).toContain(
      "\ncharter.json › rules › choices › item 1 › value The owners together (general matters): one more",
    )
  })

  test("LINT-19 are one row each with --json", () => {
    const { out } = lint(quorums("owners-general", "garden"), ["charter.json", "--json"])
    const told = JSON.parse(out).findings.map(({ facts, rule }: { rule: string; facts: { set: string } }) => [
      rule,
      facts.set,
    ])
    expect(told).toEqual([
      ["LINT-12", "garden"],
      ["LINT-12", "owners-general"],
    ])
  })

  test("LINT-19 are apart where the remedy is another one, or the level", () => {
    const rounded = (key: string, numerator: string) => ({ ...thirds(numerator, "100"), key })
    const choices = [rounded("a/quorum.heads", "67"), rounded("b/quorum.heads", "67"), rounded("c/quorum.heads", "33")]
    const { out } = lint(charterWith(rules({ packs: law, choices: [...choices, present("a")] })))
    expect(out).toContain("What is written looks like a rounded 2/3.")
    expect(out.match(/If 2\/3 is meant/g)).toHaveLength(1)
    expect(out).toContain("Rule c/quorum.heads. 33/100 looks like a rounded 1/3.")
    expect(out.match(/staying away can weigh more/g)).toHaveLength(2)
  })

  test("LINT-19 hold together what is refused for one reason", () => {
    const { code, out } = lint(charterWith(rules({ packs: ["cn.urc-law@2020-01-01", "cn.urc-law@2021-01-01"] })))
    expect(code).toBe(1)
    expect(out).toContain("The rules cannot be resolved on 23 November 2026. (LINT-1 and CHARTER-1)\n  charter.json ›")
    for (const pack of ["cn.urc-law@2020-01-01", "cn.urc-law@2021-01-01"])
      expect(out).toContain(`\n    The charter names the rule pack ${pack}, which is not there.\n`)
    expect(out.match(/To mend it/g)).toHaveLength(1)
  })

  test.each([
    ["zh", "业主共同决定（一般事项）：通过须不少于全体成员的9/10（按人数）"],
    ["zh-Hant", "業主共同決定（一般事項）：通過須不少於全體成員的9/10（按人數）"],
    ["en", "The owners together (general matters): at least 9/10 of the members must be for it (by heads)"],
  ])("LINT-19 say in %s by what is measured", (language, said) => {
    const high = { ...thirds("9", "10"), key: "owners-general/approval.heads" }
    const folder = charterWith(rules({ choices: [half("owners-general/quorum.heads"), high] }))
    const { out } = lint(folder, ["charter.json", "--lang", language])
    expect(out.replaceAll("\n  ", language === "en" ? " " : "")).toContain(said)
  })

  test.each([
    ["zh", "不表态随多数（本社区章程），但没有写明依据的条款。"],
    ["zh-Hant", "不表態隨多數（本社區章程），但沒有寫明依據的條款。"],
    [
      "en",
      "Silence is to follow the majority, as the community’s charter itself has it, and no clause is named that says so.",
    ],
  ])("LINT-19 say in %s that the charter itself has it so", (language, said) => {
    const silence = { key: "owners-general/silence", value: { _tag: "Choice", choice: "follow-majority" } }
    const { code, out } = lint(charterWith(rules({ choices: [silence] })), ["charter.json", "--lang", language])
    expect(code).toBe(1)
    expect(out.replaceAll("\n  ", language === "en" ? " " : "")).toContain(said)
  })
})

describe("the rules of a charter on a day", () => {
  const charter = { rules: { ...rules({ packs: law }), choices: [], stepLists: [], uses: [], packs: law } }

  test.each([
    ["2025-12-31", "cn.urc-law@2018-12-29"],
    ["2026-01-01", "cn.urc-law@2026-01-01"],
  ] as const)("LINT-18 on %s the representatives' meeting goes by %s", (day, pack) => {
    expect(rulesOn(charter, rulePacks, { day, set: "representatives-meeting" })).toMatchObject({
      ok: true,
      value: { day, packs: [pack] },
    })
  })

  test("LINT-18 without rules there are none, and the day before the first version is refused", () => {
    expect(rulesOn({}, rulePacks, { day: "2026-01-01", set: "x" })).toMatchObject({
      refusal: [{ _tag: "RuleMissing" }],
    })
    expect(rulesOn(charter, rulePacks, { day: "2018-12-28", set: "x" })).toMatchObject({
      refusal: [{ _tag: "PackNotInForce" }],
    })
  })
})
