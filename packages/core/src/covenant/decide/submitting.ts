import { object, unless } from "../../kernel/decider.ts"
import type { Draft, Returned } from "../model.ts"
import type { CovenantRules } from "../policy.ts"
import {
  accountedFor,
  missingClauses,
  openOrders,
  sameArticle,
  sameNames,
  unaccounted,
  undisposed,
} from "../rules/index.ts"
import {
  type Command,
  type CovenantDecision,
  changeableIn,
  draftIn,
  type Objection,
  quiet,
  rulesOn,
  type Standing,
} from "./standing.ts"

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

/** What is submitted lies with a body already, as a matter that runs on exactly this text (COVENANT-9). */
const matterMustBearThis = (
  { matter }: Command<"SubmitDraft">,
  draft: Draft,
  { around: { outcome }, covenant }: Standing,
): Objection => {
  if (covenant.matters.includes(matter) || decidedThis(draft, matter) !== undefined) return undefined
  const known = outcome?.matter === matter ? outcome : undefined
  if (known?.status !== "open")
    return { _tag: "MatterNotRunning", rule: "COVENANT-9", matter, status: known?.status ?? "unknown" }
  const { text: bears } = known
  const { document } = draft
  return bears === document ? undefined : { _tag: "MatterOnAnotherText", rule: "COVENANT-9", matter, bears, document }
}

const textMustBeNew = ({ document }: Draft, { covenant }: Standing): Objection => {
  const last = covenant.versions.at(-1)
  return last?.document === document ? { _tag: "NothingChanged", rule: "COVENANT-9", version: last.version } : undefined
}

const isSubmittedSo = ({ submission }: Draft, { corrects, matter }: Command<"SubmitDraft">): boolean =>
  submission?.matter === matter && sameNames(submission.corrects, corrects)

/** Put the text to the body that decides: nothing of it changes until the matter has ended (COVENANT-9). */
export const submit = (command: Command<"SubmitDraft">, standing: Standing): CovenantDecision => {
  const { corrects, matter } = command
  const { today: on } = standing
  const lies = draftIn(standing)
  if (lies.ok && isSubmittedSo(lies.value, command)) return quiet
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
    matterMustBearThis(command, draft, standing),
    textMustBeNew(draft, standing),
  ]
  return unless(objections, () => {
    const { packs, requiredClauses: required } = rules.value
    const since = decidedThis(draft, matter)?.since ?? on
    const text = { draft: draft.draft, revision: draft.revision, document: draft.document }
    return [{ _tag: "DraftSubmitted", ...text, matter, corrects, required, packs, since, on }]
  })
}
