import { at, type Finding } from "./finding.ts"
import { processesIn, roleSources } from "./places.ts"
import { taggedCases } from "./tagged-cases.ts"
import type { Workspace } from "./workspace.ts"

/** Past forms that do not end in -ed. */
const irregular = new Set(
  `Became Begun Began Bought Broken Brought Built Cast Chosen Come Cut Done Drawn Drew Fallen Fell Felt Forbidden Found Gave Given Gone
   Grown Heard Held Kept Known Laid Led Left Lent Lost Made Met Paid Put Read Risen Rose Run Said Sat Sent Set Shown Shut Sought
   Spoken Spent Split Stood Struck Sworn Taken Taught Told Took Undertaken Understood Upheld Withdrawn Withdrew Withheld Won Worn Written`.split(
    /\s+/,
  ),
)

/** Words that end in -ed and are no past form. */
const notPast = new Set(
  "Bed Breed Creed Deed Exceed Feed Hundred Indeed Kindred Need Proceed Red Seed Shed Speed Succeed Weed".split(" "),
)

const wordsOf = (tag: string): ReadonlyArray<string> => tag.split(/(?=[A-Z])/)

const endsInEd = (word: string): boolean => word.endsWith("ed") && !notPast.has(word)

const isPast = (word: string): boolean => endsInEd(word) || irregular.has(word)

/** Forms that are past only: `Put` and `Set` are imperatives as well. */
const isPastOnly = (word: string): boolean =>
  endsInEd(word) ||
  (irregular.has(word) && !/^(Become|Cast|Come|Cut|Put|Read|Run|Set|Shed|Shut|Split|Found)$/.test(word))

/** Commands say what shall happen: `HandOverChair`. */
export const commandTense = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace)
    .flatMap((process) => roleSources(workspace, process, "commands"))
    .flatMap((source) =>
      taggedCases(source)
        .filter(({ tag }) => isPastOnly(wordsOf(tag).at(0) ?? "") || endsInEd(wordsOf(tag).at(-1) ?? ""))
        .map(({ tag, node }) =>
          at(source, node, {
            wrong: `command \`${tag}\` sounds like an event`,
            remedy: "Say it as an order: `HandOverChair`",
          }),
        ),
    )

/** Events say what has happened: `ChairHandedOver`. */
export const eventTense = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace)
    .flatMap((process) => roleSources(workspace, process, "events"))
    .flatMap((source) =>
      taggedCases(source)
        .filter(({ tag }) => !wordsOf(tag).some(isPast))
        .map(({ tag, node }) =>
          at(source, node, {
            wrong: `event \`${tag}\` has no word in the past tense`,
            remedy: "Say it as a fact: `ChairHandedOver`",
          }),
        ),
    )
