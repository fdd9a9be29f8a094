import { type AuthorityTable, type Circumstances, posts } from "@jinlin/core/kernel"
import { refuse } from "@jinlin/core/kernel/arithmetic"
import type { Task, TaskCommand } from "./task.ts"

/** Who asks, and by the record of which conference they hold their post. */
interface TaskCircumstances extends Circumstances {
  readonly record: string
}

const closers = ["secretary", "convenor"]
const closersOfBody = ["secretary", "presider"]

/**
 * The system leaves a task to the post that serves a conference. Whoever serves or convenes that conference when it is closed
 * closes it, whoever did so when it was opened; of what a matter left, whoever serves or presides in the body that was to see
 * to it (TASK-1).
 */
export const authority: AuthorityTable<TaskCommand, Task, TaskCircumstances> = {
  OpenTask: posts("TASK-1", "system"),
  CloseTask: (actor, command, task, around) => {
    const allowed = task.body === null ? closers : closersOfBody
    const isOfBody = task.body === null || (actor._tag === "Post" && actor.within === task.body)
    if (actor._tag === "Post" && task.status !== "none" && around.record === task.conference && isOfBody)
      return posts("TASK-1", ...allowed)(actor, command, task, around)
    return refuse({ _tag: "Forbidden", rule: "TASK-1", command: command._tag, allowed })
  },
}
