import { canonicalJson } from "@jinlin/core/kernel"
import { sealed } from "../src/canonical/sealing.ts"
import type { PublicRecord } from "../src/index.ts"

type Parts = PublicRecord["parts"]

/** What an attacker makes of a record: something is changed, and every digest is made again. */
export const forged = (record: PublicRecord, change: (parts: Parts) => unknown): string => {
  const parts = JSON.parse(JSON.stringify(record.parts)) as Parts
  change(parts)
  const contents = {
    matter: parts.matter.content,
    coGovernance: parts.coGovernance?.content ?? null,
    covenant: parts.covenant?.content ?? null,
    deliberations: parts.deliberations.map(({ content }) => content),
    disclosures: parts.disclosures.map(({ content }) => content),
    texts: parts.texts.map(({ content }) => content),
    calendars: parts.calendars.map(({ content }) => content),
  }
  const written = canonicalJson(sealed(contents))
  return written.ok ? `${written.value}\n` : ""
}

/** Sets what stands at a path of the parts; what is not there is not set. */
export const setIn = (parts: unknown, path: string, value: unknown): void => {
  const names = path.split(".")
  const last = names.pop() ?? ""
  const inside = names.reduce((at, name) => Reflect.get(at as object, name), parts)
  if (!Reflect.has(inside as object, last)) throw new Error(`nothing stands at ${path}`)
  Reflect.set(inside as object, last, value)
}
