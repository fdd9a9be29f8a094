import { type Charter, type JournalFile, readCharter } from "../src/index.ts"
import { smallCharterText } from "./small-story.ts"

const threshold = (comparison: "at-least" | "more-than", base: string) => ({
  _tag: "Threshold",
  threshold: { share: { numerator: "1", denominator: "2" }, comparison, measure: "heads", base },
})

const own = { instrument: "Charter of the community", certainty: "our-default" }

const plan = (step: string, body: string, sets: ReadonlyArray<string>) => ({
  ...{ step, body, standing: "council", sets, whenLost: { _tag: "Stay" } },
  ...{ returnsTo: step === "decide" ? ["hear"] : [], amendedRestartsAt: step === "decide" ? "hear" : null },
})

/** A community with a body that is heard and one that decides, by rules of its own that change within the year. */
export const matterCharter = (): Charter => {
  const days = (count: number) => ({ _tag: "Count", count, unit: "calendar-day" })
  const modes = ["show-of-hands", "open", "secret", "secret-papers"]
  const rules = {
    packs: [],
    choices: [
      { key: "hearing/consultative", value: { _tag: "Flag", flag: true } },
      { key: "council/approval.heads", value: threshold("more-than", "present"), to: "2026-05-01" },
      { key: "council/approval.heads", value: threshold("at-least", "present"), from: "2026-05-01" },
      { key: "council/ballot-modes", value: { _tag: "Choices", choices: modes } },
      { key: "council/extension-times", value: { _tag: "Count", count: 1, unit: "time" } },
      { key: "council/extension-days", value: days(7) },
    ],
    stepLists: [
      {
        ...{ list: "two-steps", title: { "zh-Hans": "两步", en: "Two steps" }, citation: own },
        steps: [plan("hear", "residents", ["hearing"]), plan("decide", "council", ["council"])],
      },
    ],
    uses: [],
  }
  const read = readCharter({ ...JSON.parse(smallCharterText()), rules })
  if (read.ok) return read.value
  throw new Error(`the charter of the matters has faults: ${JSON.stringify(read.refusal)}`)
}

type Row = { readonly [name: string]: unknown }

const of = (matter: string, date: string, command: string, fields: Row = {}): Row => ({
  ...{ matter, date, command, actor: "presider", actorUnit: "council" },
  ...fields,
})

const voters = ["a", "b", "c", "d"].map((voter) => ({ voter, person: `p-${voter}`, heads: 1, area: 0, kind: null }))

const heard = (matter: string, month: string): ReadonlyArray<Row> => {
  const residents = { actorUnit: "residents" }
  return [
    of(matter, `${month}-01`, "OpenMatter", {
      ...{ actor: "proposer", title: matter, text: "text:As it stands", plan: "two-steps" },
    }),
    of(matter, `${month}-01`, "CallStep", { ...residents, step: "hear", set: "hearing", sitsOn: `${month}-05` }),
    of(matter, `${month}-05`, "RecordOpinion", { ...residents, opinion: "text:Go on", favours: "yes", reason: "so" }),
    of(matter, `${month}-05`, "CallStep", { step: "decide", set: "council", sitsOn: `${month}-10` }),
    of(matter, `${month}-10`, "EnterRoll", { voters }),
  ]
}

const voting = (matter: string, month: string, mode: string, closesOn: string): Row =>
  of(matter, `${month}-10`, "OpenBallot", { motion: "Adopt", mode, closesOn: `${month}-${closesOn}` })

const counts = { for: "3", against: "1", abstain: "0", void: "0" }
const closing = { for: "2", against: "2", abstain: "0", void: "0" }

const rows: ReadonlyArray<Row> = [
  // Passes on its day; the register follows.
  ...heard("gate", "2026-03"),
  of("gate", "2026-03-10", "RecordHeadcount", { present: "4" }),
  voting("gate", "2026-03", "show-of-hands", "10"),
  of("gate", "2026-03-10", "RecordCounts", counts),
  of("gate", "2026-03-10", "CloseBallot"),
  // Nobody votes: closed by itself after its extension, lost and called again, withdrawn.
  ...heard("lamp", "2026-03"),
  voting("lamp", "2026-03", "open", "12"),
  of("lamp", "2026-03-12", "ExtendBallot", { closesOn: "2026-03-15", reason: "few came" }),
  of("lamp", "2026-03-20", "WithdrawMatter", { actor: "proposer", reason: "mended already" }),
  // A secret ballot that nobody cast one in.
  ...heard("bench", "2026-03"),
  voting("bench", "2026-03", "secret", "11"),
  of("gate", "2026-03-21", "FileRegister", { actor: "secretary", round: "2", register: "text:Signed" }),
  // The law changes between the call and the decision: it waits for a choice.
  ...heard("path", "2026-04"),
  of("path", "2026-04-10", "RecordAttendance", { present: ["a", "b", "c", "d"] }),
  of("path", "2026-04-10", "OpenBallot", { motion: "Adopt", mode: "secret-papers", closesOn: "2026-05-02" }),
  of("path", "2026-05-02", "RecordCounts", closing),
  of("path", "2026-05-04", "RebaseStep", { onto: "law-of-call", reason: "called under it" }),
  of("path", "2026-05-04", "DecideStep"),
]

/** A journal in JSON, with a row on each line. */
export const inLines = (lines: ReadonlyArray<string>): JournalFile => ({
  format: "json",
  content: `[\n${lines.join(",\n")}\n]\n`,
})

/** Four matters at once, with all that falls due in them: the rows of their journal, in the order of their days. */
export const matterRows = (): ReadonlyArray<string> =>
  rows
    .toSorted((one, other) => String(one["date"]).localeCompare(String(other["date"])))
    .map((row) => JSON.stringify(row))
