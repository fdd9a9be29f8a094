import { deliberation, type Matter } from "@jinlin/core/deliberation"
import { peopleOf, votersReached } from "@jinlin/core/reactions"
import { type Answer, done, failed, type ReadFailure, rowsPerPage } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { conferenceOf } from "../shell/identify.ts"
import { readStored } from "../shell/loading.ts"
import type { RelayOptions } from "./relay.ts"
import type { NoticePayload } from "./relay-payload.ts"

/** A matter as it stood before an event, such as `deliberation/m-1@7`: what the event ends is still there. */
const matterBefore = async (
  { processes, store }: Engine,
  { event, tenant }: { readonly tenant: string; readonly event: string },
): Promise<Answer<Matter, ReadFailure | Extract<ReturnType<typeof readStored>, { readonly ok: false }>["failure"]>> => {
  const process = processes.get(deliberation.process)
  const at = event.lastIndexOf("@")
  const [stream, revision] = [event.slice(0, at), Number(event.slice(at + 1))]
  let state: unknown = deliberation.initial
  for (let after = 0; process !== undefined && after < revision - 1; ) {
    const limit = Math.min(rowsPerPage, revision - 1 - after)
    const page = await store.readStream(tenant, stream, { after, limit })
    if (!page.ok) return page
    for (const stored of page.value) {
      const read = readStored(process, stored)
      if (!read.ok) return read
      state = process.evolve(state, read.value)
    }
    if (page.value.length < limit) break
    after += limit
  }
  return done(state as Matter)
}

const people = (references: ReadonlyArray<string>) => done(references.map((person) => ({ person })))

/** By the record of a conference as it stands now (REACTION-9). */
const ofConference = async (engine: Engine, tenant: string, { community, moment, notice }: NoticePayload) => {
  const record = await conferenceOf(engine, { tenant, conference: community })
  return "failure" in record ? failed(record.failure) : people(peopleOf(record.state, notice.to, moment.civilDate))
}

/** By the roll of a matter as it stood when it happened (REACTION-12). */
const ofMatter = async (engine: Engine, tenant: string, { event, notice }: NoticePayload) => {
  const matter = await matterBefore(engine, { tenant, event })
  return matter.ok ? people(votersReached(matter.value, notice.to)) : matter
}

/** Whom a notice reaches: one person who is named in it, or by the record of what it comes from. Rules REACTION-9, REACTION-12. */
export const reaching =
  (engine: Engine): RelayOptions["reach"] =>
  async (tenant, about) => {
    const { notice, process } = about
    if (notice.to._tag === "Person") return people([notice.to.person])
    return process === deliberation.process ? ofMatter(engine, tenant, about) : ofConference(engine, tenant, about)
  }
