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

/** Somebody who may: the post that must be held, and where. */
interface Who<Command> {
  readonly post: string
  readonly is: (holder: Holder, asked: { readonly command: Command; readonly covenant: Covenant }) => boolean
}

/** A post of the community whose covenant it is. */
const ofCommunity = (post: string): Who<unknown> => ({
  post,
  is: ({ within }, { covenant }) => within === covenant.within,
})

/** The secretary who types for somebody, and says for whom. */
const clerk: Who<unknown> = {
  post: "secretary",
  is: (holder, { covenant }) => holder.within === covenant.within && holder.onBehalfOf !== undefined,
}

/** Whoever checks texts, in the community or above it; that it is none of the drafters is for the decision to say. */
const reviewer: Who<unknown> = { post: "legal-reviewer", is: () => true }

/** The office that gives an order, or gave it. */
const officeOf = (command: Of<"OrderCorrection" | "LiftOrder">, covenant: Covenant): string | undefined =>
  command._tag === "OrderCorrection" ? command.by : covenant.orders.find(({ order }) => order === command.order)?.by

const office: Who<Of<"OrderCorrection" | "LiftOrder">> = {
  post: "supervising-office",
  is: ({ within }, { command, covenant }) => within === officeOf(command, covenant),
}

/** The secretary, to whom the order came on paper. */
const clerkOfOffice: Who<Of<"OrderCorrection" | "LiftOrder">> = {
  post: "secretary",
  is: ({ onBehalfOf, within }, { command, covenant }) =>
    within === covenant.within && onBehalfOf !== undefined && onBehalfOf === officeOf(command, covenant),
}

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. */
const only =
  <Command extends CovenantCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<"system">
  ): Row<Command> =>
  (actor, command, covenant, around) => {
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const known =
      actor._tag === "System" || who.some(({ is, post }) => post === actor.post && is(actor, { command, covenant }))
    if (known) return posts("COVENANT-17", ...allowed)(actor, command, covenant, around)
    return refuse({ _tag: "Forbidden", rule: "COVENANT-17", command: command._tag, allowed })
  }

const drafting = only<CovenantCommand>([ofCommunity("drafter")])
const presiding = only<CovenantCommand>([ofCommunity("presider")])
const ordering = only<Of<"OrderCorrection" | "LiftOrder">>([office, clerkOfOffice])

/** Who may do what to a covenant. A command without a row does not compile. */
export const authority: AuthorityTable<CovenantCommand, Covenant, CovenantCircumstances> = {
  OpenCovenant: only([{ post: "drafter", is: () => true }]),
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
