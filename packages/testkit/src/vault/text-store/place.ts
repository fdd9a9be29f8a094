import type { TextSection, TextStore } from "@jinlin/sdk"
import { holds } from "../asserting.ts"
import type { Closing, PortChapter, PortTrial, RawFile } from "../trial.ts"

/** A text store at a place of its own, empty when it is opened. */
export interface TextStorePlace extends Closing {
  readonly store: TextStore
  /** What only a store has that outlives its process; left out by one that does not. */
  readonly durable?: {
    /** Opens what was written once more, beside or after the first. The kit disposes of it. */
    readonly reopen: () => Promise<TextStore>
    /** Every file that it writes, as it lies there. */
    readonly files: () => Promise<ReadonlyArray<RawFile>>
  }
}

/** How a text store is opened: any number of times, each at another place. */
export interface TextStoreUnderTest {
  readonly open: () => Promise<TextStorePlace>
  /** Whether its places are `durable`. */
  readonly durable: boolean
}

/** Something that a text store must do. */
export type TextStoreTrial = PortTrial<TextStorePlace>

/** The trials of one rule of text stores. */
export type TextStoreChapter = PortChapter<TextStorePlace>

/** What a trial that needs a durable place finds there. */
export const durableOf = ({ durable }: TextStorePlace): NonNullable<TextStorePlace["durable"]> => {
  holds(durable !== undefined, "a store that is said to be durable must give `durable`")
  return durable ?? { reopen: () => Promise.reject(new Error("not durable")), files: async () => [] }
}

/** A salt of 128 bits that is the same for the same number. Real ones are drawn. */
export const saltOf = (number: number): string => number.toString(16).padStart(32, "0")

/** A section with a salt. */
export const section = (name: string, text: string, salt = saltOf(name.length)): TextSection => ({ name, text, salt })

/** A document of three sections. */
export const minutes = {
  id: "minutes-1",
  sections: [
    section("present", "到會三人", saltOf(1)),
    section("complaint", "某住戶反映樓道堆物", saltOf(2)),
    section("decision", "三日內清理", saltOf(3)),
  ],
}

/** When trials take place, in milliseconds since 1970. */
export const noon = 1_790_000_000_000
