import { type Contact, type Directory, done, type Identity } from "@jinlin/sdk"

/** One user of the platform, for a directory that is written down. */
export interface ListedUser extends Identity {
  readonly tenant: string
  readonly login: string
  readonly contacts?: ReadonlyArray<Contact>
}

/** A directory from a list: for tests, first steps and small deployments. A platform gives one that asks its own users. */
export const listedDirectory = (users: Iterable<ListedUser>): Directory => {
  const byLogin = new Map<string, ListedUser>()
  const byPerson = new Map<string, ListedUser>()
  for (const user of users) {
    byLogin.set(`${user.tenant} ${user.login}`, user)
    byPerson.set(`${user.tenant} ${user.person}`, user)
  }
  return {
    name: "listed",
    identify: async (tenant, login) => {
      const user = byLogin.get(`${tenant} ${login}`)
      if (user === undefined) return done(null)
      const { offices, person, units } = user
      return done({ offices, person, units })
    },
    memberships: async (tenant, person) => {
      const user = byPerson.get(`${tenant} ${person}`)
      return done(user === undefined ? null : [...user.units, ...user.offices.map(({ within }) => within)])
    },
    contacts: async (tenant, person) => done(byPerson.get(`${tenant} ${person}`)?.contacts ?? []),
    [Symbol.asyncDispose]: async () => {},
  }
}
