import * as Result from "effect/Result"
import type { Decision } from "../../kernel/decider.ts"
import type { RotaCircumstances } from "../circumstances.ts"
import type { RotaCommand } from "../commands.ts"
import type { RotaEvent } from "../events.ts"
import type { Rota } from "../model.ts"
import type { RotaRefusal } from "../refusals.ts"
import { catchUp } from "./catch-up.ts"
import * as life from "./life.ts"
import * as membership from "./membership.ts"
import { movingOn } from "./moves.ts"
import * as serving from "./serving.ts"
import type { Standing } from "./standing.ts"
import * as turns from "./turns.ts"

/**
 * What comes of a command. First the rota catches up with the day, so that every rule sees the terms that have begun by
 * then; what has come about by itself is recorded together with what the command causes, or not at all.
 */
export const decide = (
  command: RotaCommand,
  rota: Rota,
  circumstances: RotaCircumstances,
): Decision<RotaEvent, RotaRefusal> => {
  const today = circumstances.now.civilDate
  if (command._tag === "OpenRota") return life.open(command, rota, circumstances)
  const moving = movingOn(rota, today)
  if (rota.status !== "open" || moving === undefined) return life.refuseUnlessOpen(rota)
  const course = catchUp(rota, today)
  return decideOn(command, { today, policy: moving.policy, course, rota: course.rota })
}

const decideOn = (
  command: Exclude<RotaCommand, { _tag: "OpenRota" }>,
  standing: Standing,
): Decision<RotaEvent, RotaRefusal> => {
  switch (command._tag) {
    case "AdoptRotaPolicy":
      return life.adoptPolicy(command, standing)
    case "SeatUnit":
      return membership.seatUnit(command, standing)
    case "UnseatUnit":
      return membership.unseatUnit(command, standing)
    case "MergeUnits":
      return membership.mergeUnits(command, standing)
    case "SwapTurns":
      return turns.swap(command, standing)
    case "SkipTurn":
      return turns.skip(command, standing)
    case "DeclineTurn":
      return turns.decline(command, standing)
    case "RecordNoShow":
      return turns.noShow(command, standing)
    case "FillVacancy":
      return turns.fill(command, standing)
    case "NameSubstitute":
      return serving.nameSubstitute(command, standing)
    case "DeclareInterest":
      return serving.declareInterest(command, standing)
    case "HandOverChair":
      return serving.handOver(command, standing)
    case "RemindHandOver":
      return serving.remind(command, standing)
    case "CountMeeting":
      return serving.countMeeting(command, standing)
    case "AdvanceRota":
      return Result.succeed(standing.course.events)
    case "CloseRota":
      return life.close(standing)
  }
}
