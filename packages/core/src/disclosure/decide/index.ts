import type { DisclosureCircumstances } from "../circumstances.ts"
import type { DisclosureCommand } from "../commands.ts"
import type { Disclosure } from "../model.ts"
import * as completing from "./completing.ts"
import * as correcting from "./correcting.ts"
import * as objecting from "./objecting.ts"
import * as posting from "./posting.ts"
import * as preparing from "./preparing.ts"
import type { DisclosureDecision } from "./standing.ts"
import * as takingDown from "./taking-down.ts"

/** What comes of a command: the events that it causes, or every reason against it. Who may ask is for `authority` to say. */
export const decide = (
  command: DisclosureCommand,
  disclosure: Disclosure,
  around: DisclosureCircumstances,
): DisclosureDecision => {
  const standing = { disclosure, today: around.now.civilDate, around }
  switch (command._tag) {
    case "PrepareDisclosure":
      return preparing.prepare(command, standing)
    case "ConfirmCheck":
      return preparing.confirmChecked(command, standing)
    case "PostDisclosure":
      return posting.post(command, standing)
    case "TakeDown":
      return takingDown.takeDown(command, standing)
    case "ConfirmHanging":
      return takingDown.confirmHanging(command, standing)
    case "RaiseObjection":
      return objecting.raise(command, standing)
    case "AnswerObjection":
      return objecting.answer(command, standing)
    case "RecountPeriod":
      return completing.recount(standing)
    case "CompleteDisclosure":
      return completing.complete(standing)
    case "SupersedeDisclosure":
      return correcting.supersede(command, standing)
    case "AbandonDisclosure":
      return preparing.abandon(command, standing)
  }
}
