import { join } from "node:path"
import type { Refusal } from "@jinlin/core/kernel"
import { type Language, messagesFor } from "@jinlin/messages"
import { paperForm, registerCsv, registerHtml, stepRegisterOf } from "@jinlin/registers"
import { type Answer, done, failed, rowsPerPage, type Store } from "@jinlin/sdk"
import { type Charter, namesIn } from "../../charter/charter.ts"
import type { Engine } from "../../shell/engine.ts"
import { engineOn } from "../../shell/engine-on.ts"
import { type SittingRecord, sittingsIn } from "../../views/sitting.ts"
import { systemClock } from "../../workers/clock.ts"
import type { Outcome } from "../faults.ts"
import { type Place, writeText } from "../files.ts"

/** The log of one community, to be read for its registers. */
export interface LogAtHand {
  readonly store: Store
  readonly tenant: string
  readonly charter: Charter
}

/** A sitting, and of which matter. */
export interface SittingOfMatter {
  readonly matter: string
  readonly sitting: SittingRecord
}

const streams = "deliberation/"

/** An engine that reads: it carries out no command, and so needs no law. */
const engineFor = ({ charter, store }: LogAtHand): Engine =>
  engineOn({ store, clock: systemClock, zoneOf: () => charter.zone })

const mattersIn = async ({ store, tenant }: LogAtHand): Promise<Answer<ReadonlySet<string>, Refusal>> => {
  const matters = new Set<string>()
  let after: string | undefined
  for (;;) {
    const page = await store.readLog(tenant, { limit: rowsPerPage, ...(after === undefined ? {} : { after }) })
    if (!page.ok) return page
    for (const { stream } of page.value.events)
      if (stream.startsWith(streams)) matters.add(stream.slice(streams.length))
    after = page.value.events.at(-1)?.position
    if (page.value.atEnd || after === undefined) return done(matters)
  }
}

/** Every sitting of every matter of a log, in the order in which the matters were put forward. */
export const everySitting = async (log: LogAtHand): Promise<Answer<ReadonlyArray<SittingOfMatter>, Refusal>> => {
  const [engine, matters] = [engineFor(log), await mattersIn(log)]
  if (!matters.ok) return matters
  const all: Array<SittingOfMatter> = []
  for (const matter of matters.value) {
    const sittings = await sittingsIn(engine, { tenant: log.tenant, subject: matter })
    if (!sittings.ok) return sittings
    all.push(...sittings.value.map((sitting) => ({ matter, sitting })))
  }
  return done(all)
}

/** One sitting of a matter; nothing where there is none. */
export const oneSitting = async (
  log: LogAtHand,
  { matter, round }: { readonly matter: string; readonly round: number },
): Promise<Answer<SittingRecord | undefined, Refusal>> => {
  const found = await sittingsIn(engineFor(log), { tenant: log.tenant, subject: matter, round })
  return found.ok ? done(found.value[0]) : failed(found.failure)
}

/** How many of each were written. */
export interface Written {
  readonly registers: number
  readonly forms: number
}

const nameOf = ({ matter, sitting }: SittingOfMatter): string => `${encodeURIComponent(matter)}.${sitting.entry.round}`

/** What is written of a sitting: a register once it is over, and until then, where it has a roll, a form for its papers. */
const filesOf = async (
  one: SittingOfMatter,
  { charter, language }: { readonly charter: Charter; readonly language: Language },
): Promise<ReadonlyArray<readonly [name: string, content: string | Uint8Array]>> => {
  const { entry, marks, roll, title } = one.sitting
  const reader = { messages: messagesFor(language), names: namesIn(charter, language) }
  const name = nameOf(one)
  if (entry.result === "open")
    return roll.length === 0
      ? []
      : [[`${name}.form.csv`, paperForm(roll, reader, { matter: one.matter, round: entry.round })]]
  const around = { community: charter.community, title, roll, ...(marks === null ? {} : { marks }) }
  const register = stepRegisterOf(entry, around)
  // The library for DOCX is large, and loaded only where a register is written.
  const { registerDocx } = await import("@jinlin/registers/docx")
  return [
    [`${name}.html`, registerHtml(register, reader)],
    [`${name}.csv`, registerCsv(register, reader)],
    [`${name}.docx`, await registerDocx(register, reader)],
  ]
}

/** Writes the registers of a log into a folder: of every sitting that is over a page, a table and minutes. */
export const writeRegisters = async (
  sittings: ReadonlyArray<SittingOfMatter>,
  { folder, ...as }: { readonly folder: Place; readonly charter: Charter; readonly language: Language },
): Promise<Outcome<Written>> => {
  const counts = { registers: 0, forms: 0 }
  for (const one of sittings) {
    const files = await filesOf(one, as)
    for (const [name, content] of files) {
      const place = { path: join(folder.path, name), name: `${folder.name}/${name}` }
      const written = writeText(place, content)
      if (!written.ok) return written
    }
    if (files.length > 0) counts[one.sitting.entry.result === "open" ? "forms" : "registers"] += 1
  }
  return { ok: true, value: counts }
}
