import { CharterRules } from "@jinlin/core/charter"
import { CoGovernancePolicy, coGovernancePolicyDefaults } from "@jinlin/core/co-governance"
import { ConferencePolicy, conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { CivilDate, decodeStrictly, Id, type Located, type NonEmpty, Text, Zone } from "@jinlin/core/kernel"
import type { Checked, UnknownZone } from "@jinlin/core/kernel/arithmetic"
import { RotaPolicy, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"

/** A display name, in Chinese and in English. `zh-Hant` may be left out: then the name in `zh-Hans` is shown. */
export const Name = Schema.Struct({
  "zh-Hans": Text,
  "zh-Hant": Schema.optionalKey(Text),
  en: Text,
})
export type Name = typeof Name.Type

/** A community's choices over our defaults; what is not named stays as the default is. `because` says why, for readers. */
export const ChosenPolicy = Schema.Union([
  Schema.Struct({
    process: Schema.Literal("joint-conference"),
    choices: ConferencePolicy.mapFields(Struct.map(Schema.optionalKey)),
    because: Schema.optionalKey(Text),
  }),
  Schema.Struct({
    process: Schema.Literal("rotating-chair"),
    choices: RotaPolicy.mapFields(Struct.map(Schema.optionalKey)),
    because: Schema.optionalKey(Text),
  }),
  Schema.Struct({
    process: Schema.Literal("co-governance"),
    choices: CoGovernancePolicy.mapFields(Struct.map(Schema.optionalKey)),
    because: Schema.optionalKey(Text),
  }),
])
export type ChosenPolicy = typeof ChosenPolicy.Type

/**
 * A community's charter, as data: what it is called, in which time zone it lives, what its units are called, and the
 * policies that its journal adopts by name. Rule packs and their bounds join it later.
 */
export const Charter = Schema.Struct({
  /** The shape of this file: 1. */
  charter: Schema.Literal(1),
  community: Id,
  zone: Zone,
  names: Schema.Record(Schema.String, Name),
  policies: Schema.Record(Schema.String, ChosenPolicy),
  /** The rule packs that the community follows and what it has chosen itself; left out where nothing is decided by them. */
  rules: Schema.optionalKey(CharterRules),
  /**
   * Who belongs to which body or unit, as random references and never names: a journal has no directory, and who appraises must
   * be known not to be among the appraised. Left out where nobody appraises.
   */
  members: Schema.optionalKey(Schema.Record(Schema.String, Schema.NonEmptyArray(Id))),
  /** The day up to which a journal is told when its last row is earlier; inclusive. */
  until: Schema.optionalKey(CivilDate),
})
export type Charter = typeof Charter.Type

const decode = decodeStrictly(Charter)

/** Whether this machine has the data of a time zone; the name has the right shape already. */
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}

/** Reads a charter from parsed JSON: everything that is wrong with it, each with its path, or the charter. */
export const readCharter = (input: unknown): Checked<Charter, NonEmpty<Located>> => {
  const read = decode(input)
  if (!read.ok || isZone(read.value.zone)) return read
  const refusal: UnknownZone = { _tag: "UnknownZone", rule: "TIME-5", zone: read.value.zone }
  return { ok: false, refusal: [{ path: ["zone"], refusal }] }
}

/** The full policy that a charter's name stands for: our defaults, with the community's choices over them. */
export const resolvePolicy = (chosen: ChosenPolicy): ConferencePolicy | RotaPolicy | CoGovernancePolicy => {
  switch (chosen.process) {
    case "joint-conference":
      return { ...conferencePolicyDefaults, ...chosen.choices }
    case "rotating-chair":
      return { ...rotaPolicyDefaults, ...chosen.choices }
    case "co-governance":
      return { ...coGovernancePolicyDefaults, ...chosen.choices }
  }
}

/**
 * How matters of co-governance are held by a charter: its one policy of them; null: it has none, or several, of which nobody says
 * which.
 */
export const coGovernancePolicyOf = ({ policies }: Pick<Charter, "policies">): CoGovernancePolicy | null => {
  const chosen = Object.values(policies).flatMap((one) => (one.process === "co-governance" ? [one.choices] : []))
  const [only] = chosen
  return only !== undefined && chosen.length === 1 ? { ...coGovernancePolicyDefaults, ...only } : null
}

/** The display name of an id in a language; an id without a name is shown as it is. */
export const namesIn =
  (charter: Charter, language: "zh-Hans" | "zh-Hant" | "en") =>
  (id: string): string => {
    const name = Object.hasOwn(charter.names, id) ? charter.names[id] : undefined
    return name?.[language] ?? name?.["zh-Hans"] ?? id
  }
