import type { Circumstances } from "../kernel/authority.ts"

/**
 * A rota needs nothing from elsewhere but who acts and what day it is: that a unit is a member, and that a meeting was
 * held, reach it as commands from the reactions that watch the joint conference.
 */
export type RotaCircumstances = Circumstances

/** The facts that a decision reads from other streams, and the claims it takes: none. */
export const circumstances = [] as const
