import type { Citation } from "../../kernel/citation.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Draft } from "../model.ts"
import { sameArticle, sameNames } from "../rules/index.ts"
import {
  answerable,
  type Command,
  type CovenantDecision,
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

/** The same was found of this text under the same article (COVENANT-18). */
const isFoundSo = ({ document, legality }: Draft, command: Command<"CheckLegality">, under: Citation): boolean =>
  legality !== null &&
  command.document === document &&
  legality.conforms === command.conforms &&
  legality.opinion === command.opinion &&
  sameNames(legality.against, command.against) &&
  sameArticle(legality.under, under)

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
  if (isFoundSo(found.value, command, conformity.citation)) return quiet
  return unless([isOther, checkerMustBeAnother(found.value, standing), opinionMustAgree(command)], () => [
    { _tag: "LegalityChecked", draft, document, conforms, opinion, against, under: conformity.citation, packs, on },
  ])
}
