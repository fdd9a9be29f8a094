import { nameFault, numberFault, tenantFault, textFault } from "./store/commit-checks.ts"
import type { CommitFault, StoreUnavailable } from "./store/failures.ts"
import { unavailable } from "./store/unavailable.ts"
import type { TextDocument, TextSection } from "./text-store.ts"

const saltPattern = /^[0-9A-Fa-f]{32,256}$/

/** A fault of what was handed in, in one line that repeats nothing of it. Undefined: no fault. */
export const misuse = (fault: CommitFault | undefined): StoreUnavailable | undefined => {
  if (fault === undefined) return undefined
  const place = "field" in fault ? ` ${fault.field}` : ""
  const index = "index" in fault ? ` at ${fault.index}` : ""
  return unavailable("misused", `${fault._tag}${place}${index} (rule ${fault.rule})`)
}

const sectionFault = ({ name, salt, text }: TextSection): StoreUnavailable | undefined =>
  misuse(nameFault("sections.name", name) ?? textFault("sections.text", text)) ??
  (typeof salt === "string" && saltPattern.test(salt)
    ? undefined
    : unavailable("misused", "sections.salt is no hex of 128 to 1,024 bits (rule TEXT-STORE-1)"))

/**
 * What is wrong with a document before a text store looks at what it holds: a name, a text, a salt of less than 128 bits,
 * a section named twice. The same in every store; undefined: nothing.
 */
export const documentFault = (tenant: string, document: TextDocument, at: number): StoreUnavailable | undefined => {
  const { id, sections } = document
  const names = sections.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  return (
    misuse(tenantFault(tenant) ?? nameFault("id", id) ?? numberFault("at", at)) ??
    sections.map(sectionFault).find((fault) => fault !== undefined) ??
    (twice === undefined ? undefined : unavailable("misused", "a section is named twice (rule TEXT-STORE-1)"))
  )
}

/**
 * The text that a section's commitment is the digest of: canonical JSON (RFC 8785) of name, salt and text. Whoever has all
 * three can prove the section; whoever has the commitment alone cannot guess it.
 */
export const sectionText = ({ name, salt, text }: TextSection): string =>
  `{"name":${JSON.stringify(name)},"salt":${JSON.stringify(salt)},"text":${JSON.stringify(text)}}`
