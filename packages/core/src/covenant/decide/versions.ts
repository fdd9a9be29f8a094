import type { CivilDate } from "../../kernel/arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import { digestOfSections } from "../../kernel/sections.ts"
import type { Version } from "../model.ts"
import {
  adoptedAfter,
  beginsTooLate,
  begunOn,
  earliestForce,
  hasBegun,
  isTooEarly,
  mayMake,
  namesOf,
  namesRepeal,
  nextFreeDay,
  nextWithDay,
  repealClause,
  takeOver,
} from "../rules/index.ts"
import {
  type Command,
  type CovenantDecision,
  endedMatter,
  type Objection,
  quiet,
  rulesOn,
  type Standing,
  versionIn,
} from "./standing.ts"

const mustNotBeEarly = (from: CivilDate, decidedOn: CivilDate, { covenant, today }: Standing): Objection => {
  const limits = { decidedOn, notBefore: covenant.notBefore, today }
  return isTooEarly(from, limits)
    ? { _tag: "ForceTooEarly", rule: "COVENANT-11", from, earliest: earliestForce(limits) }
    : undefined
}

/** What began today is in force: nothing takes its day away (COVENANT-12). */
const dayMustBeFree = (from: CivilDate, version: number | null, { covenant, today }: Standing): Objection => {
  const taken = begunOn(covenant.versions, { day: from, today, version })
  return taken === undefined
    ? undefined
    : { _tag: "DayTaken", rule: "COVENANT-12", from, version: taken.version, earliest: nextFreeDay(from) }
}

const mustNotBeOver = ({ overtaken, version }: Version): Objection =>
  overtaken ? { _tag: "VersionOvertaken", rule: "COVENANT-12", version } : undefined

const mustBeginBeforeLater = (from: CivilDate, { version }: Version, { covenant }: Standing): Objection => {
  const later = nextWithDay(covenant.versions, version)
  if (later === undefined || later.from === null || !beginsTooLate(from, later)) return undefined
  return { _tag: "LaterVersionBegins", rule: "COVENANT-12", version, later: later.version, begins: later.from }
}

/** Say from which day a version is in force, until it begins (COVENANT-11, COVENANT-12). */
export const bringIntoForce = ({ from, version }: Command<"BringIntoForce">, standing: Standing): CovenantDecision => {
  const found = versionIn(standing, version)
  if (!found.ok) return object(found.refusal)
  const known = found.value
  if (known.from === from) return quiet
  const { covenant, today: on } = standing
  if (known.from !== null && hasBegun(known, on))
    return object({ _tag: "VersionHasBegun", rule: "COVENANT-11", version, from: known.from })
  const objections = [
    mustNotBeOver(known),
    mustNotBeEarly(from, known.decidedOn, standing),
    dayMustBeFree(from, version, standing),
    mustBeginBeforeLater(from, known, standing),
  ]
  return unless(objections, () => {
    const until = nextWithDay(covenant.versions, version)?.from ?? null
    const before = covenant.versions.filter((one) => one.version < version)
    return [{ _tag: "VersionBroughtIntoForce", version, from, until, ...takeOver(before, from), on }]
  })
}

const mustHaveVersions = ({ covenant: { versions } }: Standing): Objection =>
  versions.length === 0
    ? { _tag: "NothingToRepeal", rule: "COVENANT-15", versions: versions.map(({ version }) => version) }
    : undefined

const matterMustBeNew = (matter: string, { covenant }: Standing): Objection =>
  covenant.matters.includes(matter) ? { _tag: "MatterUsed", rule: "COVENANT-9", matter } : undefined

const nothingMustLieWithBody = ({ covenant }: Standing): Objection => {
  const matter = covenant.draft?.submission?.matter
  return matter === undefined ? undefined : { _tag: "DraftLiesWithBody", rule: "COVENANT-9", matter }
}

/** The decided text says by the name of a section what it ends, and was decided when there was all that it ends (COVENANT-15). */
const mustEndThis = (
  { matter, sections }: Command<"RepealCovenant">,
  decidedOn: CivilDate,
  { around, covenant }: Standing,
): ReadonlyArray<Objection> => {
  const own = around.covenant ?? ""
  const later = adoptedAfter(covenant.versions, decidedOn)
  const clause = repealClause(own)
  return [
    namesRepeal(sections, own)
      ? undefined
      : { _tag: "RepealNotNamed", rule: "COVENANT-15", matter, clause, clauses: namesOf(sections) },
    later === undefined
      ? undefined
      : {
          ...{ _tag: "RepealDecidedEarly", rule: "COVENANT-15", decidedOn },
          ...{ version: later.version, earliest: later.decidedOn },
        },
  ]
}

/** A body that may make it decided that the covenant ends: from a day on there is none (COVENANT-15). */
export const repeal = (command: Command<"RepealCovenant">, standing: Standing): CovenantDecision => {
  const { from, matter, sections } = command
  const text = digestOfSections(sections)
  const { covenant, today: on } = standing
  const ended = endedMatter(standing, matter)
  if (!ended.ok) return object(ended.refusal)
  const { decidedOn, set, status, text: decided } = ended.value
  if (status !== "decided" || decided !== text || decidedOn === null || set === null)
    return object({ _tag: "RepealNotDecided", rule: "COVENANT-15", matter, text, decided })
  const rules = rulesOn(standing, decidedOn)
  if (!rules.ok) return object(rules.refusal)
  const { makers } = rules.value
  const mayNot: Objection = mayMake(rules.value, set)
    ? undefined
    : { _tag: "BodyMayNotMake", rule: "COVENANT-10", set, sets: makers.sets, citation: makers.citation }
  const objections = [
    mustHaveVersions(standing),
    ...mustEndThis(command, decidedOn, standing),
    mayNot,
    matterMustBeNew(matter, standing),
    nothingMustLieWithBody(standing),
    mustNotBeEarly(from, decidedOn, standing),
    dayMustBeFree(from, null, standing),
  ]
  return unless(objections, () => {
    const what = { matter, text, sections, set, decidedOn, from, ...takeOver(covenant.versions, from) }
    return [{ _tag: "CovenantRepealed", ...what, draft: covenant.draft?.draft ?? null, on }]
  })
}
