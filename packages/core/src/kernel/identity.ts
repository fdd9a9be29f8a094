import type * as Schema from "effect/Schema"
import { readId } from "./id-reading.ts"
import { schemaOf } from "./reading.ts"

/**
 * The name of one thing: a unit, a meeting, an item, a person. Ids are opaque: nothing is read out of them, and they are
 * equal only when every character is, case included.
 *
 * **People are random references and nothing else.** An event is kept for ever, so an id in it must not be a name, a
 * telephone or identity-card number, nor a digest of one (those are few enough to try them all). The shell draws a
 * random reference for each person; what belongs to the person lies under it in a vault that can forget.
 * `readId` cannot see the difference: it is kept by whoever makes the ids.
 */
export const Id: Schema.Codec<string, string> = schemaOf(readId, {
  identifier: "Id",
  description: "An opaque id of 1 to 128 ASCII letters, digits, -, _, . and :",
  jsonSchema: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_:-]+(?:\\.[A-Za-z0-9_:-]+)*$" },
})
