import type { DisclosureEvent } from "./events.ts"
import type { Disclosure, Objection } from "./model.ts"

type Of<Tag extends DisclosureEvent["_tag"]> = Extract<DisclosureEvent, { readonly _tag: Tag }>

const prepared = (disclosure: Disclosure, event: Of<"DisclosurePrepared">): Disclosure => {
  const { audience, by, corrects, document, law, matter, preparation, recourse, sections, since, what } = event
  return {
    ...disclosure,
    ...{ status: "prepared", matter, what, document, sections, preparation, corrects, audience, since, law, recourse },
    preparedBy: by,
    checkedBy: null,
    checkedOn: null,
  }
}

const posted = (disclosure: Disclosure, event: Of<"DisclosurePosted">): Disclosure => {
  const { carried, law, period, posting, recourse, rules } = event
  return {
    ...disclosure,
    ...{ status: "posted", law, recourse },
    rules: rules ?? disclosure.rules,
    postings: [...disclosure.postings, posting],
    period,
    objections: [...disclosure.objections, ...carried.map((one): Objection => ({ ...one, answered: null }))],
  }
}

const takenDown = (disclosure: Disclosure, event: Of<"PostingTakenDown">): Disclosure => ({
  ...disclosure,
  postings: disclosure.postings.map((known) =>
    known.number === event.posting ? { ...known, takenDown: event.takenDown } : known,
  ),
  period: event.period,
})

const hanging = (disclosure: Disclosure, { on, period, posting }: Of<"HangingConfirmed">): Disclosure => ({
  ...disclosure,
  postings: disclosure.postings.map((known) =>
    known.number === posting ? { ...known, enteredOn: on, takenDown: null } : known,
  ),
  period,
})

const raised = (disclosure: Disclosure, event: Of<"ObjectionRaised">): Disclosure => {
  const { by, evidence, objection, on, receivedOn, text } = event
  const one = { objection, text, receivedOn, evidence, on, by, from: null, answered: null }
  return { ...disclosure, objections: [...disclosure.objections, one] }
}

const answered = (disclosure: Disclosure, { answer, objection, on }: Of<"ObjectionAnswered">): Disclosure => ({
  ...disclosure,
  objections: disclosure.objections.map((known) =>
    known.objection === objection ? { ...known, answered: { answer, on } } : known,
  ),
})

/** What a disclosure becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (disclosure: Disclosure, event: DisclosureEvent): Disclosure => {
  switch (event._tag) {
    case "DisclosurePrepared":
      return prepared(disclosure, event)
    case "DisclosureChecked":
      return { ...disclosure, status: "checked", checkedBy: event.by, checkedOn: event.on }
    case "DisclosurePosted":
      return posted(disclosure, event)
    case "PostingTakenDown":
      return takenDown(disclosure, event)
    case "HangingConfirmed":
      return hanging(disclosure, event)
    case "ObjectionRaised":
      return raised(disclosure, event)
    case "ObjectionAnswered":
      return answered(disclosure, event)
    case "PeriodRecounted":
      return { ...disclosure, period: event.period }
    case "DisclosureCompleted":
      return { ...disclosure, status: "completed", period: event.period, completedOn: event.on }
    case "DisclosureSuperseded":
      return { ...disclosure, status: "superseded", supersededBy: event.by }
    case "DisclosureAbandoned":
      return { ...disclosure, status: "abandoned" }
  }
}
