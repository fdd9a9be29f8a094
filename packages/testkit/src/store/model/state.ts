import type { BallotCount, Claim, Delivery, DueItem, NewEvent } from "@jinlin/sdk"

/** What one tenant holds, as plain lists that are searched from the front: slow, and easy to see through. */
export interface ModelTenant {
  events: Array<NewEvent & { stream: string; revision: number }>
  commands: Array<{ key: string; content: string; answer: string; at: number; head: number }>
  claims: Array<Claim>
  due: Array<DueItem & { stream: string; settled: boolean }>
  deliveries: Array<{ -readonly [Field in keyof Delivery]: Delivery[Field] } & { hand: string | null }>
  /** How many events lay before it; what a checkpoint stands for here. */
  checkpoints: Array<{ name: string; head: number }>
  rows: Array<{ view: string; version: string; key: string; body: string }>
  on: Array<{ view: string; version: string }>
  boxes: Array<{
    box: string
    closed: boolean
    counts: Array<{ -readonly [Field in keyof BallotCount]: BallotCount[Field] }>
  }>
  audit: Array<{ kind: string; body: string; at: number }>
  leases: Array<{ name: string; holder: string | null; token: number; until: number }>
}

/** A tenant that holds nothing. */
export const nothingYet = (): ModelTenant => ({
  ...{ events: [], commands: [], claims: [], due: [], deliveries: [], checkpoints: [] },
  ...{ rows: [], on: [], boxes: [], audit: [], leases: [] },
})

/** The events of one stream. */
export const streamOf = (tenant: ModelTenant, stream: string) =>
  tenant.events.filter((event) => event.stream === stream)

/** Whether this lease is held by this token. */
export const isHeldBy = (tenant: ModelTenant, fence: { readonly lease: string; readonly token: number }): boolean =>
  tenant.leases.some(({ holder, name, token }) => name === fence.lease && holder !== null && token === fence.token)

/** Text order by code units. */
export const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
