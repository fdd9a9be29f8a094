import type { Refusal } from "@jinlin/core/kernel"
import type { Checked, CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type Charter, resolvePolicy } from "../charter/charter.ts"
import { type Lawbook, stepListsOn } from "./law.ts"
import type { JournalRefusal } from "./refusals.ts"
import type { RawRow } from "./row.ts"

/** The fields of a command with what the charter says a name in a cell stands for; or the column and why it stands for nothing. */
export type Named = Checked<unknown, { readonly field: string; readonly refusal: Refusal }>

const unnamed = (field: string, refusal: JournalRefusal): Named => ({ ok: false, refusal: { field, refusal } })

/** Whose policy a command takes; of any other command the name of a policy is read, and the command is refused. */
const policyOf: ReadonlyMap<unknown, string> = new Map([
  ["FoundConference", "joint-conference"],
  ["AdoptPolicy", "joint-conference"],
  ["OpenRota", "rotating-chair"],
  ["AdoptRotaPolicy", "rotating-chair"],
])

/** A policy is named, and the charter says what it stands for. Rule JOURNAL-4. */
export const withPolicy = (fields: unknown, cells: RawRow["cells"], charter: Charter): Named => {
  const name = cells.get("policy")
  if (typeof name !== "string" || typeof fields !== "object") return { ok: true, value: fields }
  const chosen = Object.hasOwn(charter.policies, name) ? charter.policies[name] : undefined
  const process = policyOf.get(cells.get("command")) ?? chosen?.process
  if (chosen !== undefined && chosen.process === process)
    return { ok: true, value: { ...fields, policy: resolvePolicy(chosen) } }
  const known = Object.keys(charter.policies).filter(
    (other) => process === undefined || charter.policies[other]?.process === process,
  )
  return unnamed("policy", { _tag: "UnknownPolicy", rule: "JOURNAL-4", policy: name, known })
}

/** A list of steps is named, and the charter and its packs say on that day which steps it has. Rule JOURNAL-14. */
export const withPlan = (
  fields: unknown,
  cells: RawRow["cells"],
  { lawbook, on }: { readonly lawbook: Lawbook; readonly on: CivilDate },
): Named => {
  const list = cells.get("plan")
  if (typeof list !== "string" || typeof fields !== "object") return { ok: true, value: fields }
  const lists = stepListsOn(lawbook, on)
  if (!lists.ok) return { ok: false, refusal: { field: "plan", refusal: lists.refusal[0] } }
  const steps = lists.value.find((one) => one.list === list)?.steps
  if (steps !== undefined) return { ok: true, value: { ...fields, plan: { list, steps } } }
  const known = lists.value.map((one) => one.list)
  return unnamed("plan", { _tag: "UnknownStepList", rule: "JOURNAL-14", list, known })
}
