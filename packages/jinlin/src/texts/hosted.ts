import { type AuthorityTable, authorize, type Circumstances, posts } from "@jinlin/core/kernel"
import type { HandledAny, Hosted } from "../hosting/hosted.ts"
import { host } from "../hosting/hosted.ts"
import { TextCommand, TextEvent, type TextNotOnRecord, type TextOnRecord, type TextRecord } from "./text-record.ts"

const none: TextRecord = { digest: null, sections: [], redacted: [] }

/** Whoever serves or convenes a body keeps its texts; only they black anything out (TEXT-RECORD-3). */
const keepers = posts("TEXT-RECORD-3", "convenor", "secretary")
const authority: AuthorityTable<TextCommand, TextRecord, Circumstances> = {
  RecordText: posts("TEXT-RECORD-3", "convenor", "secretary", "delegate", "alternate"),
  RecordRedaction: keepers,
}

const decide = (command: TextCommand, record: TextRecord): TextEvent | TextOnRecord | TextNotOnRecord => {
  if (command._tag === "RecordText")
    return record.digest === null
      ? { ...command, _tag: "TextRecorded" }
      : { _tag: "TextOnRecord", rule: "TEXT-RECORD-1", digest: record.digest }
  const missing = command.sections.filter((section) => !record.sections.some(({ name }) => name === section))
  return record.digest === null || missing.length > 0
    ? { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: missing }
    : { ...command, _tag: "TextRedacted" }
}

/** What the log knows of texts: one stream is one document. The words themselves are in the text store. */
export const texts: Hosted = host<TextRecord, TextCommand, TextEvent>({
  name: "text",
  initial: none,
  commands: TextCommand,
  events: TextEvent,
  needs: [],
  handle: (command, record, { actor, now }): HandledAny => {
    const authorized = authorize(authority, command, record, { actor, now })
    if (!authorized.ok) return { ok: false, refusals: [authorized.refusal] }
    const decided = decide(command, record)
    return "rule" in decided
      ? { ok: false, refusals: [decided] }
      : { ok: true, events: [decided], grounds: authorized.value }
  },
  evolve: (record, event) =>
    event._tag === "TextRecorded"
      ? { digest: event.digest, sections: event.sections, redacted: [] }
      : { ...record, redacted: [...new Set([...record.redacted, ...event.sections])] },
})
