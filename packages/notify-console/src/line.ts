import type { Message } from "@jinlin/sdk"
import { visible } from "./visible.ts"

/** The language of the words that stand around a message. */
export type LineLanguage = "zh-Hans" | "zh-Hant" | "en"

const words: Readonly<Record<LineLanguage, { readonly notice: string; readonly to: string }>> = {
  "zh-Hans": { notice: "通知", to: "发往" },
  "zh-Hant": { notice: "通知", to: "發往" },
  en: { notice: "notice", to: "to" },
}

/** How a message is written. */
export interface LineStyle {
  readonly language: LineLanguage
  readonly showAddress: boolean
}

/** A message as one line: what kind of notice it is and for whom, its text, and its id. */
export const lineFor = (message: Message, { language, showAddress }: LineStyle): string => {
  const { address, id, template, tenant, text } = message
  const { notice, to } = words[language]
  const head = `[${notice}] ${visible(tenant)} · ${visible(template)} (${visible(message.language)})`
  const where = showAddress ? ` · ${to} ${visible(address)}` : ""
  return `${head}${where} · ${visible(text)} · ${visible(id)}\n`
}
