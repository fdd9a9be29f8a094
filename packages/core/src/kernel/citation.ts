import * as Schema from "effect/Schema"
import { Text } from "./text.ts"

/** How surely a citation carries what it is cited for, from the strongest to the weakest. */
export const certainties = ["law", "by-analogy", "source", "practice", "our-default"] as const

/**
 * `law`: the article was read in full and says this. `by-analogy`: an article says it of something else, and this is our
 * reading. `source`: the article about the community that this library models says so. `practice`: it is seen to be done
 * somewhere, which makes it no rule. `our-default`: nobody says so but us, and a community may set it otherwise.
 */
export type Certainty = (typeof certainties)[number]

/** Where a rule or a number comes from, and how surely. */
export interface Citation {
  /** The law, regulation or text, with its version: `Urban Residents' Committee Organization Law (2025-10-28)`. */
  readonly instrument: string
  /** Such as `29` or `278(2)`. */
  readonly article?: string
  readonly url?: string
  readonly certainty: Certainty
}

/** An address that a reader can open: https or http, ASCII, without user name or password. */
const Url = Schema.String.check(
  Schema.isPattern(/^https?:\/\/(?![^/?#]*@)[\x21-\x7e]+$/u, { expected: "an http(s) address without a user name" }),
  Schema.isMaxLength(2000),
)

/** Where a rule or a number comes from, and how surely. */
export const Citation: Schema.Codec<Citation, Citation> = Schema.Struct({
  instrument: Text,
  article: Schema.optionalKey(Text),
  url: Schema.optionalKey(Url),
  certainty: Schema.Literals(certainties),
}).annotate({ identifier: "Citation", description: "Where a rule or a number comes from, and how surely" })
