import { object } from "../../kernel/decider.ts"
import type { CoGovernanceCircumstances } from "../circumstances.ts"
import type { CoGovernanceCommand } from "../commands.ts"
import type { CoGovernance, Status } from "../model.ts"
import * as appraising from "./appraising.ts"
import * as attaching from "./attaching.ts"
import * as carryingOut from "./carrying-out.ts"
import * as combining from "./combining.ts"
import * as disclosing from "./disclosing.ts"
import * as ending from "./ending.ts"
import * as opening from "./opening.ts"
import * as returning from "./returning.ts"
import type { CoGovernanceDecision, Command, Standing } from "./standing.ts"

const begun: ReadonlyArray<Status> = ["deliberating", "resolved", "implementing", "implemented"]

/** What comes of a command: the events that it causes, or every reason against it. Who may ask is for `authority` to say. */
export const decide = (
  command: CoGovernanceCommand,
  state: CoGovernance,
  around: CoGovernanceCircumstances,
): CoGovernanceDecision => {
  if (command._tag === "OpenCoGovernance") return opening.open(command, state, around)
  const { combine, policy, status } = state
  if (policy === null || combine === null)
    return object({ _tag: "NotAtThisStage", rule: "COGOVERNANCE-1", status, needs: begun })
  return decideOn(command, { matter: { ...state, policy, combine }, today: around.now.civilDate, around })
}

type Standard = Exclude<CoGovernanceCommand, Command<"OpenCoGovernance">>

const decideOn = (command: Standard, standing: Standing): CoGovernanceDecision => {
  switch (command._tag) {
    case "AttachDeliberation":
      return attaching.attach(command, standing)
    case "DetachDeliberation":
      return attaching.detach(command, standing)
    case "RecordOutcome":
      return combining.record(command, standing)
    case "DeclareTouchedUnits":
      return combining.declareTouched(command, standing)
    case "SkipJoint":
      return combining.skipJoint(command, standing)
    case "ReturnToDeliberation":
      return returning.giveBack(command, standing)
    case "RejectCoGovernance":
      return returning.reject(command, standing)
    case "WithdrawCoGovernance":
      return returning.withdraw(command, standing)
    case "BeginImplementation":
      return carryingOut.begin(standing)
    case "ReportResult":
      return carryingOut.report(command, standing)
    case "LinkDisclosure":
      return disclosing.link(command, standing)
    case "RecordAppraisal":
      return appraising.record(command, standing)
    case "SkipAppraisal":
      return appraising.skip(command, standing)
    case "CloseCoGovernance":
      return ending.close(standing)
    case "RevokeResolution":
      return ending.revoke(command, standing)
  }
}
