import { type Messages, messagesIn } from "../messages.ts"
import { englishStyle } from "../style.ts"
import ballot from "./ballot.json" with { type: "json" }
import charter from "./charter.json" with { type: "json" }
import coGovernance from "./co-governance.json" with { type: "json" }
import covenant from "./covenant.json" with { type: "json" }
import deliberation from "./deliberation.json" with { type: "json" }
import disclosure from "./disclosure.json" with { type: "json" }
import explanation from "./explanation.json" with { type: "json" }
import jointConference from "./joint-conference.json" with { type: "json" }
import journal from "./journal.json" with { type: "json" }
import kernel from "./kernel.json" with { type: "json" }
import messages from "./messages.json" with { type: "json" }
import platform from "./platform.json" with { type: "json" }
import publicRecord from "./public-record.json" with { type: "json" }
import registers from "./registers.json" with { type: "json" }
import report from "./report.json" with { type: "json" }
import reportMatters from "./report-matters.json" with { type: "json" }
import rotatingChair from "./rotating-chair.json" with { type: "json" }

export type * from "../public-types.ts"

/** Everything that can be said in English; brings no other language along. */
export const en: Messages = /* @__PURE__ */ messagesIn({
  language: "en",
  style: englishStyle,
  subjects: [
    messages,
    kernel,
    rotatingChair,
    jointConference,
    deliberation,
    covenant,
    ballot,
    disclosure,
    charter,
    coGovernance,
    explanation,
    journal,
    report,
    registers,
    publicRecord,
    reportMatters,
    platform,
  ],
})
