import { object } from "../../kernel/decider.ts"
import type { CovenantCircumstances } from "../circumstances.ts"
import type { CovenantCommand } from "../commands.ts"
import type { Covenant } from "../model.ts"
import * as checking from "./checking.ts"
import * as commenting from "./commenting.ts"
import * as deciding from "./deciding.ts"
import * as drafting from "./drafting.ts"
import * as filing from "./filing.ts"
import * as orders from "./orders.ts"
import type { Command, CovenantDecision, Standing } from "./standing.ts"
import * as submitting from "./submitting.ts"
import * as versions from "./versions.ts"

/** What comes of a command: the events that it causes, or every reason against it. Who may ask is for `authority` to say. */
export const decide = (command: CovenantCommand, state: Covenant, around: CovenantCircumstances): CovenantDecision => {
  if (command._tag === "OpenCovenant") return drafting.open(command, state, around)
  const { kind, status } = state
  if (kind === null || status === "unopened")
    return object({ _tag: "CovenantNotOpen", rule: "COVENANT-1", status: "unopened" })
  const standing: Standing = { covenant: state, kind, today: around.now.civilDate, around }
  if (command._tag === "FileVersion") return filing.file(command, standing)
  if (command._tag === "RemindFiling") return filing.remind(command, standing)
  if (status === "repealed") return object({ _tag: "CovenantNotOpen", rule: "COVENANT-1", status })
  return decideOn(command, standing)
}

type Standard = Exclude<CovenantCommand, Command<"OpenCovenant" | "FileVersion" | "RemindFiling">>

const decideOn = (command: Standard, standing: Standing): CovenantDecision => {
  switch (command._tag) {
    case "DraftRevision":
      return drafting.revise(command, standing)
    case "AbandonDraft":
      return drafting.abandon(command, standing)
    case "OpenComments":
      return commenting.openComments(command, standing)
    case "RecordComment":
      return commenting.record(command, standing)
    case "DisposeComment":
      return commenting.dispose(command, standing)
    case "CloseComments":
      return commenting.close(standing)
    case "CheckLegality":
      return checking.check(command, standing)
    case "SubmitDraft":
      return submitting.submit(command, standing)
    case "RecordDecision":
      return deciding.recordDecision(standing)
    case "BringIntoForce":
      return versions.bringIntoForce(command, standing)
    case "OrderCorrection":
      return orders.order(command, standing)
    case "LiftOrder":
      return orders.lift(command, standing)
    case "RepealCovenant":
      return versions.repeal(command, standing)
  }
}
