import type { Citation } from "../../kernel/citation.ts"
import { object, unless } from "../../kernel/decider.ts"
import { digestOfSections } from "../../kernel/sections.ts"
import type { DisclosedSection, Disclosure, Hand } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import { lawfulAudience } from "../rules/index.ts"
import { mustBeCorrectable } from "./correcting.ts"
import {
  type Against,
  type Command,
  type DisclosureDecision,
  handOf,
  mustBe,
  quiet,
  type Standing,
} from "./standing.ts"

type Prepare = Command<"PrepareDisclosure">

/** What there is to publish, where the matter has it. */
export const subjectIn = ({ around: { subject } }: Standing, { matter, what }: Pick<Prepare, "matter" | "what">) =>
  subject?.matter === matter && subject.what === what ? subject : undefined

/** One stream is one disclosure of one matter (DISCLOSURE-1), and what was published is never drawn up anew (DISCLOSURE-14). */
const mustBePreparable = (command: Prepare, disclosure: Disclosure): Against => {
  const { matter, status, what } = disclosure
  if (status === "posted" || status === "completed" || status === "superseded")
    return { _tag: "AlreadyPublished", rule: "DISCLOSURE-14", status }
  if (matter !== null && what !== null && (matter !== command.matter || what !== command.what))
    return { _tag: "DisclosureOfAnother", rule: "DISCLOSURE-1", matter, what }
  return mustBe(disclosure, "unprepared", "prepared", "checked")
}

/** Whatever is blacked out, something is shown (DISCLOSURE-3). */
const somethingMustShow = (sections: ReadonlyArray<DisclosedSection>): Against =>
  sections.some(({ shown }) => shown)
    ? undefined
    : { _tag: "NothingShown", rule: "DISCLOSURE-3", sections: sections.map(({ name }) => name) }

/**
 * It is for somebody for whom something is published; where a law has it published, for the residents. A correction is for whom it
 * was published that it corrects (DISCLOSURE-20).
 */
export const audienceMustDo = (
  { audience, corrects }: { readonly audience: string | null; readonly corrects: string | null },
  { audiences }: DisclosureRules,
  law: Citation | null,
): Against => {
  const { among, citation } = law === null ? audiences : { among: [lawfulAudience], citation: law }
  return corrects !== null || audience === null || among.includes(audience)
    ? undefined
    : { _tag: "AudienceUnknown", rule: "DISCLOSURE-20", audience, among, citation }
}

const sameCitation = (one: Citation | null, other: Citation | null): boolean =>
  one?.instrument === other?.instrument && one?.article === other?.article && one?.certainty === other?.certainty

/** Whether the law says of it what it said when it was drawn up last. */
const isSameLaw = (before: Disclosure, { law, recourse }: Pick<Disclosure, "law" | "recourse">): boolean =>
  sameCitation(before.law, law) && sameCitation(before.recourse, recourse)

const sameSections = (some: ReadonlyArray<DisclosedSection>, others: ReadonlyArray<DisclosedSection>): boolean =>
  some.length === others.length &&
  some.every(({ commitment, name, shown }, place) => {
    const other = others[place]
    return other?.name === name && other.commitment === commitment && other.shown === shown
  })

const isAsBefore = ({ audience, corrects, sections }: Prepare, before: Disclosure): boolean =>
  before.preparation > 0 &&
  before.audience === audience &&
  before.corrects === corrects &&
  sameSections(sections, before.sections)

/** Draw up what will be published: the very document that was decided or reported (DISCLOSURE-2). */
export const prepare = (command: Prepare, standing: Standing): DisclosureDecision => {
  const { audience, corrects, matter, sections, what } = command
  const { around, disclosure, today: on } = standing
  const stage = mustBePreparable(command, disclosure)
  if (stage !== undefined) return object(stage)
  const by = handOf(around.actor)
  if (by === undefined)
    return object({ _tag: "DisclosingPersonMissing", rule: "DISCLOSURE-1", allowed: ["discloser", "secretary"] })
  const subject = subjectIn(standing, command)
  if (subject === undefined) return object({ _tag: "NothingToPublish", rule: "DISCLOSURE-2", matter, what })
  const { digest: expected, law, recourse, since } = subject
  const document = digestOfSections(sections)
  const isSame = isAsBefore(command, disclosure) && isSameLaw(disclosure, subject)
  if (isSame && disclosure.since === since && document === expected) return quiet
  const another: Against =
    document === expected ? undefined : { _tag: "NotTheDecidedText", rule: "DISCLOSURE-2", expected, got: document }
  const { rules } = around
  const objections = [
    ...[another, somethingMustShow(sections)],
    rules === null || rules === undefined ? undefined : audienceMustDo(command, rules, law),
    ...mustBeCorrectable(corrects, command, standing),
  ]
  const preparation = disclosure.preparation + 1
  return unless(objections, () => [
    {
      _tag: "DisclosurePrepared",
      ...{ preparation, matter, what, document, sections, corrects, audience, since, law, recourse, by, on },
    },
  ])
}

/** Whether two acts come from one hand: the person who typed, or for whom it was typed. */
const isSameHand = (one: Hand, other: Hand): boolean => {
  const people = [other.person, other.onBehalfOf]
  return people.includes(one.person) || (one.onBehalfOf !== null && people.includes(one.onBehalfOf))
}

/** Somebody else has read what was prepared last, and it tells nothing personal (DISCLOSURE-4). */
export const confirmChecked = (
  { document, preparation }: Command<"ConfirmCheck">,
  { around, disclosure, today: on }: Standing,
): DisclosureDecision => {
  const { preparedBy, status } = disclosure
  const isThis = disclosure.document === document && disclosure.preparation === preparation
  if (status === "checked" && isThis) return quiet
  const stage = mustBe(disclosure, "prepared", "checked")
  if (stage !== undefined || disclosure.document === null || preparedBy === null)
    return object(stage ?? { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status, allowed: ["prepared"] })
  const by = handOf(around.actor)
  if (by === undefined) return object({ _tag: "DisclosingPersonMissing", rule: "DISCLOSURE-1", allowed: ["checker"] })
  const last = { document: disclosure.document, preparation: disclosure.preparation }
  const another: Against = isThis ? undefined : { _tag: "NotAsPrepared", rule: "DISCLOSURE-4", ...last }
  const own: Against = isSameHand(by, preparedBy)
    ? { _tag: "CheckedByPreparer", rule: "DISCLOSURE-4", preparation: last.preparation }
    : undefined
  return unless([another, own], () => [{ _tag: "DisclosureChecked", preparation, document, by, on }])
}

/** What was never put up is given up, with a reason (DISCLOSURE-1). */
export const abandon = (
  { reason }: Command<"AbandonDisclosure">,
  { disclosure, today: on }: Standing,
): DisclosureDecision => {
  const { status } = disclosure
  if (status === "posted" || status === "completed" || status === "superseded")
    return object({ _tag: "AlreadyPublished", rule: "DISCLOSURE-14", status })
  return unless([mustBe(disclosure, "prepared", "checked")], () => [{ _tag: "DisclosureAbandoned", reason, on }])
}
