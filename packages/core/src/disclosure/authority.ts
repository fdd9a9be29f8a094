import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { DisclosureCircumstances } from "./circumstances.ts"
import type { DisclosureCommand } from "./commands.ts"
import type { Disclosure } from "./model.ts"

type Holder = Extract<Actor, { readonly _tag: "Post" }>
type Row<Command extends DisclosureCommand = DisclosureCommand> = AuthorityRule<
  Command,
  Disclosure,
  DisclosureCircumstances
>

/** Where a command of a disclosure is asked. */
interface Asked {
  readonly command: DisclosureCommand
  readonly disclosure: Disclosure
  readonly around: DisclosureCircumstances
}

/** Somebody who may: the post that must be held, in which bodies, and what else must be so. */
interface Who {
  readonly post: string
  readonly within: (asked: Asked) => ReadonlyArray<string>
  readonly is?: (holder: Holder) => boolean
}

/** The body of what a draft corrects; null: it corrects nothing, or nobody knows it. */
const correctedBody = ({ around: { corrected }, command }: Asked): string | null =>
  command._tag === "PrepareDisclosure" && corrected?.disclosure === command.corrects ? corrected.within : null

/** The body that drew it up, or that drew up what it corrects; while nobody has, the bodies that publish for the matter. */
const publishing = (asked: Asked): ReadonlyArray<string> => {
  const { around, disclosure } = asked
  const known = [disclosure.preparedBy?.within ?? null, correctedBody(asked)].filter((body) => body !== null)
  const [own] = known
  if (own === undefined) return around.scope?.publishing ?? []
  return known.every((body) => body === own) ? [own] : []
}

const ofTheCommunity = ({ around: { scope } }: Asked): ReadonlyArray<string> => scope?.community ?? []

/** Who publishes for the committee. */
const discloser: Who = { post: "discloser", within: publishing }
/** The secretary, who draws up. */
const secretary: Who = { post: "secretary", within: publishing }
/** The secretary, who types what others did, and says for whom. */
const clerk: Who = { ...secretary, is: ({ onBehalfOf }) => onBehalfOf !== undefined }
/** Who reads what will be published; in person. */
const checker: Who = { post: "checker", within: ofTheCommunity, is: ({ onBehalfOf }) => onBehalfOf === undefined }
const resident: Who = { post: "resident", within: ofTheCommunity }
/** The body that oversees the committee: it sees what hangs and what does not. */
const overseer: Who = { post: "overseer", within: ofTheCommunity }

/**
 * A row: any of these may, or, where it says so, the timekeeper and the reactor. A refusal says in which bodies. Before anything is
 * drawn up nobody knows of which matter it will be: whoever holds the post is told that there is nothing yet.
 */
const only =
  (who: ReadonlyArray<Who>, ...others: ReadonlyArray<"system">): Row =>
  (actor, command, disclosure, around) => {
    const asked = { around, command, disclosure }
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const mine = who.filter(({ post }) => actor._tag === "Post" && post === actor.post)
    const isNothing = disclosure.status === "unprepared" && command._tag !== "PrepareDisclosure"
    const isKnown = (one: Who): boolean =>
      actor._tag === "Post" && (isNothing || one.within(asked).includes(actor.within)) && one.is?.(actor) !== false
    if (actor._tag === "System" || mine.some(isKnown))
      return posts("DISCLOSURE-17", ...allowed)(actor, command, disclosure, around)
    const within = [...new Set((mine.length > 0 ? mine : who).flatMap((one) => one.within(asked)))]
    return refuse({ _tag: "Forbidden", rule: "DISCLOSURE-17", command: command._tag, allowed, within })
  }

/** Who may do what to a disclosure. A command without a row does not compile. */
export const authority: AuthorityTable<DisclosureCommand, Disclosure, DisclosureCircumstances> = {
  PrepareDisclosure: only([discloser, secretary]),
  ConfirmCheck: only([checker]),
  PostDisclosure: only([discloser, clerk]),
  TakeDown: only([discloser, clerk, overseer]),
  ConfirmHanging: only([discloser, clerk, overseer]),
  RaiseObjection: only([resident, overseer, clerk]),
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
  ConfirmHanging: false,
  RaiseObjection: false,
  AnswerObjection: false,
  RecountPeriod: true,
  CompleteDisclosure: true,
  SupersedeDisclosure: true,
  AbandonDisclosure: true,
}
