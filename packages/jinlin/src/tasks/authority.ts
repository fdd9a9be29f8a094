import { type AuthorityTable, type Circumstances, posts } from "@jinlin/core/kernel"
import { refuse } from "@jinlin/core/kernel/arithmetic"
import type { Task, TaskCommand } from "./task.ts"

/** Who asks, and by the record of which conference they hold their post. */
interface TaskCircumstances extends Circumstances {
  readonly record: string
}

const closers = ["secretary", "convenor"]

/**
 * The system leaves a task to the post that serves a conference. Whoever serves or convenes that conference when it is closed
 * closes it, whoever did so when it was opened (TASK-1).
 */
export const authority: AuthorityTable<TaskCommand, Task, TaskCircumstances> = {
  OpenTask: posts("TASK-1", "system"),
  CloseTask: (actor, command, task, around) => {
    if (actor._tag === "Post" && task.status !== "none" && around.record === task.conference)
      return posts("TASK-1", ...closers)(actor, command, task, around)
    return refuse({ _tag: "Forbidden", rule: "TASK-1", command: command._tag, allowed: closers })
  },
}
