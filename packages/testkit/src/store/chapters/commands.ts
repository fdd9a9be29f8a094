import { allOf, granted, holds, refused, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreChapter, StoreTrial } from "../trial.ts"
import { append, commitOf, delivery, noon, noted, type Parts, upTo } from "../writing.ts"

const idempotency = (key: string, content: string, answer = `answer to ${key}`) => ({ key, content, answer })

const again: StoreTrial = {
  title: "answers the same command with what was kept, writes nothing, and does so after the stream has moved on",
  run: async ({ store, tenant }) => {
    const parts: Parts = {
      ...{ appends: [append("a", 0, noted(1))], deliveries: [delivery("d-1", "k")] },
      ...{ claims: [{ scope: "seat", key: "1", holder: "a" }], idempotency: idempotency("c-1", "one") },
    }
    const first = await granted(store.commit(commitOf(tenant, parts)), "the command")
    same([first.repeated, first.answer], [false, "answer to c-1"], "its answer")
    const kept = { ...first, repeated: true }
    same(await granted(store.commit(commitOf(tenant, parts)), "the command again"), kept, "the answer to the repeat")
    await granted(store.commit(commitOf(tenant, { appends: [append("a", 1, noted(2))] })), "another event")
    const late = commitOf(tenant, { ...parts, at: noon + 1, idempotency: idempotency("c-1", "one", "another answer") })
    same(await granted(store.commit(late), "the command later"), kept, "the answer to the later repeat")
    same((await wholeLog(store, tenant)).length, 2, "events in the log")
  },
}

const otherContent: StoreTrial = {
  title: "answers IdempotencyConflict to the same id with other content, and writes nothing",
  run: async ({ store, tenant }) => {
    const command = (content: string, expected: number) =>
      commitOf(tenant, { appends: [append("a", expected, noted(content))], idempotency: idempotency("c-1", content) })
    await granted(store.commit(command("one", 0)), "the command")
    for (const content of ["two", "ONE", "one-", "on"])
      await refused(
        store.commit(command(content, 1)),
        { _tag: "IdempotencyConflict", rule: "STORE-3", key: "c-1" },
        `the id with the content ${content}`,
      )
    same((await wholeLog(store, tenant)).length, 1, "events in the log")
    same((await granted(store.readCommand(tenant, "c-1"), "the command"))?.content, "one", "the content that is kept")
  },
}

const afterFailure: StoreTrial = {
  title: "keeps no id of a commit that failed: the command may come again, with other content too",
  run: async ({ store, tenant }) => {
    const wrong = { appends: [append("a", 7, noted(1))], idempotency: idempotency("c-1", "one") }
    await refused(store.commit(commitOf(tenant, wrong)), { _tag: "VersionConflict" }, "a stale command")
    same(await granted(store.readCommand(tenant, "c-1"), "the command"), null, "what is kept of it")
    const mended = { appends: [append("a", 0, noted(1))], idempotency: idempotency("c-1", "two") }
    const answer = await granted(store.commit(commitOf(tenant, mended)), "the mended command")
    same([answer.repeated, answer.answer], [false, "answer to c-1"], "its answer")
  },
}

const kept: StoreTrial = {
  title: "keeps content, answer, position and moment, of commands without events too, under an id that has a case",
  run: async ({ store, tenant }) => {
    same(await granted(store.readCommand(tenant, "c-1"), "an unknown command"), null, "an unknown command")
    const bare = await granted(store.commit(commitOf(tenant, { idempotency: idempotency("c-1", "one") })), "no events")
    same(bare, { repeated: false, position: null, answer: "answer to c-1" }, "the answer where nothing was appended")
    const parts = { appends: [append("a", 0, noted(1))], idempotency: idempotency("C-1", "two"), at: noon + 5 }
    const { position } = await granted(store.commit(commitOf(tenant, parts)), "the id in capitals")
    holds(position !== null, "a commit that appended something must tell where the log stands")
    const known = await granted(store.readCommand(tenant, "C-1"), "a command")
    same(known, { content: "two", answer: "answer to C-1", position, at: noon + 5 }, "a command as it is kept")
    const bareKept = { content: "one", answer: "answer to c-1", position: null, at: noon }
    same(
      await granted(store.readCommand(tenant, "c-1"), "a command"),
      bareKept,
      "a command without events as it is kept",
    )
  },
}

const forgets: StoreTrial = {
  title: "forgets commands that were committed before a moment, says how many, and takes their ids as new then",
  run: async ({ store, tenant }) => {
    for (const index of upTo(4))
      await granted(
        store.commit(commitOf(tenant, { at: noon + index, idempotency: idempotency(`c-${index}`, "one") })),
        "a command",
      )
    same(await granted(store.forgetCommands(tenant, noon + 1), "forgetting none"), 0, "commands before the first")
    same(await granted(store.forgetCommands(tenant, noon + 3), "forgetting two"), 2, "commands before the third")
    same(await granted(store.forgetCommands(tenant, noon + 3), "forgetting again"), 0, "commands that are still there")
    const there = []
    for (const index of upTo(4))
      there.push((await granted(store.readCommand(tenant, `c-${index}`), "a command")) !== null)
    same(there, [false, false, true, true], "the commands that are kept")
    const anew = await granted(store.commit(commitOf(tenant, { idempotency: idempotency("c-1", "two") })), "a new c-1")
    same(anew.repeated, false, "whether the forgotten id is known")
  },
}

const race: StoreTrial = {
  title: "has one effect of the same command by many writers at once, and one answer for all of them (R4)",
  run: async ({ rounds, store, tenant, writers }) => {
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const command = (one: number) => ({
        appends: [append(`a-${round}`, 0, noted(one))],
        idempotency: idempotency(`c-${round}`, "one", `answer of ${one}`),
      })
      const answers = await allOf(
        stores.map((one, index) => granted(one.commit(commitOf(tenant, command(index))), "the same command")),
      )
      same(answers.filter(({ repeated }) => !repeated).length, 1, "how many wrote it")
      const first = answers.find(({ repeated }) => !repeated)
      for (const { answer, position } of answers)
        same({ answer, position }, { answer: first?.answer, position: first?.position }, "the answer to everybody")
    }
    same((await wholeLog(store, tenant)).length, rounds, "events in the log")
  },
}

const contest: StoreTrial = {
  title: "gives an id to one content when two come at once, and answers IdempotencyConflict to the other",
  run: async ({ rounds, store, tenant, writers }) => {
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const content = (index: number) => (index % 2 === 0 ? "even" : "odd")
      const answers = await allOf(
        stores.map((one, index) =>
          one.commit(
            commitOf(tenant, {
              appends: [append(`s-${round}-${index}`, 0, noted(index))],
              idempotency: idempotency(`c-${round}`, content(index)),
            }),
          ),
        ),
      )
      const winner = answers.findIndex((answer) => answer.ok && !answer.value.repeated)
      answers.forEach((answer, index) => {
        const told = answer.ok ? (answer.value.repeated ? "repeated" : "written") : answer.failure._tag
        const due = content(index) === content(winner) ? "repeated" : "IdempotencyConflict"
        same(told, index === winner ? "written" : due, "what a writer is told")
      })
    }
    same((await wholeLog(store, tenant)).length, rounds, "events in the log")
  },
}

/** STORE-3. */
export const commands: StoreChapter = {
  rule: "STORE-3",
  says: "the same command has the same answer and one effect",
  trials: [again, otherContent, afterFailure, kept, forgets, race, contest],
}
