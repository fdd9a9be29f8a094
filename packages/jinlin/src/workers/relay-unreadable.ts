import type { Located, NonEmpty } from "@jinlin/core/kernel"
import type { Delivery } from "@jinlin/sdk"
import { plainLine } from "./contained.ts"
import type { Verdict } from "./relay-verdict.ts"

/** A payload that this version does not read is laid aside, never skipped. Rule RELAY-11. */
export const unreadable = ({ kind }: Delivery, [{ path, refusal }]: NonEmpty<Located>): Verdict => ({
  _tag: "Parked",
  cause: {
    _tag: "UnreadablePayload",
    rule: "RELAY-11",
    kind,
    path: plainLine(path.join(".")),
    refusal: refusal._tag,
  },
})
