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

/** Where a command of a matter is asked. */
interface Asked<Command> {
  readonly command: Command
  readonly matter: CoGovernance
}

/** Somebody who may: the post that must be held, in which bodies (left out: in any), and what else must be so. */
interface Who<Command> {
  readonly post: string
  readonly within?: (asked: Asked<Command>) => ReadonlyArray<string>
  readonly is?: (holder: Holder, asked: Asked<Command>) => boolean
}

const jointBodies = ({ matter: { policy } }: Asked<unknown>): ReadonlyArray<string> =>
  policy === null ? [] : bodiesFor(policy, "joint")

const opening = ({ matter: { proposer: by } }: Asked<unknown>): ReadonlyArray<string> =>
  by === null ? [] : [by.within]

/** The bodies that a matter goes through, and the one in which it was opened. */
const bodiesOf = (asked: Asked<unknown>): ReadonlyArray<string> => [
  ...(asked.matter.policy === null ? [] : bodiesFor(asked.matter.policy, "self-governance")),
  ...jointBodies(asked),
  ...opening(asked),
]

const anyProposer: Who<unknown> = { post: "proposer" }

/** Whoever proposes for the body in which the matter was opened; the post may have passed to somebody else since. */
const proposer: Who<unknown> = { post: "proposer", within: opening }

/** The secretary of one of the bodies. */
const secretary: Who<unknown> = { post: "secretary", within: bodiesOf }

/** The convenor of the joint conference. */
const convenor: Who<unknown> = { post: "convenor", within: jointBodies }

/** One of the bodies that oversee the committee: it neither opens matters nor decides them. */
const overseer: Who<unknown> = { post: "overseer", within: ({ matter }) => matter.policy?.overseers ?? [] }

/** The delegate of a unit, for that unit alone. */
const delegateOfTheUnit: Who<Of<"DeclareTouchedUnits">> = {
  post: "delegate",
  within: ({ command: { units } }) => units,
  is: ({ within }, { command }) => command.units.every((unit) => unit === within),
}

/** Whoever appraises, for the body that does. */
const appraiser: Who<Of<"RecordAppraisal">> = {
  post: "appraiser",
  within: ({ command: { by } }) => [by],
}

/** Whoever appraises for one of the bodies that may. */
const anyAppraiser: Who<unknown> = { post: "appraiser", within: ({ matter }) => matter.policy?.appraisers ?? [] }

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. A refusal says in which bodies. */
const only =
  <Command extends CoGovernanceCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<"system">
  ): Row<Command> =>
  (actor, command, matter, around) => {
    const asked = { command, matter }
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const mine = who.filter(({ post }) => actor._tag === "Post" && post === actor.post)
    const isKnown = ({ is, within }: Who<Command>): boolean =>
      actor._tag === "Post" && within?.(asked).includes(actor.within) !== false && is?.(actor, asked) !== false
    if (actor._tag === "System" || mine.some(isKnown))
      return posts("COGOVERNANCE-21", ...allowed)(actor, command, matter, around)
    const within = [...new Set((mine.length > 0 ? mine : who).flatMap((one) => one.within?.(asked) ?? []))]
    return refuse({ _tag: "Forbidden", rule: "COGOVERNANCE-21", command: command._tag, allowed, within })
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
