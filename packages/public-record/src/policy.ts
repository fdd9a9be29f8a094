/**
 * Where voters weigh differently, so few of them are never told apart from the others by a sum. Our default. Rule RECORD-5.
 */
export const fewestToldApart = 10

/**
 * On a roll of fewer voters than this an exact sum of different weights shows who they are, however many they are: of 20 dwellings
 * there are fewer halves than there are sums. Our default. Rule RECORD-5.
 */
export const fewestOnRoll = 50

/** How many bytes a record has at most that is read. Our default. */
export const largestRecord = 4_000_000
