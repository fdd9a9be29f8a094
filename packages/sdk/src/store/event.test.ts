import { describe, expect, it } from "vitest"
import { viewCheckpoint } from "./commit.ts"
import { eventId, eventText } from "./event.ts"

const event = { type: "Noted", body: '{"a":1}', meta: '{"by":"x"}', stream: "s/1", revision: 7 }

describe("the text that an event's digest is made of", () => {
  it("STORE-14 is canonical JSON of content and place, put together from texts that are", () => {
    expect(eventText(event)).toBe('{"body":{"a":1},"meta":{"by":"x"},"revision":7,"stream":"s/1","type":"Noted"}')
  })

  it("STORE-14 differs when anything of the event differs", () => {
    const others = [
      { ...event, type: "Other" },
      { ...event, body: '{"a":2}' },
      { ...event, meta: "{}" },
      { ...event, stream: "s/2" },
      { ...event, revision: 8 },
      { ...event, body: event.meta, meta: event.body },
    ]
    expect(new Set([event, ...others].map(eventText)).size).toBe(others.length + 1)
  })

  it("STORE-14 keeps what body and meta hold, unit for unit", () => {
    const body = '{"10":"😀\uFFFF","9":"e\u0301"}'
    expect(eventText({ ...event, body })).toBe(
      `{"body":${body},"meta":{"by":"x"},"revision":7,"stream":"s/1","type":"Noted"}`,
    )
  })
})

describe("names that are the same in every store", () => {
  it("name an event by its stream and its place in it", () => {
    expect(eventId(event)).toBe("s/1@7")
  })

  it("name the checkpoint of a view by view and version", () => {
    expect(viewCheckpoint({ view: "board", version: "2" })).toBe("board@2")
  })
})
