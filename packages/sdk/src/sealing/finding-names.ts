import type { Answer } from "../answer.ts"
import { done, failed } from "../answer.ts"
import type { FindNames, TextPlace } from "../personal-vault.ts"
import { nameFault, numberFault, tenantFault, textFault } from "../store/commit-checks.ts"
import type { StoreFault } from "../store/failures.ts"
import { unavailable } from "../store/unavailable.ts"
import { misuse } from "../text-store-checks.ts"
import { openField, personKeyOf } from "./person-key.ts"
import { placesIn } from "./places-in-text.ts"
import { keyMissing, type SealedVaultParts } from "./rewrapping.ts"
import type { NamedRow } from "./vault-rows.ts"

/** So many people are read at once. */
const peopleAtOnce = 100

const changed = unavailable("damaged", "a personal field was changed in the database and cannot be opened")

type Asked = Parameters<FindNames>[1]

const faultIn = (tenant: string, { at, fields, texts }: Asked) =>
  misuse(
    tenantFault(tenant) ??
      numberFault("at", at) ??
      fields.map((field) => nameFault("fields", field)).find((fault) => fault !== undefined) ??
      texts.map((text) => textFault("texts", text)).find((fault) => fault !== undefined),
  )

/** The values of one person that are still kept. */
const valuesOf = async (
  { masters }: SealedVaultParts,
  tenant: string,
  { at, named: { fields, person, row } }: { readonly named: NamedRow; readonly at: number },
): Promise<Answer<ReadonlyArray<string>, StoreFault>> => {
  const kept = fields.filter(({ keepUntil }) => keepUntil === null || at < keepUntil)
  if (kept.length === 0 || row.key === null) return done([])
  const whose = { tenant, person }
  const sealer = await personKeyOf(masters, whose, row.key)
  if (sealer === undefined) return failed(keyMissing)
  const opened = await Promise.all(kept.map((field) => openField(sealer, whose, field)))
  const values = opened.flatMap((field) => (field === undefined ? [] : [field.value]))
  return values.length === opened.length ? done(values) : failed(changed)
}

const inOrder = (one: TextPlace, other: TextPlace): number => one.at - other.at || one.length - other.length

/** Each place once, in the order of the text: which of several people it is of nobody learns. */
const tidied = (places: ReadonlyArray<TextPlace>): ReadonlyArray<TextPlace> =>
  places
    .toSorted(inOrder)
    .filter((place, index, all) => all[index - 1]?.at !== place.at || all[index - 1]?.length !== place.length)

/**
 * Looks for the values of these fields in texts: everybody's of the tenant, opened one after the other and let go of. It gives
 * places, and neither the values nor whose they are. Rule VAULT-7.
 */
export const findNames =
  (parts: SealedVaultParts): FindNames =>
  async (tenant, asked) => {
    const fault = faultIn(tenant, asked)
    if (fault !== undefined) return failed(fault)
    const texts = asked.texts.map((text) => ({ find: placesIn(text), places: [] as Array<TextPlace> }))
    for (let after: string | null = null; ; ) {
      const page: Answer<ReadonlyArray<NamedRow>, StoreFault> = await parts.rows.named(tenant, {
        ...{ fields: asked.fields, after, limit: peopleAtOnce },
      })
      if (!page.ok) return page
      for (const named of page.value) {
        const values = await valuesOf(parts, tenant, { named, at: asked.at })
        if (!values.ok) return values
        for (const { find, places } of texts) for (const value of values.value) places.push(...find(value))
      }
      after = page.value.at(-1)?.person ?? null
      if (after === null) return done(texts.map(({ places }) => tidied(places)))
    }
  }
