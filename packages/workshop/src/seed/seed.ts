/** The variable of the environment that says from which seed properties draw their examples. */
export const variable = "JINLIN_SEED"

/** What a run draws from when nobody says otherwise, so that a change is judged on its own and not on the luck of the day. */
const usual = 20_260_101

const limit = 2 ** 31

/**
 * The seed of a run: a whole number from −2147483648 to 2147483647, as fast-check takes them. Throws on anything else,
 * because a seed that is passed over in silence would be printed and never used.
 */
export const seedOf = (env: NodeJS.ProcessEnv): number => {
  const given = env[variable]?.trim() ?? ""
  if (given === "") return usual
  const seed = Number(given)
  if (/^-?\d+$/.test(given) && seed >= -limit && seed < limit) return seed
  throw new Error(
    `[workshop] ${variable} is "${given}", and no seed. Remedy: a whole number from -${limit} to ${limit - 1}.`,
  )
}
