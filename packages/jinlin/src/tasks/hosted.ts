import { coGovernance } from "@jinlin/core/co-governance"
import { covenant } from "@jinlin/core/covenant"
import { deliberation } from "@jinlin/core/deliberation"
import { disclosure } from "@jinlin/core/disclosure"
import { authorize, type Circumstances } from "@jinlin/core/kernel"
import { host } from "../hosting/host.ts"
import type { HandledAny, Hosted } from "../hosting/hosted.ts"
import { authority } from "./authority.ts"
import { type Task, TaskCommand, TaskEvent } from "./task.ts"

const none: Task = { status: "none", conference: "", body: null }

/** The processes of which no conference keeps the record. */
const ofBodies = [deliberation.process, disclosure.process, coGovernance.process, covenant.process]

/** What matters, disclosures and covenants leave is seen to by a body of theirs. */
const bodyOf = ({ stream, within }: { readonly stream: string; readonly within: string }): string | null =>
  ofBodies.some((process) => stream.startsWith(`${process}/`)) ? within : null

const decide = (command: TaskCommand, { status }: Task, on: Circumstances["now"]["civilDate"]) => {
  switch (command._tag) {
    case "OpenTask":
      return status === "none"
        ? { event: { ...command, _tag: "TaskOpened", on } satisfies TaskEvent }
        : { refusal: { _tag: "TaskKnown", rule: "TASK-2" } as const }
    case "CloseTask":
      return status === "open"
        ? { event: { _tag: "TaskClosed", remark: command.remark, on } satisfies TaskEvent }
        : { refusal: { _tag: "TaskNotOpen", rule: "TASK-2", status } as const }
  }
}

/** What was left to a person: one stream is one task. */
export const tasks: Hosted = host<Task, TaskCommand, TaskEvent>({
  name: "task",
  record: "named",
  initial: none,
  commands: TaskCommand,
  events: TaskEvent,
  needs: [],
  handle: (command, task, { actor, now, record }): HandledAny => {
    const authorized = authorize(authority, command, task, { actor, now, record })
    if (!authorized.ok) return { ok: false, refusals: [authorized.refusal] }
    const decided = decide(command, task, now.civilDate)
    return decided.event === undefined
      ? { ok: false, refusals: [decided.refusal] }
      : { ok: true, events: [decided.event], grounds: authorized.value }
  },
  evolve: (task, event) =>
    event._tag === "TaskOpened"
      ? { status: "open", conference: event.conference, body: bodyOf(event) }
      : { ...task, status: "closed" },
})
