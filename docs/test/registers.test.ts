import { deliberation, registerFor, stepRegister } from "@jinlin/core/deliberation"
import { zhHans } from "@jinlin/messages/zh-hans"
import { paperForm, readPaperRegister, registerCsv, registerHtml, stepRegisterOf } from "@jinlin/registers"
import { play } from "@jinlin/testkit"
import { opening, session } from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"

const { history } = play(deliberation, [
  opening("2026-03-02"),
  ...session({
    ...{ step: "propose", set: "party-committee", calledOn: "2026-03-02", sitsOn: "2026-03-06" },
    ...{ voters: 3, for: 2, against: 1 },
  }),
])

describe("a register as the site shows it", () => {
  it("REGISTER-2 is made from the events, for everybody's eyes or with names", () => {
    // #region register
    const { entries } = history.reduce(stepRegister.evolve, stepRegister.initial)
    const around = { community: "east-lake", title: "Lights at the gate" }
    const reader = { messages: zhHans, names: (id: string) => (id === "voter-3" ? "张三" : id) }

    const [forClerks] = entries.map((entry) => stepRegisterOf(entry, around))
    const [forEverybody] = registerFor(entries, "public").map((sheet) => stepRegisterOf(sheet, around))

    expect(forClerks && registerHtml(forClerks, reader)).toContain("张三")
    expect(forEverybody && registerHtml(forEverybody, reader)).not.toContain("张三")
    expect(forClerks && registerCsv(forClerks, reader).startsWith("\uFEFF")).toBe(true)
    // #endregion register
  })

  it("REGISTER-8 REGISTER-9 a paper that a clerk filled in comes back as a command, or with every line that is wrong", () => {
    // #region paper
    const roll = [
      { voter: "r-1", person: "p-1" },
      { voter: "r-2", person: "p-2" },
    ]
    const names = (id: string) => id
    const sitting = { matter: "m-1", round: 3 }
    const form = paperForm(roll, { messages: zhHans, names }, sitting)
    const filled = form.replace("r-1,p-1,,", "r-1,p-1,赞成,应当快办").replace("r-2,p-2,,", "r-2,p-2,无效,涂改")

    const read = readPaperRegister(filled, { roll, names, of: sitting })
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...{ _tag: "RecordVotes", for: ["r-1"], against: [], abstain: [] },
        void: [{ voter: "r-2", reason: "涂改" }],
      },
      remarks: [{ voter: "r-1", remark: "应当快办" }],
    })
    const another = readPaperRegister(filled, { roll, names, of: { matter: "m-2", round: 3 } })
    expect(another.ok ? [] : another.refusal).toMatchObject([
      { _tag: "PaperOfAnother", what: "matter", got: "m-1", expected: "m-2" },
    ])
    // #endregion paper
  })
})
