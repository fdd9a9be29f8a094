import type { PersonalField } from "./personal-vault.ts"
import { nameFault, numberFault, tenantFault, textFault } from "./store/commit-checks.ts"
import type { StoreUnavailable } from "./store/failures.ts"
import { unavailable } from "./store/unavailable.ts"
import { misuse } from "./text-store-checks.ts"

const fieldFault = ({ audiences, keepUntil, name, purpose, value }: PersonalField): StoreUnavailable | undefined =>
  misuse(
    nameFault("fields.name", name) ??
      nameFault("fields.purpose", purpose) ??
      audiences.map((audience) => nameFault("fields.audiences", audience)).find((fault) => fault !== undefined) ??
      (keepUntil === null ? undefined : numberFault("fields.keepUntil", keepUntil)) ??
      textFault("fields.value", value),
  )

/**
 * What is wrong with personal fields before a vault looks at what it holds: a name, a text, a number, a field of one purpose
 * named twice. It repeats nothing of what was handed in. The same in every vault; undefined: nothing.
 */
export const fieldsFault = (
  tenant: string,
  fields: ReadonlyArray<PersonalField>,
  at: number,
): StoreUnavailable | undefined => {
  const names = fields.map(({ name, purpose }) => `${name} ${purpose}`)
  const isTwice = names.some((name, index) => names.indexOf(name) < index)
  return (
    misuse(tenantFault(tenant) ?? numberFault("at", at)) ??
    fields.map(fieldFault).find((fault) => fault !== undefined) ??
    (isTwice ? unavailable("misused", "a field of one purpose is named twice (rule VAULT-1)") : undefined)
  )
}
