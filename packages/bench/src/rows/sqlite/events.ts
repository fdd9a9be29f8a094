import { hash } from "node:crypto"
import { eventText, type NewEvent } from "@jinlin/sdk"

/** An event of the size that the core's are, with the meta that the shell records. */
const body = (number: number): string =>
  `{"_tag":"AttendanceRecorded","by":"delegate","meeting":"m-${number}","person":"p-${number % 97}","unit":"unit-${number % 12}"}`

const meta =
  '{"actor":{"_tag":"Post","person":"p-1","post":"secretary","within":"office"},"cause":{"_tag":"Asked"},"command":"command/c-1","grounds":{"post":"secretary","rule":"CONFERENCE-21","within":"office"},"moment":{"civilDate":"2026-01-05","instant":1767574800000,"minuteOfDay":540,"zone":"Asia/Shanghai"}}'

/** The event at a revision of a stream, as the shell would store it. */
export const eventAt = (stream: string, revision: number): NewEvent => {
  const stored = { type: "AttendanceRecorded", body: body(revision), meta, stream, revision }
  return { type: stored.type, body: stored.body, meta, digest: `sha-256:${hash("sha256", eventText(stored), "hex")}` }
}

/** The digest of a command's content, as long as the real one. */
export const contentOf = (key: string): string => `sha-256:${hash("sha256", key, "hex")}`
