import type { KeptDocument, KeptSection } from "@jinlin/sdk"
import { commitmentOf, digestOver } from "./commitments.ts"

/**
 * How a section stands to what was recorded of it. `proved`: it is what was committed to. `blacked-out`: text and salt are
 * gone, and only that something stood there can be said. `tampered`: it is something else. `moved`: it stands at another
 * place. `missing` and `added`: only one of the two sides has it.
 */
export type SectionStanding = "proved" | "blacked-out" | "tampered" | "moved" | "missing" | "added"

/** What was found of one section. */
export interface SectionFinding {
  readonly name: string
  readonly standing: SectionStanding
}

/** What was found of a document. */
export interface DocumentProof {
  /** Every section is proved or blacked out, and the record is whole. */
  readonly holds: boolean
  /** Whether the recorded commitments are those that the recorded digest was made of. */
  readonly record: "proved" | "tampered"
  /** Recorded sections in their order, then those that were added. */
  readonly sections: ReadonlyArray<SectionFinding>
}

/** What the log has of a document, as it was read. */
export interface RecordedCommitments {
  readonly sections: ReadonlyArray<{ readonly name: string; readonly commitment: string }>
  readonly digest: string
}

const standingOf = ({ name, salt, text }: KeptSection, commitment: string): SectionStanding => {
  if (text === null && salt === null) return "blacked-out"
  if (text === null || salt === null) return "tampered"
  const found = commitmentOf({ name, salt, text })
  return found.ok && found.value === commitment ? "proved" : "tampered"
}

const proves = ({ standing }: SectionFinding): boolean => standing === "proved" || standing === "blacked-out"

/**
 * Holds a document as it stands against what the log recorded of it, section by section, so that a disclosure with parts
 * blacked out still proves the rest. Pure; the salts of what is blacked out are not needed. Rule COMMITMENT-3.
 */
export const proveDocument = (kept: KeptDocument, recorded: RecordedCommitments): DocumentProof => {
  const findings = recorded.sections.map(({ commitment, name }, place): SectionFinding => {
    const here = kept.sections[place]
    if (here?.name === name) return { name, standing: standingOf(here, commitment) }
    const elsewhere = kept.sections.some((section) => section.name === name)
    return { name, standing: elsewhere ? "moved" : "missing" }
  })
  const names = recorded.sections.map(({ name }) => name)
  const added = kept.sections.filter(
    ({ name }, place) => !names.includes(name) || kept.sections.findIndex((one) => one.name === name) < place,
  )
  const sections = [...findings, ...added.map(({ name }): SectionFinding => ({ name, standing: "added" }))]
  const digest = digestOver(recorded.sections)
  const record = digest.ok && digest.value === recorded.digest ? "proved" : "tampered"
  return { holds: record === "proved" && sections.every(proves), record, sections }
}
