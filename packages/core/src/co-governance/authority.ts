import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { CoGovernanceCircumstances } from "./circumstances.ts"
import type { CoGovernanceCommand } from "./commands.ts"
import type { CoGovernance } from "./model.ts"
import { bodiesFor } from "./rules/index.ts"

type Tag = CoGovernanceCommand["_tag"]
type Of<Named extends Tag> = Extract<CoGovernanceCommand, { readonly _tag: Named }>
type Holder = Extract<Actor, { readonly _tag: "Post" }>
type Row<Command extends CoGovernanceCommand> = AuthorityRule<Command, CoGovernance, CoGovernanceCircumstances>

/** Somebody who may: the post that must be held, and where. */
interface Who<Command> {
  readonly post: string
  readonly is: (holder: Holder, asked: { readonly command: Command; readonly matter: CoGovernance }) => boolean
}

const jointBodies = ({ policy }: CoGovernance): ReadonlyArray<string> =>
  policy === null ? [] : bodiesFor(policy, "joint")

/** The bodies that a matter goes through, and the one in which it was opened. */
const bodiesOf = (matter: CoGovernance): ReadonlyArray<string> => [
  ...(matter.policy === null ? [] : bodiesFor(matter.policy, "self-governance")),
  ...jointBodies(matter),
  ...(matter.proposer === null ? [] : [matter.proposer.within]),
]

const anyProposer: Who<unknown> = { post: "proposer", is: () => true }

/** Whoever proposes for the body in which the matter was opened; the post may have passed to somebody else since. */
const proposer: Who<unknown> = {
  post: "proposer",
  is: ({ within }, { matter }) => matter.proposer?.within === within,
}

/** The secretary of one of the bodies. */
const secretary: Who<unknown> = {
  post: "secretary",
  is: ({ within }, { matter }) => bodiesOf(matter).includes(within),
}

/** The convenor of the joint conference. */
const convenor: Who<unknown> = {
  post: "convenor",
  is: ({ within }, { matter }) => jointBodies(matter).includes(within),
}

/** The body that oversees the committee: it neither opens matters nor decides them. */
const overseer: Who<unknown> = { post: "overseer", is: () => true }

/** The delegate of a unit, for that unit alone. */
const delegateOfTheUnit: Who<Of<"DeclareTouchedUnits">> = {
  post: "delegate",
  is: ({ within }, { command }) => command.units.every((unit) => unit === within),
}

/** Whoever appraises, for the body that does. */
const appraiser: Who<Of<"RecordAppraisal">> = {
  post: "appraiser",
  is: ({ within }, { command }) => command.by === within,
}

/** Whoever appraises for one of the bodies that may. */
const anyAppraiser: Who<unknown> = {
  post: "appraiser",
  is: ({ within }, { matter }) => matter.policy?.appraisers.includes(within) === true,
}

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. */
const only =
  <Command extends CoGovernanceCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<"system">
  ): Row<Command> =>
  (actor, command, matter, around) => {
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const known =
      actor._tag === "System" || who.some(({ is, post }) => post === actor.post && is(actor, { command, matter }))
    if (known) return posts("COGOVERNANCE-21", ...allowed)(actor, command, matter, around)
    return refuse({ _tag: "Forbidden", rule: "COGOVERNANCE-21", command: command._tag, allowed })
  }

const deciding = only<CoGovernanceCommand>([proposer])
const keeping = only<CoGovernanceCommand>([proposer, secretary], "system")

/** Who may do what to a matter. A command without a row does not compile. */
export const authority: AuthorityTable<CoGovernanceCommand, CoGovernance, CoGovernanceCircumstances> = {
  OpenCoGovernance: only([anyProposer]),
  AttachDeliberation: keeping,
  DetachDeliberation: only([overseer]),
  RecordOutcome: keeping,
  DeclareTouchedUnits: only<Of<"DeclareTouchedUnits">>([delegateOfTheUnit, proposer, secretary, convenor, overseer]),
  SkipJoint: only([convenor]),
  ReturnToDeliberation: deciding,
  RejectCoGovernance: only([proposer], "system"),
  WithdrawCoGovernance: deciding,
  BeginImplementation: deciding,
  ReportResult: only([proposer, secretary]),
  LinkDisclosure: keeping,
  RecordAppraisal: only<Of<"RecordAppraisal">>([appraiser]),
  SkipAppraisal: only([anyAppraiser]),
  CloseCoGovernance: keeping,
  RevokeResolution: only([secretary], "system"),
}

/**
 * Which commands decide: they change by the will of whoever gives them where a matter goes. The rest take over what others
 * decided, or draw a consequence that follows. No command that decides is granted to a secretary or the system.
 */
export const decides: { readonly [Command in CoGovernanceCommand["_tag"]]: boolean } = {
  OpenCoGovernance: true,
  AttachDeliberation: false,
  DetachDeliberation: true,
  RecordOutcome: false,
  DeclareTouchedUnits: false,
  SkipJoint: true,
  ReturnToDeliberation: true,
  RejectCoGovernance: false,
  WithdrawCoGovernance: true,
  BeginImplementation: true,
  ReportResult: false,
  LinkDisclosure: false,
  RecordAppraisal: false,
  SkipAppraisal: true,
  CloseCoGovernance: false,
  RevokeResolution: false,
}
