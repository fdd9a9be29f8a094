import type { Membership } from "@jinlin/core/co-governance"
import { decodeStrictly, Id } from "@jinlin/core/kernel"
import { type Answer, type Clock, type Directory, type DirectoryUnavailable, done, failed } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { contained } from "../workers/contained.ts"

/** Of these people, the bodies and units of those whom the directory knows. */
export type MembershipsOf = (
  tenant: string,
  people: ReadonlyArray<string>,
) => Promise<Answer<ReadonlyArray<Membership>, DirectoryUnavailable>>

/** Where there is no directory: nobody is known. */
export const noMemberships: MembershipsOf = async () => done([])

/** How long the directory may take for one person, in milliseconds; our default. */
const lookUpFor = 10_000

const unavailable = (detail: string): Answer<never, DirectoryUnavailable> =>
  failed({ _tag: "DirectoryUnavailable", rule: "PORT-2", detail })

const decode = decodeStrictly(Schema.NullOr(Schema.Array(Id)))

const bodiesOf = async (
  { clock, directory }: { readonly clock: Clock; readonly directory: Directory },
  tenant: string,
  person: string,
): Promise<Answer<ReadonlyArray<string> | null, DirectoryUnavailable>> => {
  const patience = { clock, milliseconds: lookUpFor, signal: new AbortController().signal }
  const asked = await contained(() => directory.memberships(tenant, person), patience)
  if (asked._tag === "TimedOut") return unavailable("timed out")
  if (asked._tag !== "Answered") return unavailable(asked._tag === "Threw" ? asked.detail : "stopped")
  try {
    if (!asked.value.ok) return asked.value
    const read = decode(asked.value.value)
    return read.ok ? done(read.value) : unavailable("bad answer")
  } catch {
    return unavailable("bad answer")
  }
}

/** Asks the directory for each person, and waits so long and no longer. Rules PORT-2, SHELL-23. */
export const membershipsFrom =
  (clock: Clock, directory: Directory): MembershipsOf =>
  async (tenant, people) => {
    const known: Array<Membership> = []
    for (const person of people) {
      const found = await bodiesOf({ clock, directory }, tenant, person)
      if (!found.ok) return found
      if (found.value !== null) known.push({ person, bodies: found.value })
    }
    return done(known)
  }
