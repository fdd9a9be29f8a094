/** A channel that said it is disabled. */
export interface DisabledChannel {
  readonly notifier: string
  /** When it said so first, and until when it is left alone; milliseconds since 1970. */
  readonly since: number
  readonly until: number
  readonly detail: string
}

/** Which channels of which tenant are disabled, as far as this process knows. Rule RELAY-8. */
export interface Channels {
  /**
   * Whether a message may be handed to a channel now. One that is disabled is asked again when its time is over, by one
   * message alone; what it is closed for is until then.
   */
  readonly closed: (tenant: string, notifier: string, now: number) => DisabledChannel | undefined
  readonly disable: (tenant: string, said: Omit<DisabledChannel, "since">, now: number) => DisabledChannel
  /** It answered, whatever that was, and did not say that it is disabled. */
  readonly answered: (tenant: string, notifier: string) => void
  readonly of: (tenant: string) => ReadonlyArray<DisabledChannel>
}

/** No channel is disabled. `probeFor`: how long one message that asks again may take, in milliseconds. */
export const channels = (probeFor: number): Channels => {
  const disabled = new Map<string, Map<string, DisabledChannel>>()
  return {
    closed: (tenant, notifier, now) => {
      const channel = disabled.get(tenant)?.get(notifier)
      if (channel === undefined) return undefined
      if (now >= channel.since && now < channel.until) return channel
      disabled.get(tenant)?.set(notifier, { ...channel, since: Math.min(channel.since, now), until: now + probeFor })
      return undefined
    },
    disable: (tenant, said, now) => {
      const known = disabled.get(tenant) ?? new Map<string, DisabledChannel>()
      const channel = { ...said, since: Math.min(known.get(said.notifier)?.since ?? now, now) }
      known.set(said.notifier, channel)
      disabled.set(tenant, known)
      return channel
    },
    answered: (tenant, notifier) => {
      disabled.get(tenant)?.delete(notifier)
    },
    of: (tenant) => [...(disabled.get(tenant)?.values() ?? [])],
  }
}
