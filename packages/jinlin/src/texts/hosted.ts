import { authorize } from "@jinlin/core/kernel"
import { host } from "../hosting/host.ts"
import type { HandledAny, Hosted } from "../hosting/hosted.ts"
import { authority } from "./authority.ts"
import { digestOver } from "./commitments.ts"
import {
  TextCommand,
  type TextDigestDiffers,
  TextEvent,
  type TextNotOnRecord,
  type TextOnRecord,
  type TextRecord,
} from "./text-record.ts"

const none: TextRecord = { conference: null, digest: null, sections: [], redacted: [] }

type Decided = TextEvent | TextOnRecord | TextDigestDiffers | TextNotOnRecord

const recorded = (
  command: Extract<TextCommand, { readonly _tag: "RecordText" }>,
  { digest }: TextRecord,
  conference: string,
): Decided => {
  if (digest !== null) return { _tag: "TextOnRecord", rule: "TEXT-RECORD-1", digest }
  const over = digestOver(command.sections)
  const expected = over.ok ? over.value : ""
  return expected === command.digest
    ? { ...command, _tag: "TextRecorded", conference }
    : { _tag: "TextDigestDiffers", rule: "TEXT-RECORD-1", expected }
}

const decide = (command: TextCommand, record: TextRecord, conference: string): Decided => {
  if (command._tag === "RecordText") return recorded(command, record, conference)
  const missing = command.sections.filter((section) => !record.sections.some(({ name }) => name === section))
  return record.digest === null || missing.length > 0
    ? { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: missing }
    : { ...command, _tag: "TextRedacted" }
}

/** What the log knows of texts: one stream is one document. The words themselves are in the text store. */
export const texts: Hosted = host<TextRecord, TextCommand, TextEvent>({
  name: "text",
  record: "named",
  initial: none,
  commands: TextCommand,
  events: TextEvent,
  needs: [],
  handle: (command, text, { actor, now, record }): HandledAny => {
    const authorized = authorize(authority, command, text, { actor, now, record })
    if (!authorized.ok) return { ok: false, refusals: [authorized.refusal] }
    const decided = decide(command, text, record)
    return "rule" in decided
      ? { ok: false, refusals: [decided] }
      : { ok: true, events: [decided], grounds: authorized.value }
  },
  evolve: (record, event) =>
    event._tag === "TextRecorded"
      ? { conference: event.conference, digest: event.digest, sections: event.sections, redacted: [] }
      : { ...record, redacted: [...new Set([...record.redacted, ...event.sections])] },
})
