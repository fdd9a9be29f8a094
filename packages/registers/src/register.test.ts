import { stepRegister } from "@jinlin/core/deliberation"
import { en } from "@jinlin/messages/en"
import { zhHans } from "@jinlin/messages/zh-hans"
import { zhHant } from "@jinlin/messages/zh-hant"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chinese, lostByTwo } from "../test/sample-register.ts"
import type { SittingData, StepRegister } from "./index.ts"
import { stepRegisterOf } from "./index.ts"
import { percentOf } from "./sheet/percent.ts"
import type { Sheet } from "./sheet/sheet.ts"
import { sheetOf } from "./sheet/write-sheet.ts"

const partOf = ({ parts }: Sheet, heading: string) => {
  const found = parts.find((part) => part.heading === heading)
  if (found === undefined) throw new Error(`no part ${heading}`)
  return found
}

/** Every text of a sheet, one behind the other. */
const textsOf = ({ parts, signatures, subtitle, title }: Sheet): ReadonlyArray<string> => [
  ...[title, subtitle, ...signatures.posts],
  ...parts.flatMap(({ facts, heading, lines, table }) => [
    heading,
    ...facts.flat(),
    ...lines.map(({ text }) => text),
    ...(table === null ? [] : [table.head, ...table.rows].flat()),
  ]),
]

describe("a register", () => {
  test("REGISTER-1 says what was decided on, who came, what was counted, and what came of it", () => {
    const sheet = sheetOf(lostByTwo, chinese)
    expect([sheet.title, sheet.subtitle]).toEqual(["表决登记表", "柳树社区·第3轮“决议”"])
    expect(sheet.parts.map(({ heading }) => heading)).toEqual([
      "基本情况",
      "到会",
      "计票",
      "结果",
      "异议",
      "未计入的票",
      "名册",
    ])
    expect(partOf(sheet, "基本情况").facts).toEqual([
      ["事项", "修缮二号楼外墙"],
      ["文本", "第1稿，sha-256:5f2a"],
      ["会议", "居民会议"],
      ["适用规则", "居民代表会议"],
      ["规则包", "cn.urc-law@2026-01-01"],
      ["通知日期", "2026年3月5日"],
      ["会议日期", "2026年3月20日"],
      ["表决内容", "是否通过文本"],
      ["表决方式", "举手表决"],
      ["表决期间", "2026年3月20日至2026年3月20日"],
      ["宣布日期", "2026年3月20日"],
      ["录入", "代林代表1"],
    ])
    expect(partOf(sheet, "到会").facts).toEqual([
      ["应到", "30人"],
      ["实到", "20人"],
      ["到会率", "20/30，即66.66%（尾数舍去）"],
    ])
    expect(partOf(sheet, "结果").facts).toEqual([["结果", "没有通过，可以在这一步再次表决"]])
    expect(partOf(sheet, "结果").lines).toEqual([
      {
        text: "法定人数：以全体成员30人为基数，到会20人；要求不少于2/3，即20人：达到。法律规定：《城市居民委员会组织法》（2025年修订）第29条。",
        holds: true,
      },
      {
        text: "赞成：以到会者20人为基数，赞成9人；要求超过1/2，即11人：未达到，还差2人。法律规定：《城市居民委员会组织法》（2025年修订）第29条。",
        holds: false,
      },
      { text: "如果另有2人改投赞成，结果就会相反。", holds: null },
    ])
    expect(partOf(sheet, "异议").table?.rows.length).toBe(10)
    expect(partOf(sheet, "未计入的票").table?.rows).toEqual([["代表20号", "票面无效", "两项都打了勾"]])
    expect(partOf(sheet, "名册").table?.rows[0]).toEqual(["代表1号", "林代表1", "1", "到会", "赞成", "", ""])
    expect(partOf(sheet, "名册").table?.rows[29]).toEqual(["代表30号", "陈代表30", "1", "未登记到会", "", "", ""])
    expect(sheet.signatures.posts).toEqual(["主持人", "记录人", "计票人", "监票人"])
  })

  describe("REGISTER-11 of a vote to which everybody casts a ballot", () => {
    const { names } = lostByTwo
    if (names === null) throw new Error("the sample has names")
    const online: StepRegister = {
      ...lostByTwo,
      names: { ...names, present: [], votes: null },
      sitting: { ...lostByTwo.sitting, mode: "open" },
    }
    const marks = new Map([
      ["r-1", "for"],
      ["r-2", "against"],
      ["r-3", "void"],
    ] as const)

    test("REGISTER-11 whoever cast one was there, and nobody else who did not come", () => {
      const rows = partOf(sheetOf({ ...online, marks }, chinese), "名册").table?.rows
      expect(rows?.slice(0, 4).map((row) => row.slice(3, 5))).toEqual([
        ["到会", "赞成"],
        ["到会", "反对"],
        ["到会", "无效"],
        ["未登记到会", ""],
      ])
      expect(partOf(sheetOf({ ...online, marks }, chinese), "异议").table?.rows).toEqual([["代表2号", "反对"]])
    })

    test.each(["open", "secret"])(
      "REGISTER-11 without marks a register of mode %s says so, and leaves nothing blank",
      (mode) => {
        const sheet = sheetOf({ ...online, sitting: { ...online.sitting, mode } }, chinese)
        const { lines, table } = partOf(sheet, "名册")
        expect(lines.map(({ text }) => text)).toEqual(["这里没有列出各人的票是怎样计的。"])
        expect(new Set(table?.rows.map((row) => row.slice(3, 5).join()))).toEqual(new Set(["未列出,未列出"]))
        const dissent = sheet.parts.filter(({ heading }) => heading === "异议").flatMap(({ lines: said }) => said)
        expect(dissent.map(({ text }) => text)).toEqual(mode === "open" ? ["这里没有列出各人的票是怎样计的。"] : [])
      },
    )

    test("REGISTER-11 what a clerk took down of such a vote stands beside what is not listed", () => {
      const votes = { for: ["r-1"], against: ["r-2"], abstain: [], void: [] }
      const sheet = sheetOf({ ...online, names: { ...names, present: [], votes } }, chinese)
      const rows = partOf(sheet, "名册").table?.rows.slice(0, 3)
      expect(rows?.map((row) => row.slice(3, 5))).toEqual([
        ["到会", "赞成"],
        ["到会", "反对"],
        ["未列出", "未列出"],
      ])
      expect(partOf(sheet, "异议")).toMatchObject({ table: { rows: [["代表2号", "反对"]] } })
      expect(partOf(sheet, "异议").lines).toHaveLength(1)
    })
  })

  test("REGISTER-1 says what the matter is about, where a law assigns that", () => {
    const about = "raising-of-maintenance-funds"
    const raising: StepRegister = {
      ...lostByTwo,
      sitting: { ...lostByTwo.sitting, about, set: "owners-special" },
    }
    expect(partOf(sheetOf(raising, chinese), "基本情况").facts.slice(0, 2)).toEqual([
      ["事项", "修缮二号楼外墙"],
      ["事由", "筹集建筑物及其附属设施的维修资金"],
    ])
  })

  test("REGISTER-1 has the count of every kind of ballot, void ones too, and area where it matters", () => {
    const { table } = partOf(sheetOf(lostByTwo, chinese), "计票")
    expect(table?.rows).toEqual([
      ...[
        ["名册全体", "30"],
        ["可以参加", "30"],
        ["到会", "20"],
        ["按时收到的票", "20"],
        ["有效票", "19"],
      ],
      ...[
        ["赞成", "9"],
        ["反对", "8"],
        ["弃权", "2"],
        ["无效", "1"],
        ["没有投票", "10"],
      ],
    ])
    const weight = (heads: number, area: number) => ({ heads, area })
    const tally = {
      ...{ members: weight(2, 17_500_000), entitled: weight(2, 17_500_000), present: weight(1, 8_250_050) },
      ...{ cast: weight(1, 8_250_050), valid: weight(1, 8_250_050), for: weight(1, 8_250_050) },
      ...{ against: weight(0, 0), abstain: weight(0, 0), silent: weight(1, 9_249_950) },
    }
    const owners: StepRegister = {
      ...lostByTwo,
      sitting: { ...lostByTwo.sitting, tally, shouldAttend: tally.entitled, didAttend: tally.present },
    }
    const sheet = sheetOf(owners, { messages: en })
    expect(partOf(sheet, "Attendance").facts[0]).toEqual(["Entitled to attend", "2, with 1750.00 m²"])
    expect(partOf(sheet, "Count").table?.rows[2]).toEqual(["Present", "1", "825.0050 m²"])
    expect(partOf(sheet, "Roll").table?.head).toContain("Floor area")
  })

  test("REGISTER-1 has recusals, proxies and the opinion of a body that is heard", () => {
    const { names } = lostByTwo
    if (names === null) throw new Error("the sample has names")
    const sheet = sheetOf(
      {
        ...lostByTwo,
        names: {
          ...names,
          recusals: [{ voter: "r-30", reason: "承包人的亲属" }],
          proxies: [{ voter: "r-29", by: "r-1" }],
        },
      },
      chinese,
    )
    expect(partOf(sheet, "回避").table?.rows).toEqual([["代表30号", "承包人的亲属"]])
    expect(partOf(sheet, "委托投票").table?.rows).toEqual([["代表29号", "代表1号"]])
    expect(
      partOf(sheet, "名册")
        .table?.rows.slice(28)
        .map((row) => row[3]),
    ).toEqual(["委托代表1号", "回避"])
    const heard: SittingData = {
      ...{ ...lostByTwo.sitting, result: "heard", tally: null, findings: [], flips: [], motion: null, mode: null },
      ...{ opinion: "sha-256:77", favours: false, because: "造价偏高", openedOn: null, closesOn: null },
    }
    const opinion = sheetOf({ ...lostByTwo, sitting: heard }, chinese)
    expect(opinion.title).toBe("听取意见登记表")
    expect(partOf(opinion, "结果").facts).toEqual([
      ["结果", "已听取意见：不赞成继续办理，这一意见不具有约束力"],
      ["理由", "造价偏高"],
      ["意见文件", "sha-256:77"],
    ])
  })

  test.each([
    ["zh-Hans", zhHans],
    ["zh-Hant", zhHant],
    ["en", en],
  ] as const)("REGISTER-1 finds every word of it in %s, for every result, motion and mode", (_language, messages) => {
    const results = "open passed amended returned lost rejected returned-lost heard cancelled annulled".split(" ")
    const motions = [{ _tag: "Adopt" }, { _tag: "Amend", text: "sha-256:1" }, { _tag: "Return", to: "review" }] as const
    for (const result of results)
      for (const motion of motions)
        for (const mode of ["show-of-hands", "open", "secret", "secret-papers"]) {
          const sitting = { ...lostByTwo.sitting, result, motion, mode, wentTo: "review", favours: true }
          const texts = textsOf(sheetOf({ ...lostByTwo, sitting }, { messages }))
          expect(texts.filter((text) => /\[(?:register|jinlin)|\{\$/.test(text))).toEqual([])
        }
  })
})

describe("names", () => {
  test("REGISTER-2 stand nowhere in a register that has none, and how many ballots were not counted still does", () => {
    const { names: _names, ...rest } = lostByTwo
    const counts = [{ reason: "late", ballots: 3 }]
    const sheet = sheetOf({ ...rest, names: null, setAsideCounts: counts }, chinese)
    const texts = textsOf(sheet)
    expect(texts.filter((text) => /代表\d+/.test(text))).toEqual([])
    expect(partOf(sheet, "未计入的票").table?.rows).toEqual([["在截止之后才到", "3"]])
    expect(partOf(sheet, "到会").lines.map(({ text }) => text)).toEqual(["本登记表只有人数，没有姓名。"])
  })

  test("REGISTER-2 of a secret ballot it is told who voted, and never what, whatever is handed in", () => {
    const choice = fc.constantFrom("for", "against", "abstain")
    const choices = fc.array(choice, { minLength: 30, maxLength: 30 })
    const written = (chosen: ReadonlyArray<"for" | "against" | "abstain">) => {
      const marks = new Map(chosen.map((mark, index) => [`r-${index + 1}`, mark]))
      const sitting = { ...lostByTwo.sitting, mode: "secret" }
      return JSON.stringify(sheetOf({ ...lostByTwo, sitting, marks }, chinese))
    }
    const same = written(Array.from({ length: 30 }, () => "for"))
    expect(same).toContain("已投票（无记名）")
    fc.assert(fc.property(choices, (chosen) => written(chosen) === same))
  })

  test("REGISTER-2 a sheet of the core that shows no names gets neither roll nor marks", () => {
    const { names: _names, roll, sitting, ...around } = lostByTwo
    const marks = new Map([["r-1", "for"]] as const)
    const sheet = { ...sitting, names: null, setAsideCounts: [] }
    const register = stepRegisterOf(sheet, { ...around, ...(roll === undefined ? {} : { roll }), marks })
    expect([register.names, register.roll, register.marks]).toEqual([null, undefined, undefined])
  })

  test("REGISTER-2 an entry of the core is one as it is", () => {
    const register = stepRegister.evolve(stepRegister.initial, {
      _tag: "StepCalled",
      ...{ round: 1, step: "resolve", calledOn: "2026-03-05", sitsOn: "2026-03-20", urgent: null, by: null },
      rules: {
        ...{ set: "representatives-meeting", day: "2026-03-05", packs: [], quorum: [], quorumCounts: "present" },
        ...{ approval: [], composition: null, notice: { days: 10, urgent: false, citation: ours } },
        ...{ ballot: { modes: ["open"], citation: ours }, proxies: { cap: 0, citation: ours } },
        silence: { policy: "not-participating", clause: null, citation: ours },
        ...{ repeated: { counts: "last", citation: ours }, extension: { times: 0, days: 0, citation: ours } },
        partyStudy: { required: false, citation: ours },
        subjects: [],
      },
    })
    const [entry] = register.entries
    if (entry === undefined) throw new Error("a call begins a register")
    const written = sheetOf(stepRegisterOf(entry, { community: "willow", title: "t" }), chinese)
    expect(partOf(written, "结果").facts).toEqual([["结果", "尚未结束"]])
    expect(partOf(written, "到会").facts[2]).toEqual(["到会率", "名册上没有人"])
  })
})

const ours = { instrument: "jinlin", certainty: "our-default" } as const

describe("REGISTER-3 the share of those present", () => {
  test.each([
    [2, 3, "66.66"],
    [20, 30, "66.66"],
    [19_999, 20_000, "99.99"],
    [999_999, 1_000_000, "99.99"],
    [1, 3, "33.33"],
    [0, 7, "0.00"],
    [7, 7, "100.00"],
    [1, 9_007_199_254_740_991, "0.00"],
  ])("REGISTER-3 %i of %i are %s %%", (did, should, percent) => expect(percentOf(did, should)).toBe(percent))

  test("REGISTER-3 there is none of nobody, nor of what is no count", () => {
    expect([percentOf(0, 0), percentOf(1.5, 3), percentOf(-1, 3), percentOf(1, Number.NaN)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test("REGISTER-3 it never says more than there were, and less than a hundredth of a percent below it", () => {
    const count = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), (did, should) => {
        const said = BigInt((percentOf(did, should) ?? "").replace(".", ""))
        const [shown, real] = [said * BigInt(should), BigInt(did) * 10_000n]
        return shown <= real && real < shown + BigInt(should)
      }),
    )
  })
})
