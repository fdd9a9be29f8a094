import { canonicalJson, digestOf } from "@jinlin/core/kernel"
import type { Append, CommitResult, Store } from "@jinlin/sdk"
import type { Entry, Story } from "./story.ts"

const text = (value: unknown): string => {
  const json = canonicalJson(value)
  if (json.ok) return json.value
  throw new Error(`[jinlin] [journal] an event that is not plain JSON: ${json.refusal.path.join(".")}`)
}

const stored = ({ actor, cause, event, grounds, moment }: Entry) => ({
  type: event._tag,
  body: text(event),
  meta: text(JSON.parse(JSON.stringify({ actor, cause, grounds, moment }))),
})

/**
 * Keeps a story in a store, in one commit: each conference and each rota is a stream of its own, and the whole journal is in
 * the store or nothing of it. Keeping the same story again writes nothing.
 */
export const keepStory = (story: Story, store: Store, tenant: string): Promise<CommitResult> => {
  const streams = Map.groupBy(story.entries, (entry) => `${entry.process}/${entry.conference}`)
  const appends = [...streams].map(
    ([stream, entries]): Append => ({ stream, expected: 0, events: entries.map(stored) }),
  )
  const content = digestOf(appends.map(({ events, stream }) => [stream, events.map(({ body, meta }) => [body, meta])]))
  if (!content.ok) throw new Error("[jinlin] [journal] a story that cannot be digested")
  return store.commit({
    tenant,
    appends,
    idempotency: { key: `journal/${story.charter.community}`, content: content.value },
  })
}
