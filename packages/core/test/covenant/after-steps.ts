import {
  type Covenant,
  type CovenantCircumstances,
  type CovenantCommand,
  type CovenantRefusal,
  covenant,
} from "@jinlin/core/covenant"
import { given, play } from "@jinlin/testkit"
import { type CovenantStep, openMatter, revisedText } from "@jinlin/testkit/covenant"
import { expect } from "vitest"

/** Where nothing else is said, what is submitted lies with a body already. */
const withMatter = (
  command: CovenantCommand,
  around: CovenantCircumstances,
  { draft }: Covenant,
): CovenantCircumstances =>
  command._tag !== "SubmitDraft" || around.outcome !== undefined || draft === null
    ? around
    : { ...around, outcome: { ...openMatter(command.matter, revisedText), text: draft.document } }

/** What comes of a step after others, none of which may be refused. */
export const after = (steps: ReadonlyArray<CovenantStep>, [command, around]: CovenantStep) => {
  const played = play(covenant, steps)
  expect(played.refused).toEqual([])
  return given(covenant, played.history).when(command, withMatter(command, around, played.state))
}

/** Why a step after others is refused; nothing: it is not. */
export const refused = (steps: ReadonlyArray<CovenantStep>, next: CovenantStep): ReadonlyArray<CovenantRefusal> =>
  after(steps, next).refusals

/** The names of those refusals. */
export const tags = (steps: ReadonlyArray<CovenantStep>, next: CovenantStep): ReadonlyArray<string> =>
  refused(steps, next).map(({ _tag }) => _tag)
