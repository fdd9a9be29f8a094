import { type CovenantLaw, faultIn, firstFault, same, storiesOf } from "./law.ts"

/** Laws on what is put to a body, and on what becomes a version. */
export const decidingLaws: ReadonlyArray<CovenantLaw> = [
  {
    id: "COVENANT-7",
    says: "Every text that is submitted has every clause that the rules of that day ask for.",
    stories: storiesOf(["draft", "submit", "check"]),
    check: (told) =>
      faultIn(told, "DraftSubmitted", ({ on }, { before }) => {
        const names = before.draft?.sections.map(({ name }) => name) ?? []
        const missing = told.law(on).requiredClauses.find(({ clause }) => !names.includes(clause))
        return missing !== undefined && `without ${missing.clause}`
      }),
  },
  {
    id: "COVENANT-8",
    says: "What is submitted was found to conform as it stands, after its last revision, by none who answers for a revision, under the article of that day.",
    stories: storiesOf(["check", "draft", "submit", "wait"]),
    check: (told) => {
      const ofOwn = faultIn(
        told,
        "LegalityChecked",
        (_event, { around: { actor }, before }) =>
          actor._tag === "Post" &&
          before.draft?.drafters.includes(actor.person) === true &&
          `${actor.person} checked it`,
      )
      const history = told.history
      return (
        ofOwn ??
        firstFault(history, (event) => {
          if (event._tag !== "DraftSubmitted") return undefined
          const until = history.slice(0, history.indexOf(event))
          const last = until.findLast(({ _tag }) => _tag === "RevisionDrafted" || _tag === "LegalityChecked")
          if (last?._tag !== "LegalityChecked") return "unchecked since its last revision"
          if (!last.conforms || last.document !== event.document) return "another text, or one that does not conform"
          const { citation } = told.law(event.on).conformity
          return last.under.article !== citation.article && `checked under ${last.under.article}`
        })
      )
    },
  },
  {
    id: "COVENANT-9",
    says: "A matter runs on exactly this text when it is named, once, or again with exactly the text that it decided; what lies with a body changes in nothing until the matter has ended.",
    stories: storiesOf(["submit", "draft", "comment", "dispose", "abandon", "decide", "check", "offer"]),
    check: (told) => {
      const twice = faultIn(told, "DraftSubmitted", ({ document, matter }, { around: { outcome }, before }) => {
        const again = before.draft?.returned.some((one) => one.matter === matter && one.text === document) === true
        const bears = outcome?.matter === matter && outcome.status === "open" && outcome.text === document
        if (!again && !bears) return `${matter} is a matter of something else`
        return before.matters.includes(matter) && !again && `${matter} is named again`
      })
      return (
        twice ??
        firstFault(told.chapters, ({ after, before, command }) => {
          const lies = before.draft?.phase === "submitted" && command._tag !== "RecordDecision"
          return lies && !same(before.draft, after.draft) && `${command._tag} changed what lies with a body`
        })
      )
    },
  },
  {
    id: "COVENANT-10",
    says: "A version is a text that was decided with exactly its digest, by a body that may, on the day of its submission or later; whatever else became of a matter brings the draft back.",
    stories: storiesOf(["decide", "decide", "submit"]),
    check: (told) => {
      const wrong = faultIn(told, "VersionAdopted", ({ decidedOn, document }, { around: { outcome }, before }) => {
        const submission = before.draft?.submission
        if (outcome?.status !== "decided" || outcome.text !== document) return `${document} was not decided`
        if (document !== submission?.document || outcome.matter !== submission.matter) return "another was submitted"
        if (outcome.set !== "residents-assembly") return `by ${outcome.set}`
        return decidedOn < submission.since && `decided on ${decidedOn}, submitted on ${submission.since}`
      })
      return (
        wrong ??
        firstFault(told.chapters, ({ around: { outcome }, after, before, command }) => {
          if (command._tag !== "RecordDecision" || before.draft?.phase !== "submitted") return undefined
          const ended = outcome !== null && outcome !== undefined && outcome.status !== "open"
          return ended && after.draft?.phase === "submitted" && `stuck after ${outcome.status}`
        })
      )
    },
  },
  {
    id: "COVENANT-14",
    says: "While an order stands that no version in force answers, no text is submitted that does not answer it; an order takes no version out of force.",
    stories: storiesOf(["order", "order", "submit", "lift"]),
    check: (told) => {
      const silent = faultIn(told, "DraftSubmitted", ({ corrects, on }, { before }) => {
        const met = before.versions.flatMap((one) => (one.from !== null && one.from <= on ? one.corrects : []))
        const open = before.orders.filter(({ lifted, order }) => !lifted && !met.includes(order))
        const unanswered = open.find(({ order }) => !corrects.includes(order))
        return unanswered !== undefined && `${unanswered.order} is not answered`
      })
      return (
        silent ??
        faultIn(
          told,
          "CorrectionOrdered",
          (_event, { after, before }) => !same(before.versions, after.versions) && "the order changed a version",
        )
      )
    },
  },
  {
    id: "COVENANT-20",
    says: "Whatever is taken under rules of another day, or under none, is refused; a version's duty to file is that of the day of its decision.",
    stories: storiesOf(["decide", "wait", "file"]),
    check: (told, _story, decider) => {
      const wrong = faultIn(told, "VersionAdopted", ({ decidedOn, filing }) => {
        const { required } = told.law(decidedOn).filing
        return filing.required !== required && `filing is ${filing.required} and was ${required} on ${decidedOn}`
      })
      const lawful = new Set([
        "CommentsOpened",
        "LegalityChecked",
        "DraftSubmitted",
        "VersionAdopted",
        "CovenantRepealed",
      ])
      return (
        wrong ??
        firstFault(told.chapters, ({ around, before, command, events }) => {
          if (!events.some(({ _tag }) => lawful.has(_tag))) return undefined
          for (const rules of [
            null,
            undefined,
            told.law("1999-01-01"),
            { ...told.law("1999-01-01"), day: around.rules?.day ?? "1999-01-01", kind: "management-covenant" } as const,
          ]) {
            const decided = decider.decide(command, before, { ...around, rules })
            if (decided._tag === "Success") return `${command._tag} under ${rules?.kind} of ${rules?.day}`
          }
          return undefined
        })
      )
    },
  },
]
