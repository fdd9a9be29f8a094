import { object, unless } from "../../kernel/decider.ts"
import type { Draft, Returned } from "../model.ts"
import type { CovenantRules } from "../policy.ts"
import { accountedFor, missingClauses, openOrders, sameArticle, unaccounted, undisposed } from "../rules/index.ts"
import {
  answerable,
  type Command,
  type CovenantDecision,
  changeableIn,
  draftIn,
  type Objection,
  quiet,
  rulesOn,
  type Standing,
  workableIn,
} from "./standing.ts"

const opinionMustAgree = ({ against, conforms }: Command<"CheckLegality">): Objection =>
  conforms === (against.length === 0)
    ? undefined
    : { _tag: "OpinionContradicts", rule: "COVENANT-8", conforms, against }

const checkerMustBeAnother = ({ drafters }: Draft, { around }: Standing): Objection => {
  const checker = answerable(around.actor)
  return checker !== null && drafters.includes(checker)
    ? { _tag: "CheckedByDrafter", rule: "COVENANT-8", drafters: drafters.length }
    : undefined
}

/** What somebody else than its drafters found of the text as it stands (COVENANT-8). */
export const check = (command: Command<"CheckLegality">, standing: Standing): CovenantDecision => {
  const found = workableIn(standing)
  if (!found.ok) return object(found.refusal)
  const { today: on } = standing
  const rules = rulesOn(standing, on)
  if (!rules.ok) return object(rules.refusal)
  const { against, conforms, document: checked, opinion } = command
  const { document, draft } = found.value
  const isOther: Objection =
    checked === document ? undefined : { _tag: "AnotherTextChecked", rule: "COVENANT-8", checked, document }
  const { conformity, packs } = rules.value
  return unless([isOther, checkerMustBeAnother(found.value, standing), opinionMustAgree(command)], () => [
    { _tag: "LegalityChecked", draft, document, conforms, opinion, against, under: conformity.citation, packs, on },
  ])
}

/** The matter that decided exactly this text when another lay with it: with that text it is submitted once more (COVENANT-9). */
const decidedThis = ({ document, returned }: Draft, matter: string): Returned | undefined =>
  returned.find((one) => one.matter === matter && one.because === "another-text" && one.text === document)

const legalityMustHold = ({ document, legality }: Draft, { conformity }: CovenantRules): Objection => {
  const now = conformity.citation
  if (legality === null) return { _tag: "LegalityUnchecked", rule: "COVENANT-8", document, citation: now }
  const { against, conforms, on, under } = legality
  if (!conforms) return { _tag: "TextDoesNotConform", rule: "COVENANT-8", document, against }
  return sameArticle(under, now)
    ? undefined
    : { _tag: "LegalityOutdated", rule: "COVENANT-8", checkedOn: on, under, now }
}

const clausesMustStand = ({ sections }: Draft, { requiredClauses }: CovenantRules): Objection => {
  const missing = missingClauses(requiredClauses, sections)
  const clauses = missing.map(({ clause }) => clause)
  return clauses.length === 0 ? undefined : { _tag: "ClausesMissing", rule: "COVENANT-7", clauses, missing }
}

/** Whatever changed since the text was last offered is accounted for, or the body decided it itself (COVENANT-6). */
const changesMustBeAccountedFor = (
  { matter }: Command<"SubmitDraft">,
  draft: Draft,
  { rules, standing }: { readonly rules: CovenantRules; readonly standing: Standing },
): Objection => {
  if (draft.round === null || decidedThis(draft, matter) !== undefined) return undefined
  const { citation, need } = rules.unaskedChanges
  const { orders, versions } = standing.covenant
  const { asked, stated } = accountedFor(draft, openOrders(orders, versions, standing.today))
  const accounted = need === "stated-reason" ? new Set([...asked, ...stated]) : asked
  const clauses = unaccounted(draft.round.offered, draft.sections, accounted)
  return clauses.length === 0 ? undefined : { _tag: "ChangesUnaccounted", rule: "COVENANT-6", clauses, need, citation }
}

const commentsMustBeOver = ({ comments, draft, round }: Draft): ReadonlyArray<Objection> => {
  const open = undisposed(comments)
  return [
    round === null ? { _tag: "CommentsMissing", rule: "COVENANT-9", draft } : undefined,
    open.length === 0 ? undefined : { _tag: "CommentsUndisposed", rule: "COVENANT-5", comments: open },
  ]
}

const ordersMustBeAnswered = ({ corrects }: Command<"SubmitDraft">, standing: Standing): ReadonlyArray<Objection> => {
  const { orders, versions } = standing.covenant
  const standingOrders = openOrders(orders, versions, standing.today).map(({ order }) => order)
  const unanswered = standingOrders.filter((order) => !corrects.includes(order))
  const unknown = corrects.find((order) => !standingOrders.includes(order))
  return [
    unknown === undefined
      ? undefined
      : { _tag: "NoSuchOrder", rule: "COVENANT-14", order: unknown, orders: standingOrders },
    unanswered.length === 0 ? undefined : { _tag: "OrdersUnanswered", rule: "COVENANT-14", orders: unanswered },
  ]
}

const matterMustBeNew = ({ matter }: Command<"SubmitDraft">, draft: Draft, { covenant }: Standing): Objection =>
  covenant.matters.includes(matter) && decidedThis(draft, matter) === undefined
    ? { _tag: "MatterUsed", rule: "COVENANT-9", matter }
    : undefined

const textMustBeNew = ({ document }: Draft, { covenant }: Standing): Objection => {
  const last = covenant.versions.at(-1)
  return last?.document === document ? { _tag: "NothingChanged", rule: "COVENANT-9", version: last.version } : undefined
}

/** Put the text to the body that decides: nothing of it changes until the matter has ended (COVENANT-9). */
export const submit = (command: Command<"SubmitDraft">, standing: Standing): CovenantDecision => {
  const { corrects, matter } = command
  const { today: on } = standing
  const lies = draftIn(standing)
  if (lies.ok && lies.value.submission?.matter === matter) return quiet
  const found = changeableIn(standing)
  if (!found.ok) return object(found.refusal)
  const rules = rulesOn(standing, on)
  if (!rules.ok) return object(rules.refusal)
  const draft = found.value
  const objections = [
    ...commentsMustBeOver(draft),
    changesMustBeAccountedFor(command, draft, { rules: rules.value, standing }),
    clausesMustStand(draft, rules.value),
    legalityMustHold(draft, rules.value),
    ...ordersMustBeAnswered(command, standing),
    matterMustBeNew(command, draft, standing),
    textMustBeNew(draft, standing),
  ]
  return unless(objections, () => {
    const { packs, requiredClauses: required } = rules.value
    const since = decidedThis(draft, matter)?.since ?? on
    const text = { draft: draft.draft, revision: draft.revision, document: draft.document }
    return [{ _tag: "DraftSubmitted", ...text, matter, corrects, required, packs, since, on }]
  })
}
