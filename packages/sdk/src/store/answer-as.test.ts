import { describe, expect, it } from "vitest"
import { type Answering, done, failed } from "../answer.ts"
import { answerAs } from "./answer-as.ts"
import { unavailable } from "./unavailable.ts"

const gone = (detail: string) => ({
  ok: false,
  failure: { _tag: "StoreUnavailable", rule: "STORE-13", kind: "failed", detail },
})

describe("STORE-13 a method that never throws", () => {
  it("STORE-13 gives what it gives", async () => {
    expect(await answerAs("x", async (a: number, b: number) => done(a + b))(1, 2)).toEqual({ ok: true, value: 3 })
    expect(await answerAs("x", async () => failed({ _tag: "Other" }))()).toEqual({
      ok: false,
      failure: { _tag: "Other" },
    })
  })

  it("STORE-13 says where a failure comes from, once", async () => {
    const method = (detail: string) => answerAs("x", async () => failed(unavailable("failed", detail)))()
    expect(await method("it broke")).toEqual(gone("[jinlin] [x] it broke"))
    expect(await method("[jinlin] [y] it broke")).toEqual(gone("[jinlin] [y] it broke"))
  })

  it("STORE-13 tells only the kind of what was thrown, at once or later", async () => {
    const rejects = async (): Answering<null, never> => Promise.reject(new TypeError("CANARY"))
    const throws = (): Answering<null, never> => {
      throw "CANARY"
    }
    expect(await answerAs("x", rejects)()).toEqual(gone("[jinlin] [x] threw TypeError"))
    expect(await answerAs("x", throws)()).toEqual(gone("[jinlin] [x] threw string"))
  })
})
