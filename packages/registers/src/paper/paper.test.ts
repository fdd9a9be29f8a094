import { readId } from "@jinlin/core/kernel/arithmetic"
import { en } from "@jinlin/messages/en"
import { zhHans } from "@jinlin/messages/zh-hans"
import { zhHant } from "@jinlin/messages/zh-hant"
import { parse } from "csv-parse/sync"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { paperForm, readPaperRegister } from "../index.ts"
import type { PaperRefusal } from "./refusals.ts"

const filled = (...lines: ReadonlyArray<string>): string => ["voter,name,choice,remark", ...lines, ""].join("\r\n")

const refusalsOf = (csv: string, roll?: ReadonlyArray<string>): ReadonlyArray<PaperRefusal> => {
  const read = readPaperRegister(csv, { roll })
  return read.ok ? [] : read.refusal
}

describe("REGISTER-8 a paper register as a file", () => {
  test("REGISTER-8 becomes the command that records the votes", () => {
    const csv = filled("r-1,甲,赞成,", "r-2,乙,反对,不同意造价", "r-3,丙,弃权,", "r-4,丁,无效,两项都打了勾", "r-5,戊,,")
    expect(readPaperRegister(csv)).toEqual({
      ok: true,
      value: {
        ...{ _tag: "RecordVotes", for: ["r-1"], against: ["r-2"], abstain: ["r-3"] },
        void: [{ voter: "r-4", reason: "两项都打了勾" }],
      },
      remarks: [{ voter: "r-2", remark: "不同意造价" }],
      form: null,
    })
  })

  test.each([
    ["zh-Hans", zhHans, "赞成"],
    ["zh-Hant", zhHant, "贊成"],
    ["en", en, "for"],
  ] as const)("REGISTER-8 the form in %s is read once it is filled in", (_language, messages, word) => {
    const form = paperForm(
      [
        { voter: "r-1", person: "p-1" },
        { voter: "r-2", person: null },
        { voter: "-3", person: null },
      ],
      { messages, names: (id) => `=${id}` },
    )
    const rows: ReadonlyArray<ReadonlyArray<string>> = parse(form, { bom: true })
    expect(rows.slice(1)).toEqual([
      ["r-1", "'=p-1", "", ""],
      ["r-2", "'=r-2", "", ""],
      ["'-3", "'=-3", "", ""],
    ])
    expect(refusalsOf(form)).toEqual([{ _tag: "PaperIsEmpty", rule: "REGISTER-9" }])
    const read = readPaperRegister(form.replaceAll(",,\r\n", `,${word},\r\n`), { roll: ["r-1", "r-2", "-3"] })
    expect(read.ok && read.value.for).toEqual(["r-1", "r-2", "-3"])
  })

  test.each<[string, string, ReadonlyArray<PaperRefusal>]>([
    [
      "a quotation mark without its partner",
      'voter,choice,remark\r\n"r-1,赞成,',
      [{ _tag: "PaperNotCsv", rule: "REGISTER-8", line: 2 }],
    ],
    [
      "no column that is needed",
      "name\r\n甲\r\n",
      (["voter", "choice", "remark"] as const).map((column) => ({
        _tag: "PaperColumnMissing",
        rule: "REGISTER-8",
        column,
      })),
    ],
    [
      "a column that stands twice",
      "voter,choice,表决,remark\r\n",
      [{ _tag: "PaperColumnTwice", rule: "REGISTER-8", column: "choice" }],
    ],
    [
      "rows of other lengths",
      filled("r-1,甲,赞成", "r-2,乙,赞成,", "r-3,丙,赞成,,"),
      [
        { _tag: "PaperRaggedRow", rule: "REGISTER-8", line: 2, cells: 3, columns: 4 },
        { _tag: "PaperRaggedRow", rule: "REGISTER-8", line: 4, cells: 5, columns: 4 },
      ],
    ],
    [
      "nothing",
      "",
      (["voter", "choice", "remark"] as const).map((column) => ({
        _tag: "PaperColumnMissing",
        rule: "REGISTER-8",
        column,
      })),
    ],
    ["too much", " ".repeat(20_000_001), [{ _tag: "PaperTooLarge", rule: "REGISTER-8", limit: 20_000_000 }]],
  ])("REGISTER-8 %s is refused", (_case, csv, refusals) => expect(refusalsOf(csv)).toEqual(refusals))

  test.each([
    ["semicolons", "voter;name;choice;remark\r\nr-1;甲;赞成;造价, 工期\r\n"],
    ["tabs", "voter\tname\tchoice\tremark\r\nr-1\t甲\t赞成\t造价, 工期\r\n"],
  ])("REGISTER-8 a table between %s is read as a journal is", (_marks, csv) => {
    const read = readPaperRegister(csv, { roll: ["r-1"] })
    expect(read.ok && [read.value.for, read.remarks]).toEqual([["r-1"], [{ voter: "r-1", remark: "造价, 工期" }]])
  })

  test("REGISTER-8 the bytes of a file are read, and those of another encoding are refused with their place", () => {
    const csv = filled("r-1,甲,赞成,")
    const read = readPaperRegister(new TextEncoder().encode(`\u{feff}${csv}`))
    expect(read.ok && read.value.for).toEqual(["r-1"])
    const gbk = Uint8Array.from([0xcd, 0xb6, 0xc6, 0xb1, 0xc8, 0xcb, 0xb1, 0xe0])
    expect(readPaperRegister(gbk)).toEqual({
      ok: false,
      refusal: [{ _tag: "NotUtf8", rule: "REGISTER-8", offset: 4 }],
    })
    expect(readPaperRegister(new Uint8Array(60_000_001))).toEqual({
      ok: false,
      refusal: [{ _tag: "PaperTooLarge", rule: "REGISTER-8", limit: 20_000_000 }],
    })
  })

  test("REGISTER-8 what is neither text nor bytes is refused", () => {
    const handIn = (csv: unknown): unknown => Reflect.apply(readPaperRegister, undefined, [csv])
    for (const [value, got] of [
      [5, "number"],
      [undefined, "undefined"],
      [null, "object"],
    ] as const)
      expect(handIn(value)).toEqual({ ok: false, refusal: [{ _tag: "PaperNotText", rule: "REGISTER-8", got }] })
  })

  test("REGISTER-8 any text whatever is read or refused, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(refusalsOf(`voter,choice,remark\r\n${text}`).every(({ rule }) => rule.startsWith("REGISTER-"))).toBe(
          true,
        )
      }),
    )
  })
})

const words = ["赞成", "反对", "弃权", "无效", "for", "against", "abstain", "void"]

describe("REGISTER-9 the lines of a paper register", () => {
  test.each<[string, string, PaperRefusal]>([
    ["a voter that is no id", "a b,,赞成,", { _tag: "PaperVoterInvalid", rule: "REGISTER-9", line: 2, got: "a b" }],
    ["no voter, and no choice", ",甲,,", { _tag: "PaperVoterInvalid", rule: "REGISTER-9", line: 2, got: "" }],
    [
      "a voter who is not on the roll, and did not vote",
      "r-9,,,",
      { _tag: "PaperVoterUnknown", rule: "REGISTER-9", line: 2, voter: "r-9" },
    ],
    [
      "a choice one column too far right",
      "r-1,张,,赞成",
      { _tag: "PaperChoiceMisplaced", rule: "REGISTER-9", line: 2, cell: 4, got: "赞成" },
    ],
    [
      "a choice one column too far left",
      "r-1,反对,,",
      { _tag: "PaperChoiceMisplaced", rule: "REGISTER-9", line: 2, cell: 2, got: "反对" },
    ],
    [
      "another choice as the remark",
      "r-1,张,赞成,反对",
      { _tag: "PaperChoiceMisplaced", rule: "REGISTER-9", line: 2, cell: 4, got: "反对" },
    ],
    [
      "a remark without a choice",
      "r-1,张,,外出",
      { _tag: "PaperRemarkAlone", rule: "REGISTER-9", line: 2, got: "外出" },
    ],
    [
      "a remark of two lines beside a no",
      'r-1,,反对,"a\r\nb"',
      { _tag: "PaperReasonUnreadable", rule: "REGISTER-9", line: 2, maxLength: 500 },
    ],
    ["no voter", ",甲,赞成,", { _tag: "PaperVoterInvalid", rule: "REGISTER-9", line: 2, got: "" }],
    [
      "a voter who is not on the roll",
      "r-9,,赞成,",
      { _tag: "PaperVoterUnknown", rule: "REGISTER-9", line: 2, voter: "r-9" },
    ],
    [
      "a sign in place of a word",
      "r-1,,√,",
      { _tag: "PaperChoiceUnknown", rule: "REGISTER-9", line: 2, got: "√", allowed: words },
    ],
    ["a void paper without a reason", "r-1,,无效,", { _tag: "PaperReasonMissing", rule: "REGISTER-9", line: 2 }],
    ["a reason that shows nothing", "r-1,,无效,\u200b", { _tag: "PaperReasonMissing", rule: "REGISTER-9", line: 2 }],
    [
      "a reason of two lines",
      'r-1,,无效,"a\r\nb"',
      { _tag: "PaperReasonUnreadable", rule: "REGISTER-9", line: 2, maxLength: 500 },
    ],
    [
      "a reason that is too long",
      `r-1,,无效,${"长".repeat(501)}`,
      { _tag: "PaperReasonUnreadable", rule: "REGISTER-9", line: 2, maxLength: 500 },
    ],
  ])("REGISTER-9 %s is refused with its line", (_case, line, refusal) => {
    expect(refusalsOf(filled(line), ["r-1"])).toEqual([refusal])
  })

  test("REGISTER-9 a reason of 500 characters is kept", () => {
    const read = readPaperRegister(filled(`r-1,,无效,${"长".repeat(500)}`))
    expect(read.ok && read.value.void[0]?.reason.length).toBe(500)
  })

  test("REGISTER-9 a line that says nothing counts as the line of its voter", () => {
    expect(refusalsOf(filled("r-1,,,", "r-1,,赞成,"), ["r-1"])).toEqual([
      { _tag: "PaperVoterTwice", rule: "REGISTER-9", line: 3, first: 2, voter: "r-1" },
    ])
  })

  describe("REGISTER-9 where a spreadsheet program made another id of an id", () => {
    const roll = [
      { voter: "0101", person: "p-1" },
      { voter: "101", person: "p-2" },
    ]
    const names = (id: string) => ({ "p-1": "陈 一", "p-2": "林二" })[id] ?? id

    test("REGISTER-9 the name beside it tells so", () => {
      expect(readPaperRegister(filled("101,陈 一,赞成,"), { roll, names })).toEqual({
        ok: false,
        refusal: [
          {
            ...{ _tag: "PaperNameDiffers", rule: "REGISTER-9", line: 2, voter: "101" },
            ...{ got: "陈 一", expected: "林二" },
          },
        ],
      })
    })

    test.each(["林二", " 林二 ", ""])(
      "REGISTER-9 the right name passes, however it is spaced, and so does none: %j",
      (name) => {
        const read = readPaperRegister(filled(`101,${name},赞成,`, "0101,陈　一,反对,"), { roll, names })
        expect(read.ok && [read.value.for, read.value.against]).toEqual([["101"], ["0101"]])
      },
    )
  })

  test("REGISTER-9 a voter stands once, and everything wrong is told at once", () => {
    const csv = filled("r-1,,赞成,", "r-1,,反对,", "x y,,?,", "r-2,,无效,", "r-1,,赞成,")
    expect(
      refusalsOf(csv, ["r-1", "r-2"]).map((refusal) => [refusal._tag, "line" in refusal ? refusal.line : 0]),
    ).toEqual([
      ["PaperVoterInvalid", 4],
      ["PaperChoiceUnknown", 4],
      ["PaperReasonMissing", 5],
      ["PaperVoterTwice", 3],
      ["PaperVoterTwice", 6],
    ])
  })

  test("REGISTER-9 what is no id to the kernel is none here, and the other way round", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[A-Za-z0-9\-_.:]{0,130}$/),
      fc.constantFrom("constructor", "a..b", ".a", "a."),
    )
    fc.assert(
      fc.property(text, (voter) => {
        fc.pre(voter === voter.trim() && !/^'|["\r\n,]/.test(voter))
        const refused = refusalsOf(filled(`${voter},,赞成,`)).some(({ _tag }) => _tag === "PaperVoterInvalid")
        expect(refused).toBe(!readId(voter).ok)
      }),
    )
  })

  test("REGISTER-9 each voter comes out under the choice that stands in its line, and nobody else does", () => {
    const choices = {
      for: ["赞成", "贊成", "for", "FOR"],
      against: ["反对", "反對", "against"],
      abstain: ["弃权", "棄權", "abstain"],
    }
    const lines = fc.array(
      fc
        .constantFrom("for", "against", "abstain")
        .chain((choice) => fc.record({ choice: fc.constant(choice), word: fc.constantFrom(...choices[choice]) })),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(lines, (votes) => {
        const read = readPaperRegister(filled(...votes.map(({ word }, index) => `v-${index},, ${word} ,`)))
        const expected = (choice: string) =>
          votes.flatMap((vote, index) => (vote.choice === choice ? [`v-${index}`] : []))
        expect(read).toEqual({
          ok: true,
          value: {
            ...{
              _tag: "RecordVotes",
              for: expected("for"),
              against: expected("against"),
              abstain: expected("abstain"),
            },
            void: [],
          },
          remarks: [],
          form: null,
        })
      }),
    )
  })
})

describe("REGISTER-10 the number of a form", () => {
  const roll = [
    { voter: "r-1", person: "p-1" },
    { voter: "r-2", person: null },
  ]
  const sitting = { matter: "m-1", round: 2 }
  const formFor = (of = sitting, voters = roll) =>
    paperForm(voters, { messages: zhHans }, of).replace("r-1,p-1,,", "r-1,p-1,赞成,")

  test.each([zhHans, zhHant, en])(
    "REGISTER-10 a form is read for its own sitting, and says which that is",
    (messages) => {
      const form = paperForm(roll, { messages }, sitting).replace("r-1,p-1,,", "r-1,p-1,for,")
      const read = readPaperRegister(form, { of: sitting, roll: [...roll].reverse() })
      expect(read.ok && [read.value.for, read.form]).toEqual([
        ["r-1"],
        { ...sitting, roll: expect.stringMatching(/^roll-[0-9a-f]{16}$/) },
      ])
    },
  )

  test.each([
    ["matter", { matter: "m-2", round: 2 }, "m-1", "m-2"],
    ["round", { matter: "m-1", round: 3 }, "2", "3"],
  ] as const)("REGISTER-10 a form of another %s is refused, and both are told", (what, of, got, expected) => {
    expect(readPaperRegister(formFor(), { of })).toEqual({
      ok: false,
      refusal: [{ _tag: "PaperOfAnother", rule: "REGISTER-10", line: 1, what, got, expected }],
    })
  })

  test("REGISTER-10 a form of another roll is refused, also where it has as many voters", () => {
    const others = [...roll.slice(1), { voter: "r-3", person: null }]
    const read = readPaperRegister(formFor(), { of: sitting, roll: others })
    expect(!read.ok && read.refusal.map((one) => ("what" in one ? one.what : one._tag))).toEqual(["roll"])
  })

  test("REGISTER-10 a file without a number is refused where a sitting is asked for, and a number that is none everywhere", () => {
    expect(readPaperRegister(filled("r-1,,赞成,"), { of: sitting })).toEqual({
      ok: false,
      refusal: [{ _tag: "PaperFormMissing", rule: "REGISTER-10", ...sitting }],
    })
    expect(refusalsOf(formFor().replace("@2@", "@two@"))).toEqual([
      { _tag: "PaperFormUnreadable", rule: "REGISTER-10", line: 1, got: expect.stringContaining("m-1@two@") },
    ])
  })

  test("REGISTER-10 any matter, round and roll come back, also from a form that a spreadsheet saved between semicolons", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_:-]{1,20}$/).filter((text) => readId(text).ok)
    const voters = fc.uniqueArray(id, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 9999 }), voters, (matter, round, ids) => {
        const form = paperForm(
          ids.map((voter) => ({ voter, person: null })),
          { messages: zhHans, names: () => "" },
          { matter, round },
        ).replace(/,,\r\n$/, ",赞成,\r\n")
        for (const csv of [form, form.replaceAll(",", ";")]) {
          const read = readPaperRegister(csv, { of: { matter, round }, roll: ids })
          expect(read.ok && read.value.for).toEqual(ids.slice(-1))
        }
      }),
    )
  })
})
