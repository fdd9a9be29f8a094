import type { Message } from "@jinlin/sdk"

/** A message as any other. */
export const plain: Message = {
  id: "conference/c-1@7/0.0/p-1/kit",
  tenant: "kit",
  address: "kit-canary-13800138000",
  language: "zh-Hans",
  template: "meeting-noticed",
  text: "kit-canary-text 请出席三月例会。",
  data: { meeting: "m-1", minuteOfDay: 540, place: null },
}

const hostile: ReadonlyArray<string> = [
  "",
  " ",
  "\u0000",
  "a\r\nBcc: all@example.org",
  "\u001b[2J\u202e\u2066",
  "\ud800",
  "=HYPERLINK(1)",
  "<img onerror=alert(1)>{{constructor}}",
  "__proto__",
  "字".repeat(100_000),
]

/** Messages whose texts and addresses are what nobody should send and somebody does. */
export const hostileMessages: ReadonlyArray<Message> = hostile.flatMap((text, index) => [
  { ...plain, id: `kit/text-${index}`, text, data: { value: text } },
  { ...plain, id: `kit/address-${index}`, address: text },
])
