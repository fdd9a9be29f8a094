import type {
  DisclosedSection,
  DisclosureCircumstances,
  DisclosureCommand,
  DisclosureRules,
  DisclosureScope,
  DisclosureSubject,
} from "@jinlin/core/disclosure"
import { type Actor, type CalendarData, type Citation, digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on } from "../moments.ts"

/** A command and the circumstances in which it comes: what `play` takes. */
export type Step = readonly [DisclosureCommand, DisclosureCircumstances]

/** A digest to hand in where any will do. */
export const someDigest = (digit: number): `${string}:${string}` => `sha-256:${String(digit % 10).repeat(64)}`

/** Three sections of the scene's document, the second blacked out. `edition` makes it another document. */
export const sceneSections = (edition = 1): readonly [DisclosedSection, ...ReadonlyArray<DisclosedSection>] => [
  { name: "title", commitment: someDigest(edition), shown: true },
  { name: "applicant", commitment: someDigest(2), shown: false },
  { name: "decision", commitment: someDigest(3), shown: true },
]

/** Article 34, which asks for the notice board and for fifteen days. */
export const article34: Citation = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "34",
  certainty: "law",
}

/** Article 35, which says to whom a resident turns. */
export const article35: Citation = { ...article34, article: "35" }

/** The day of the decision of the scene. */
export const decidedOn: CivilDate = "2026-08-28"

/** What the matter of the scene has to publish. */
export const sceneSubject = (edition = 1): DisclosureSubject => ({
  matter: "matter-1",
  what: "decision",
  digest: digestOfSections(sceneSections(edition)),
  since: decidedOn,
  law: article34,
  recourse: article35,
})

/** A calendar of one year with one long holiday, from 1 to 7 October, and two weekend days worked for it. */
export const sceneCalendar: CalendarData = {
  id: "scene",
  version: "2026-01-01",
  years: [
    {
      year: 2026,
      off: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
      work: ["2026-09-20", "2026-10-10"],
      source: { title: "Scene", published: "2025-11-04" },
    },
  ],
}

/** Fifteen days on the notice board, three days for sheets, for residents or for owners; some fields otherwise. */
export const disclosureRules = (day: CivilDate, more: Partial<DisclosureRules> = {}): DisclosureRules => ({
  day,
  packs: ["cn.urc-law@2026-01-01"],
  period: { days: 15, citation: article34 },
  required: { channels: ["notice-board"], citation: article34 },
  sheets: { days: 3, citation: { instrument: "jinlin", certainty: "our-default" } },
  audiences: { among: ["residents", "owners"], citation: { instrument: "jinlin", certainty: "our-default" } },
  ...more,
})

const post = (name: string): Extract<Actor, { readonly _tag: "Post" }> => ({
  _tag: "Post",
  person: `${name}-1`,
  post: name,
  within: "committee",
})

/** In which bodies the posts of the scene are held. */
export const sceneScope: DisclosureScope = {
  publishing: ["committee"],
  community: ["committee", "office", "oversight", "building-3"],
}

/** Who does what in the scene. */
export const disclosureActors = {
  discloser: post("discloser"),
  checker: post("checker"),
  resident: post("resident"),
  secretary: post("secretary"),
} as const

/** Who gives a command, where nobody else is named. */
export const whoGives = (tag: DisclosureCommand["_tag"]): Actor => {
  if (tag === "ConfirmCheck") return disclosureActors.checker
  return tag === "RaiseObjection" ? disclosureActors.resident : disclosureActors.discloser
}

/** A command on a day at nine, with all that the scene knows; a posting under the rules of its own day. */
export const step = (
  day: CivilDate,
  command: DisclosureCommand,
  more: Partial<DisclosureCircumstances> & { readonly minuteOfDay?: number } = {},
): Step => {
  const { minuteOfDay, ...others } = more
  const around = {
    actor: whoGives(command._tag),
    now: on(day, minuteOfDay ?? 540),
    scope: sceneScope,
    disclosure: "disclosure-1",
    subject: sceneSubject(),
    corrected: null,
    correction: null,
    rules: disclosureRules(command._tag === "PostDisclosure" ? command.on : day),
    calendar: sceneCalendar,
  }
  return [command, { ...around, ...others }]
}

/** Draw up the document of the scene. */
export const preparing: Extract<DisclosureCommand, { readonly _tag: "PrepareDisclosure" }> = {
  _tag: "PrepareDisclosure",
  matter: "matter-1",
  what: "decision",
  sections: sceneSections(),
  corrects: null,
  audience: "residents",
}

/** Something against it, received today unless another day is named, and then with its sheet. */
export const objectingOn = (
  day: CivilDate,
  objection = "objection-1",
  more: { readonly text?: `${string}:${string}`; readonly receivedOn?: CivilDate } = {},
): Extract<DisclosureCommand, { readonly _tag: "RaiseObjection" }> => {
  const { receivedOn = day, text = someDigest(7) } = more
  return { _tag: "RaiseObjection", objection, text, receivedOn, evidence: receivedOn < day ? someDigest(4) : null }
}

/** A posting came down, today unless another day is named, and then with its sheet. */
export const downOn = (
  day: CivilDate,
  posting = 1,
  on = day,
): Extract<DisclosureCommand, { readonly _tag: "TakeDown" }> => ({
  ...{ _tag: "TakeDown", posting, on, reason: "the wind" },
  evidence: on < day ? someDigest(4) : null,
})

/** Put it up on a day, on the board at the gate unless another channel is named. */
export const postingOn = (
  day: CivilDate,
  channel = "notice-board",
  place = "the gate",
): Extract<DisclosureCommand, { readonly _tag: "PostDisclosure" }> => ({
  _tag: "PostDisclosure",
  channel,
  place,
  on: day,
  evidence: null,
})

/** The points of the life of a disclosure to which `disclosureAt` leads. */
export const disclosureStages = ["prepared", "checked", "posted", "completed"] as const
/** One of them. */
export type DisclosureStage = (typeof disclosureStages)[number]

/** The commands that lead a disclosure to a point: drawn up and checked on 31 August 2026, put up on 1 September, completed on the 20th. */
export const disclosureAt = (stage: DisclosureStage): ReadonlyArray<Step> => {
  const document = sceneSubject().digest
  const all: { readonly [Named in DisclosureStage]: Step } = {
    prepared: step("2026-08-31", preparing),
    checked: step("2026-08-31", { _tag: "ConfirmCheck", document, preparation: 1 }),
    posted: step("2026-09-01", postingOn("2026-09-01")),
    completed: step("2026-09-20", { _tag: "CompleteDisclosure" }),
  }
  return disclosureStages.slice(0, disclosureStages.indexOf(stage) + 1).map((reached) => all[reached])
}
