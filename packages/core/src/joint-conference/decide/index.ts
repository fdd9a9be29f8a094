import { object } from "../../kernel/decider.ts"
import type { ConferenceCircumstances } from "../circumstances.ts"
import type { ConferenceCommand } from "../commands.ts"
import type { Conference } from "../model.ts"
import { policyOn } from "../rules/index.ts"
import * as calling from "./calling.ts"
import * as conference from "./conference.ts"
import * as followUp from "./follow-up.ts"
import * as membership from "./membership.ts"
import { conferenceMustBeActive } from "./objections.ts"
import * as sitting from "./sitting.ts"
import type { Command, ConferenceDecision, Standing } from "./standing.ts"
import * as voting from "./voting.ts"

/** What comes of a command: the events that it causes, or every reason against it. Who may ask is for `authority` to say. */
export const decide = (
  command: ConferenceCommand,
  state: Conference,
  { now, presider }: ConferenceCircumstances,
): ConferenceDecision => {
  const today = now.civilDate
  if (command._tag === "FoundConference") return conference.found(command, state, today)
  const policy = policyOn(state, today)
  const inactive = conferenceMustBeActive(state)
  if (inactive !== undefined) return object(inactive)
  if (policy === undefined) return object({ _tag: "ConferenceNotActive", rule: "CONFERENCE-1", status: "unfounded" })
  return decideOn(command, { conference: state, policy, now, today, presider })
}

type Standard = Exclude<ConferenceCommand, Command<"FoundConference">>

const decideOn = (command: Standard, standing: Standing): ConferenceDecision => {
  switch (command._tag) {
    case "AdoptPolicy":
      return conference.adoptPolicy(command, standing)
    case "AssignConvenor":
      return conference.assignConvenor(command, standing)
    case "AppointSecretariat":
      return conference.appointSecretariat(command, standing)
    case "AdmitUnit":
      return membership.admitUnit(command, standing)
    case "ReleaseUnit":
      return membership.releaseUnit(command, standing)
    case "MergeMemberUnits":
      return membership.mergeUnits(command, standing)
    case "NameDelegate":
      return membership.nameDelegate(command, standing)
    case "ScheduleMeeting":
      return calling.schedule(command, standing)
    case "ReplaceChairUnit":
      return calling.replaceChair(command, standing)
    case "AddAgendaItem":
      return calling.addItem(command, standing)
    case "WithdrawAgendaItem":
      return calling.withdrawItem(command, standing)
    case "GiveNotice":
      return calling.giveNotice(command, standing)
    case "CancelMeeting":
      return calling.cancel(command, standing)
    case "AdjournMeeting":
      return calling.adjourn(command, standing)
    case "ReconveneMeeting":
      return calling.reconvene(command, standing)
    case "RecordAttendance":
      return sitting.recordAttendance(command, standing)
    case "CallToOrder":
      return sitting.callToOrder(command, standing)
    case "CloseMeeting":
      return sitting.closeMeeting(command, standing)
    case "AdoptResolution":
      return voting.adoptResolution(command, standing)
    case "FileMinutes":
      return followUp.fileMinutes(command, standing)
    case "RemindMinutes":
      return followUp.remindMinutes(command, standing)
    case "CloseAction":
      return followUp.closeAction(command, standing)
    case "ExtendAction":
      return followUp.extendAction(command, standing)
    case "ReassignAction":
      return followUp.reassignAction(command, standing)
    case "RemindAction":
      return followUp.remindAction(command, standing)
    case "NoteMissingMeeting":
      return conference.noteMissing(standing)
    case "DissolveConference":
      return conference.dissolve(command, standing)
  }
}
