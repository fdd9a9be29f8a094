import type { StoreChapter } from "../trial.ts"
import { audit } from "./audit.ts"
import { badInput } from "./bad-input.ts"
import { ballots } from "./ballots.ts"
import { claimRaces } from "./claim-races.ts"
import { claims } from "./claims.ts"
import { commands } from "./commands.ts"
import { deliveries } from "./deliveries.ts"
import { due } from "./due.ts"
import { guards } from "./guards.ts"
import { leases } from "./leases.ts"
import { log } from "./log.ts"
import { streams } from "./streams.ts"
import { tenants } from "./tenants.ts"
import { texts } from "./texts.ts"
import { together } from "./together.ts"
import { unavailable } from "./unavailable.ts"
import { views } from "./views.ts"
import { whole } from "./whole.ts"

/** Everything that a `Store` must do, in the order of the rules. */
export const storeChapters: ReadonlyArray<StoreChapter> = [
  ...[whole, streams, commands, guards, claims, claimRaces, log, badInput],
  ...[tenants, leases, deliveries, due, views, unavailable, texts, ballots, audit, together],
]
