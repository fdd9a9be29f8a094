import type { Refusal } from "@jinlin/core/kernel"
import type { InvalidCursor } from "@jinlin/sdk"
import { isPassing } from "../shell/perform.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { admit, type Desk } from "./admit.ts"
import { readCursor } from "./cursor.ts"
import type { HostedView } from "./hosted-view.ts"
import { pageOf, positionFault, questionOf, versionFor } from "./paging.ts"
import type { Projector } from "./projector.ts"
import { type Answered, type NotYetVisible, type Question, readQuestion } from "./question.ts"

const refused = (refusal: PlacedRefusal): Answered<never> => ({
  ok: false,
  refusals: [refusal],
})

/** So many pages of the log are folded before one answer; whoever asks again goes on from there. */
const turnsAtMost = 10_000

/** Folds the view on until it has seen what was asked for, and at least once until nothing is left to read. Rule VIEW-3. */
const catchUp = async (projector: Projector, { after, tenant, view }: Question): Promise<Refusal | undefined> => {
  const unseen: NotYetVisible = { _tag: "NotYetVisible", rule: "VIEW-3", view: view.name }
  for (let turn = 0; turn < turnsAtMost; turn += 1) {
    const came = await projector.turn(tenant)
    if (came.stopped !== undefined) return came.stopped
    const isSeen = came.checkpoint !== null && after !== null && came.checkpoint >= after
    if (isSeen) return undefined
    if (came.atEnd) return after === null ? undefined : unseen
  }
  return unseen
}

/**
 * Answers a question about a view: read strictly, allowed or not by audience, folded on as far as is needed, and in pages. Rules
 * VIEW-1 to VIEW-5.
 */
export const look = async (
  desk: Desk,
  { projector, view }: { readonly view: HostedView; readonly projector: Projector },
  asked: { readonly params: unknown; readonly looking: unknown },
): Promise<Answered<unknown>> => {
  const read = readQuestion(view, asked)
  if ("refusals" in read) return { ok: false, refusals: read.refusals }
  const admitted = await admit(desk, read)
  if (!admitted.ok) return refused(admitted.refusal)
  const misplaced = await positionFault(desk, read)
  if (misplaced !== undefined) return refused(misplaced)
  const question = { ...read, viewer: admitted.viewer, version: await versionFor(desk, read) }
  const { cursor, subject, tenant } = question
  const from = cursor === undefined ? undefined : readCursor(cursor, questionOf(question))
  const invalid: InvalidCursor = { _tag: "InvalidCursor", rule: "STORE-6" }
  if (cursor !== undefined && from === undefined)
    return refused({ ...invalid, path: ["page", "cursor"] } as PlacedRefusal)
  if (question.version !== view.version) {
    await projector.turn(tenant)
    return pageOf(desk, question, from)
  }
  const inTheWay =
    (await catchUp(projector, question)) ?? (subject === undefined ? undefined : await projector.mend(tenant, subject))
  if (inTheWay === undefined) return pageOf(desk, question, from)
  // Looking needs no writing: what is there is shown, with how far it had read, unless something newer was asked for.
  const kept = question.after === null && isPassing([inTheWay]) ? await pageOf(desk, question, from) : undefined
  return kept?.ok === true && kept.value.asOf !== null ? kept : refused(inTheWay)
}
