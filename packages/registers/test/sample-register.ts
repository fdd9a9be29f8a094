import { zhHans } from "@jinlin/messages/zh-hans"
import type { RegisterReader, RegisterVoter, StepRegister } from "../src/index.ts"

const heads = (count: number) => ({ heads: count, area: 0 })

const law = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "29",
  certainty: "law",
} as const

const roll: ReadonlyArray<RegisterVoter> = Array.from({ length: 30 }, (_, index) => ({
  ...{ voter: `r-${index + 1}`, person: `p-${index + 1}`, heads: 1, area: 0 },
}))

const voters = (from: number, to: number): ReadonlyArray<string> => roll.slice(from - 1, to).map(({ voter }) => voter)

/** A representatives' meeting of 30: 20 come, which is just enough; 9 are for it, which is two short. */
export const lostByTwo: StepRegister = {
  community: "willow",
  title: "修缮二号楼外墙",
  roll,
  sitting: {
    ...{ round: 3, step: "resolve", body: "residents-assembly", set: "representatives-meeting" },
    packs: ["cn.urc-law@2026-01-01"],
    ...{ calledOn: "2026-03-05", sitsOn: "2026-03-20", urgent: null, text: "sha-256:5f2a", revision: 1 },
    about: null,
    ...{ motion: { _tag: "Adopt" }, mode: "show-of-hands", openedOn: "2026-03-20", closesOn: "2026-03-20" },
    ...{ extensions: 0, result: "lost", decidedOn: "2026-03-20", wentTo: null },
    ...{ shouldAttend: heads(30), didAttend: heads(20) },
    tally: {
      ...{ members: heads(30), entitled: heads(30), present: heads(20), cast: heads(20), valid: heads(19) },
      ...{ for: heads(9), against: heads(8), abstain: heads(2), silent: heads(10) },
    },
    findings: [
      {
        ...{ rule: "TALLY-9", holds: true, citation: law },
        facts: {
          ...{ count: 20, of: 30, needed: 20, share: "2/3", comparison: "at-least", measure: "heads" },
          ...{ base: "members", dimension: "heads", counts: "present" },
        },
      },
      {
        ...{ rule: "TALLY-10", holds: false, shortBy: 2, citation: law },
        facts: {
          ...{ count: 9, of: 20, needed: 11, share: "1/2", comparison: "more-than", measure: "heads" },
          ...{ base: "present", dimension: "heads" },
        },
      },
    ],
    flips: [{ change: "others-vote-for", voters: 2 }],
    ...{ lawChange: null, opinion: null, favours: null, because: null },
  },
  names: {
    present: voters(1, 20),
    recusals: [],
    proxies: [],
    setAside: [{ voter: "r-20", reason: "void" }],
    votes: {
      ...{ for: voters(1, 9), against: voters(10, 17), abstain: voters(18, 19) },
      void: [{ voter: "r-20", reason: "两项都打了勾" }],
    },
    onBehalfOf: "p-1",
  },
}

const surnames = "陈林黄张李王吴刘蔡杨"

/** Names as a host would give them. */
export const chinese: RegisterReader = {
  messages: zhHans,
  names: (id) => {
    const number = Number(id.replace(/^[rp]-/, ""))
    if (id === "willow") return "柳树社区"
    if (id.startsWith("r-")) return `代表${number}号`
    return id.startsWith("p-") ? `${surnames[number % 10]}代表${number}` : id
  },
}
