import type { Answering, PersonalField, PersonalVault, StoreFault, VaultFailure } from "@jinlin/sdk"
import { fail, holds, same, valueIn } from "../asserting.ts"
import type { Closing, PortChapter, PortTrial, RawFile } from "../trial.ts"

/** A master key as vaults take it: 32 random bytes, or the one of now and the one before. */
export type VaultKey = Uint8Array | { readonly current: Uint8Array; readonly previous: Uint8Array }

/** A vault at a place of its own, empty when it is opened. */
export interface PersonalVaultPlace extends Closing {
  readonly vault: PersonalVault
  /** The master key that it was opened with. */
  readonly masterKey: Uint8Array
  /** What only a vault has that outlives its process; left out by one that does not. */
  readonly durable?: {
    /** Opens what was written once more under these keys, beside or after the first. The kit disposes of it. */
    readonly reopen: (masterKey: VaultKey) => Answering<PersonalVault, StoreFault>
    /** Every file that it writes, as it lies there. */
    readonly files: () => Promise<ReadonlyArray<RawFile>>
    /** All that is sealed of one person, read past the port: the values and the wrapped key. */
    readonly sealedOf: (tenant: string, person: string) => Promise<ReadonlyArray<Uint8Array>>
  }
}

/** How a vault is opened: any number of times, each at another place. */
export interface PersonalVaultUnderTest {
  readonly open: () => Promise<PersonalVaultPlace>
  /** Whether its places are `durable`. */
  readonly durable: boolean
}

/** Something that a vault must do. */
export type PersonalVaultTrial = PortTrial<PersonalVaultPlace>

/** The trials of one rule of vaults. */
export type PersonalVaultChapter = PortChapter<PersonalVaultPlace>

/** What a trial that needs a durable place finds there. */
export const durableOf = ({ durable }: PersonalVaultPlace): NonNullable<PersonalVaultPlace["durable"]> => {
  holds(durable !== undefined, "a vault that is said to be durable must give `durable`")
  return durable ?? { reopen: () => fail("not durable"), files: async () => [], sealedOf: async () => [] }
}

/** When trials take place, in milliseconds since 1970. */
export const noon = 1_790_000_000_000

/** A field that the secretariat may read for notices, kept as long as the person is known. */
export const field = (name: string, value: string, other: Partial<PersonalField> = {}): PersonalField => ({
  ...{ name, value, purpose: "notice", audiences: ["secretariat"], keepUntil: null },
  ...other,
})

/** Reads as the secretariat for notices, unless told otherwise. */
export const reading = (
  vault: PersonalVault,
  person: string,
  other: { readonly tenant?: string; readonly purpose?: string; readonly audience?: string; readonly at?: number } = {},
): Answering<ReadonlyArray<PersonalField>, VaultFailure> => {
  const { tenant = "a", ...wish } = other
  return vault.read(tenant, person, { purpose: "notice", audience: "secretariat", at: noon, ...wish })
}

/** What stands in the fields that can be read, by name. */
export const valuesIn = async (
  vault: PersonalVault,
  person: string,
  other: Parameters<typeof reading>[2] = {},
): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await valueIn(reading(vault, person, other), "reading")).map(({ name, value }) => [name, value]))

/** Makes a person known. */
export const introducing = (
  vault: PersonalVault,
  fields: ReadonlyArray<PersonalField>,
  tenant = "a",
): Promise<string> => valueIn(vault.introduce(tenant, fields, noon), "making a person known")

/** These fields, and no others, are read; `of` says in words whose they are. */
export const reads = async (
  vault: PersonalVault,
  person: string,
  { of, ...expected }: { readonly of: string; readonly [name: string]: string },
): Promise<void> => same(await valuesIn(vault, person), expected, of)

/** A reference that nobody has. */
export const nobody = `p-${"0".repeat(32)}`
