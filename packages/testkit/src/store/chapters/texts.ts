import { granted, same } from "../asserting.ts"
import { pictureOf } from "../picture.ts"
import type { StoreChapter, StoreTrial } from "../trial.ts"
import { append, commitOf, dueItem, noon } from "../writing.ts"

/** Texts that stores are known to change: each is canonical JSON once it is quoted. */
const odd: ReadonlyArray<string> = [
  "",
  " ",
  "1.0",
  "007",
  "null",
  "近鄰 — 你好",
  "😀👩‍👩‍👧‍👦",
  "\uFFFF\uFFFE\uFDD0",
  "\uFEFFbegins with a mark",
  "e\u0301 and \u00E9",
  "\uF9E4 and \u7406",
  "line\nfeed\r\nreturn\ttab",
  "  blanks around  ",
  "'; drop table events; --",
  '100% a_b \\ " / {}[]:,',
  "$1 ? :name @name %s",
  "\u0001\u001F\u007F\u0080\u009F",
  "\u2028\u2029\u200B\u3000",
  "x".repeat(70_000),
]

/** Canonical JSON that stores with a type of their own for it are known to change. */
const bodies: ReadonlyArray<string> = [
  '{"aa":1,"b":2}',
  '{"a":1e+21,"b":0.1,"c":-0.5,"d":9007199254740991}',
  '{"__proto__":{"admin":true},"constructor":1}',
  '{"a":"\\u0001\\"\\\\/"}',
  '{"10":1,"9":2,"a":[[],{},null,true]}',
  "[]",
  "0",
]

const json: ReadonlyArray<string> = [...odd.map((text) => JSON.stringify({ text })), ...bodies]

const asTheyCame: StoreTrial = {
  title: "gives texts back unit for unit, wherever they were kept, and every event with its digest",
  run: async ({ notebook, store, tenant }) => {
    const events = append("a", 0, ...json)
    const choices = odd
    const commit = commitOf(tenant, {
      appends: [events],
      due: [{ stream: "a", items: json.map((command, index) => ({ ...dueItem(`k-${100 + index}`, noon), command })) }],
      deliveries: json.map((payload, index) => ({ id: `d-${index}`, key: "k", kind: "notice", payload })),
      audit: json.map((body) => ({ kind: "looked", body })),
      views: [{ view: "v", version: "1", rows: odd.map((body, index) => ({ key: `k-${100 + index}`, body })) }],
      ballots: [
        { _tag: "Open", box: "b", choices },
        { _tag: "Close", box: "b" },
      ],
    })
    await granted(store.commit(commit), "odd texts")
    for (const [index, answer] of odd.entries())
      await granted(
        store.commit(commitOf(tenant, { idempotency: { key: `c-${index}`, content: "c", answer } })),
        "an answer",
      )
    const names = notebook.get(tenant)
    const seen = names && (await pictureOf(store, tenant, names))
    same(
      seen?.events.map(({ body, digest, meta, type }) => ({ type, body, meta, digest })),
      events.events,
      "events",
    )
    same(
      seen?.streams.map(({ body }) => body),
      json,
      "bodies as a stream shows them",
    )
    same(
      seen?.due.map(({ command }) => command),
      json,
      "commands of what is due",
    )
    same(
      seen?.deliveries.map(({ payload }) => payload),
      json,
      "payloads",
    )
    same(
      seen?.audit.map(({ body }) => body),
      json,
      "audit entries",
    )
    same(
      seen?.views.map(({ body }) => body),
      odd,
      "rows of a view",
    )
    same(
      seen?.ballots.map(({ counted }) => ("_tag" in counted ? [] : counted.map(({ choice }) => choice))),
      [odd],
      "choices",
    )
    same(
      seen?.commands.map(({ answer }) => answer),
      odd,
      "answers",
    )
  },
}

const frozen: StoreTrial = {
  title: "keeps what was committed, whatever its caller does with its own objects afterwards",
  run: async ({ store, tenant }) => {
    const items = [{ ...dueItem("x", noon) }]
    const [first] = append("a", 0, "{}").events
    const event = { type: "Noted", body: "{}", meta: "{}", digest: "", ...first }
    const answering = store.commit(
      commitOf(tenant, { appends: [{ stream: "a", expected: 0, events: [event] }], due: [{ stream: "a", items }] }),
    )
    await granted(answering, "a commit")
    event.body = '{"changed":true}'
    for (const item of items) item.rule = "changed"
    items.length = 0
    const read = await granted(store.readStream(tenant, "a"), "a stream")
    same(
      read.map(({ body }) => body),
      ["{}"],
      "the event",
    )
    const due = await granted(store.readDue(tenant, { until: noon, limit: 5 }), "what is due")
    same(due, [{ stream: "a", ...dueItem("x", noon) }], "what is due")
    for (const stored of read) {
      try {
        Object.assign(stored, { body: '{"changed":true}' })
      } catch {}
    }
    same(
      (await granted(store.readStream(tenant, "a"), "a stream")).map(({ body }) => body),
      ["{}"],
      "the event again",
    )
  },
}

/** STORE-14. */
export const texts: StoreChapter = {
  rule: "STORE-14",
  says: "texts come back as they came",
  trials: [asTheyCame, frozen],
}
