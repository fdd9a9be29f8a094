import type { Answering } from "./answer.ts"

/**
 * A post that no log of a community records: an officer of the body above, the head of a unit, an auditor. Whoever is listed
 * as `superior` founds every conference of the tenant, names its convenor and dissolves it, within whichever body: list it
 * for the one body above them all, and give bodies that are not to rule each other's conferences tenants of their own.
 */
export interface Office {
  readonly post: string
  /** The body or unit in which it is held. */
  readonly within: string
}

/** Who a login is: a random reference, the units it belongs to, and offices that no log records. */
export interface Identity {
  readonly person: string
  readonly units: ReadonlyArray<string>
  readonly offices: ReadonlyArray<Office>
}

/** A way to reach a person, to which that person agreed. */
export interface Contact {
  /** The name of a notifier. */
  readonly notifier: string
  readonly address: string
  readonly language: string
}

/** The directory does not answer. Rule PORT-2. */
export interface DirectoryUnavailable {
  readonly _tag: "DirectoryUnavailable"
  readonly rule: "PORT-2"
  readonly detail: string
}

/** The host's users. Logins and addresses stay on this side: what is kept in the log is the random reference. */
export interface Directory {
  readonly name: string
  /** Null: nobody of that name, or nobody any more. */
  readonly identify: (tenant: string, login: string) => Answering<Identity | null, DirectoryUnavailable>
  /** The bodies and units to which a person belongs or in which they hold an office; null: nobody is known by this reference. */
  readonly memberships: (
    tenant: string,
    person: string,
  ) => Answering<ReadonlyArray<string> | null, DirectoryUnavailable>
  readonly contacts: (tenant: string, person: string) => Answering<ReadonlyArray<Contact>, DirectoryUnavailable>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
