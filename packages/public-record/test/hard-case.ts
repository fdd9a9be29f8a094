import { coGovernance } from "@jinlin/core/co-governance"
import { covenant } from "@jinlin/core/covenant"
import {
  coGovernanceOpening,
  coGovernanceStep,
  decidedFact,
  deliberationFact,
  disclosureFact,
} from "@jinlin/testkit/co-governance"
import { covenantRules, covenantStep } from "@jinlin/testkit/covenant"
import { deliberationStep } from "@jinlin/testkit/deliberation"
import { sceneCalendar } from "@jinlin/testkit/disclosure"
import type { RecordHistories, RecordSurroundings } from "../src/index.ts"
import { noticesOf } from "./notices.ts"
import { hearing, historyOf, joint, rollOf, selfGovernance, sitting } from "./stories.ts"
import { digestOfWords, documentOf, sectionsOf } from "./texts.ts"
import { told } from "./told.ts"

/** The text as it was put forward, and as a body amended it. */
export const first = {
  lead: "小区各项事务坚持党建引领、共商共治。",
  parking: "大门内东侧六个车位先到先停。",
  applicant: "提出人：三号楼某户",
  contact: "联系电话：0000-1234567",
}
export const amended = { ...first, parking: "大门内东侧六个车位，夜间留给急救车辆。\n白天先到先停。" }
export const result = { lead: "车位已划线，标牌已装。", cost: "共支出 1,860 元，由公共收益列支。" }
const [objection, answer] = [{ text: "夜间没有灯。" }, { text: "六月装两盏灯。" }]
const opinion = { text: "大门较窄，请留消防通道。" }

const [before, after] = [digestOfWords(first), digestOfWords(amended)]

const raised = (
  step: string,
  set: string,
  days: readonly [`${number}-${number}-${number}`, `${number}-${number}-${number}`],
) => ({
  ...{ step, set, calledOn: days[0], sitsOn: days[1], roll: rollOf(set, 5), mode: "show-of-hands" as const },
  ...{ for: 4, against: 1 },
})

const areaOf = (index: number): number => 800_000 + ((index * 7919) % 400_000)

/** Of 12 residents 9 are secretly for it and 2 against; of 60 owners 40 are for it, 10 against, and 10 silent. */
export const bySelf = historyOf([
  deliberationStep("2026-03-02", {
    _tag: "OpenMatter",
    title: "大门内停车位怎么用",
    about: null,
    text: before,
    plan: selfGovernance,
  }),
  ...sitting(raised("propose", "party-committee", ["2026-03-02", "2026-03-10"])),
  ...sitting({
    ...raised("consult", "two-committees", ["2026-03-10", "2026-03-16"]),
    motion: { _tag: "Amend", text: after },
  }),
  ...sitting(raised("propose", "party-committee", ["2026-03-16", "2026-03-20"])),
  ...sitting(raised("consult", "two-committees", ["2026-03-20", "2026-03-26"])),
  ...hearing({ step: "review", set: "council", calledOn: "2026-03-26", sitsOn: "2026-04-01" }, digestOfWords(opinion)),
  ...sitting({
    ...{ step: "residents", set: "residents-meeting", calledOn: "2026-04-01", sitsOn: "2026-04-08" },
    ...{ roll: rollOf("resident", 13), recused: ["resident-13"], mode: "secret", for: 9, against: 2 },
  }),
  ...sitting({
    ...{ step: "owners", set: "owners-special", calledOn: "2026-04-08", sitsOn: "2026-04-16" },
    ...{ roll: rollOf("owner", 60, areaOf), mode: "open", for: 40, against: 10 },
  }),
])

/** Seven units vote secretly: six are for it. */
export const byConference = historyOf([
  deliberationStep("2026-03-28", {
    _tag: "OpenMatter",
    title: "大门内停车位：联席会",
    about: null,
    text: after,
    plan: joint,
  }),
  ...sitting({
    ...{ step: "confer", set: "joint-conference", calledOn: "2026-03-30", sitsOn: "2026-04-10" },
    ...{ roll: rollOf("unit", 7), mode: "secret", for: 6, against: 1 },
  }),
])

export const notices = noticesOf({
  ...{ decision: sectionsOf(amended), result: sectionsOf(result), hidden: ["applicant"], slipped: "contact" },
  ...{ objection: digestOfWords(objection), answer: digestOfWords(answer) },
})

const self = { text: after, body: "owners-assembly", openedOn: "2026-03-02" } as const
const conference = { text: after, openedOn: "2026-03-28" } as const
const notice = (disclosure: "notice-1" | "notice-2" | "notice-3", status: "posted" | "completed") => {
  const [what, proves] =
    disclosure === "notice-3" ? (["result", digestOfWords(result)] as const) : (["decision", after] as const)
  const from = { "notice-1": "2026-04-17", "notice-2": "2026-04-23", "notice-3": "2026-07-02" } as const
  const corrects = disclosure === "notice-2" ? ["notice-1"] : []
  return disclosureFact(what, disclosure, { from: from[disclosure], proves, status, corrects })
}

/** Both deliberations, the decision disclosed and corrected, the result disclosed, one appraisal, one skipped. */
export const together = told(coGovernance, [
  coGovernanceOpening({ title: "大门内停车位", combine: "both", touched: ["unit-3"] }),
  coGovernanceStep(
    "2026-03-02",
    { _tag: "AttachDeliberation", which: "self-governance", matter: "m-self" },
    { deliberation: deliberationFact("self-governance", "m-self", self) },
  ),
  coGovernanceStep(
    "2026-03-28",
    { _tag: "AttachDeliberation", which: "joint", matter: "m-joint" },
    { deliberation: deliberationFact("joint", "m-joint", conference) },
  ),
  coGovernanceStep(
    "2026-04-10",
    { _tag: "RecordOutcome", which: "joint" },
    { deliberation: decidedFact("joint", "m-joint", { ...conference, endedOn: "2026-04-10" }) },
  ),
  coGovernanceStep(
    "2026-04-16",
    { _tag: "RecordOutcome", which: "self-governance" },
    {
      deliberation: decidedFact("self-governance", "m-self", { ...self, set: "owners-special", endedOn: "2026-04-16" }),
    },
  ),
  coGovernanceStep(
    "2026-04-17",
    { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" },
    { disclosures: [notice("notice-1", "posted")] },
  ),
  coGovernanceStep(
    "2026-04-23",
    { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-2" },
    { disclosures: [notice("notice-2", "posted")] },
  ),
  coGovernanceStep("2026-04-24", { _tag: "BeginImplementation" }, { disclosures: [notice("notice-2", "posted")] }),
  coGovernanceStep("2026-07-01", { _tag: "ReportResult", report: digestOfWords(result), implementedOn: "2026-06-30" }),
  coGovernanceStep(
    "2026-07-02",
    { _tag: "LinkDisclosure", what: "result", disclosure: "notice-3" },
    { disclosures: [notice("notice-3", "posted")] },
  ),
  coGovernanceStep(
    "2026-07-05",
    {
      ...{
        _tag: "RecordAppraisal",
        which: "internal-bodies",
        appraisal: "appraisal-1",
        result: digestOfWords(opinion),
      },
      ...{ by: "compound-party-branch", appraised: ["owners-committee"], appraisers: ["person-appraiser"] },
    },
    { memberships: [{ person: "person-appraiser", bodies: ["compound-party-branch"] }] },
  ),
  coGovernanceStep("2026-07-05", { _tag: "SkipAppraisal", which: "co-building-units", reason: "没有共建单位参加" }),
  coGovernanceStep(
    "2026-07-22",
    { _tag: "CloseCoGovernance" },
    { disclosures: [notice("notice-2", "completed"), notice("notice-3", "completed")] },
  ),
])

const rulesOn = (day: `${number}-${number}-${number}`) =>
  covenantRules(day, { makers: { ...covenantRules(day).makers, sets: ["owners-special"] } })
const decided = {
  matter: "m-self",
  status: "decided",
  text: after,
  decidedOn: "2026-04-16",
  set: "owners-special",
} as const
const running = { matter: "m-self", status: "open", text: before, decidedOn: null, set: null } as const
const conforms = { _tag: "CheckLegality", conforms: true, opinion: digestOfWords(opinion), against: [] } as const

/** A covenant whose draft went to the owners as it was first put forward, and came back as they amended it. */
const pact = told(covenant, [
  covenantStep("2026-02-01", { _tag: "OpenCovenant", kind: "residents-covenant", title: "停车公约" }),
  covenantStep("2026-02-01", { _tag: "DraftRevision", sections: sectionsOf(first), reasons: [] }),
  covenantStep("2026-02-02", { _tag: "OpenComments", until: "2026-02-18" }),
  covenantStep("2026-02-10", {
    _tag: "RecordComment",
    comment: "comment-1",
    clause: "parking",
    text: digestOfWords(objection),
    receivedOn: "2026-02-10",
  }),
  covenantStep("2026-02-19", { _tag: "CloseComments" }),
  covenantStep("2026-02-20", {
    _tag: "DisposeComment",
    comment: "comment-1",
    disposition: "not-taken-up",
    reason: "先议停车",
    clauses: [],
  }),
  covenantStep("2026-02-21", { ...conforms, document: before }),
  covenantStep("2026-03-02", { _tag: "SubmitDraft", matter: "m-self", corrects: [] }, { outcome: running }),
  covenantStep("2026-04-17", { _tag: "RecordDecision" }, { rules: rulesOn("2026-04-16"), outcome: decided }),
  covenantStep("2026-04-17", {
    _tag: "DraftRevision",
    sections: sectionsOf(amended),
    reasons: [{ clause: "parking", reason: "联席会议改定" }],
  }),
  covenantStep("2026-04-17", { ...conforms, document: after }),
  covenantStep("2026-04-18", { _tag: "SubmitDraft", matter: "m-self", corrects: [] }),
  covenantStep("2026-04-18", { _tag: "RecordDecision" }, { rules: rulesOn("2026-04-16"), outcome: decided }),
  covenantStep("2026-04-19", { _tag: "BringIntoForce", version: 1, from: "2026-05-01" }),
  covenantStep("2026-04-20", {
    _tag: "FileVersion",
    version: 1,
    receipt: "街备〔2026〕7号",
    with: "subdistrict",
    on: "2026-04-20",
  }),
])

/** The hardest case as histories. */
export const histories: RecordHistories = {
  deliberations: [
    { id: "m-self", events: bySelf },
    { id: "m-joint", events: byConference },
  ],
  disclosures: notices,
  coGovernance: { id: "matter-1", events: together },
  covenant: { id: "covenant-1", events: pact },
}

/** And what it is made with. */
export const around: RecordSurroundings = {
  ...{ community: "willow", asOf: "2026-07-23" },
  documents: [first, amended, result, objection, answer, opinion].map(documentOf),
  released: [
    { document: digestOfWords(objection), sections: ["text"] },
    { document: digestOfWords(answer), sections: ["text"] },
  ],
  calendars: [sceneCalendar],
}
