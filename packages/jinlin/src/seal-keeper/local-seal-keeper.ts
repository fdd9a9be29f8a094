import {
  type Answer,
  type Answering,
  type Clock,
  done,
  failed,
  nameFault,
  numberFault,
  type SealKeeper,
  type SealKeeperUnavailable,
  type SealRefused,
  tenantFault,
} from "@jinlin/sdk"
import { type Binding, type MasterKey, type MasterKeys, masterKeysFor } from "@jinlin/sdk/sealing"
import { ForeignFile, openRounds, type RoundRow, type Rounds } from "./rounds.ts"
import { drawSealKeys } from "./seal.ts"

/** Options of the keeper of this machine: either `file` or `memory`. */
export interface LocalSealKeeperOptions {
  /** A file of its own for the rounds, apart from the database. */
  readonly file?: string | undefined
  /** Keeps rounds as long as the process lives: for tests. */
  readonly memory?: true | undefined
  /** 32 random bytes from outside, or the one of now and the one before. It is not kept with the rounds. */
  readonly masterKey: MasterKey
  /** A clock of its own, which must agree that it is time. Left out, it believes whoever asks. */
  readonly clock?: Pick<Clock, "now"> | undefined
}

const unavailable = (detail: string): { readonly ok: false; readonly failure: SealKeeperUnavailable } =>
  failed({ _tag: "SealKeeperUnavailable", rule: "PORT-4", detail: `[jinlin] [seal-keeper-local] ${detail}` })

const refused = (because: SealRefused["because"]): { readonly ok: false; readonly failure: SealRefused } =>
  failed({ _tag: "SealRefused", rule: "PORT-4", because })

/** Bound with the time, so that nobody brings it forward in the file. */
const bindingOf = (tenant: string, id: string, opensAt: number): Binding => ["seal-round", tenant, id, opensAt]

/** Whatever is thrown becomes an answer that repeats neither path nor key. */
const answering = async <Value, Failure>(
  work: () => Promise<Answer<Value, Failure>>,
): Answering<Value, Failure | SealKeeperUnavailable> => {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof ForeignFile) return unavailable(`the file cannot be used: ${thrown.message}`)
    const code = typeof thrown === "object" && thrown !== null && "errcode" in thrown ? thrown.errcode : undefined
    return unavailable(
      typeof code === "number" ? `the file cannot be used (SQLite result code ${code})` : "it was closed or failed",
    )
  }
}

/** The keeper's parts. */
interface Parts {
  readonly rounds: Rounds
  readonly masters: MasterKeys
  readonly clock: Pick<Clock, "now"> | undefined
}

const drawRound = async (masters: MasterKeys, binding: Binding, opensAt: number): Promise<RoundRow> => {
  const { publicKey, secretKey } = drawSealKeys()
  const { master, sealed } = await masters.wrap(secretKey, binding)
  secretKey.fill(0)
  return { opensAt, publicKey: publicKey.toString("base64url"), master, sealed, openedAt: null }
}

const begin =
  ({ masters, rounds }: Parts): SealKeeper["begin"] =>
  (tenant, { id, opensAt }) =>
    answering<string, SealRefused | SealKeeperUnavailable>(async () => {
      const fault = tenantFault(tenant) ?? nameFault("id", id) ?? numberFault("opensAt", opensAt)
      if (fault !== undefined) return unavailable(`the round cannot be begun: ${fault._tag} (rule ${fault.rule})`)
      const standing =
        rounds.read(tenant, id) ??
        rounds.add(tenant, id, await drawRound(masters, bindingOf(tenant, id, opensAt), opensAt))
      const isSame = standing?.opensAt === opensAt && standing.openedAt === null
      return isSame ? done(standing.publicKey) : refused("known-round")
    })

const open =
  ({ clock, masters, rounds }: Parts): SealKeeper["open"] =>
  (tenant, { at, id }) =>
    answering<string, SealRefused | SealKeeperUnavailable>(async () => {
      const isNamed = tenantFault(tenant) === undefined && nameFault("id", id) === undefined
      const round = isNamed ? rounds.read(tenant, id) : undefined
      if (round === undefined) return refused("unknown-round")
      const isTime = numberFault("at", at) === undefined && at >= round.opensAt
      if (!isTime || (clock !== undefined && clock.now() < round.opensAt)) return refused("too-early")
      const key = await masters.unwrap(round, bindingOf(tenant, id, round.opensAt))
      if (key === undefined) return unavailable("a round is sealed under another master key, or was changed")
      rounds.markOpened(tenant, id, at)
      return done(Buffer.from(key).toString("base64url"))
    })

/**
 * Opens a keeper on this machine. Its file must not lie, nor be copied, where the database is: who has both and the master
 * key can read before the close. Beginning a round again with the same time gives the same public key, as long as it was not
 * opened; opening it again gives the same secret key.
 */
export const openLocalSealKeeper = (options: LocalSealKeeperOptions): Answering<SealKeeper, SealKeeperUnavailable> => {
  return answering<SealKeeper, SealKeeperUnavailable>(async () => {
    const { clock, file, masterKey, memory } = options
    if ((memory === true) === (typeof file === "string" && file !== ""))
      return unavailable("give either the path of a file or `memory: true`")
    const masters = await masterKeysFor("seal-keeper", masterKey)
    if (!masters.ok) return unavailable(masters.failure.detail)
    const rounds = openRounds(file ?? ":memory:")
    const parts = { rounds, masters: masters.value, clock }
    return done({
      name: "seal-keeper-local",
      begin: begin(parts),
      open: open(parts),
      [Symbol.asyncDispose]: async () => rounds.close(),
    })
  })
}
