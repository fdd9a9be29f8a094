import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { CovenantCircumstances } from "./circumstances.ts"
import type { CovenantCommand } from "./commands.ts"
import type { Covenant } from "./model.ts"

type Tag = CovenantCommand["_tag"]
type Of<Named extends Tag> = Extract<CovenantCommand, { readonly _tag: Named }>
type Holder = Extract<Actor, { readonly _tag: "Post" }>
type Row<Command extends CovenantCommand> = AuthorityRule<Command, Covenant, CovenantCircumstances>

/** Where a command of a covenant is asked. */
interface Asked<Command> {
  readonly command: Command
  readonly covenant: Covenant
}

/** Somebody who may: the post that must be held, in which bodies (left out: in any), and what else must be so. */
interface Who<Command> {
  readonly post: string
  readonly within?: (asked: Asked<Command>) => ReadonlyArray<string>
  readonly is?: (holder: Holder, asked: Asked<Command>) => boolean
}

const community = ({ covenant: { within } }: Asked<unknown>): ReadonlyArray<string> => (within === null ? [] : [within])

/** A post of the community whose covenant it is. */
const ofCommunity = (post: string): Who<unknown> => ({ post, within: community })

/** The secretary who types for somebody, and says for whom. */
const clerk: Who<unknown> = { ...ofCommunity("secretary"), is: ({ onBehalfOf }) => onBehalfOf !== undefined }

/** Whoever checks texts, in the community or above it; that it is none of the drafters is for the decision to say. */
const reviewer: Who<unknown> = { post: "legal-reviewer" }

/** The office that gives an order, or gave it. */
const officeOf = ({ command, covenant }: Asked<Of<"OrderCorrection" | "LiftOrder">>): string | undefined =>
  command._tag === "OrderCorrection" ? command.by : covenant.orders.find(({ order }) => order === command.order)?.by

const office: Who<Of<"OrderCorrection" | "LiftOrder">> = {
  post: "supervising-office",
  within: (asked) => {
    const by = officeOf(asked)
    return by === undefined ? [] : [by]
  },
}

/** The secretary, to whom the order came on paper. */
const clerkOfOffice: Who<Of<"OrderCorrection" | "LiftOrder">> = {
  ...ofCommunity("secretary"),
  is: ({ onBehalfOf }, asked) => onBehalfOf !== undefined && onBehalfOf === officeOf(asked),
}

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. A refusal says in which bodies. */
const only =
  <Command extends CovenantCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<"system">
  ): Row<Command> =>
  (actor, command, covenant, around) => {
    const asked = { command, covenant }
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const mine = who.filter(({ post }) => actor._tag === "Post" && post === actor.post)
    const isKnown = ({ is, within }: Who<Command>): boolean =>
      actor._tag === "Post" && within?.(asked).includes(actor.within) !== false && is?.(actor, asked) !== false
    if (actor._tag === "System" || mine.some(isKnown))
      return posts("COVENANT-17", ...allowed)(actor, command, covenant, around)
    const within = [...new Set((mine.length > 0 ? mine : who).flatMap((one) => one.within?.(asked) ?? []))]
    return refuse({ _tag: "Forbidden", rule: "COVENANT-17", command: command._tag, allowed, within })
  }

const drafting = only<CovenantCommand>([ofCommunity("drafter")])
const presiding = only<CovenantCommand>([ofCommunity("presider")])
const ordering = only<Of<"OrderCorrection" | "LiftOrder">>([office, clerkOfOffice])

/** Who may do what to a covenant. A command without a row does not compile. */
export const authority: AuthorityTable<CovenantCommand, Covenant, CovenantCircumstances> = {
  OpenCovenant: only([{ post: "drafter" }]),
  DraftRevision: drafting,
  AbandonDraft: drafting,
  OpenComments: drafting,
  RecordComment: only([ofCommunity("resident"), clerk]),
  DisposeComment: drafting,
  CloseComments: only([ofCommunity("drafter")], "system"),
  CheckLegality: only([reviewer]),
  SubmitDraft: drafting,
  RecordDecision: only([ofCommunity("secretary")], "system"),
  BringIntoForce: presiding,
  FileVersion: only([ofCommunity("secretary")]),
  RemindFiling: only([], "system"),
  OrderCorrection: ordering,
  LiftOrder: ordering,
  RepealCovenant: presiding,
}

/** Which commands decide: they bind others by the will of whoever gives them, or draw the consequence. The rest record and keep. */
export const decides: { readonly [Command in CovenantCommand["_tag"]]: boolean } = {
  OpenCovenant: true,
  DraftRevision: true,
  AbandonDraft: true,
  OpenComments: true,
  RecordComment: false,
  DisposeComment: true,
  CloseComments: true,
  CheckLegality: true,
  SubmitDraft: true,
  RecordDecision: false,
  BringIntoForce: true,
  FileVersion: false,
  RemindFiling: false,
  OrderCorrection: true,
  LiftOrder: true,
  RepealCovenant: true,
}
