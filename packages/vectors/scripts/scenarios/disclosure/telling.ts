import type { DisclosureCircumstances, DisclosureCommand } from "@jinlin/core/disclosure"
import { DisclosureEvent } from "@jinlin/core/disclosure"
import type { Actor } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import {
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneScope,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import type { Case, Told } from "../scenario.ts"
import { type Asker, authorityOf, type Needs, type StepScript, tellSteps } from "../steps.ts"
import { disclosure } from "../subjects.ts"

/** The facts that each command is told. */
export const disclosureNeeds: Needs<DisclosureCommand> = {
  PrepareDisclosure: ["scope", "disclosure", "subject", "corrected", "rules"],
  ConfirmCheck: ["scope"],
  PostDisclosure: ["subject", "corrected", "rules", "calendar"],
  TakeDown: ["scope", "calendar"],
  ConfirmHanging: ["scope", "calendar"],
  RaiseObjection: ["scope"],
  AnswerObjection: [],
  RecountPeriod: ["calendar"],
  CompleteDisclosure: ["calendar"],
  SupersedeDisclosure: ["disclosure", "correction"],
  AbandonDisclosure: [],
}

/** Tells a scenario of a disclosure that is written by hand. */
export const tellDisclosureScript = (script: StepScript<DisclosureCommand, DisclosureCircumstances>): Told =>
  tellSteps(disclosure, disclosureNeeds, script)

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

const actors: ReadonlyArray<Asker> = [
  ["who publishes for the committee", post("discloser", "committee", "p-1")],
  ["who publishes for another committee", post("discloser", "another", "p-2")],
  ["its secretary", post("secretary", "committee", "p-3")],
  ["its secretary, typing for somebody", post("secretary", "committee", "p-3", "p-1")],
  ["the secretary of another committee, typing for somebody", post("secretary", "another", "p-4", "p-1")],
  ["who checks", post("checker", "office", "p-5")],
  ["who checks, on behalf of somebody", post("checker", "office", "p-5", "p-1")],
  ["a resident", post("resident", "building-3", "p-6")],
  ["who oversees", post("overseer", "oversight", "p-7")],
  ["a resident of another community", post("resident", "elsewhere", "p-9")],
  ["a person whose post is called system", post("system", "committee", "p-8")],
  ["the system", { _tag: "System", rule: "DISCLOSURE-13" }],
]

/** One command of each tag. */
const commands: ReadonlyArray<DisclosureCommand> = [
  preparing,
  { _tag: "ConfirmCheck", document: sceneSubject().digest, preparation: 1 },
  postingOn("2026-09-01"),
  downOn("2026-09-02"),
  { _tag: "ConfirmHanging", posting: 1, reason: "a slip", evidence: someDigest(4) },
  objectingOn("2026-09-02"),
  { _tag: "AnswerObjection", objection: "objection-1", answer: someDigest(8) },
  { _tag: "RecountPeriod" },
  { _tag: "CompleteDisclosure" },
  { _tag: "SupersedeDisclosure", by: "disclosure-2" },
  { _tag: "AbandonDisclosure", reason: "not needed" },
]

/** Who may ask what before anybody has drawn it up, and while it is up. */
export const disclosureAuthority = (told: Told): ReadonlyArray<Case> =>
  authorityOf(disclosure, DisclosureEvent, {
    ...{ told, actors, rule: "DISCLOSURE-17" },
    around: (actor) => ({ actor, now: on("2026-09-02"), scope: sceneScope }),
    places: [
      { count: 0, commands: [preparing] },
      { count: 3, commands },
      // Nobody knows yet of which matter it will be, and so in which bodies.
      { count: 0, commands: commands.slice(1) },
    ],
  })
