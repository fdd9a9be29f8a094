import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Draft } from "./model.ts"
import { CovenantKind, RequiredClause } from "./policy.ts"

const Ids = Schema.Array(Id)
const Versions = Schema.Array(Schema.Int)
const { phase } = Draft.fields

const refusal = <
  const Tag extends string,
  const Rule extends `COVENANT-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a covenant refuses. Each case carries what would make it pass. */
export const CovenantRefusal = Schema.Union([
  /** Only an open covenant takes this: begin one first, or, after a repeal, another one. */
  refusal("CovenantNotOpen", "COVENANT-1", { status: Schema.Literals(["unopened", "repealed"]) }),
  /** A covenant is begun once; another one needs an id of its own. */
  refusal("CovenantAlreadyOpened", "COVENANT-1", { status: Schema.Literals(["open", "repealed"]) }),
  /** A covenant is begun by a person in a post, and this was nobody. */
  refusal("OpenerMissing", "COVENANT-1", { allowed: Ids }),
  /**
   * A covenant follows one of its own kind and body that was repealed, and what it names is none; `kind`, `within` and
   * `repealedFrom` are what is known of that one.
   */
  refusal("NothingToFollow", "COVENANT-22", {
    after: Id,
    kind: Schema.NullOr(CovenantKind),
    within: Schema.NullOr(Id),
    repealedFrom: Schema.NullOr(CivilDate),
  }),
  /** Nothing is being drafted: draft a text first. */
  refusal("NoDraft", "COVENANT-2", { drafts: Schema.Int }),
  /** Two clauses of the text bear one name. */
  refusal("ClauseNamedTwice", "COVENANT-2", { clause: Id }),
  /** The text lies open for comments and stays as it is until the end of `until`; it changes from `earliest` on, when they are closed. */
  refusal("TextLiesOpen", "COVENANT-3", { round: Schema.Int, until: CivilDate, earliest: CivilDate }),
  /** A text lies open for so many days at least; `earliest` is the first last day that would do. */
  refusal("CommentsTooShort", "COVENANT-3", {
    until: CivilDate,
    days: Schema.Int,
    earliest: CivilDate,
    citation: Citation,
  }),
  /** A text lies open for so many days at most; `latest` is the last day that would do. */
  refusal("CommentsTooLong", "COVENANT-3", { until: CivilDate, days: Schema.Int, latest: CivilDate }),
  /** The text does not lie open, and `round` is the last round in which it did; 0: it never did. */
  refusal("CommentsNotOpen", "COVENANT-3", { round: Schema.Int, phase }),
  /** Comments may still come in: they are closed on `earliest` or later. */
  refusal("CommentsStillRun", "COVENANT-3", { until: CivilDate, earliest: CivilDate }),
  /** The comment came in on no day of the round that is over by now; those days are `from` to `to`. */
  refusal("CommentOutOfTime", "COVENANT-4", { receivedOn: CivilDate, from: CivilDate, to: CivilDate }),
  /** Another comment bears this name. */
  refusal("CommentNamedTwice", "COVENANT-4", { comment: Id }),
  /** The text as it was offered has no such clause; `clauses` are those that it has. */
  refusal("NoSuchClause", "COVENANT-4", { clause: Id, clauses: Ids }),
  /** There is no such comment. */
  refusal("NoSuchComment", "COVENANT-5", { comment: Id, comments: Ids }),
  /** A comment that is not taken up changes nothing: name no clauses, or take it up. */
  refusal("DispositionContradicts", "COVENANT-5", { comment: Id, clauses: Ids }),
  /** These comments are not settled: say of each what is made of it, and why. */
  refusal("CommentsUndisposed", "COVENANT-5", { comments: Ids }),
  /** These clauses changed since the text was last offered and no comment or order asked for it: `need` says what would do. */
  refusal("ChangesUnaccounted", "COVENANT-6", {
    clauses: Ids,
    need: Schema.Literals(["stated-reason", "new-round"]),
    citation: Citation,
  }),
  /** The text lacks `clauses` that it must have; `missing` says who asks for each. */
  refusal("ClausesMissing", "COVENANT-7", { clauses: Ids, missing: Schema.Array(RequiredClause) }),
  /** Another text than that of the draft was checked: `document` is the one to check. */
  refusal("AnotherTextChecked", "COVENANT-8", { checked: Digest, document: Digest }),
  /** Whoever answers for a revision of the draft does not check it: leave it to another person. */
  refusal("CheckedByDrafter", "COVENANT-8", { drafters: Schema.Int }),
  /** A text that conforms conflicts with nothing, and one that does not conflicts with something that is named. */
  refusal("OpinionContradicts", "COVENANT-8", { conforms: Schema.Boolean, against: Schema.Array(Text) }),
  /** Nobody has checked this text since it last changed. */
  refusal("LegalityUnchecked", "COVENANT-8", { document: Digest, citation: Citation }),
  /** The check found that the text conflicts with this: change it and have it checked anew. */
  refusal("TextDoesNotConform", "COVENANT-8", { document: Digest, against: Schema.Array(Text) }),
  /** The law against which the text was checked is not that of today: have it checked anew. */
  refusal("LegalityOutdated", "COVENANT-8", { checkedOn: CivilDate, under: Citation, now: Citation }),
  /** No round of comments has been held on this draft. */
  refusal("CommentsMissing", "COVENANT-9", { draft: Schema.Int }),
  /** The matter was named before; put the text forward as another one. */
  refusal("MatterUsed", "COVENANT-9", { matter: Id }),
  /** The matter runs on no text, because nobody has put it forward or it has ended: put the draft forward as a matter first. */
  refusal("MatterNotRunning", "COVENANT-9", {
    matter: Id,
    status: Schema.Literals(["unknown", "decided", "rejected", "withdrawn"]),
  }),
  /** The matter bears another text than the draft, `bears`: it is put forward for something else. */
  refusal("MatterOnAnotherText", "COVENANT-9", { matter: Id, bears: Schema.NullOr(Digest), document: Digest }),
  /** The draft lies with a body: it waits for what becomes of the matter. */
  refusal("DraftLiesWithBody", "COVENANT-9", { matter: Id }),
  /** The text is that of the version that was adopted last: there is nothing to decide. */
  refusal("NothingChanged", "COVENANT-9", { version: Schema.Int }),
  /** The draft lies with no body: submit it first. */
  refusal("DraftNotSubmitted", "COVENANT-10", { phase }),
  /** The matter has not ended, or nobody knows of it: wait for its decision. */
  refusal("MatterUndecided", "COVENANT-10", { matter: Id, status: Schema.Literals(["unknown", "open"]) }),
  /** The matter was decided by a body that may not do this; `sets` are the rules under which one may. */
  refusal("BodyMayNotMake", "COVENANT-10", { set: Schema.NullOr(Id), sets: Ids, citation: Citation }),
  /** There is no such version; `versions` are those there are. */
  refusal("NoSuchVersion", "COVENANT-11", { version: Schema.Int, versions: Versions }),
  /** Nothing holds from a day that is over or before the decision; `earliest` is the first day that would do. */
  refusal("ForceTooEarly", "COVENANT-11", { from: CivilDate, earliest: CivilDate }),
  /** The version has begun: its first day stands. */
  refusal("VersionHasBegun", "COVENANT-11", { version: Schema.Int, from: CivilDate }),
  /** This version began on that very day and is in force: `earliest` is the first day for anything else. */
  refusal("DayTaken", "COVENANT-12", { from: CivilDate, version: Schema.Int, earliest: CivilDate }),
  /** A later version or the repeal came before it: draft its text anew if it is still wanted. */
  refusal("VersionOvertaken", "COVENANT-12", { version: Schema.Int }),
  /** A later version begins on `begins`: this one begins before that day, or not at all. */
  refusal("LaterVersionBegins", "COVENANT-12", { version: Schema.Int, later: Schema.Int, begins: CivilDate }),
  /** A version is filed on a day from that of its decision to today. */
  refusal("FilingDayImpossible", "COVENANT-13", { on: CivilDate, from: CivilDate, to: CivilDate }),
  /** Nobody is to be reminded of this version now; `lastDay`: on that day, null: never. */
  refusal("FilingNotDue", "COVENANT-13", { version: Schema.Int, lastDay: Schema.NullOr(CivilDate) }),
  /** Another order bears this name. */
  refusal("OrderNamedTwice", "COVENANT-14", { order: Id }),
  /** The version is not in force and will not be: nothing of it can be corrected. `versions` are those of which something can. */
  refusal("VersionIsOver", "COVENANT-14", { version: Schema.Int, versions: Versions }),
  /** There is no such order that stands; `orders` are those that do. */
  refusal("NoSuchOrder", "COVENANT-14", { order: Id, orders: Ids }),
  /** These orders to correct stand, and the text answers none of them: correct what they name and say so. */
  refusal("OrdersUnanswered", "COVENANT-14", { orders: Ids }),
  /** There is no version to repeal. */
  refusal("NothingToRepeal", "COVENANT-15", { versions: Versions }),
  /** The body did not decide this: `decided` is what it did decide, null: nothing. */
  refusal("RepealNotDecided", "COVENANT-15", { matter: Id, text: Digest, decided: Schema.NullOr(Digest) }),
  /** The text has no section named `clause`, so that nobody who decided it was asked to end this covenant; `clauses` are its own. */
  refusal("RepealNotNamed", "COVENANT-15", { matter: Id, clause: Text, clauses: Ids }),
  /** The matter was decided before the version that was adopted last, which is the later will; `earliest` is the day of that one. */
  refusal("RepealDecidedEarly", "COVENANT-15", { decidedOn: CivilDate, version: Schema.Int, earliest: CivilDate }),
  /** The community's rules of that day say nothing of this kind of covenant, or contradict each other: mend the charter first. */
  refusal("CovenantRulesUnresolved", "COVENANT-20", { kind: CovenantKind, on: CivilDate }),
])
export type CovenantRefusal = typeof CovenantRefusal.Type
