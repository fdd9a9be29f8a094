import { type Answer, type Answering, answerAs, done, failed, type PersonalVault, type StoreFault } from "@jinlin/sdk"
import { type MasterKey, masterKeysFor, sealedVault, type VaultRows } from "@jinlin/sdk/sealing"
import { cannot } from "../unavailable.ts"
import { type Database, openDatabase, type PlaceOptions } from "../vault-and-texts/database.ts"
import {
  addPerson,
  erasePerson,
  keysNotUnder,
  readFields,
  readNamed,
  readPerson,
  replaceKeys,
  writeFields,
} from "./people.ts"
import { vaultTables } from "./tables.ts"

/** Options of the personal vault on PostgreSQL: the vendor's pool, and where the tables `jinlin_vault_…` lie. */
export interface PostgresPersonalVaultOptions extends PlaceOptions {
  /** 32 random bytes from outside the database, or the one of now and the one before. */
  readonly masterKey: MasterKey
}

const name = "vault-postgres"

/** Keys that are wrapped anew in one step. */
const keysPerStep = 200

const sweep = `with gone as (
    delete from public.jinlin_vault_fields f where f.tenant = $1 and f.keep_until <= $2 and not exists (
      select from public.jinlin_vault_people p
      where p.tenant = f.tenant and p.person = f.person and p.held_until > $2) returning 1
  ) select count(*)::text as count from gone`

const forgetMasters = `delete from public.jinlin_vault_masters where name not in (
    select distinct master from public.jinlin_vault_people where master is not null)`

const rowsOn = ({ close, compact, step }: Database): VaultRows => ({
  introduce: (tenant, person, { fields, key }) =>
    step(async (ask) => {
      await addPerson(ask, { tenant, person, key })
      await writeFields(ask, { tenant, person }, fields)
      return null
    }),
  load: (tenant, person, purpose) => step((ask) => readFields(ask, { tenant, person }, purpose)),
  named: (tenant, page) => step((ask) => readNamed(ask, tenant, page)),
  put: (tenant, person, fields) =>
    step(async (ask) => {
      const row = await readPerson(ask, { tenant, person }, "for share")
      if (row?.erasedAt === null) await writeFields(ask, { tenant, person }, fields)
      return row
    }),
  hold: (tenant, person, until) =>
    step(async (ask) => {
      await ask(
        "update public.jinlin_vault_people set held_until = $3 where tenant = $1 and person = $2 and erased_at is null",
        ...[tenant, person, until],
      )
      return readPerson(ask, { tenant, person })
    }),
  erase: (tenant, person, at) => step((ask) => erasePerson(ask, { tenant, person }, at)),
  sweep: (tenant, at) =>
    step(async (ask) => Number((await ask<{ readonly count: string }>(sweep, tenant, at))[0]?.count)),
  keysNotUnder: (master) => step((ask) => keysNotUnder(ask, master, keysPerStep)),
  replaceKeys: (rows) => step((ask) => replaceKeys(ask, rows)),
  compact: async () => {
    const forgotten = await step((ask) => ask(forgetMasters))
    return forgotten.ok ? compact() : forgotten
  },
  dispose: close,
})

/** Every key is wrapped under a master key that was handed in. */
const checkMasters = async ({ step }: Database, known: ReadonlyArray<string>): Promise<Answer<null, StoreFault>> => {
  const used = await step((ask) => ask<{ readonly name: string }>("select name from public.jinlin_vault_masters"))
  if (!used.ok) return used
  return used.value.every((master) => known.includes(master.name))
    ? done(null)
    : failed(cannot("misused", "keys are wrapped under another master key: give it, as `previous` if it was changed"))
}

/**
 * Opens a personal vault on the vendor's pool. The wrapped keys lie beside the fields, so that copies of the database hold
 * both: see the README for what that means. `compact` wraps all keys under the current master key and writes the tables into
 * new files.
 */
export const openPostgresPersonalVault = (
  options: PostgresPersonalVaultOptions,
): Answering<PersonalVault, StoreFault> =>
  answerAs(name, async (): Answering<PersonalVault, StoreFault> => {
    const masters = await masterKeysFor("personal-vault", options.masterKey)
    if (!masters.ok) return masters
    const database = await openDatabase(options, vaultTables)
    if (!database.ok) return database
    const checked = await checkMasters(database.value, masters.value.known)
    if (checked.ok) return done(sealedVault({ name, rows: rowsOn(database.value), masters: masters.value }))
    await database.value.close()
    return checked
  })()
