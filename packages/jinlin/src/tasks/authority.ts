import { type AuthorityTable, type Circumstances, posts } from "@jinlin/core/kernel"
import { refuse } from "@jinlin/core/kernel/arithmetic"
import type { Task, TaskCommand } from "./task.ts"

/** The system leaves a task to a post, and whoever holds that post closes it (TASK-1). */
export const authority: AuthorityTable<TaskCommand, Task, Circumstances> = {
  OpenTask: posts("TASK-1", "system"),
  CloseTask: (actor, command, task, circumstances) => {
    if (actor._tag === "Post" && actor.within === task.within)
      return posts("TASK-1", task.post)(actor, command, task, circumstances)
    return refuse({ _tag: "Forbidden", rule: "TASK-1", command: command._tag, allowed: [task.post] })
  },
}
