export { en } from "./en/index.ts"
export { languages, readLanguage } from "./language.ts"
export { messagesIn } from "./messages.ts"
export type * from "./public-types.ts"
export {
  describeCitation,
  describeEvent,
  describeFinding,
  describeNotice,
  describeReason,
  describeRefusal,
  explain,
  messagesFor,
  type Reader,
  textOf,
} from "./reader.ts"
export { chineseStyle, englishStyle, traditionalChineseStyle } from "./style.ts"
export { zhHans } from "./zh-hans/index.ts"
export { zhHant } from "./zh-hant/index.ts"
