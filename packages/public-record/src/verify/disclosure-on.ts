import type { DisclosureFact } from "@jinlin/core/co-governance"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { PublicDisclosure } from "../model/disclosure.ts"
import type { PublicRecord } from "../model/record.ts"

type Parts = PublicRecord["parts"]

/** The disclosure of this id, if the record has it. */
export const disclosureIn = ({ disclosures }: Parts, id: string | null): PublicDisclosure | undefined =>
  disclosures.find(({ content }) => content.disclosure === id)?.content

/** What it corrects, what that one corrected, and so on, as far as the record has them. */
const chainOf = (parts: Parts, known: PublicDisclosure): ReadonlyArray<string> => {
  const chain: Array<string> = []
  for (let id = known.corrects; id !== null && !chain.includes(id); ) {
    chain.push(id)
    id = disclosureIn(parts, id)?.corrects ?? null
  }
  return chain
}

/** Whether another had surely taken its place before a day: every sheet of the other one's first posting was entered by then. */
const isReplaced = (parts: Parts, { supersededBy }: PublicDisclosure, day: CivilDate): boolean => {
  const next = disclosureIn(parts, supersededBy)
  const up = next?.postings[0]?.on
  return next !== undefined && up !== undefined && addDays(up, next.rules.sheets.days) < day
}

const statusOn = (parts: Parts, known: PublicDisclosure, day: CivilDate): DisclosureFact["status"] => {
  if ((known.postings[0]?.on ?? day) > day) return "checked"
  if (isReplaced(parts, known, day)) return "superseded"
  return known.completedOn !== null && known.completedOn <= day ? "completed" : "posted"
}

/** A disclosure of the record as it may have stood at the end of a day. */
export const disclosureOn = (parts: Parts, known: PublicDisclosure, day: CivilDate): DisclosureFact => {
  const { disclosure, document, matter, objections, period, postings, supersededBy, what } = known
  const status = statusOn(parts, known, day)
  const open = objections.filter(({ answered, on }) => on < day && (answered === null || answered.on > day))
  return {
    ...{ disclosure, what, proves: document, status, from: postings[0]?.on ?? null },
    ofThisMatter: matter === parts.coGovernance?.content.matter,
    ends: period?.end ?? null,
    corrects: chainOf(parts, known),
    supersededBy: status === "superseded" ? supersededBy : null,
    openObjections: open.length,
  }
}
