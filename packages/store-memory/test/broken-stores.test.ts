import { describe, it } from "vitest"
import * as commands from "./broken/commands.ts"
import * as logs from "./broken/logs.ts"
import * as races from "./broken/races.ts"
import * as shows from "./broken/shows.ts"
import * as work from "./broken/work.ts"
import * as writes from "./broken/writes.ts"
import { caughtBy } from "./caught.ts"
import { lasting } from "./lasting.ts"

/** The table is written by hand: a broken store, and the chapter and trial that must notice it. */
describe("every store that is broken is caught, and by the chapter that it breaks (R14)", () => {
  it(
    "STORE-1 catches a store that hands deliveries in apart from their events",
    caughtBy("STORE-1", "writes nothing at all of a commit", writes.deliveriesApart),
  )
  it(
    "STORE-1 catches a store that keeps audit entries of commits that fail",
    caughtBy("STORE-1", "writes nothing at all of a commit", writes.auditAnyway),
  )
  it(
    "STORE-1 catches a store that shows a delivery before its event",
    caughtBy("STORE-1", "shows nobody a delivery", writes.eventsLater),
  )
  it(
    "STORE-1 catches a store that looks at guards before appends",
    caughtBy("STORE-1", "answers with the first fault", writes.guardsFirst),
  )
  it("STORE-2 catches a lost update", caughtBy("STORE-2", "lets one of many writers win", writes.lostUpdate))
  it(
    "STORE-2 catches a store that calls done what it did not store",
    caughtBy("STORE-2", "lets one of many writers win", writes.lyingSuccess),
  )
  it("STORE-2 catches a read that is off by one", caughtBy("STORE-2", "reads a stream from where", writes.offByOne))
  it("STORE-2 catches a store that folds case", caughtBy("STORE-2", "keeps streams apart", writes.foldsCase))
  it(
    "STORE-2 catches a store that skips appends without events",
    caughtBy("STORE-2", "takes an append without events", writes.blindToNothing),
  )
  it("STORE-2 catches revisions that begin at 0", caughtBy("STORE-2", "numbers the events", races.fromZero))
  it(
    "STORE-3 catches a store that ignores the content of a command",
    caughtBy("STORE-3", "answers IdempotencyConflict", commands.ignoresContent),
  )
  it(
    "STORE-3 catches a store that keeps the ids of commands that failed",
    caughtBy("STORE-3", "keeps no id of a commit that failed", commands.keepsFailures),
  )
  it(
    "STORE-3 catches a store that answers a repeat with what it brought",
    caughtBy("STORE-3", "answers the same command", commands.newAnswer),
  )
  it(
    "STORE-3 catches a store that looks for a command and writes it later",
    caughtBy("STORE-3", "has one effect", commands.looksThenWrites),
  )
  it("STORE-3 catches a store that forgets too much", caughtBy("STORE-3", "forgets commands", commands.forgetsTooMuch))
  it("STORE-4 catches write skew", caughtBy("STORE-4", "lets one of many win", writes.writeSkew))
  it(
    "STORE-4 catches a store that looks at guards after its own appends",
    caughtBy("STORE-4", "looks at guarded streams as they stood", writes.guardsAfter),
  )
  it("STORE-4 catches a store that ignores guards", caughtBy("STORE-4", "lets a commit through", races.noGuards))
  it(
    "STORE-5 catches a store that lets anybody give a claim back",
    caughtBy("STORE-5", "lets nobody but the holder", commands.releasesByAnyone),
  )
  it(
    "STORE-5 catches a capacity that is off by one",
    caughtBy("STORE-5", "holds no more counted claims", commands.oneTooMany),
  )
  it(
    "STORE-5 catches a store that takes before it gives back",
    caughtBy("STORE-5", "gives back before", commands.takesFirst),
  )
  it(
    "STORE-5 catches a store that counts the seats and takes one later",
    caughtBy("STORE-5", "gives the last seat", commands.countsThenTakes),
  )
  it("STORE-5 catches a store that glues scope and key", caughtBy("STORE-5", "keeps claims apart", commands.gluesNames))
  it(
    "STORE-5 catches a claim that its holder takes twice",
    caughtBy("STORE-5", "gives a claim to one holder", races.claimsAgain),
  )
  it(
    "STORE-5 catches claims in the order of a dictionary",
    caughtBy("STORE-5", "reads claims in the order", races.dictionaryOrder),
  )
  it(
    "STORE-5 catches a store that looks at a claim and takes it later",
    caughtBy("STORE-5", "books a hall", races.looksThenBooks),
  )
  it(
    "STORE-5 catches a store that looks at a holder and moves a claim later",
    caughtBy("STORE-5", "puts a dwelling", races.looksThenMoves),
  )
  it(
    "STORE-6 catches a reader that skips late committers",
    caughtBy("STORE-6", "misses no late committer", logs.skipsLate),
  )
  it(
    "STORE-6 catches a store that starts over at a forged position",
    caughtBy("STORE-6", "answers InvalidCursor", logs.startsOver),
  )
  it(
    "STORE-6 catches positions that are plain numbers",
    caughtBy("STORE-6", "gives positions that sort", logs.plainNumbers),
  )
  it(
    "STORE-6 catches a log that never says that it ends",
    caughtBy("STORE-6", "says where to read on", logs.neverAtEnd),
  )
  it("STORE-6 catches a store that cuts pages in silence", caughtBy("STORE-6", "answers InvalidPage", logs.cutsPages))
  it(
    "STORE-6 catches audit entries that a reader skips",
    caughtBy("STORE-6", "misses no late committer", shows.skipsLateEntries),
  )
  it(
    "STORE-6 catches a store that throws at a cursor",
    caughtBy("STORE-6", "answers InvalidCursor", shows.throwsAtCursors),
  )
  it("STORE-7 catches a store that writes too much in halves", caughtBy("STORE-7", "takes 10000 events", logs.halves))
  it("STORE-7 catches a store that cuts names", caughtBy("STORE-7", "takes names of 256", logs.cutsNames))
  it("STORE-7 catches a store that mends texts in silence", caughtBy("STORE-7", "refuses texts", logs.mends))
  it("STORE-7 catches a store that rounds numbers", caughtBy("STORE-7", "takes whole numbers", logs.roundsMoments))
  it(
    "STORE-7 catches a store that finds nothing under what is no name",
    caughtBy("STORE-7", "answers InvalidName to reads", races.emptyForBadNames),
  )
  it("STORE-8 catches leases that tenants share", caughtBy("STORE-8", "keeps leases", logs.oneLeaseForAll))
  it(
    "STORE-8 catches a store that forgets for all tenants",
    caughtBy("STORE-8", "keeps two tenants apart", logs.forgetsForAll),
  )
  it("STORE-8 catches a store that folds tenants", caughtBy("STORE-8", "answers TenantRequired", logs.foldsTenants))
  it(
    "STORE-8 catches a store that lists tenants who only failed",
    caughtBy("STORE-8", "takes a tenant of 63", logs.listsFailures),
  )
  it("STORE-9 catches a token that does not grow", caughtBy("STORE-9", "gives a greater token", work.sameToken))
  it("STORE-9 catches a token that starts over", caughtBy("STORE-9", "gives a greater token", work.tokenStartsOver))
  it("STORE-9 catches a store that asks for no fence", caughtBy("STORE-9", "answers LeaseLost", work.noFence))
  it(
    "STORE-9 catches a lease that lasts a moment longer",
    caughtBy("STORE-9", "gives a lease to one holder", work.oneMomentMore),
  )
  it("STORE-9 catches a lease that is lost by the clock", caughtBy("STORE-9", "goes by who overtook", races.byTheClock))
  it("STORE-9 catches a lease that any token renews", caughtBy("STORE-9", "lets only the token", races.anyTokenRenews))
  it(
    "STORE-9 catches a store that looks at a lease and gives it later",
    caughtBy("STORE-9", "gives a lease to exactly one", races.looksThenLends),
  )
  it(
    "STORE-10 catches a parked delivery that blocks its key",
    caughtBy("STORE-10", "goes on without", work.parkedBlocks),
  )
  it("STORE-10 catches starts that are not counted", caughtBy("STORE-10", "counts each start", work.startsUncounted))
  it("STORE-10 catches a redriven delivery that comes last", caughtBy("STORE-10", "goes on without", work.redrivenLast))
  it("STORE-10 catches a store that gives what is in hand", caughtBy("STORE-10", "gives of each key", work.givesTwice))
  it(
    "STORE-10 catches a postponed delivery that is overtaken",
    caughtBy("STORE-10", "holds up the key", work.postponedSteps),
  )
  it("STORE-10 catches a known id that is replaced", caughtBy("STORE-10", "passes over an id", work.replacesKnown))
  it(
    "STORE-10 catches a store that settles what nobody took",
    caughtBy("STORE-10", "answers UnknownDelivery", work.settlesUntaken),
  )
  it(
    "STORE-10 catches deliveries that come newest first",
    caughtBy("STORE-10", "gives the deliveries of a key", work.newestFirst),
  )
  it(
    "STORE-10 catches parked deliveries that are counted as waiting",
    caughtBy("STORE-10", "counts what waits", races.countsParked),
  )
  it(
    "STORE-11 catches settled items that come again",
    caughtBy("STORE-11", "does not give what was settled", work.settledAgain),
  )
  it(
    "STORE-11 catches settled items that never come again",
    caughtBy("STORE-11", "does not give what was settled", work.settledForEver),
  )
  it("STORE-11 catches lists that add up", caughtBy("STORE-11", "puts a list in the place", work.addsLists))
  it(
    "STORE-11 catches a store that is a moment early",
    caughtBy("STORE-11", "gives what has fallen due", work.tooEarly),
  )
  it(
    "STORE-12 catches a switch that is not atomic",
    caughtBy("STORE-12", "answers from the version", shows.switchesFirst),
  )
  it(
    "STORE-12 catches checkpoints that move from anywhere",
    caughtBy("STORE-12", "moves a checkpoint", shows.movesAnyway),
  )
  it("STORE-12 catches prefixes that are patterns", caughtBy("STORE-12", "reads rows in the order", shows.wildcards))
  it("STORE-12 catches rows without their checkpoint", caughtBy("STORE-12", "commits rows with", shows.staleCheckpoint))
  it(
    "STORE-12 catches rows and checkpoint that are read apart",
    caughtBy("STORE-12", "shows rows and the checkpoint", shows.rowsThenCheckpoint),
  )
  it(
    "STORE-12 catches rows that are emptied and not taken away",
    caughtBy("STORE-12", "keeps rows by key", races.emptiesRows),
  )
  it(
    "STORE-13 catches a store that throws at nonsense",
    caughtBy("STORE-13", "answers nonsense", shows.throwsAtNonsense),
  )
  it(
    "STORE-13 catches shared stores that do not see each other",
    caughtBy("STORE-13", "is one store for all", lasting({ apart: true })),
  )
  it(
    "STORE-13 catches a store that is empty once disposed of",
    caughtBy("STORE-13", "answers StoreUnavailable", shows.emptyWhenDisposed),
  )
  it(
    "STORE-13 catches a store that throws once disposed of",
    caughtBy("STORE-13", "answers StoreUnavailable", shows.throwsWhenDisposed),
  )
  it(
    "STORE-13 catches a durable store that loses claims",
    caughtBy("STORE-13", "holds all of it", lasting({ reopening: ({ claims }) => claims.clear() })),
  )
  it(
    "STORE-13 catches a durable store whose tokens start over",
    caughtBy("STORE-13", "holds all of it", lasting({ reopening: ({ leases }) => leases.clear() })),
  )
  it(
    "STORE-13 catches commits that break off when it is disposed of",
    caughtBy("STORE-13", "answers what is under way", races.breaksOff),
  )
  it("STORE-14 catches texts that are composed anew", caughtBy("STORE-14", "gives texts back", shows.composes))
  it("STORE-14 catches JSON that is read and written again", caughtBy("STORE-14", "gives texts back", shows.rewrites))
  it("STORE-14 catches texts that are trimmed", caughtBy("STORE-14", "gives texts back", shows.trims))
  it(
    "STORE-14 catches a store that hands itself out",
    caughtBy("STORE-14", "keeps what was committed", shows.sharesItself),
  )
  it("STORE-15 catches ballots that are lost", caughtBy("STORE-15", "loses no ballot", shows.losesBallots))
  it(
    "STORE-15 catches a box that is read while it is open",
    caughtBy("STORE-15", "takes a ballot only", shows.showsOpenBoxes),
  )
  it("STORE-15 catches choices that are left out", caughtBy("STORE-15", "counts each choice", shows.onlyCast))
  it(
    "STORE-16 catches entries that are sorted by moment",
    caughtBy("STORE-16", "keeps entries in the order", shows.auditByMoment),
  )
  it(
    "STORE-16 catches a last page that says there is more",
    caughtBy("STORE-16", "keeps entries in the order", shows.endlessAudit),
  )
  it("STORE-16 catches entries that are lost", caughtBy("STORE-16", "loses no entry", races.losesEntries))
  it(
    "STORE-1…16 catches what no single trial looks at: causes that are forgotten",
    caughtBy("STORE-1…16", "answers random sequences", shows.forgetsCauses),
  )
})

describe("what really landed is compared with what the port shows", () => {
  const raw = (change: Parameters<typeof lasting>[0]) => lasting(change)
  it(
    "STORE-2 catches an event that is shown and did not land",
    caughtBy("STORE-2", "numbers the events", raw({ raw: (rows) => ({ ...rows, events: rows.events.slice(0, -1) }) })),
  )
  it(
    "STORE-5 catches a claim that landed and is not shown",
    caughtBy(
      "STORE-5",
      "gives a claim to one holder",
      raw({ raw: (rows) => ({ ...rows, claims: [...rows.claims, { scope: "booking", key: "court", holder: "b" }] }) }),
    ),
  )
  it(
    "STORE-15 catches a box that landed with another count",
    caughtBy(
      "STORE-15",
      "counts each choice",
      raw({ raw: (rows) => ({ ...rows, ballots: rows.ballots.map((row) => ({ ...row, count: row.count + 1 })) }) }),
    ),
  )
})
