import type { RawRows } from "@jinlin/testkit/store"
import { emptyLedger, type Ledger } from "../src/ledger.ts"

/** What stands in a ledger, read from its maps and not through the port. */
export const landed = (ledger: Ledger = emptyLedger()): RawRows => ({
  events: ledger.log,
  commands: [...ledger.commands].map(([key, { answer, at, content }]) => ({ key, content, answer, at })),
  claims: [...ledger.claims].flatMap(([scope, keys]) => [...keys].map(([key, { holder }]) => ({ scope, key, holder }))),
  due: [...ledger.due].flatMap(([stream, items]) =>
    [...items.values()].map(({ item, settled }) => ({ ...item, stream, settled })),
  ),
  deliveries: [...ledger.deliveries.values()],
  views: [...ledger.views].flatMap(([view, { versions }]) =>
    [...versions].flatMap(([version, { bodies }]) => [...bodies].map(([key, body]) => ({ view, version, key, body }))),
  ),
  ballots: [...ledger.boxes].flatMap(([box, { closed, counts }]) =>
    [...counts].map(([choice, count]) => ({ box, closed, choice, count })),
  ),
  audit: ledger.audit,
})
