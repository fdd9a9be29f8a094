import { type Digest, digestOf } from "../../kernel/digest.ts"
import type { Sitting } from "../model.ts"

const nothing: Digest = `sha-256:${"0".repeat(64)}`

/**
 * What roll, recusals and proxies are at the moment at which they freeze, so that anybody who has them can tell whether they
 * are the same (DELIBERATION-7). What was read through the schemas of the state always has a digest; zeros stand for what has none.
 */
export const digestOfRoll = ({ proxies, recusals, roll }: Sitting): Digest => {
  const digest = digestOf({ roll, recusals, proxies })
  return digest.ok ? digest.value : nothing
}
