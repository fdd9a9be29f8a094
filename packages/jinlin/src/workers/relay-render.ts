import { describeNotice, type Names, readLanguage } from "@jinlin/messages"
import type { RelayParts } from "./relay-parts.ts"

/** For whom ids are given names. */
export interface NamedFor {
  readonly tenant: string
  readonly community: string
  /** BCP 47, as the person wished. */
  readonly language: string
}

/**
 * The texts of `@jinlin/messages`, with the display names of ids. Who wishes a language that there are no texts in is
 * written to in simplified Chinese.
 */
export const noticeText =
  (namesFor: (whom: NamedFor) => Names = () => (id) => id): RelayParts["render"] =>
  ({ community, data, template }, language, tenant) =>
    describeNotice(
      { template, data },
      { language: readLanguage(language) ?? "zh-Hans", names: namesFor({ tenant, community, language }) },
    )
