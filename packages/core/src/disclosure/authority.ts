import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { DisclosureCircumstances } from "./circumstances.ts"
import type { DisclosureCommand } from "./commands.ts"
import type { Disclosure } from "./model.ts"

type Holder = Extract<Actor, { readonly _tag: "Post" }>
type Row = AuthorityRule<DisclosureCommand, Disclosure, DisclosureCircumstances>

/** Somebody who may: the post that must be held, and where. */
interface Who {
  readonly post: string
  readonly is: (holder: Holder, disclosure: Disclosure) => boolean
}

/** Of the body that prepared it; while nobody has, of any. */
const isOfItsBody = ({ within }: Holder, { preparedBy }: Disclosure): boolean =>
  preparedBy === null || preparedBy.within === within

/** Who publishes for the committee. */
const discloser: Who = { post: "discloser", is: isOfItsBody }
/** The secretary, who draws up. */
const secretary: Who = { post: "secretary", is: isOfItsBody }
/** The secretary, who types what others did, and says for whom. */
const clerk: Who = {
  post: "secretary",
  is: (holder, disclosure) => isOfItsBody(holder, disclosure) && holder.onBehalfOf !== undefined,
}
/** Who reads what will be published; in person, and wherever the post is held. */
const checker: Who = { post: "checker", is: ({ onBehalfOf }) => onBehalfOf === undefined }
const resident: Who = { post: "resident", is: () => true }
/** The body that oversees the committee: it sees what hangs and what does not. */
const overseer: Who = { post: "overseer", is: () => true }

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. */
const only =
  (who: ReadonlyArray<Who>, ...others: ReadonlyArray<"system">): Row =>
  (actor, command, disclosure, around) => {
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const known = actor._tag === "System" || who.some(({ is, post }) => post === actor.post && is(actor, disclosure))
    if (known) return posts("DISCLOSURE-17", ...allowed)(actor, command, disclosure, around)
    return refuse({ _tag: "Forbidden", rule: "DISCLOSURE-17", command: command._tag, allowed })
  }

/** Who may do what to a disclosure. A command without a row does not compile. */
export const authority: AuthorityTable<DisclosureCommand, Disclosure, DisclosureCircumstances> = {
  PrepareDisclosure: only([discloser, secretary]),
  ConfirmCheck: only([checker]),
  PostDisclosure: only([discloser, clerk]),
  TakeDown: only([discloser, clerk, overseer]),
  RaiseObjection: only([resident, overseer, clerk], "system"),
  AnswerObjection: only([discloser, clerk]),
  RecountPeriod: only([discloser], "system"),
  CompleteDisclosure: only([discloser], "system"),
  SupersedeDisclosure: only([discloser], "system"),
  AbandonDisclosure: only([discloser]),
}

/**
 * Which commands decide: they bind others by the will of whoever gives them, or draw the consequence. The rest arrange, record
 * and keep. No command that decides is granted to a secretary, on nobody's behalf.
 */
export const decides: { readonly [Command in DisclosureCommand["_tag"]]: boolean } = {
  PrepareDisclosure: false,
  ConfirmCheck: true,
  PostDisclosure: false,
  TakeDown: false,
  RaiseObjection: false,
  AnswerObjection: false,
  RecountPeriod: true,
  CompleteDisclosure: true,
  SupersedeDisclosure: true,
  AbandonDisclosure: true,
}
