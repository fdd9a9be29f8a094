import { disclosure } from "@jinlin/core/disclosure"
import type { Refusal } from "@jinlin/core/kernel"
import { type Answer, done, failed, rowsPerPage, type StoredEvent } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { readStored } from "../shell/loading.ts"
import { texts } from "../texts/hosted.ts"
import type { TextRecord } from "../texts/text-record.ts"

/** What a public record may be of. */
export const recordable: ReadonlyArray<Recordable["of"]> = ["co-governance", "deliberation", "covenant"]

/** What of the log a record is asked for: of which process, and which one of it. */
export interface Recordable {
  readonly of: "co-governance" | "deliberation" | "covenant"
  readonly id: string
}

/** A document as the log knows it, and under which id the text store has it. */
export interface KnownDocument extends Pick<TextRecord, "sections"> {
  readonly id: string
}

/** Which streams of a log have to do with each other; everything in the order in which it began. */
export interface Linked {
  /** Everything of which there may be a record. */
  readonly found: ReadonlyArray<Recordable>
  /** Each disclosure with the matter that it is of. */
  readonly disclosures: ReadonlyMap<string, string>
  /** Each matter with two deliberations, with those that are attached to it or revoked it. */
  readonly attached: ReadonlyMap<string, ReadonlySet<string>>
  /** Each covenant with the matters in which its drafts and its repeal were decided. */
  readonly submitted: ReadonlyMap<string, ReadonlySet<string>>
  /** Each document by its digest. */
  readonly documents: ReadonlyMap<string, KnownDocument>
}

/** The events that lead from one stream to another. */
const leading: ReadonlySet<string> = new Set([
  ...["DisclosurePrepared", "DeliberationAttached", "DeliberationDetached", "ResolutionRevoked"],
  ...["DraftSubmitted", "CovenantRepealed", "TextRecorded"],
])

interface Reading {
  readonly found: Array<Recordable>
  readonly known: Set<string>
  readonly disclosures: Map<string, string>
  readonly attached: Map<string, Set<string>>
  readonly submitted: Map<string, Set<string>>
  readonly documents: Map<string, KnownDocument>
}

/** The events that lead somewhere, as far as they say where. */
interface Leading {
  readonly _tag: string
  readonly matter?: string
  readonly by?: string
  readonly digest?: string
  readonly sections?: TextRecord["sections"]
}

const into = (all: Map<string, Set<string>>, id: string): Set<string> => {
  const known = all.get(id) ?? new Set()
  all.set(id, known)
  return known
}

const follow = (reading: Reading, id: string, event: Leading): void => {
  const { _tag, by = "", digest = "", matter = "", sections = [] } = event
  switch (_tag) {
    case "DisclosurePrepared":
      reading.disclosures.set(id, matter)
      return
    case "DeliberationAttached":
      into(reading.attached, id).add(matter)
      return
    case "DeliberationDetached":
      into(reading.attached, id).delete(matter)
      return
    case "ResolutionRevoked":
      into(reading.attached, id).add(by)
      return
    case "DraftSubmitted":
    case "CovenantRepealed":
      into(reading.submitted, id).add(matter)
      return
    default:
      reading.documents.set(digest, { id, sections })
  }
}

const read = ({ processes }: Engine, reading: Reading, stored: StoredEvent): Refusal | undefined => {
  const [name = "", id = ""] = stored.stream.split("/")
  const of = recordable.find((one) => one === name)
  if (of !== undefined && !reading.known.has(stored.stream)) {
    reading.known.add(stored.stream)
    reading.found.push({ of, id })
  }
  const process = processes.get(name)
  const isOurs = of !== undefined || name === disclosure.process || name === texts.name
  if (!isOurs || process === undefined || !leading.has(stored.type)) return undefined
  const event = readStored(process, stored)
  if (!event.ok) return event.failure
  follow(reading, id, event.value)
  return undefined
}

/**
 * Reads a log for what has to do with what. An event that leads somewhere and cannot be read is refused: nobody could say what a
 * record would lack. Rule PUBLISH-5.
 */
export const linkedIn = async (engine: Engine, tenant: string): Promise<Answer<Linked, Refusal>> => {
  const reading: Reading = {
    ...{ found: [], known: new Set(), disclosures: new Map(), attached: new Map(), submitted: new Map() },
    documents: new Map(),
  }
  let after: string | undefined
  for (;;) {
    const page = await engine.store.readLog(tenant, { limit: rowsPerPage, ...(after === undefined ? {} : { after }) })
    if (!page.ok) return page
    for (const stored of page.value.events) {
      const refusal = read(engine, reading, stored)
      if (refusal !== undefined) return failed(refusal)
    }
    if (page.value.atEnd || page.value.next === null) return done(reading)
    after = page.value.next
  }
}
