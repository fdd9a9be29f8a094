import type { Ballot, BallotCircumstances, BallotCommand, BallotRound } from "@jinlin/core/ballot"
import type { Conference, ConferenceCircumstances, ConferenceCommand, Presider } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Rota, RotaCircumstances, RotaCommand } from "@jinlin/core/rotating-chair"
import { on } from "@jinlin/testkit"
import { whoMayAskBallot, whoMayAskConference, whoMayAskRota } from "./actors.ts"
import { type Asked, type Told, tell } from "./scenario.ts"
import { ballot, jointConference, rotatingChair } from "./subjects.ts"

/** One line of a scenario that is written by hand: what is asked on a day, what it shows, and by which tags it is refused. */
export interface Line<Command> {
  readonly on: CivilDate
  /** 540, nine in the morning, unless it is said. */
  readonly minute?: number
  readonly ask: Command
  readonly says: string
  /** The tags of the refusals that are meant to come; none: it is granted. The generator stops where it is otherwise. */
  readonly refused?: ReadonlyArray<string>
  readonly members?: ReadonlyArray<string>
  readonly presider?: Presider
  /** Of a ballot: its round, as its matter has it. */
  readonly round?: BallotRound | null
}

/** A scenario that is written by hand. */
export interface Script<Command, OneLine extends Line<Command> = Line<Command>> {
  readonly name: string
  readonly says: string
  readonly lines: ReadonlyArray<OneLine>
}

/** A scenario as far as it is held against what came of it. */
interface ToldLineByLine {
  readonly name: string
  readonly lines: ReadonlyArray<{ readonly says: string; readonly refused?: ReadonlyArray<string> | undefined }>
}

const tagsIn = (expect: unknown): ReadonlyArray<string> => {
  const { refusals = [] } = expect as { readonly refusals?: ReadonlyArray<{ readonly _tag: string }> }
  return refusals.map(({ _tag }) => _tag)
}

/** A hand-written scenario must do what its lines say; otherwise the sentence would tell what the case does not show. */
export const mustDoAsItSays = (script: ToldLineByLine, { cases }: Told): void => {
  for (const [index, line] of script.lines.entries()) {
    const [wanted, got] = [line.refused ?? [], tagsIn(cases[index]?.["expect"])]
    if (wanted.join(" ") !== got.join(" "))
      throw new Error(`${script.name}, line ${index + 1} (${line.says}): wanted [${wanted}], got [${got}]`)
  }
}

/** Tells a scenario of a rota that is written by hand. */
export const tellRotaScript = (script: Script<RotaCommand>): Told => {
  const told = tell(rotatingChair, script, function* (state: () => Rota): Generator<
    Asked<RotaCommand, RotaCircumstances>
  > {
    for (const { ask: command, members, on: day, minute, says } of script.lines) {
      const now = on(day, minute)
      yield { says, command, around: { actor: whoMayAskRota(command, state(), now), now, members } }
    }
  })
  mustDoAsItSays(script, told)
  return told
}

/** Tells a scenario of a conference that is written by hand. */
export const tellConferenceScript = (script: Script<ConferenceCommand>): Told => {
  const told = tell(jointConference, script, function* (state: () => Conference): Generator<
    Asked<ConferenceCommand, ConferenceCircumstances>
  > {
    for (const { ask: command, minute, on: day, presider, says } of script.lines) {
      const around = { now: on(day, minute), presider }
      yield { says, command, around: { actor: whoMayAskConference(command, state(), around), ...around } }
    }
  })
  mustDoAsItSays(script, told)
  return told
}

/** Tells a scenario of a ballot that is written by hand. */
export const tellBallotScript = (script: Script<BallotCommand>): Told => {
  const told = tell(ballot, script, function* (state: () => Ballot): Generator<
    Asked<BallotCommand, BallotCircumstances>
  > {
    for (const { ask: command, minute, on: day, round = null, says } of script.lines) {
      const around = { now: on(day, minute), round }
      yield { says, command, around: { actor: whoMayAskBallot(command, state(), around), ...around } }
    }
  })
  mustDoAsItSays(script, told)
  return told
}
