import { CivilDate, Id, LongText, RuleId, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"

/** Why something that should have happened by itself was left to a person. */
const Left = Schema.Struct({
  /** The stream that it was to happen to. */
  stream: Text,
  /** The command that was refused, as it was issued. */
  command: Text,
  /** The rule that sent it. */
  rule: RuleId,
  /** The refusals, as canonical JSON. */
  refusals: LongText,
  /** The event that it followed, if it was a reaction. */
  event: Schema.NullOr(Text),
  /** The conference whose matter it is: by its record the posts are held of those who may close it. Of a matter, the matter. */
  conference: Id,
})

/** What may be asked of a task. */
export const TaskCommand = Schema.Union([
  /** Leave something to whoever holds this post; `within` is the body that serves the conference at that time. */
  Schema.TaggedStruct("OpenTask", { ...Left.fields, post: Id, within: Id }),
  /** Say what was done about it. */
  Schema.TaggedStruct("CloseTask", { remark: Text }),
])
export type TaskCommand = typeof TaskCommand.Type

/** What happened to a task. Stored for ever: add cases, never rename one. */
export const TaskEvent = Schema.Union([
  Schema.TaggedStruct("TaskOpened", { ...Left.fields, post: Id, within: Id, on: CivilDate }),
  Schema.TaggedStruct("TaskClosed", { remark: Text, on: CivilDate }),
])
export type TaskEvent = typeof TaskEvent.Type

/** One task, as it stands. */
export interface Task {
  readonly status: "none" | "open" | "closed"
  readonly conference: string
  /** The body that sees to it, where it was left by a matter, which no conference has; null: its conference says who does. */
  readonly body: string | null
}

/** A task is opened once, and closed once while it is open. Rule TASK-2. */
export interface TaskNotOpen {
  readonly _tag: "TaskNotOpen"
  readonly rule: "TASK-2"
  readonly status: Task["status"]
}

/** This task was opened before. Rule TASK-2. */
export interface TaskKnown {
  readonly _tag: "TaskKnown"
  readonly rule: "TASK-2"
}
