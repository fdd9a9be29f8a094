import type * as Schema from "effect/Schema"
import { readDigest } from "./digest.ts"
import { schemaOf } from "./reading.ts"

/** A self-describing digest, `sha-256:…` or `sm3:…`; see `digestOf`. */
export type Digest = `${string}:${string}`

/** A self-describing digest, `sha-256:…` or `sm3:…`; see `digestOf`. */
export const Digest: Schema.Codec<Digest, Digest> = schemaOf((input) => readDigest(input), {
  identifier: "Digest",
  description: "A digest: sha-256: or sm3: and 64 lower-case hexadecimal digits",
  jsonSchema: { type: "string", pattern: "^(?:sha-256|sm3):[0-9a-f]{64}$" },
})
