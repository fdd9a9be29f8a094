import type { Due } from "../kernel/due.ts"
import type { RotaCommand } from "./commands.ts"
import type { Rota } from "./model.ts"
import { unbegun } from "./rules/index.ts"

/** What a rota waits for: the next term's first day, the end of a vacancy, a missing hand-over record. */
export const due = (rota: Rota): ReadonlyArray<Due<RotaCommand>> => {
  if (rota.status !== "open") return []
  const next = unbegun(rota)[0]?.from
  const endsOn = rota.vacancy?.endsOn
  const { handOver } = rota
  return [
    ...(next ? [{ rule: "CHAIR-10", on: next, command: { _tag: "AdvanceRota" } } as const] : []),
    ...(endsOn ? [{ rule: "CHAIR-15", on: endsOn, command: { _tag: "AdvanceRota" } } as const] : []),
    ...(handOver && !handOver.reminded
      ? [
          {
            rule: "CHAIR-17",
            on: handOver.dueBefore,
            command: { _tag: "RemindHandOver", term: handOver.term },
          } as const,
        ]
      : []),
  ]
}
