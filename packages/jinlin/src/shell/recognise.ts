import { decodeStrictly, Id, type Refusal } from "@jinlin/core/kernel"
import type { Clock, Directory, DirectoryUnavailable, Identity } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { contained } from "../workers/contained.ts"
import type { Cancelled, Unauthenticated, UnexpectedFault } from "./refusals.ts"

/** How long the directory may take, in milliseconds; our default. */
const lookUpFor = 10_000

/** Which login of which tenant, and for how long anybody wants to know. */
interface Sought {
  readonly tenant: string
  readonly actor: { readonly login: string }
  readonly signal?: AbortSignal | undefined
}

/** Who a login is; or why nobody can say. */
type Recognised = { readonly ok: true; readonly identity: Identity } | { readonly ok: false; readonly refusal: Refusal }

const refused = (refusal: Refusal): Recognised => ({ ok: false, refusal })

const unavailable = (detail: string): Recognised => {
  const refusal: DirectoryUnavailable = { _tag: "DirectoryUnavailable", rule: "PORT-2", detail }
  return refused(refusal)
}

const decode = decodeStrictly(
  Schema.Struct({
    person: Id,
    units: Schema.Array(Id),
    offices: Schema.Array(Schema.Struct({ post: Id, within: Id })),
  }),
)

/** What is asked of an identity, and nothing else that a host may keep beside it. */
const copied = ({ offices, person, units }: Identity): Identity => ({
  ...{ person, units: [...units] },
  offices: offices.map(({ post, within }) => ({ post, within })),
})

/** A directory is somebody else's code: its answer is read like everything that comes from outside. */
const reading = (answer: Awaited<ReturnType<Directory["identify"]>>): Recognised => {
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  try {
    if (answer.ok === false) return refused(answer.failure)
    if (answer.value === null) return refused(nobody)
    const read = decode(copied(answer.value))
    return read.ok ? { ok: true, identity: read.value } : unavailable("bad answer")
  } catch {
    return unavailable("bad answer")
  }
}

/** Asks the directory who a login is, and waits so long and no longer. Rules PORT-2, SHELL-5, SHELL-13. */
export const recognise = async (
  clock: Clock,
  directory: Directory,
  { actor, signal, tenant }: Sought,
): Promise<Recognised> => {
  const patience = { clock, milliseconds: lookUpFor, signal: signal ?? new AbortController().signal }
  const asked = await contained(() => directory.identify(tenant, actor.login), patience)
  const cancelled: Cancelled = { _tag: "Cancelled", rule: "SHELL-11" }
  switch (asked._tag) {
    case "Answered":
      return reading(asked.value)
    case "Threw": {
      const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: asked.detail }
      return refused(fault)
    }
    case "TimedOut":
      return unavailable("timed out")
    case "Stopped":
      return refused(cancelled)
  }
}
