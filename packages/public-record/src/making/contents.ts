import { accept, type Checked, refuse } from "@jinlin/core/kernel"
import type { Contents } from "../canonical/sealing.ts"
import type { PublicDeliberation } from "../model/deliberation.ts"
import type { PublicCoGovernance, PublicCovenant } from "../model/histories.ts"
import type { PublicText } from "../model/record.ts"
import { calendarsFor } from "./calendars.ts"
import { publicDeliberation } from "./deliberation.ts"
import { publicDisclosure } from "./disclosure.ts"
import type { RecordHistories, RecordSurroundings } from "./given.ts"
import { publicCoGovernance, publicCovenant } from "./histories.ts"
import type { NothingOnRecord, RecordRefusal } from "./refusals.ts"
import { publicText, type RecordDocument, type Showing, showingOf } from "./texts.ts"

const nothing = (of: NothingOnRecord["of"], id: string): Checked<never, NothingOnRecord> =>
  refuse({ _tag: "NothingOnRecord", rule: "RECORD-1", of, id })

const textsOf = (
  documents: ReadonlyArray<RecordDocument>,
  showing: Showing,
): Checked<ReadonlyArray<PublicText>, RecordRefusal> => {
  const texts = new Map<string, PublicText>()
  for (const given of documents) {
    const text = publicText(given, showing)
    if (!text.ok) return text
    texts.set(text.value.document, text.value)
  }
  return accept([...texts.values()].sort((one, other) => (one.document < other.document ? -1 : 1)))
}

/** The streams in which something was decided. */
interface Streams {
  readonly deliberations: ReadonlyArray<PublicDeliberation>
  readonly coGovernance: PublicCoGovernance | null
  readonly covenant: PublicCovenant | null
}

const streamsOf = (histories: RecordHistories): Checked<Streams, NothingOnRecord> => {
  const { coGovernance: two, covenant: pact } = histories
  const deliberations: Array<PublicDeliberation> = []
  for (const { events, id } of histories.deliberations) {
    const known = publicDeliberation(id, events)
    if (known === undefined) return nothing("deliberation", id)
    deliberations.push(known)
  }
  const coGovernance = two === undefined ? null : publicCoGovernance(two.id, two.events)
  if (coGovernance === undefined) return nothing("co-governance", two?.id ?? "")
  const covenant = pact === undefined ? null : publicCovenant(pact.id, pact.events)
  if (covenant === undefined) return nothing("covenant", pact?.id ?? "")
  return accept({ deliberations, coGovernance, covenant })
}

/** What it is about: the covenant where that was said; the matter with two deliberations, else the deliberation, else the covenant. */
const subjectOf = (
  { coGovernance, covenant, deliberations: [first] }: Streams,
  asked: RecordSurroundings["subject"],
) => {
  const opened = coGovernance?.history.find((event) => event._tag === "CoGovernanceOpened")
  const begun = covenant?.history.find((event) => event._tag === "CovenantOpened")
  const pact = covenant === null || begun === undefined ? undefined : { matter: covenant.covenant, title: begun.title }
  if (asked === "covenant" && pact !== undefined) return pact
  if (coGovernance !== null && opened !== undefined) return { matter: coGovernance.matter, title: opened.title }
  return first === undefined ? pact : { matter: first.matter, title: first.title }
}

/** What goes into a record, without digests. */
export const contentsOf = (
  histories: RecordHistories,
  { asOf, calendars = [], community, documents = [], released = [], subject: asked }: RecordSurroundings,
): Checked<Contents, RecordRefusal> => {
  const streams = streamsOf(histories)
  if (!streams.ok) return streams
  const { coGovernance, covenant, deliberations } = streams.value
  const subject = subjectOf(streams.value, asked)
  if (subject === undefined) return nothing("matter", "")
  const disclosures = histories.disclosures.flatMap(({ events, id }) => publicDisclosure(id, events) ?? [])
  const texts = textsOf(documents, showingOf(disclosures, released, documents))
  if (!texts.ok) return texts
  const matter = {
    ...{ ...subject, community, asOf },
    deliberations: deliberations.map((one) => one.matter),
    disclosures: disclosures.map((one) => one.disclosure),
    coGovernance: coGovernance?.matter ?? null,
    covenant: covenant?.covenant ?? null,
  }
  return accept({
    ...{ matter, coGovernance, covenant, deliberations, disclosures, texts: texts.value },
    calendars: calendarsFor(disclosures, calendars),
  })
}
