import { type Commit, nameLength, textLength } from "@jinlin/sdk"
import { append, delivery, dueItem, noted } from "../writing.ts"

/** A part of a commit that no store takes, and what it says of it. */
export interface Trap {
  readonly what: string
  readonly parts: Partial<Commit>
  readonly failure: Readonly<Record<string, unknown>>
}

const claim = (scope: string, key: string, holder: string) => ({ scope, key, holder })

/** Every place where a name stands. */
const namePlaces: Readonly<Record<string, (name: string) => Partial<Commit>>> = {
  "appends.stream": (name) => ({ appends: [{ ...append("a", 0, noted(1)), stream: name }] }),
  "appends.type": (name) => ({
    appends: [
      { stream: "a", expected: 0, events: append("a", 0, "{}").events.map((event) => ({ ...event, type: name })) },
    ],
  }),
  "appends.digest": (name) => ({
    appends: [
      { stream: "a", expected: 0, events: append("a", 0, "{}").events.map((event) => ({ ...event, digest: name })) },
    ],
  }),
  "guards.stream": (name) => ({ guards: [{ stream: name, revision: 0 }] }),
  "claims.scope": (name) => ({ claims: [claim(name, "k", "h")] }),
  "claims.key": (name) => ({ releases: [claim("s", name, "h")] }),
  "claims.holder": (name) => ({ claims: [claim("s", "k", name)] }),
  "due.stream": (name) => ({ due: [{ stream: name, items: [] }] }),
  "due.key": (name) => ({ due: [{ stream: "a", items: [dueItem(name, 1)] }] }),
  "due.rule": (name) => ({ due: [{ stream: "a", items: [{ ...dueItem("k", 1), rule: name }] }] }),
  "dueSettled.stream": (name) => ({ dueSettled: [{ stream: name, key: "k" }] }),
  "dueSettled.key": (name) => ({ dueSettled: [{ stream: "a", key: name }] }),
  "deliveries.id": (name) => ({ deliveries: [delivery(name, "k")] }),
  "deliveries.key": (name) => ({ deliveries: [delivery("d", name)] }),
  "deliveries.kind": (name) => ({ deliveries: [{ ...delivery("d", "k"), kind: name }] }),
  "settlements.id": (name) => ({ settlements: [{ id: name, outcome: { _tag: "Delivered" } }] }),
  "checkpoints.name": (name) => ({ checkpoints: [{ name, from: null, to: "x" }] }),
  "views.view": (name) => ({ views: [{ view: name, version: "1", rows: [] }] }),
  "views.version": (name) => ({ views: [{ view: "v", version: name, rows: [] }] }),
  "views.key": (name) => ({ views: [{ view: "v", version: "1", rows: [{ key: name, body: "b" }] }] }),
  "viewSwitches.view": (name) => ({ viewSwitches: [{ view: name, version: "1" }] }),
  "viewSwitches.version": (name) => ({ viewSwitches: [{ view: "v", version: name }] }),
  "fence.lease": (name) => ({ fence: { lease: name, token: 1 } }),
  "idempotency.key": (name) => ({ idempotency: { key: name, content: "c", answer: "" } }),
  "idempotency.content": (name) => ({ idempotency: { key: "k", content: name, answer: "" } }),
  "ballots.box": (name) => ({ ballots: [{ _tag: "Close", box: name }] }),
  "audit.kind": (name) => ({ audit: [{ kind: name, body: "{}" }] }),
}

const notNames = ["", " ", "a b", "a\n", "甲", "é", "a\u0000b", "a'b", "a%", "x".repeat(nameLength + 1)]

/** Names that are none, in every place. */
export const nameTraps: ReadonlyArray<Trap> = Object.entries(namePlaces).flatMap(([field, place]) =>
  notNames.map((name) => ({
    what: `${field} of ${JSON.stringify(name.slice(0, 20))}`,
    parts: place(name),
    failure: { _tag: "InvalidName", field, limit: nameLength },
  })),
)

const view = (body: string): Partial<Commit> => ({ views: [{ view: "v", version: "1", rows: [{ key: "k", body }] }] })

/** Every place where a text stands. */
const textPlaces: Readonly<Record<string, (text: string) => Partial<Commit>>> = {
  "appends.body": (body) => ({ appends: [append("a", 0, body)] }),
  "appends.meta": (meta) => ({
    appends: [{ stream: "a", expected: 0, events: append("a", 0, "{}").events.map((event) => ({ ...event, meta })) }],
  }),
  "due.command": (command) => ({ due: [{ stream: "a", items: [{ ...dueItem("k", 1), command }] }] }),
  "deliveries.payload": (payload) => ({ deliveries: [delivery("d", "k", payload)] }),
  "settlements.cause": (cause) => ({ settlements: [{ id: "d", outcome: { _tag: "Parked", cause } }] }),
  "views.body": view,
  "idempotency.answer": (answer) => ({ idempotency: { key: "k", content: "c", answer } }),
  "ballots.choice": (choice) => ({ ballots: [{ _tag: "Cast", box: "b", choice }] }),
  "audit.body": (body) => ({ audit: [{ kind: "looked", body }] }),
}

const broken: ReadonlyArray<readonly [text: string, index: number]> = [
  ["\u0000", 0],
  ["ab\u0000", 2],
  ["\uD83D", 0],
  ["a\uDE00", 1],
  ["\uDE00\uD83D", 0],
  ["😀\uD83D😀", 2],
  ["\uD83D\u0000", 0],
  ["\u0000\uD83D", 0],
]

/** Texts that not every store can keep, in every place, and where their fault stands. */
export const textTraps: ReadonlyArray<Trap> = Object.entries(textPlaces).flatMap(([field, place]) => [
  ...broken.map(([text, index]) => ({
    what: `${field} of ${JSON.stringify(text)}`,
    parts: place(text),
    failure: { _tag: "InvalidStoredText", field, index },
  })),
  {
    what: `${field} that is too long`,
    parts: place("x".repeat(textLength + 1)),
    failure: { _tag: "TextTooLarge", field, length: textLength + 1, limit: textLength },
  },
])

const twice = (field: string, name: string, parts: Partial<Commit>): Trap => ({
  what: `${field} twice`,
  parts,
  failure: { _tag: "NamedTwice", field, name },
})

const delivered = { _tag: "Delivered" } as const

/** Commits that name the same thing twice. */
export const twiceTraps: ReadonlyArray<Trap> = [
  twice("claims", "s k", { claims: [claim("s", "k", "a"), claim("s", "k", "b")] }),
  twice("releases", "s k", { releases: [claim("s", "k", "a"), claim("s", "k", "a")] }),
  twice("due.stream", "a", {
    due: [
      { stream: "a", items: [] },
      { stream: "a", items: [] },
    ],
  }),
  twice("due.key", "k", { due: [{ stream: "a", items: [dueItem("k", 1), dueItem("k", 2)] }] }),
  twice("deliveries.id", "d", { deliveries: [delivery("d", "k"), delivery("d", "l")] }),
  twice("settlements.id", "d", {
    settlements: [
      { id: "d", outcome: delivered },
      { id: "d", outcome: delivered },
    ],
  }),
  twice("checkpoints.name", "r", {
    checkpoints: [
      { name: "r", from: null, to: "x" },
      { name: "r", from: null, to: "x" },
    ],
  }),
  twice("ballots.choice", "yes", { ballots: [{ _tag: "Open", box: "b", choices: ["yes", "no", "yes"] }] }),
]
