import type { AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { BallotCircumstances } from "./circumstances.ts"
import type { BallotCommand } from "./commands.ts"
import type { Ballot } from "./model.ts"
import { isOver, personCasting } from "./rules/index.ts"

type Of<Tag extends BallotCommand["_tag"]> = Extract<BallotCommand, { readonly _tag: Tag }>
type Row<Command extends BallotCommand> = AuthorityRule<Command, Ballot, BallotCircumstances>

/**
 * Whom the roll names: the person of the voter, or of its proxy, in the post `voter` of the matter. Nobody else votes over a
 * login, and where nobody is named nobody does. Of a round that is over there is no roll any more, and of one that is not
 * there never was one: that is for the decision to say.
 */
const theVoter: Row<Of<"CastBallot"> | Of<"CastSecretBallot">> = (actor, command, ballot, around) => {
  const { round } = around
  const person = round === null ? null : personCasting(round, command)
  const isNamed = actor._tag === "Post" && (actor.person === person || round === null || isOver(round.phase))
  if (isNamed && actor.within === command.matter) return posts("BALLOT-8", "voter")(actor, command, ballot, around)
  return refuse({ _tag: "Forbidden", rule: "BALLOT-8", command: command._tag, allowed: ["voter"] })
}

/**
 * The secretary of the body that sits. For whom the paper speaks stands on the paper, so that nobody has to be named beside it;
 * whoever is named is recorded. Where there is no such round it is for the decision to say so.
 */
const theClerk: Row<Of<"EnterPaperBallot"> | Of<"EnterVoidBallot">> = (actor, command, ballot, around) => {
  const { round } = around
  if (actor._tag === "Post" && (round === null || actor.within === round.body))
    return posts("BALLOT-8", "secretary")(actor, command, ballot, around)
  return refuse({ _tag: "Forbidden", rule: "BALLOT-8", command: command._tag, allowed: ["secretary"] })
}

/** Who may do what with a ballot. A command without a row does not compile. */
export const authority: AuthorityTable<BallotCommand, Ballot, BallotCircumstances> = {
  CastBallot: theVoter,
  CastSecretBallot: theVoter,
  EnterPaperBallot: theClerk,
  EnterVoidBallot: theClerk,
}
