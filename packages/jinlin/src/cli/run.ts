import type { Charter } from "../charter/charter.ts"
import type { Story } from "../journal/story.ts"
import { fairnessText } from "../report/fairness.ts"
import { htmlReport } from "../report/html.ts"
import { timelineText } from "../report/timeline-text.ts"
import { plainVoice } from "../report/voice.ts"
import { writeText } from "./files.ts"
import { runHelp } from "./help.ts"
import { languageOf } from "./language.ts"
import { languageAsked, readOptions } from "./options.ts"
import { placesFor } from "./places.ts"
import { charterFor, storyFor } from "./reading.ts"
import { complain, type ExitCode, layoutFor, type Run, type RunCommandLine } from "./session.ts"
import { allowClosing, startedIn } from "./surroundings.ts"

const tell = ({ given, options, voice }: Run, story: Story): void => {
  if (options.quiet) return
  const layout = layoutFor(given.stdout, given.env)
  const parts = [timelineText(story, voice.language, layout), fairnessText(story, voice.language, layout)]
  given.stdout.write(`${parts.filter((part) => part !== "").join("\n")}\n`)
}

const finish = (run: Run, story: Story): ExitCode => {
  const { given, places, voice } = run
  const { entries, tasks } = story
  const { report } = places
  const written = report === undefined ? undefined : writeText(report, htmlReport(story, voice.language))
  if (written?.ok === false) return complain(run, written.fault)
  const sentences = [
    voice.say("journal.happened", { file: places.journal.name, events: entries.length }),
    ...(tasks.length === 0 ? [] : [voice.say("journal.tasks", { count: tasks.length })]),
    ...(written === undefined ? [] : [voice.say("journal.report-written", { report: written.value.name })]),
  ]
  given.stdout.write(`${voice.sentences(sentences)}\n`)
  return 0
}

const isExitCode = (value: Charter | Story | ExitCode): value is ExitCode => typeof value === "number"

/**
 * `jinlin run`: tells a journal by a charter, prints the timeline and the turns, and writes the report. Everything that is
 * wrong with the options, the files or the rows is told on stderr with its place and its remedy; nothing is thrown.
 */
export const runFromCommandLine = async (given: RunCommandLine): Promise<ExitCode> => {
  allowClosing(given.stdout, given.stderr)
  const voice = plainVoice(languageAsked(given.argv) ?? languageOf(given.env))
  const options = readOptions(given.argv)
  if (!options.ok) return complain({ given, voice }, options.fault)
  if (options.value.help) {
    given.stdout.write(runHelp(voice))
    return 0
  }
  const folder = startedIn(given)
  const places = placesFor(options.value, given.defaults ?? {}, folder)
  if (!places.ok) return complain({ given, voice }, places.fault)
  const run: Run = { given, options: options.value, places: places.value, folder, voice }
  const charter = charterFor(run)
  if (isExitCode(charter)) return charter
  const story = storyFor(run, charter)
  if (isExitCode(story)) return story
  tell(run, story)
  return finish(run, story)
}
