/** What time is taken from. */
export type ClockName = "wall" | "cpu"

/** Nanoseconds that have gone by since some moment in the past. */
export type Clock = () => number

/** Of the two only `wall` is what a user waits; `cpu` counts what this process worked, for a machine that others use too. */
export const clocks: { readonly [Name in ClockName]: Clock } = {
  wall: () => performance.now() * 1e6,
  cpu: () => {
    const { system, user } = process.cpuUsage()
    return (system + user) * 1e3
  },
}
