import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { DeliberationCircumstances } from "./circumstances.ts"
import type { DeliberationCommand } from "./commands.ts"
import type { Matter } from "./model.ts"
import { decidedLast, stepOf } from "./rules/index.ts"

type Tag = DeliberationCommand["_tag"]
type Of<Named extends Tag> = Extract<DeliberationCommand, { readonly _tag: Named }>
type Holder = Extract<Actor, { readonly _tag: "Post" }>
type Row<Command extends DeliberationCommand> = AuthorityRule<Command, Matter, DeliberationCircumstances>

/** Somebody who may: the post that must be held, and where. */
interface Who<Command> {
  readonly post: string
  readonly is: (holder: Holder, asked: { readonly command: Command; readonly matter: Matter }) => boolean
}

/** The body whose turn it is. */
const bodyAtTurn = ({ at, plan }: Matter): string | undefined => stepOf(plan, at)?.body

/** Where the matter has nothing to compare with, as when no matter bears that id, the decision says what is missing. */
const isOf = ({ within }: Holder, body: string | undefined): boolean => body === undefined || within === body

/** The body of the sitting that was decided last, where none has been called since; asked again, nothing happens. */
const bodyDecidedLast = (matter: Matter): string | undefined =>
  decidedLast(matter) ? stepOf(matter.plan, matter.closed.at(-1)?.step ?? null)?.body : undefined

/** The body of a sitting that is over. */
const bodyOfRound = ({ closed, plan }: Matter, round: number): string | undefined =>
  stepOf(plan, closed.find((sitting) => sitting.round === round)?.step ?? null)?.body

/** Whoever presides in the body whose turn it is. */
const presider: Who<unknown> = {
  post: "presider",
  is: (holder, { matter }) => isOf(holder, bodyAtTurn(matter)),
}

/** The same, and whoever presides in the body that has just decided: what fell due may have been faster. */
const presiderAtClose: Who<unknown> = {
  post: "presider",
  is: (holder, asked) => presider.is(holder, asked) || holder.within === bodyDecidedLast(asked.matter),
}

/** Whoever presides in the body of the step that is called; whether it is that step's turn is for the decider to say. */
const presiderOfStep: Who<Of<"CallStep">> = {
  post: "presider",
  is: (holder, { command, matter }) => isOf(holder, stepOf(matter.plan, command.step)?.body),
}

/** The secretary of the body whose turn it is. Whoever types votes says for whom, which is for the decision to ask. */
const secretary: Who<unknown> = {
  post: "secretary",
  is: (holder, { matter }) => isOf(holder, bodyAtTurn(matter)),
}

/** Whoever oversees the body whose ballot it is. That this person neither votes nor leads is for the decision to ask. */
const overseer: Who<unknown> = {
  post: "overseer",
  is: (holder, { matter }) => isOf(holder, bodyAtTurn(matter)),
}

const anyProposer: Who<unknown> = { post: "proposer", is: () => true }

/** Who put the matter forward, in the body in which it was done. */
const proposer: Who<unknown> = {
  post: "proposer",
  is: ({ person, within }, { matter: { proposer } }) =>
    proposer === null || (proposer.person === person && proposer.within === within),
}

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. */
const only =
  <Command extends DeliberationCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<"system">
  ): Row<Command> =>
  (actor, command, matter, around) => {
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const known =
      actor._tag === "System" || who.some(({ is, post }) => post === actor.post && is(actor, { command, matter }))
    if (known) return posts("DELIBERATION-22", ...allowed)(actor, command, matter, around)
    return refuse({ _tag: "Forbidden", rule: "DELIBERATION-22", command: command._tag, allowed })
  }

const deciding = only<DeliberationCommand>([presider])
const inTime = only<DeliberationCommand>([presiderAtClose], "system")
const arranging = only<DeliberationCommand>([presider, secretary])

/** Who may do what to a matter. A command without a row does not compile. */
export const authority: AuthorityTable<DeliberationCommand, Matter, DeliberationCircumstances> = {
  OpenMatter: only([anyProposer]),
  CallStep: only<Of<"CallStep">>([presiderOfStep]),
  CancelCall: deciding,
  EnterRoll: arranging,
  StrikeFromRoll: arranging,
  RecuseVoter: arranging,
  GrantProxy: arranging,
  RevokeProxy: arranging,
  RecordAttendance: arranging,
  RecordHeadcount: arranging,
  OpenBallot: deciding,
  RecordVotes: arranging,
  RecordCounts: arranging,
  ExtendBallot: deciding,
  CloseBallot: inTime,
  AnnulBallot: only([overseer]),
  DecideStep: inTime,
  RecordOpinion: deciding,
  RebaseStep: deciding,
  WithdrawMatter: only([proposer]),
  FileRegister: only<Of<"FileRegister">>([
    {
      post: "secretary",
      is: (holder, { command, matter }) => isOf(holder, bodyOfRound(matter, command.round)),
    },
  ]),
}

/**
 * Which commands decide: they bind others by the will of whoever gives them, or draw the consequence. The rest arrange, record
 * and keep. No command that decides is granted to a secretary, on nobody's behalf.
 */
export const decides: { readonly [Command in DeliberationCommand["_tag"]]: boolean } = {
  OpenMatter: true,
  CallStep: true,
  CancelCall: true,
  EnterRoll: false,
  StrikeFromRoll: false,
  RecuseVoter: false,
  GrantProxy: false,
  RevokeProxy: false,
  RecordAttendance: false,
  RecordHeadcount: false,
  OpenBallot: true,
  RecordVotes: false,
  RecordCounts: false,
  ExtendBallot: true,
  CloseBallot: true,
  AnnulBallot: true,
  DecideStep: true,
  RecordOpinion: true,
  RebaseStep: true,
  WithdrawMatter: true,
  FileRegister: false,
}
