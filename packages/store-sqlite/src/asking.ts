import { type Answer, type Answering, failed, type ReadFailure, type StoreFault, tenantFault } from "@jinlin/sdk"
import type { Engine } from "./engine.ts"
import { faultOf } from "./faults.ts"
import type { Ledger, Tenant } from "./ledger.ts"

/** What is wrong with a question, before the tables are asked; a thunk, since what is handed in may be anything at run time. */
type Faults = () => ReadonlyArray<ReadFailure | undefined>

type Look<Value, Failure> = (ledger: Ledger, tenant: Tenant) => Answer<Value, Failure>

type Asked<Value, Failure> = Answering<Value, Failure | ReadFailure | StoreFault>

/** Questions and changes of one tenant: what is wrong with them is found first, and nothing is thrown. */
export interface Asking {
  readonly read: <Value, Failure = never>(
    tenant: string,
    faults: Faults,
    look: Look<Value, Failure>,
  ) => Asked<Value, Failure>
  readonly write: <Value, Failure = never>(
    tenant: string,
    faults: Faults,
    look: Look<Value, Failure>,
  ) => Asked<Value, Failure>
}

const faultIn = (tenant: string, faults: Faults): ReadFailure | undefined => {
  try {
    return tenantFault(tenant) ?? faults().find((fault) => fault !== undefined)
  } catch (thrown) {
    return faultOf(thrown)
  }
}

/** Asks an engine on behalf of tenants. */
export const askingOf = ({ read, write }: Engine): Asking => ({
  read: async (tenant, faults, look) => {
    const fault = faultIn(tenant, faults)
    return fault === undefined ? read((ledger) => look(ledger, ledger.tenant(tenant))) : failed(fault)
  },
  write: async (tenant, faults, look) => {
    const fault = faultIn(tenant, faults)
    return fault === undefined ? write((ledger) => look(ledger, ledger.tenant(tenant))) : failed(fault)
  },
})
