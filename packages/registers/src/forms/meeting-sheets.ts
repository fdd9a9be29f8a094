import { escaped } from "../html/escape.ts"
import { documentOf } from "../html/page.ts"
import type { RegisterReader } from "../register.ts"
import { type Say, sayFor } from "../sheet/say.ts"
import { visible } from "../visible.ts"
import { noticePart, sittingFacts } from "./sitting-parts.ts"
import type { SittingAwaited } from "./step-forms.ts"
import { dayText, partOf, printed } from "./write-form.ts"

/**
 * The notice of a sitting, to be put up or handed out: which body is called for what, and the days between call and sitting one by
 * one, against those that the rules ask for. Nothing of it is entered back. Rule REGISTER-18.
 */
export const meetingNoticeHtml = (sitting: SittingAwaited, reader: RegisterReader): string => {
  const say = sayFor(reader)
  const parts = [partOf(say, "about", { facts: sittingFacts(say, sitting) }), noticePart(say, sitting)]
  return printed({ title: "notice", community: sitting.community, parts, signatures: ["convenor"] }, reader)
}

const choices = ["for", "against", "abstain"] as const

/** What is on every paper of a ballot, and whose it is; null: nobody's. */
const paper = (say: Say, sitting: SittingAwaited, whose: SittingAwaited["roll"][number] | null): string => {
  const show = (text: string): string => escaped(visible(text))
  const { community, document, motion, number, of, revision, sitsOn, step, title } = sitting
  const lines = [
    `${say.name(community)} · ${say.text("form.value.step", { step, round: number })} · ${dayText(say, sitsOn) ?? ""}`,
    ...(motion === null ? [] : [say.text("register.value.motion", { ...motion, kind: motion._tag })]),
    `${of} · ${say.text("register.value.text", { text: document, revision })}`,
  ]
  const boxes = choices.map((choice) => `<li><span class="box"></span>${show(say.text(`form.tally.${choice}`))}</li>`)
  const note = say.text(whose === null ? "form.note.paper-secret" : "form.note.paper-open")
  const sign =
    whose === null
      ? ""
      : `<p>${show(say.text("form.paper.voter", { voter: whose.voter, name: whose.person ?? whose.voter }))} · ${show(say.label("signature"))} <span class="line long"></span></p>\n`
  return `<section class="paper">\n<h2>${show(title)}</h2>\n${lines.map((line) => `<p>${show(line)}</p>`).join("\n")}\n<ul class="choices">\n${boxes.join("\n")}\n</ul>\n${sign}<p>${show(note)}</p>\n</section>\n`
}

/**
 * The papers of a ballot: with the name of each voter where it is an open one; where it is secret as many as there are
 * voters, each like the other to the last sign. Whoever prints them ahead hands in the way of voting and the motion that will be put
 * (`{ ...sitting, mode, motion }`). Null: nobody votes on paper, or it is not said how. Rule REGISTER-19.
 */
export const ballotPapersHtml = (sitting: SittingAwaited, reader: RegisterReader): string | null => {
  const { community, mode, roll } = sitting
  if (mode !== "open" && mode !== "secret-papers") return null
  const say = sayFor(reader)
  const papers = roll.map((one) => paper(say, sitting, mode === "open" ? one : null))
  const head = {
    language: reader.messages.language,
    title: visible(say.text("form.title.papers")),
    subtitle: visible(say.name(community)),
  }
  return documentOf(head, papers.join(""))
}
