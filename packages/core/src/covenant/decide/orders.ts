import type { CivilDate } from "../../kernel/arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Covenant } from "../model.ts"
import { openOrders, sameNames, stillStands } from "../rules/index.ts"
import { type Command, type CovenantDecision, type Objection, quiet, type Standing, versionIn } from "./standing.ts"

const correctable = ({ versions }: Covenant, today: CivilDate): ReadonlyArray<number> =>
  versions.filter((one) => stillStands(one, today)).map(({ version }) => version)

/** The office above orders a version corrected; the version stays in force until another takes its place (COVENANT-14). */
export const order = (command: Command<"OrderCorrection">, standing: Standing): CovenantDecision => {
  const { by, clauses, order: name, reason, version } = command
  const { covenant, today: on } = standing
  const found = versionIn(standing, version)
  if (!found.ok) return object(found.refusal)
  const known = covenant.orders.find((one) => one.order === name)
  if (known !== undefined) {
    const isSame =
      known.version === version && known.by === by && known.reason === reason && sameNames(known.clauses, clauses)
    return isSame ? quiet : object({ _tag: "OrderNamedTwice", rule: "COVENANT-14", order: name })
  }
  const versions = correctable(covenant, on)
  const over: Objection = versions.includes(version)
    ? undefined
    : { _tag: "VersionIsOver", rule: "COVENANT-14", version, versions }
  const given = { order: name, version, by, clauses, reason, on, lifted: false }
  return unless([over], () => [{ _tag: "CorrectionOrdered", given, on }])
}

/** The office takes its order back (COVENANT-14). */
export const lift = ({ order: name, reason }: Command<"LiftOrder">, standing: Standing): CovenantDecision => {
  const { covenant, today: on } = standing
  const known = covenant.orders.find((one) => one.order === name)
  if (known?.lifted === true) return quiet
  const orders = openOrders(covenant.orders, covenant.versions, on).map((one) => one.order)
  const none: Objection = orders.includes(name)
    ? undefined
    : { _tag: "NoSuchOrder", rule: "COVENANT-14", order: name, orders }
  return unless([none], () => [{ _tag: "OrderLifted", order: name, reason, on }])
}
