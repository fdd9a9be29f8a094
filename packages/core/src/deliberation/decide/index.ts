import { object } from "../../kernel/decider.ts"
import type { DeliberationCircumstances } from "../circumstances.ts"
import type { DeliberationCommand } from "../commands.ts"
import type { Matter } from "../model.ts"
import { decidedLast, stepOf } from "../rules/index.ts"
import * as attendance from "./attendance.ts"
import * as balloting from "./balloting.ts"
import * as calling from "./calling.ts"
import * as deciding from "./deciding.ts"
import * as law from "./law.ts"
import * as matters from "./matters.ts"
import * as opening from "./opening.ts"
import * as proxies from "./proxies.ts"
import * as recording from "./recording.ts"
import * as roll from "./roll.ts"
import { type Command, type DeliberationDecision, quiet, type Standing } from "./standing.ts"

/** What comes of a command: the events that it causes, or every reason against it. Who may ask is for `authority` to say. */
export const decide = (
  command: DeliberationCommand,
  state: Matter,
  around: DeliberationCircumstances,
): DeliberationDecision => {
  const today = around.now.civilDate
  if (command._tag === "OpenMatter") return matters.open(command, state, around)
  if (command._tag === "FileRegister") return matters.fileRegister(command, state, today)
  if ((command._tag === "CloseBallot" || command._tag === "DecideStep") && decidedLast(state)) return quiet
  const { at, plan, status, text } = state
  if (status !== "open") return object({ _tag: "MatterNotOpen", rule: "DELIBERATION-1", status })
  const step = stepOf(plan, at)
  if (plan === null || text === null || at === null || step === undefined)
    return object({ _tag: "MatterNotOpen", rule: "DELIBERATION-1", status: "unopened" })
  return decideOn(command, { matter: { ...state, plan, text, at }, step, today, around })
}

type Standard = Exclude<DeliberationCommand, Command<"OpenMatter" | "FileRegister">>

const decideOn = (command: Standard, standing: Standing): DeliberationDecision => {
  switch (command._tag) {
    case "CallStep":
      return calling.callStep(command, standing)
    case "CancelCall":
      return calling.cancelCall(command, standing)
    case "EnterRoll":
      return roll.enter(command, standing)
    case "StrikeFromRoll":
      return roll.strike(command, standing)
    case "RecuseVoter":
      return roll.recuse(command, standing)
    case "GrantProxy":
      return proxies.grant(command, standing)
    case "RevokeProxy":
      return proxies.revoke(command, standing)
    case "RecordAttendance":
      return attendance.byName(command, standing)
    case "RecordHeadcount":
      return attendance.byCount(command, standing)
    case "OpenBallot":
      return opening.openBallot(command, standing)
    case "RecordVotes":
      return recording.votes(command, standing)
    case "RecordCounts":
      return recording.counts(command, standing)
    case "ExtendBallot":
      return balloting.extend(command, standing)
    case "CloseBallot":
      return balloting.close(standing)
    case "AnnulBallot":
      return balloting.annul(command, standing)
    case "DecideStep":
      return deciding.decideStep(standing)
    case "RecordOpinion":
      return deciding.recordOpinion(command, standing)
    case "RebaseStep":
      return law.rebase(command, standing)
    case "WithdrawMatter":
      return matters.withdraw(command, standing)
  }
}
