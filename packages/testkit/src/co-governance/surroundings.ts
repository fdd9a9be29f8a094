import type {
  CoGovernance,
  DeliberationFact,
  Disclosed,
  DisclosureFact,
  Membership,
  Which,
} from "@jinlin/core/co-governance"
import { digestOfSections } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Move } from "./moves.ts"
import { deliberationFact, disclosureFact, revokingText, someDocument } from "./scene.ts"

/** What others have done in a story: the matters of deliberation and the disclosures that there are. */
export interface Surroundings {
  readonly deliberations: ReadonlyArray<DeliberationFact>
  readonly disclosures: ReadonlyArray<DisclosureFact>
}

/** Nobody has done anything. */
export const nothingDone: Surroundings = { deliberations: [], disclosures: [] }

/** To which bodies the people of a story belong: everybody to one, and one in three to two. */
export const memberships: ReadonlyArray<Membership> = [
  { person: "person-1", bodies: ["compound-party-branch"] },
  { person: "person-2", bodies: ["compound-party-branch", "owners-committee"] },
  { person: "person-3", bodies: ["community-party-organization"] },
]

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]

/** Which of the two deliberations a move is about. */
export const whichOf = ({ which }: Move): Which => (which % 2 === 0 ? "self-governance" : "joint")

/** Which of the two disclosures a move is about. */
export const whatOf = ({ which }: Move): Disclosed => (which % 2 === 0 ? "decision" : "result")

/** A matter of deliberation is put forward, mostly today and on what the residents decided. */
export const putForward = (
  around: Surroundings,
  { bits, other, which }: Move,
  { state, today }: { readonly state: CoGovernance; readonly today: CivilDate },
): Surroundings => {
  const first = state.deliberations["self-governance"].outcome
  const text = first?._tag === "Decided" ? first.text : someDocument(1)
  const matter = deliberationFact(
    which % 2 === 0 ? "self-governance" : "joint",
    `matter-${around.deliberations.length + 1}`,
    {
      openedOn: addDays(today, other % 13 === 12 ? -20 : 0),
      text: other % 11 === 10 ? someDocument(2) : text,
      ...(bits % 17 === 16 ? { body: "somebody-else" } : {}),
    },
  )
  return { ...around, deliberations: [...around.deliberations, matter] }
}

/** Somebody puts forward that the resolution is revoked, or now and then something else. */
export const revocation = (
  around: Surroundings,
  move: Move,
  where: { readonly state: CoGovernance; readonly today: CivilDate },
): Surroundings => {
  const { deliberations, disclosures } = putForward(around, { ...move, which: 0 }, where)
  const text = move.other % 9 === 7 ? someDocument(3) : digestOfSections(revokingText)
  return {
    disclosures,
    deliberations: deliberations.map((one, at, { length }) => (at === length - 1 ? { ...one, text } : one)),
  }
}

/** A deliberation ends: mostly it decides its text, now and then another, and it is lost or taken back. */
export const end = (
  around: Surroundings,
  { other }: Move,
  { matter, today }: { readonly matter: string | null; readonly today: CivilDate },
): Surroundings => ({
  ...around,
  deliberations: around.deliberations.map((known): DeliberationFact => {
    if (known.matter !== matter || known.status !== "open") return known
    const residents = other % 5 === 3 ? "residents-committee" : "representatives-meeting"
    const set = known.body === "joint-conference" ? "joint-conference" : residents
    if (other % 7 === 4) return { ...known, status: "rejected", endedOn: today }
    if (other % 7 === 5) return { ...known, status: "withdrawn", endedOn: today }
    const text = other % 7 === 6 ? someDocument(2 + (other % 3)) : known.text
    return { ...known, status: "decided", endedOn: today, set, text }
  }),
})

/** Something is disclosed: mostly what there is to disclose, today, and as a correction of what is linked. */
export const publish = (
  { deliberations, disclosures }: Surroundings,
  move: Move,
  { state, today }: { readonly state: CoGovernance; readonly today: CivilDate },
): Surroundings => {
  const what = whatOf(move)
  const document = what === "decision" ? state.resolution?.text : state.result?.report
  const linked = state.disclosures[what]?.disclosure ?? null
  const old = disclosures.find(({ disclosure }) => disclosure === linked)
  const isCorrection = old !== undefined && move.bits % 5 !== 4
  const fresh = disclosureFact(what, `notice-${disclosures.length + 1}`, {
    from: addDays(today, move.other % 9 === 8 ? -30 : 0),
    proves: document === undefined || move.other % 11 === 10 ? someDocument(7) : document,
    ofThisMatter: move.bits % 13 !== 12,
    status: pick(["posted", "posted", "posted", "prepared"] as const, move.bits) ?? "posted",
    corrects: isCorrection ? [old.disclosure, ...old.corrects] : [],
  })
  const before = disclosures.map(
    (one): DisclosureFact =>
      isCorrection && one === old && fresh.status === "posted"
        ? { ...one, status: "superseded", supersededBy: fresh.disclosure }
        : one,
  )
  return { deliberations, disclosures: [...before, fresh] }
}

/** What is posted is over when its period is; now and then somebody's clock is ahead. */
export const complete = (around: Surroundings, { other }: Move, today: CivilDate): Surroundings => ({
  ...around,
  disclosures: around.disclosures.map((one): DisclosureFact => {
    const isOver = one.ends === null || today >= one.ends.date || other % 5 === 4
    return one.status === "posted" && isOver && one.openObjections === 0 ? { ...one, status: "completed" } : one
  }),
})

/** Somebody objects to what is posted, or every objection is answered. */
export const dispute = (around: Surroundings, { bits }: Move): Surroundings => ({
  ...around,
  disclosures: around.disclosures.map((one) => ({ ...one, openObjections: bits % 3 === 0 ? 1 : 0 })),
})
