import type { CalendarData } from "@jinlin/core/kernel"
import type { PublicDeliberation } from "../model/deliberation.ts"
import type { PublicDisclosure } from "../model/disclosure.ts"
import type { PublicCoGovernance, PublicCovenant } from "../model/histories.ts"
import { type PublicMatter, type PublicText, recordFormat } from "../model/record.ts"
import { digestedIn, digestIn } from "./digests.ts"

/** What a record holds, without digests. */
export interface Contents {
  readonly matter: PublicMatter
  readonly coGovernance: PublicCoGovernance | null
  readonly covenant: PublicCovenant | null
  readonly deliberations: ReadonlyArray<PublicDeliberation>
  readonly disclosures: ReadonlyArray<PublicDisclosure>
  readonly texts: ReadonlyArray<PublicText>
  readonly calendars: ReadonlyArray<CalendarData>
}

const part = <Content>(content: Content) => ({ digest: digestIn(content), content })

/** Puts a digest beside each content and one over all of them. What has no canonical JSON has none, and does not read back. */
export const sealed = (contents: Contents): unknown => {
  const parts = {
    matter: part(contents.matter),
    coGovernance: contents.coGovernance === null ? null : part(contents.coGovernance),
    covenant: contents.covenant === null ? null : part(contents.covenant),
    deliberations: contents.deliberations.map(part),
    disclosures: contents.disclosures.map(part),
    texts: contents.texts.map(part),
    calendars: contents.calendars.map(part),
  }
  return { format: recordFormat, parts, digest: digestIn(digestedIn({ format: recordFormat, parts })) }
}
