import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"

const days = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

/**
 * Everything by which one disclosure is held up to its end, as it was resolved for the day of its first posting from rule packs
 * and a community's own choices. It is written into the event of that posting, and nothing that changes elsewhere changes it there.
 */
export const DisclosureRules = Schema.Struct({
  /** The day for which it was resolved, and the packs that were in force on it. */
  day: CivilDate,
  packs: Schema.Array(Text),
  /**
   * For how many calendar days it stands, the day of the posting not counted. Bound 1–366; where the law's period applies the
   * floor is 15 (art. 34), which is our default elsewhere.
   */
  period: Schema.Struct({ days: days(1, 366), citation: Citation }),
  /**
   * The channels on each of which it must stand for the period to run. Where the law's period applies `notice-board` is one
   * of them (art. 34); our default is the notice board alone.
   */
  required: Schema.Struct({ channels: Schema.NonEmptyArray(Id), citation: Citation }),
  /**
   * Within how many days a signed sheet is entered: of a posting, of what came down, of an objection; so long nothing is completed
   * after the end. Bound 0–31 and fewer than the period has, our default 3.
   */
  sheets: Schema.Struct({ days: days(0, 31), citation: Citation }),
  /**
   * For whom something may be published that corrects nothing. Where the law's period applies it is for the residents (art. 34);
   * our default is the residents alone.
   */
  audiences: Schema.Struct({ among: Schema.NonEmptyArray(Id), citation: Citation }),
})
export type DisclosureRules = typeof DisclosureRules.Type

const ourDefault: Citation = { instrument: "jinlin", certainty: "our-default" }

/** Our defaults where neither law nor a community says anything else, resolved for a day. */
export const disclosureDefaults = (day: CivilDate): DisclosureRules => ({
  day,
  packs: [],
  period: { days: 15, citation: ourDefault },
  required: { channels: ["notice-board"], citation: ourDefault },
  sheets: { days: 3, citation: ourDefault },
  audiences: { among: ["residents"], citation: ourDefault },
})
