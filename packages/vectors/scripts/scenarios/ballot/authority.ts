import type { BallotCircumstances, BallotCommand, BallotRound } from "@jinlin/core/ballot"
import { ballot as decider } from "@jinlin/core/ballot"
import type { Actor } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import { asJson } from "../../json-text.ts"
import { authorityExpected, type Case, caseId } from "../scenario.ts"
import { ballot } from "../subjects.ts"
import { annulledRound, cast, castSecretly, decidedRound, openRound, paper, spoilt, withProxy } from "./asking.ts"

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

const actors: ReadonlyArray<readonly [who: string, actor: Actor]> = [
  ["the person whom the roll names", post("voter", "lift", "p-1")],
  ["the person of the proxy", post("voter", "lift", "p-9")],
  ["another voter", post("voter", "lift", "p-2")],
  ["the same person as a voter of another matter", post("voter", "roof", "p-1")],
  ["the same person in another post", post("resident", "lift", "p-1")],
  ["the secretary of the body", post("secretary", "owners-assembly", "p-secretary")],
  ["the secretary, typing for somebody", post("secretary", "owners-assembly", "p-secretary", "p-1")],
  ["the secretary of another body", post("secretary", "residents-committee", "p-secretary")],
  ["the presider of the body", post("presider", "owners-assembly", "p-3")],
  ["a person whose post is called system", post("system", "lift", "p-1")],
  ["the system", { _tag: "System", rule: "BALLOT-8" }],
]

const commands: ReadonlyArray<readonly [command: BallotCommand, round: BallotRound | null, where: string]> = [
  [cast(), { ...openRound, ...withProxy }, ""],
  [cast({ castBy: "flat-9" }), { ...openRound, ...withProxy }, " by proxy"],
  [cast(), { ...openRound, voter: { person: null, recused: false } }, " where nobody is named"],
  [castSecretly(), { ...openRound, ...withProxy, mode: "secret" }, ""],
  [paper(), { ...openRound, ...withProxy }, ""],
  [spoilt(), openRound, ""],
  [cast(), null, " in a round that is none"],
  [paper(), null, " in a round that is none"],
  [cast(), decidedRound, " in a round that is decided"],
  [castSecretly({ castBy: "flat-9" }), annulledRound, " in a round that is annulled"],
  [paper(), decidedRound, " in a round that is decided"],
]

/** Who may ask what of a ballot: every command, by eleven actors. */
export const ballotAuthority = (): ReadonlyArray<Case> =>
  commands
    .flatMap(([command, round, where]) => actors.map(([who, actor]) => ({ actor, command, round, where, who })))
    .map(({ actor, command, round, where, who }, index) => {
      const around: BallotCircumstances = { actor, now: on("2026-03-02"), round }
      const { expect, granted, rule } = authorityExpected(ballot.authority, decider.initial, { command, around })
      return {
        id: caseId("ballot", "authority", index + 1),
        says: `${command._tag}${where}: ${who} ${granted ? "may" : "may not"}.`,
        rules: [rule],
        history: [],
        command: asJson(command),
        circumstances: asJson(around),
        expect,
      }
    })
