import type { DeliberationCommand } from "@jinlin/core/deliberation"
import { DeliberationEvent, deliberation as decider } from "@jinlin/core/deliberation"
import { type Actor, decodeStrictly, replay } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import { asJson } from "../../json-text.ts"
import { authorityExpected, type Case, caseId, reference, type Told } from "../scenario.ts"
import { deliberation } from "../subjects.ts"
import {
  adopt,
  annul,
  call,
  cancel,
  close,
  come,
  counts,
  decideIt,
  extend,
  file,
  grant,
  headcount,
  heads,
  type Of,
  open,
  opinion,
  put,
  rebase,
  recuse,
  revoke,
  strike,
  votes,
  withdraw,
} from "./asking.ts"

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

const actors: ReadonlyArray<readonly [who: string, actor: Actor]> = [
  ["who put it forward", post("proposer", "party-committee", "p-proposer")],
  ["another proposer of the same body", post("proposer", "party-committee", "p-1")],
  ["who put it forward, for another body", post("proposer", "two-committees", "p-proposer")],
  ["who presides in the body whose turn it is", post("presider", "two-committees", "p-2")],
  ["who presides in the first body", post("presider", "party-committee", "p-3")],
  ["its secretary", post("secretary", "two-committees", "p-4")],
  ["its secretary, typing for the meeting", post("secretary", "two-committees", "p-4", "p-2")],
  ["the secretary of the first body", post("secretary", "party-committee", "p-5")],
  ["who oversees the body whose turn it is", post("overseer", "two-committees", "p-8")],
  ["who oversees another body", post("overseer", "street-office", "p-9")],
  ["a resident", post("resident", "building-3", "p-6")],
  ["a person whose post is called system", post("system", "two-committees", "p-7")],
  ["the system", { _tag: "System", rule: "DELIBERATION-17" }],
]

/** One command of each tag, and a few that name another step or round. */
const commands: ReadonlyArray<DeliberationCommand> = [
  open(),
  call("consult", "two-committees", "2026-04-01"),
  call("propose", "party-committee", "2026-04-01"),
  call("nowhere", "party-committee", "2026-04-01"),
  cancel,
  heads("a"),
  strike("a"),
  recuse("a"),
  grant("a", "b"),
  revoke("a"),
  come("a"),
  headcount(3),
  put("open", "2026-04-01", adopt),
  votes({ for: ["a"] }),
  counts(1, 0),
  extend("2026-04-02"),
  close,
  annul,
  decideIt,
  opinion(true),
  rebase("law-of-call"),
  withdraw,
  file(1),
  file(2),
]

const named = (command: DeliberationCommand): string => {
  if (command._tag === "CallStep") return ` of ${(command satisfies Of<"CallStep">).step}`
  return command._tag === "FileRegister" ? ` of round ${command.round}` : ""
}

/** Who may ask what of a matter whose second body votes: every command, by thirteen actors. */
export const matterAuthority = (told: Told): ReadonlyArray<Case> => {
  const opened = told.events.flatMap((event, at) =>
    (event as { readonly _tag: string })._tag === "BallotOpened" ? [at + 1] : [],
  )
  const count = opened[1] ?? 0
  const read = decodeStrictly(DeliberationEvent)
  const state = replay(
    decider,
    told.events.slice(0, count).map((event) => {
      const found = read(event)
      if (!found.ok) throw new Error(JSON.stringify(found.refusal))
      return found.value
    }),
  )
  return commands
    .flatMap((command) => actors.map(([who, actor]) => ({ actor, command, who })))
    .map(({ actor, command, who }, index) => {
      const around = { actor, now: on("2026-03-06") }
      const { expect, granted, rule } = authorityExpected(deliberation.authority, state, { command, around })
      return {
        id: caseId("deliberation", "authority", index + 1),
        says: `${command._tag}${named(command)}: ${who} ${granted ? "may" : "may not"}.`,
        rules: granted && rule !== "DELIBERATION-22" ? ["DELIBERATION-22", rule] : [rule],
        history: reference(told.name, count),
        command: asJson(command),
        circumstances: asJson(around),
        expect,
      }
    })
}
