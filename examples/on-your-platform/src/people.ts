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
  user("clinic", { units: ["clinic"], contacts: [{ notifier: "console", address: "c-17", language: "en" }] }),
])

export const officer = { login: "officer", post: "superior", within: "subdistrict" }
export const convenor = { login: "convenor", post: "convenor", within: "subdistrict" }
export const delegateOfSchool = { login: "school", post: "delegate", within: "school" }
