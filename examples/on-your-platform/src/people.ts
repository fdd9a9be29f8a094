import { type ListedUser, listedDirectory } from "jinlin"

const user = (login: string, given: Partial<ListedUser> = {}): ListedUser => ({
  ...{ tenant: "willow-district", login, person: `p-${login}`, units: [], offices: [] },
  contacts: [{ notifier: "console", address: `${login}@willow.example`, language: "zh-Hans" }],
  ...given,
})

/**
 * The users that your platform knows anyway. A login stays here; the log holds the reference in `person`, which is random in a
 * real deployment. Posts of the conference are not listed: its own record says who holds them. `offices` are those above it.
 */
export const directory = listedDirectory([
  user("officer", { offices: [{ post: "superior", within: "subdistrict" }] }),
  user("convenor", { units: ["subdistrict"] }),
  user("school", { units: ["school"] }),
  user("chen", { offices: [{ post: "proposer", within: "owners-committee" }] }),
  user("lin", { offices: [{ post: "presider", within: "owners" }] }),
  user("wang", { offices: [{ post: "secretary", within: "owners" }] }),
  ...["home-1", "home-2", "home-3", "home-4", "home-5"].map((login) => user(login)),
  user("clinic", { units: ["clinic"], contacts: [{ notifier: "console", address: "c-17", language: "en" }] }),
])

export const officer = { login: "officer", post: "superior", within: "subdistrict" }
export const convenor = { login: "convenor", post: "convenor", within: "subdistrict" }
export const delegateOfSchool = { login: "school", post: "delegate", within: "school" }

/** Offices in the bodies that decide matters: this directory alone says who holds them, and each for one body. */
export const proposer = { login: "chen", post: "proposer", within: "owners-committee" }
export const presider = { login: "lin", post: "presider", within: "owners" }
export const secretary = { login: "wang", post: "secretary", within: "owners" }

/** A voter of a matter: who that is its roll says. */
export const voterOf = (login: string, matter: string) => ({ login, post: "voter", within: matter })
