import { type Answer, type Answering, failed, type ReadFailure, tenantFault } from "@jinlin/sdk"
import type { Session } from "./session.ts"
import { disposed, faultOf } from "./unavailable.ts"

/** What the parts of a store share. */
export interface Desk {
  readonly session: Session
  /** Set once the store is disposed of. */
  closed: boolean
}

/**
 * Asks for one tenant: whether the store is there, then what is wrong with the question, and only then the database.
 * Whatever is thrown on the way becomes an answer.
 */
export const asking =
  (desk: Desk) =>
  async <Value, Failure>(
    tenant: string,
    faults: () => ReadonlyArray<ReadFailure | undefined>,
    look: (session: Session) => Promise<Answer<Value, Failure>>,
  ): Answering<Value, Failure | ReadFailure> => {
    if (desk.closed) return failed(disposed)
    try {
      const fault = [tenantFault(tenant), ...faults()].find((one) => one !== undefined)
      return fault === undefined ? await look(desk.session) : failed(fault)
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  }
