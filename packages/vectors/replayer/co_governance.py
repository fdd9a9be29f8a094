"""
A matter with two deliberations, by the README of the process (rules COGOVERNANCE-1 to COGOVERNANCE-22) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it.
"""

import canonical
from asking import granted_in, pick, unless
from civil import NotAttempted, Refused, clone

FIRST, SECOND = "self-governance", "joint"
BOTH = (FIRST, SECOND)
APPRAISALS = ("internal-bodies", "co-building-units")
RESOLVED = ("resolved", "implementing", "implemented")
ENDS = ("closed", "rejected", "withdrawn", "revoked")


def unattached():
    return {"matter": None, "outcome": None, "past": []}


def empty():
    nothing = dict.fromkeys(("title", "proposer", "policy", "combine", "skip", "resolution", "begunOn", "result"))
    return {
        **nothing,
        **{"status": "unopened", "touched": [], "reopened": 0},
        "deliberations": {which: unattached() for which in BOTH},
        "disclosures": {"decision": None, "result": None},
        "appraisals": dict.fromkeys(APPRAISALS),
    }


# Taking note of events.


def opened(state, e):
    state.update(pick(e, "title", "proposer", "policy", "combine", "touched"), status="deliberating")


def let_go(state, which):
    """What it came to counts no more, and stays known."""
    known = state["deliberations"][which]
    if known["matter"] is not None:
        ended = known["outcome"]["_tag"] if known["outcome"] else "Detached"
        known["past"].append({"matter": known["matter"], "ended": ended})
    known.update(matter=None, outcome=None)


def returned(state, e):
    for which in e["lapsed"]:
        let_go(state, which)


def link_lapses(state, *kinds):
    for what in kinds:
        if state["disclosures"][what]:
            state["disclosures"][what]["lapsed"] = True


def reopened(state, _e):
    """COGOVERNANCE-8: the resolution falls, and what was built upon it."""
    state.update(status="deliberating", skip=None, resolution=None, result=None, reopened=state["reopened"] + 1)
    state["appraisals"] = dict.fromkeys(APPRAISALS)
    link_lapses(state, "decision", "result")


def reported(state, e):
    """COGOVERNANCE-13: the disclosure of a report that stood before lapses."""
    if state["status"] == "implementing":
        state["status"] = "implemented"
    state["result"] = pick(e, "report", "implementedOn")
    link_lapses(state, "result")


def begun(state, e):
    state.update(status="implementing", begunOn=state["begunOn"] or e["on"])


def appraised(state, e):
    record = {name: value for name, value in e.items() if name not in ("_tag", "which")}
    state["appraisals"][e["which"]] = {"_tag": "Skipped" if "reason" in e else "Appraised", **record}


def ended(status):
    return lambda state, _e: state.update(status=status)


EVENTS = {
    "CoGovernanceOpened": opened,
    "DeliberationAttached": lambda state, e: state["deliberations"][e["which"]].update(matter=e["matter"]),
    "DeliberationDetached": lambda state, e: let_go(state, e["which"]),
    "OutcomeRecorded": lambda state, e: state["deliberations"][e["which"]].update(outcome=e["outcome"]),
    "TextsFoundDifferent": lambda state, e: None,
    "TouchedUnitsDeclared": lambda state, e: state["touched"].extend(e["units"]),
    "JointSkipped": lambda state, e: state.update(skip=pick(e, "reason", "body", "on")),
    "SkipLapsed": lambda state, e: state.update(skip=None),
    "ResolutionReopened": reopened,
    "ReturnedToDeliberation": returned,
    "MatterResolved": lambda state, e: state.update(status="resolved", resolution=pick(e, "text", "since", "on")),
    "CoGovernanceRejected": ended("rejected"),
    "CoGovernanceWithdrawn": ended("withdrawn"),
    "ImplementationBegun": begun,
    "ResultReported": reported,
    "DisclosureLinked": lambda state, e: state["disclosures"].update(
        {e["what"]: {**pick(e, "disclosure", "proves", "from"), "lapsed": False}}
    ),
    "AppraisalRecorded": appraised,
    "AppraisalSkipped": appraised,
    "CoGovernanceClosed": ended("closed"),
    "ResolutionRevoked": ended("revoked"),
}


def note(state, event):
    if event["_tag"] not in EVENTS:
        raise NotAttempted(event["_tag"])
    EVENTS[event["_tag"]](state, event)


# Looking at it.


def no(number, tag, **evidence):
    return {"_tag": tag, "rule": f"COGOVERNANCE-{number}", **evidence}


def stop(number, tag, **evidence):
    raise Refused(no(number, tag, **evidence))


def outcome_in(state, which):
    return state["deliberations"][which]["outcome"]


def is_lost(state, which):
    outcome = outcome_in(state, which)
    return outcome is not None and outcome["_tag"] != "Decided"


def decision_in(state, which):
    outcome = outcome_in(state, which)
    return outcome if outcome and outcome["_tag"] == "Decided" else None


def consequence(state, today):
    """COGOVERNANCE-6: the matter is resolved, or there are two texts, or nothing follows."""
    skip, made = state["skip"], [decision_in(state, which) for which in BOTH]
    if is_lost(state, FIRST) or (skip is None and is_lost(state, SECOND)):
        return []
    if made[0] is None or (made[1] is None and skip is None):
        return []
    if made[1] and made[0]["text"] != made[1]["text"]:
        return [{"_tag": "TextsFoundDifferent", "selfGovernance": made[0]["text"], "joint": made[1]["text"], "on": today}]
    since = max(made[0]["on"], made[1]["on"] if made[1] else skip["on"])
    return [{"_tag": "MatterResolved", "text": made[0]["text"], "since": since, "on": today}]


def differing(state):
    first, second = (decision_in(state, which) for which in BOTH)
    return bool(first and second and first["text"] != second["text"])


def is_ordered(state):
    return state["combine"] != "both"


def joint_is_needed(state):
    """COGOVERNANCE-7."""
    return state["combine"] != "second-if-touched" or bool(state["touched"])


def rejections(state, which):
    """COGOVERNANCE-10: what was taken back is not counted."""
    past = [one["ended"] for one in state["deliberations"][which]["past"]]
    outcome = outcome_in(state, which)
    return past.count("Rejected") + (outcome is not None and outcome["_tag"] == "Rejected")


def starts_left(state, which):
    return max(0, state["policy"]["newStarts"] + 1 - rejections(state, which))


def used_as(state, matter):
    for which in BOTH:
        known = state["deliberations"][which]
        if matter in [known["matter"], *(one["matter"] for one in known["past"])]:
            return which
    return None


def owes_report(state):
    return state["begunOn"] is not None and state["status"] in ("revoked", "rejected")


class Asked:
    """A command put to a matter, and what the decision is told."""

    def __init__(self, state, command, circumstances):
        self.s, self.c, self.around = state, command, circumstances
        self.now = circumstances["now"]
        self.today = self.now["civilDate"]
        self.by_person = circumstances["actor"]["_tag"] == "Post"

    def stage(self, *needs):
        """COGOVERNANCE-1."""
        if self.s["status"] not in needs:
            stop(1, "NotAtThisStage", status=self.s["status"], needs=list(needs))

    def fact(self, matter):
        fact = self.around.get("deliberation")
        return fact if fact and fact["matter"] == matter else stop(3, "DeliberationUnknown", matter=matter)

    def disclosure(self, named):
        known = self.around.get("disclosures") or []
        return next((one for one in known if one["disclosure"] == named), None)

    def undisclosed(self, what, enough):
        """COGOVERNANCE-12: what stands against it that this has been disclosed."""
        link = self.s["disclosures"][what]
        nothing = {"ends": None, "supersededBy": None, "openObjections": 0}
        if link is None:
            return no(12, "DisclosureMissing", what=what, disclosure=None, status="unlinked", **nothing)
        named = link["disclosure"]
        fact = self.disclosure(named)
        if fact is None:
            return no(12, "DisclosureMissing", what=what, disclosure=named, status="unknown", **nothing)
        evidence = {"what": what, "disclosure": named, **pick(fact, "ends", "supersededBy", "openObjections")}
        if link["lapsed"]:
            return no(12, "DisclosureMissing", status="lapsed", **evidence)
        ends, status = fact["ends"], fact["status"]
        over = ends is None or (self.today, self.now["minuteOfDay"]) >= (ends["date"], ends["minute"])
        done = status == "completed" and fact["openObjections"] == 0 and over
        if done or (enough == "posted" and status in ("posted", "completed")):
            return None
        return no(12, "DisclosureMissing", status=status, **evidence)

    def with_consequence(self, event):
        after = clone(self.s)
        note(after, clone(event))
        return [event, *consequence(after, self.today)]


# Deliberating.


def open_matter(a):
    s, actor, policy = a.s, a.around["actor"], a.around.get("policy")
    if s["status"] != "unopened":
        stop(1, "CoGovernanceAlreadyOpened", status=s["status"])
    if actor["_tag"] == "System":
        stop(1, "CoGovernanceOpenerMissing", allowed=["proposer"])
    allowed = policy["combines"] if policy else []
    if a.c["combine"] not in allowed:
        stop(2, "CombineNotOfCharter", combine=a.c["combine"], allowed=allowed, on=a.today)
    told = {**pick(a.c, "title", "combine"), "touched": list(dict.fromkeys(a.c["touched"]))}
    opener = pick(actor, "person", "within")
    return [{"_tag": "CoGovernanceOpened", **told, "policy": policy, "proposer": opener, "on": a.today}]


def out_of_order(a, fact):
    """COGOVERNANCE-4, COGOVERNANCE-7: what stands against a joint deliberation."""
    s = a.s
    if not joint_is_needed(s):
        return [no(7, "NoUnitIsTouched", which=SECOND)]
    if not is_ordered(s):
        return []
    first = decision_in(s, FIRST)
    if first is None:
        return [no(4, "SelfGovernanceComesFirst", combine=s["combine"], matter=s["deliberations"][FIRST]["matter"])]
    early = fact["openedOn"] is not None and fact["openedOn"] < first["on"]
    other = fact["text"] != first["text"]
    return [
        no(4, "JointPutForwardEarly", openedOn=fact["openedOn"], earliest=first["on"]) if early else None,
        no(4, "JointOnAnotherText", text=fact["text"], decided=first["text"]) if other else None,
    ]


def attach(a):
    """COGOVERNANCE-3."""
    a.stage("deliberating")
    which, matter = a.c["which"], a.c["matter"]
    there = a.s["deliberations"][which]["matter"]
    if there == matter:
        return []
    fact, used, policy = a.fact(matter), used_as(a.s, matter), a.s["policy"]
    bodies = policy["jointBodies" if which == SECOND else "selfGovernanceBodies"]
    runs = fact["status"] in ("open", "decided")
    unless(
        None if there is None else no(3, "DeliberationAlreadyAttached", which=which, matter=there),
        None if used is None else no(3, "DeliberationUsedBefore", matter=matter, which=used),
        None if runs else no(3, "DeliberationIsOver", matter=matter, status=fact["status"]),
        None if fact["body"] in bodies else no(3, "BodyMayNotDecide", which=which, body=fact["body"], allowed=bodies),
        *(out_of_order(a, fact) if which == SECOND else []),
    )
    return [{"_tag": "DeliberationAttached", "which": which, "matter": matter, "on": a.today}]


def attached(a):
    """COGOVERNANCE-5: the deliberation that is meant."""
    known = a.s["deliberations"][a.c["which"]]
    if known["matter"] is None:
        stop(5, "DeliberationNotAttached", which=a.c["which"])
    return known


def detach(a):
    """COGOVERNANCE-11."""
    a.stage("deliberating")
    known, which = attached(a), a.c["which"]
    fact = a.fact(known["matter"])
    if known["outcome"] is not None or fact["status"] != "open":
        stop(11, "DeliberationHasEnded", which=which, matter=known["matter"])
    told = {"which": which, "matter": known["matter"], "reason": a.c["reason"]}
    return [{"_tag": "DeliberationDetached", **told, "on": a.today}]


def record_outcome(a):
    """COGOVERNANCE-5."""
    a.stage("deliberating")
    known, which = attached(a), a.c["which"]
    if known["outcome"] is not None:
        return []
    fact = a.fact(known["matter"])
    on, status = fact["endedOn"], fact["status"]
    if on is not None and status in ("rejected", "withdrawn"):
        outcome = {"_tag": status.capitalize(), "on": on}
    elif None not in (on, fact["text"], fact["set"]) and status == "decided":
        outcome = {"_tag": "Decided", **pick(fact, "text", "set"), "on": on}
    else:
        stop(5, "DeliberationStillRuns", which=which, matter=known["matter"])
    told = {"which": which, "matter": known["matter"], "outcome": outcome, "on": a.today}
    return a.with_consequence({"_tag": "OutcomeRecorded", **told})


def skip_joint(a):
    """COGOVERNANCE-7."""
    a.stage("deliberating")
    if joint_is_needed(a.s):
        stop(7, "JointIsRequired", **pick(a.s, "combine", "touched"))
    if a.s["skip"] is not None:
        return []
    body = a.around["actor"].get("within", "system")
    return a.with_consequence({"_tag": "JointSkipped", "body": body, "reason": a.c["reason"], "on": a.today})


def declare_touched(a):
    """COGOVERNANCE-8."""
    a.stage("deliberating", *RESOLVED)
    units = [unit for unit in dict.fromkeys(a.c["units"]) if unit not in a.s["touched"]]
    if not units:
        return []
    events = [{"_tag": "TouchedUnitsDeclared", "units": units, "reason": a.c["reason"], "on": a.today}]
    if a.s["skip"] is None:
        return events
    if a.s["resolution"] is None:
        return [*events, {"_tag": "SkipLapsed", "units": units, "on": a.today}]
    text = a.s["resolution"]["text"]
    return [*events, {"_tag": "ResolutionReopened", "text": text, "units": units, "on": a.today}]


def give_back(a):
    """COGOVERNANCE-9, COGOVERNANCE-10."""
    a.stage("deliberating")
    s, which = a.s, a.c["which"]
    outcome = outcome_in(s, which)
    wrong = is_lost(s, FIRST) or is_lost(s, SECOND) or differing(s)
    if outcome is None or not wrong:
        stop(9, "NoReasonToReturn", which=which, outcome=outcome and outcome["_tag"])
    lost = [one for one in BOTH if outcome_in(s, one) and outcome_in(s, one)["_tag"] == "Rejected"]
    starts = s["policy"]["newStarts"]
    unless(
        *(
            no(10, "NoNewStartLeft", which=one, rejected=rejections(s, one), newStarts=starts)
            for one in lost
            if starts_left(s, one) == 0
        )
    )
    both = which == FIRST and is_ordered(s) and s["deliberations"][SECOND]["matter"] is not None
    lapsed = list(BOTH) if both else [which]
    return [{"_tag": "ReturnedToDeliberation", "which": which, "lapsed": lapsed, "reason": a.c["reason"], "on": a.today}]


def reject(a):
    """COGOVERNANCE-10."""
    a.stage("deliberating")
    s, which = a.s, a.c["which"]
    outcome = outcome_in(s, which)
    if outcome is None or outcome["_tag"] != "Rejected":
        stop(10, "NothingIsLost", which=which)
    left = starts_left(s, which)
    held = left > 0 and not (a.by_person and s["reopened"] == 0)
    running = next((one for one in BOTH if s["deliberations"][one]["matter"] and outcome_in(s, one) is None), None)
    waits = running is not None and not a.by_person
    unless(
        no(10, "NewStartsLeft", which=which, left=left) if held else None,
        no(5, "DeliberationStillRuns", which=running, matter=s["deliberations"][running]["matter"]) if waits else None,
    )
    return [{"_tag": "CoGovernanceRejected", "which": which, "reason": a.c["reason"], "on": a.today}]


def withdraw(a):
    """COGOVERNANCE-19."""
    a.stage("deliberating")
    if a.s["reopened"] > 0:
        stop(19, "WasResolvedBefore", reopened=a.s["reopened"])
    return [{"_tag": "CoGovernanceWithdrawn", "reason": a.c["reason"], "on": a.today}]


# Carrying out, disclosing, appraising.


def begin(a):
    """COGOVERNANCE-12."""
    s = a.s
    if s["status"] == "implementing":
        return []
    a.stage("resolved")
    unless(a.undisclosed("decision", s["policy"]["beginsWhen"]))
    told = {"text": s["resolution"]["text"], "disclosure": s["disclosures"]["decision"]["disclosure"]}
    return [{"_tag": "ImplementationBegun", **told, "on": a.today}]


def report(a):
    """COGOVERNANCE-13."""
    s, told = a.s, pick(a.c, "report", "implementedOn")
    if not owes_report(s):
        a.stage("implementing", "implemented")
    if s["result"] == told:
        return []
    day, earliest = told["implementedOn"], s["begunOn"]
    if not earliest <= day <= a.today:
        stop(13, "ImplementedOutOfRange", implementedOn=day, earliest=earliest, latest=a.today)
    return [{"_tag": "ResultReported", **told, "on": a.today}]


def link(a):
    """COGOVERNANCE-14, COGOVERNANCE-15."""
    s, what, named = a.s, a.c["what"], a.c["disclosure"]
    told = s["resolution"] if what == "decision" else s["result"]
    if told is None:
        stop(14, "NothingToDisclose", what=what)
    document, earliest = (told["text"], told["since"]) if what == "decision" else (told["report"], told["implementedOn"])
    linked = s["disclosures"][what]
    if s["status"] in ENDS and linked is None and not (what == "result" and owes_report(s)):
        a.stage(*RESOLVED)
    if linked and linked["disclosure"] == named and not linked["lapsed"]:
        return []
    fact = a.disclosure(named)
    if fact is None:
        stop(14, "LinkedDisclosureUnknown", disclosure=named)
    ours, first = fact["ofThisMatter"] and fact["what"] == what, fact["from"]
    other, early = fact["proves"] != document, first is not None and first < earliest
    up = fact["status"] in ("posted", "completed")
    fresh = linked is not None and linked["disclosure"] not in fact["corrects"]
    unless(
        None if ours else no(14, "LinkOfAnother", disclosure=named, what=what),
        no(14, "LinkProvesAnother", disclosure=named, proves=fact["proves"], must=document) if other else None,
        None if up else no(14, "LinkNotPosted", disclosure=named, **pick(fact, "status", "supersededBy")),
        no(14, "LinkTooEarly", disclosure=named, earliest=earliest, **{"from": first}) if early else None,
        no(15, "LinkIsNoCorrection", disclosure=named, linked=linked["disclosure"]) if fresh else None,
    )
    made = {"what": what, "disclosure": named, "proves": fact["proves"], "from": first}
    return [{"_tag": "DisclosureLinked", **made, "instead": linked and linked["disclosure"], "on": a.today}]


def record_appraisal(a):
    """COGOVERNANCE-16, COGOVERNANCE-17."""
    a.stage("implemented")
    c, known = a.c, a.s["appraisals"][a.c["which"]]
    if known and known["_tag"] == "Appraised":
        if pick(known, "appraisal", "result") == pick(c, "appraisal", "result"):
            return []
        stop(16, "AppraisalAlreadyRecorded", which=c["which"], appraisal=known["appraisal"])
    allowed, members = a.s["policy"]["appraisers"], a.around.get("memberships") or []
    unknown = [one for one in c["appraisers"] if one not in [row["person"] for row in members]]
    theirs = [row for row in members if row["person"] in c["appraisers"] and set(row["bodies"]) & set(c["appraised"])]
    through = {c["by"], *(body for row in theirs for body in row["bodies"])}
    bodies = [body for body in dict.fromkeys(c["appraised"]) if body in through]
    people = [row["person"] for row in theirs]
    unless(
        None if c["by"] in allowed else no(16, "AppraiserNotOfCharter", by=c["by"], allowed=allowed),
        no(17, "AppraisersUnknown", appraisers=unknown) if unknown else None,
        no(17, "AppraiserAmongAppraised", bodies=bodies, appraisers=people) if bodies else None,
    )
    told = pick(c, "which", "appraisal", "result", "by", "appraised", "appraisers")
    return [{"_tag": "AppraisalRecorded", **told, "on": a.today}]


def may_skip(state, which):
    duty = "internalBodiesAppraisal" if which == APPRAISALS[0] else "coBuildingUnitsAppraisal"
    return state["policy"][duty] == "may-be-skipped"


def skip_appraisal(a):
    """COGOVERNANCE-16."""
    a.stage("implemented")
    which = a.c["which"]
    known = a.s["appraisals"][which]
    if known:
        if known["_tag"] == "Skipped":
            return []
        stop(16, "AppraisalAlreadyRecorded", which=which, appraisal=known["appraisal"])
    if not may_skip(a.s, which):
        stop(16, "AppraisalIsRequired", which=which)
    return [{"_tag": "AppraisalSkipped", "which": which, "reason": a.c["reason"], "on": a.today}]


# The end.


def close(a):
    """COGOVERNANCE-18."""
    a.stage("implemented")
    missing = [which for which in APPRAISALS if a.s["appraisals"][which] is None]
    unless(
        a.undisclosed("decision", "completed"),
        a.undisclosed("result", "completed"),
        *(no(18, "AppraisalMissing", which=which, maySkip=may_skip(a.s, which)) for which in missing),
    )
    return [{"_tag": "CoGovernanceClosed", "on": a.today}]


def revoke(a):
    """COGOVERNANCE-20."""
    a.stage(*RESOLVED)
    s, by = a.s, a.c["by"]
    fact, used = a.fact(by), used_as(s, by)
    day, set_ = fact["endedOn"], fact["set"]
    if fact["status"] != "decided" or day is None or set_ is None:
        stop(20, "RevokingNotDecided", matter=by)
    decided = [decision_in(s, which)["set"] for which in BOTH if decision_in(s, which)]
    pairs = s["policy"]["revocations"]
    may = set_ in decided or any(pair["by"] == set_ and pair["of"] in decided for pair in pairs)
    earliest = s["resolution"]["since"]
    sections = a.c["sections"]
    text, names = canonical.digest([pick(one, "commitment", "name") for one in sections]), [one["name"] for one in sections]
    named = f"revokes.{a.around.get('coGovernance', '')}"
    other = {"matter": by, "text": text, "decided": fact["text"]}
    unless(
        None if text == fact["text"] else no(20, "RevocationOfAnotherText", **other),
        None if named in names else no(20, "RevocationNotNamed", matter=by, section=named, sections=names),
        None if used is None else no(3, "DeliberationUsedBefore", matter=by, which=used),
        no(20, "RevokedBeforeResolved", decidedOn=day, earliest=earliest) if day < earliest else None,
        None if may else no(20, "MayNotRevoke", set=set_, decided=decided),
    )
    told = {"by": by, "sections": sections, "set": set_, "revokedOn": day, "begun": s["begunOn"] is not None}
    return [{"_tag": "ResolutionRevoked", **told, "on": a.today}]


COMMANDS = {
    "OpenCoGovernance": open_matter,
    "AttachDeliberation": attach,
    "DetachDeliberation": detach,
    "RecordOutcome": record_outcome,
    "DeclareTouchedUnits": declare_touched,
    "SkipJoint": skip_joint,
    "ReturnToDeliberation": give_back,
    "RejectCoGovernance": reject,
    "WithdrawCoGovernance": withdraw,
    "BeginImplementation": begin,
    "ReportResult": report,
    "LinkDisclosure": link,
    "RecordAppraisal": record_appraisal,
    "SkipAppraisal": skip_appraisal,
    "CloseCoGovernance": close,
    "RevokeResolution": revoke,
}


def decide(state, command, circumstances):
    """The events, or `Refused` with every reason."""
    if command["_tag"] not in COMMANDS:
        raise NotAttempted(command["_tag"])
    if state["status"] == "unopened" and command["_tag"] != "OpenCoGovernance":
        stop(1, "NotAtThisStage", status="unopened", needs=["deliberating", *RESOLVED])
    return COMMANDS[command["_tag"]](Asked(state, command, circumstances))


def authorize(state, command, circumstances):
    """COGOVERNANCE-21."""
    actor, tag = circumstances["actor"], command["_tag"]
    within, policy, opener = actor.get("within"), state["policy"] or {}, state["proposer"]
    home = [] if opener is None else [opener["within"]]
    joint = policy.get("jointBodies", [])
    bodies = [*policy.get("selfGovernanceBodies", []), *joint, *home]
    units = command.get("units", [])
    # Of each post that may: in which bodies it is held (None: in any), and what else must be so.
    ours, secretary, system = {"proposer": (home, True)}, {"secretary": (bodies, True)}, {"system": ([], True)}
    convenor, overseer = {"convenor": (joint, True)}, {"overseer": (policy.get("overseers", []), True)}
    keeping = {**ours, **secretary, **system}
    table = {
        "OpenCoGovernance": {"proposer": (None, True)},
        **dict.fromkeys(("AttachDeliberation", "RecordOutcome", "LinkDisclosure", "CloseCoGovernance"), keeping),
        "DetachDeliberation": overseer,
        "DeclareTouchedUnits": {
            "delegate": (units, all(unit == within for unit in units)),
            **{**ours, **secretary, **convenor, **overseer},
        },
        "SkipJoint": convenor,
        **dict.fromkeys(("ReturnToDeliberation", "WithdrawCoGovernance", "BeginImplementation"), ours),
        "RejectCoGovernance": {**ours, **system},
        "ReportResult": {**ours, **secretary},
        "RecordAppraisal": {"appraiser": ([command.get("by")], True)},
        "SkipAppraisal": {"appraiser": (policy.get("appraisers", []), True)},
        "RevokeResolution": {**secretary, **system},
    }
    if tag not in table:
        raise NotAttempted(tag)
    return granted_in("COGOVERNANCE-21", command, actor, table[tag])
