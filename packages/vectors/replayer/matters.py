"""
A matter of a deliberation, by the README of the process (rules DELIBERATION-1 to DELIBERATION-28) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it. What a vote comes to is
counted in `tally`.
"""

import canonical
import tally
from civil import NotAttempted, Refused, add_days
from numbers_and_names import weigh


def empty():
    return {
        "status": "unopened",
        "plan": None,
        "title": None,
        "about": None,
        "proposer": None,
        "text": None,
        "revision": 0,
        "at": None,
        "passed": [],
        "sitting": None,
        "closed": [],
    }


def pick(row, *names):
    return {name: row[name] for name in names}


def names_of(rows):
    return [row["voter"] for row in rows]


# Taking note of events.


def opened(state, e):
    state.update(pick(e, "plan", "title", "about", "proposer", "text"), status="open", revision=1)
    state["at"] = e["plan"]["steps"][0]["step"]


def step_called(state, e):
    sitting = {**pick(e, "round", "step", "rules", "calledOn", "sitsOn", "urgent"), "calledBy": e["by"]}
    lists = {name: [] for name in ("roll", "recusals", "proxies", "present", "presided")}
    nothing = dict.fromkeys(("rebased", "presentCount", "ballot", "named", "counted"))
    state["sitting"] = {**sitting, **nothing, **lists}


def over(state, e, outcome):
    """DELIBERATION-3: only what a sitting came to stays of it."""
    state["closed"].append({**pick(e, "round", "step"), "outcome": outcome, "register": None})
    state["sitting"] = None


def lapse(state, steps):
    state["passed"] = [one for one in state["passed"] if one["step"] not in steps]


def next_step(state, step):
    steps = [one["step"] for one in state["plan"]["steps"]]
    following = steps[steps.index(step) + 1 :]
    if following:
        state["at"] = following[0]


def step_passed(state, e):
    over(state, e, "passed")
    lapse(state, [e["step"]])
    state["passed"].append(pick(e, "step", "round", "text", "on"))
    next_step(state, e["step"])


def step_lost(state, e):
    over(state, e, "lost")
    back = e["consequence"]
    if back["_tag"] == "Returned":
        lapse(state, back["lapsed"])
        state["at"] = back["to"]


def text_amended(state, e):
    over(state, e, "amended")
    lapse(state, e["lapsed"])
    state.update(text=e["newText"], revision=state["revision"] + 1, at=e["restartsAt"])


def matter_returned(state, e):
    over(state, e, "returned")
    lapse(state, e["lapsed"])
    state["at"] = e["to"]


def opinion_recorded(state, e):
    over(state, e, "heard")
    next_step(state, e["step"])


def register_filed(state, e):
    for sitting in state["closed"]:
        if sitting["round"] == e["round"]:
            sitting["register"] = e["register"]


def ended(status):
    return lambda state, e: state.update(status=status, at=None, sitting=None)


OF_MATTER = {
    "MatterOpened": opened,
    "StepCalled": step_called,
    "CallCancelled": lambda state, e: over(state, e, "cancelled"),
    "BallotAnnulled": lambda state, e: over(state, e, "annulled"),
    "StepPassed": step_passed,
    "StepLost": step_lost,
    "TextAmended": text_amended,
    "MatterReturned": matter_returned,
    "OpinionRecorded": opinion_recorded,
    "RegisterFiled": register_filed,
    "MatterDecided": ended("decided"),
    "MatterRejected": ended("rejected"),
    "MatterWithdrawn": ended("withdrawn"),
}


def roll_entered(sitting, e):
    """DELIBERATION-7: who stands on it keeps the place and stands as entered last."""
    for voter in e["voters"]:
        place = names_of(sitting["roll"]).index(voter["voter"]) if voter["voter"] in names_of(sitting["roll"]) else None
        if place is None:
            sitting["roll"].append(voter)
        else:
            sitting["roll"][place] = voter


def roll_struck(sitting, e):
    """DELIBERATION-8: whoever was recused stays so, and is recused when entered again."""
    sitting["roll"] = [row for row in sitting["roll"] if row["voter"] not in e["voters"]]
    sitting["present"] = [voter for voter in sitting["present"] if voter not in e["voters"]]


def proxy_revoked(sitting, e):
    sitting["proxies"] = [proxy for proxy in sitting["proxies"] if proxy["voter"] != e["voter"]]


def leading(change):
    """DELIBERATION-26: whoever opens a ballot, puts it off or closes it presided, which is kept."""

    def noted(sitting, e):
        if e["by"] is not None and e["by"] not in sitting["presided"]:
            sitting["presided"].append(e["by"])
        change(sitting, e)

    return noted


def extended(sitting, e):
    sitting["ballot"].update(closesOn=e["closesOn"], extended=sitting["ballot"]["extended"] + 1)


def rebased(sitting, e):
    """DELIBERATION-6: the law of that day is kept beside the rules of the call."""
    of_call = sitting["rebased"]["ofCall"] if sitting["rebased"] else sitting["rules"]
    chosen = {**pick(e, "onto", "changed", "against", "on", "reason"), "ofCall": of_call}
    sitting.update(rules=e["rules"], rebased=chosen)


OF_SITTING = {
    "RollEntered": roll_entered,
    "RollStruck": roll_struck,
    "VoterRecused": lambda sitting, e: sitting["recusals"].append(pick(e, "voter", "reason")),
    "ProxyGranted": lambda sitting, e: sitting["proxies"].append(pick(e, "voter", "by")),
    "ProxyRevoked": proxy_revoked,
    "AttendanceRecorded": lambda sitting, e: sitting["present"].extend(
        voter for voter in e["present"] if voter not in sitting["present"]
    ),
    "HeadcountRecorded": lambda sitting, e: sitting.update(presentCount=e["present"]),
    "BallotOpened": leading(lambda sitting, e: sitting.update(ballot=e["ballot"])),
    "VotesRecorded": lambda sitting, e: sitting.update(named=e["votes"]),
    "CountsRecorded": lambda sitting, e: sitting.update(counted=e["votes"]),
    "BallotExtended": leading(extended),
    "BallotClosed": leading(lambda sitting, e: sitting["ballot"].update(closedAt=e["closedAt"], closedOn=e["on"])),
    "StepRebased": rebased,
}


def note(state, event):
    """What a matter becomes by an event. Changes the state that it is given."""
    tag = event["_tag"]
    if tag in OF_MATTER:
        OF_MATTER[tag](state, event)
    elif tag in OF_SITTING:
        if state["sitting"]:
            OF_SITTING[tag](state["sitting"], event)
    else:
        raise NotAttempted(tag)


# Looking at it.


def no(number, tag, **evidence):
    return {"_tag": tag, "rule": f"DELIBERATION-{number}", **evidence}


def unless(*objections):
    found = [objection for objection in objections if objection]
    if found:
        raise Refused(*found)


def stop(number, tag, **evidence):
    raise Refused(no(number, tag, **evidence))


def twice(voters):
    """The first of these that was named before."""
    voter = next((voter for at, voter in enumerate(voters) if voter in voters[:at]), None)
    return voter and no(7, "VoterNamedTwice", voter=voter)


class Asked:
    """A command put to a matter: what it names, and what the decision is told."""

    def __init__(self, state, command, circumstances):
        self.s, self.c, self.around = state, command, circumstances
        self.now = circumstances["now"]
        self.today = self.now["civilDate"]
        steps = state["plan"]["steps"] if state["plan"] else []
        self.order = [one["step"] for one in steps]
        self.step = next((one for one in steps if one["step"] == state["at"]), None)
        self.person = circumstances["actor"].get("person")

    def sitting(self):
        return self.s["sitting"] or stop(3, "NoSitting", at=self.s["at"])

    def changeable(self):
        """DELIBERATION-7: the sitting whose roll is not frozen."""
        sitting = self.sitting()
        if sitting["ballot"]:
            stop(7, "RollIsFrozen", round=sitting["round"], openedOn=sitting["ballot"]["openedOn"])
        return sitting

    def attendable(self):
        """DELIBERATION-10: who is present stands from the opening of the ballot."""
        sitting = self.sitting()
        if sitting["ballot"]:
            stop(10, "PresenceIsFrozen", round=sitting["round"], openedOn=sitting["ballot"]["openedOn"])
        return sitting

    def balloting(self):
        """DELIBERATION-14: the sitting whose ballot is open."""
        sitting = self.sitting()
        ballot = sitting["ballot"]
        if ballot is None or ballot["closedAt"] is not None:
            stop(14, "BallotNotOpen", round=sitting["round"], phase="closed" if ballot else "called")
        return sitting

    def law(self, set_):
        """DELIBERATION-6: the law that was handed in, if it is that of this set and of today."""
        law = self.around.get("law")
        return law if law and (law["set"], law["day"]) == (set_, self.today) else None

    def unresolved(self, set_):
        return no(6, "LawUnresolved", set=set_, on=self.today)

    def kept(self, sitting):
        """DELIBERATION-6: whether today's law is that against which it was chosen to keep to the law of the call."""
        chosen, law = sitting["rebased"], self.law(sitting["rules"]["set"])
        if not chosen or chosen["onto"] != "law-of-call":
            return False
        if law is None or chosen["against"] is None:
            return law is chosen["against"]
        return not differences(chosen["against"], law)

    def law_stands(self, sitting):
        if self.kept(sitting):
            return None
        set_ = sitting["rules"]["set"]
        law = self.law(set_)
        if law is None:
            return self.unresolved(set_)
        changed = differences(sitting["rules"], law)
        return no(6, "LawHasChanged", set=set_, calledOn=sitting["calledOn"], changed=changed) if changed else None

    def begun(self, sitting):
        early = self.today < sitting["sitsOn"]
        return no(10, "SittingNotBegun", sitsOn=sitting["sitsOn"], today=self.today) if early else None

    def studied(self, rules):
        """DELIBERATION-5."""
        party = [one["step"] for one in self.s["plan"]["steps"] if one["standing"] == "party"]
        done = any(one["step"] in party and one["text"] == self.s["text"] for one in self.s["passed"])
        if done or not rules["partyStudy"]["required"]:
            return None
        citation = rules["partyStudy"]["citation"]
        return no(5, "PartyStudyMissing", text=self.s["text"], steps=party, citation=citation)

    def off_subject(self, rules):
        """DELIBERATION-28: a set to which law assigns subjects decides matters about these alone."""
        about, set_, known = self.s["about"], rules["set"], rules["subjects"]
        ours = [one["subject"] for one in known if one["set"] == set_]
        if not ours or about in ours:
            return None
        assigned = next((pick(one, "set", "citation") for one in known if one["subject"] == about), None)
        return no(28, "SubjectNotOfSet", about=about, set=set_, subjects=ours, assigned=assigned)

    def lapsing(self, to):
        """DELIBERATION-18: approvals of this step and of all after it."""
        later = self.order[self.order.index(to) :]
        return [one["step"] for one in self.s["passed"] if one["step"] in later]

    def is_last(self):
        return self.order[-1] == self.s["at"]


def at(sitting):
    return pick(sitting, "round", "step")


# In the order in which rules list them; the day is none of them.
PARTS = (
    "set packs quorum quorumCounts approval composition notice ballot proxies silence repeated extension partyStudy "
    "subjects"
).split()


def without_addresses(value):
    if isinstance(value, list):
        return [without_addresses(item) for item in value]
    if isinstance(value, dict):
        return {name: without_addresses(inside) for name, inside in value.items() if name != "url"}
    return value


def differences(rules, law):
    """LAW-1: the parts in which two sets of rules differ, apart from addresses."""
    if law is None:
        return ["set"]
    return [part for part in PARTS if without_addresses(rules[part]) != without_addresses(law[part])]


def earliest_sitting(called, days):
    return add_days(called, days + 1) if days else called


def strangers(sitting, voters):
    unknown = list(dict.fromkeys(voter for voter in voters if voter not in names_of(sitting["roll"])))
    return no(7, "NotOnRoll", voters=unknown) if unknown else None


def recused(sitting, voter):
    return voter in names_of(sitting["recusals"])


def heads_of(sitting, voters=None):
    """The heads of those who may take part: of all, or of these."""
    rows = sitting["roll"] if voters is None else [row for row in sitting["roll"] if row["voter"] in voters]
    return sum(row["heads"] for row in rows if not recused(sitting, row["voter"]))


def one_head_each(sitting):
    return all(row["heads"] == 1 for row in sitting["roll"])


def asks_for_area(rules):
    return any(asked["threshold"]["measure"] == "area" for asked in rules["quorum"] + rules["approval"])


# What may be asked.


def foreign_plan(a):
    """DELIBERATION-25: the steps are those of the list that the charter has under this name today."""
    plan, known = a.c["plan"], a.around.get("plan")
    if plan == known:
        return None
    steps = [one["step"] for one in known["steps"]] if known else []
    return no(25, "PlanNotOfCharter", list=plan["list"], on=a.today, steps=steps)


def open_matter(a):
    if a.s["status"] != "unopened":
        stop(1, "MatterAlreadyOpened", status=a.s["status"])
    actor, plan = a.around["actor"], a.c["plan"]
    if actor["_tag"] == "System":
        stop(1, "ProposerMissing", allowed=["proposer"])
    steps = [one["step"] for one in plan["steps"]]
    double = next((step for place, step in enumerate(steps) if step in steps[:place]), None)
    if double:
        unless(foreign_plan(a), no(2, "StepNamedTwice", step=double))
    stray = []
    for one in plan["steps"]:
        named = [("returnsTo", to) for to in one["returnsTo"]]
        if one["whenLost"]["_tag"] == "Return":
            named.append(("whenLost", one["whenLost"]["to"]))
        if one["amendedRestartsAt"] is not None:
            named.append(("amendedRestartsAt", one["amendedRestartsAt"]))
        allowed = steps[: steps.index(one["step"]) + 1]
        for place, to in named:
            if to not in allowed:
                stray.append(no(2, "NoEarlierStep", step=one["step"], place=place, to=to, allowed=allowed))
    unless(foreign_plan(a), *stray)
    proposer = pick(actor, "person", "within")
    return [{"_tag": "MatterOpened", **pick(a.c, "title", "about", "text", "plan"), "proposer": proposer, "on": a.today}]


def call_step(a):
    step, set_, sits = a.c["step"], a.c["set"], a.c["sitsOn"]
    objections = []
    if step not in a.order:
        objections.append(no(3, "StepUnknown", step=step, steps=a.order))
    elif step != a.s["at"]:
        objections.append(no(3, "NotItsTurn", step=step, at=a.s["at"]))
    else:
        if a.s["sitting"]:
            objections.append(no(3, "SittingNotOver", **at(a.s["sitting"])))
        if set_ not in a.step["sets"]:
            objections.append(no(3, "SetNotOfStep", step=step, set=set_, sets=a.step["sets"]))
    rules = a.law(set_)
    if rules is None:
        unless(*objections, a.unresolved(set_))
    objections.append(a.off_subject(rules))
    notice = rules["notice"]
    ordinary = earliest_sitting(a.today, notice["days"])
    earliest = a.today if a.c["urgent"] is not None and notice["urgent"] else ordinary
    if sits < earliest:
        asked = {"days": notice["days"], "earliest": earliest, "urgent": notice["urgent"]}
        objections.append(no(4, "NoticeTooShort", sitsOn=sits, **asked, citation=notice["citation"]))
    unless(*objections, a.studied(rules))
    urgent = a.c["urgent"] if sits < ordinary else None
    fields = {"round": len(a.s["closed"]) + 1, "step": step, "rules": rules, "calledOn": a.today}
    return [{"_tag": "StepCalled", **fields, "sitsOn": sits, "urgent": urgent, "by": a.person}]


def cancel_call(a):
    sitting = a.sitting()
    if sitting["ballot"]:
        stop(14, "BallotAlreadyOpened", round=sitting["round"], openedOn=sitting["ballot"]["openedOn"])
    return [{"_tag": "CallCancelled", **at(sitting), "reason": a.c["reason"], "on": a.today}]


MOST = {"heads": 1_000_000, "area": 1_000_000_000_000}


def enter_roll(a):
    sitting, voters = a.changeable(), a.c["voters"]
    objections = [twice(names_of(voters))]
    for row in voters:
        for measure, most in MOST.items():
            if row[measure] > most:
                evidence = {"measure": measure, "got": row[measure], "atMost": most}
                objections.append(no(7, "WeightTooLarge", voter=row["voter"], **evidence))
    everybody = {row["voter"]: row for row in [*sitting["roll"], *voters]}
    for measure in MOST:
        if sum(row[measure] for row in everybody.values()) > canonical.SAFE:
            objections.append(no(7, "RollTooLarge", measure=measure, atMost=canonical.SAFE))
    unless(*objections)
    new = [row for row in voters if row not in sitting["roll"]]
    return [{"_tag": "RollEntered", **at(sitting), "sitsOn": sitting["sitsOn"], "voters": new}] if new else []


def falling(sitting, voters):
    """The proxies in which any of these stands."""
    gone = [proxy for proxy in sitting["proxies"] if proxy["voter"] in voters or proxy["by"] in voters]
    return [{"_tag": "ProxyRevoked", **at(sitting), "voter": proxy["voter"]} for proxy in gone]


def strike(a):
    sitting, voters = a.changeable(), a.c["voters"]
    unless(twice(voters), strangers(sitting, voters))
    struck = {"_tag": "RollStruck", **at(sitting), "voters": voters, "reason": a.c["reason"]}
    return [*falling(sitting, voters), struck]


def recuse(a):
    sitting, voter = a.changeable(), a.c["voter"]
    if recused(sitting, voter):
        return []
    unless(strangers(sitting, [voter]))
    event = {"_tag": "VoterRecused", **at(sitting), "voter": voter, "reason": a.c["reason"]}
    return [*falling(sitting, [voter]), event]


def cap_reached(sitting, by, proxies):
    holds = [proxy["voter"] for proxy in sitting["proxies"] if proxy["by"] == by]
    return no(9, "ProxyCapReached", by=by, cap=proxies["cap"], holds=holds, citation=proxies["citation"])


def grant(a):
    sitting, voter, by = a.changeable(), a.c["voter"], a.c["by"]
    if voter == by:
        stop(9, "ProxyForItself", voter=voter)
    proxies = sitting["proxies"]
    given = next((proxy for proxy in proxies if proxy["voter"] == voter), None)
    if given and given["by"] == by:
        return []
    chain = [proxy for proxy in proxies if proxy["voter"] == by or proxy["by"] == voter]
    held = sum(proxy["by"] == by for proxy in proxies)
    unless(
        strangers(sitting, [voter, by]),
        *[no(8, "VoterIsRecused", voter=one) for one in (voter, by) if recused(sitting, one)],
        no(9, "ProxyGivenAlready", voter=voter, by=given["by"]) if given else None,
        no(9, "ProxyChain", voter=voter, by=by, grants=chain) if chain else None,
        None if held < sitting["rules"]["proxies"]["cap"] else cap_reached(sitting, by, sitting["rules"]["proxies"]),
    )
    return [{"_tag": "ProxyGranted", **at(sitting), "voter": voter, "by": by}]


def revoke(a):
    sitting, voter = a.changeable(), a.c["voter"]
    unless(strangers(sitting, [voter]))
    given = any(proxy["voter"] == voter for proxy in sitting["proxies"])
    return [{"_tag": "ProxyRevoked", **at(sitting), "voter": voter}] if given else []


def attendance(a):
    sitting, came = a.attendable(), a.c["present"]
    counted = sitting["presentCount"] is not None
    unless(
        a.begun(sitting),
        no(10, "AttendanceTakenOtherwise", taken="by-count") if counted else None,
        strangers(sitting, came),
    )
    new = list(dict.fromkeys(voter for voter in came if voter not in sitting["present"]))
    return [{"_tag": "AttendanceRecorded", **at(sitting), "present": new}] if new else []


def too_many_present(sitting, present):
    most = heads_of(sitting)
    return no(10, "MorePresentThanEntitled", present=present, atMost=most) if present > most else None


def named_in(votes):
    return [*votes["for"], *votes["against"], *votes["abstain"], *names_of(votes["void"])]


def headcount(a):
    sitting, present = a.attendable(), a.c["present"]
    unless(
        a.begun(sitting),
        no(10, "AttendanceTakenOtherwise", taken="by-name") if sitting["present"] else None,
        too_many_present(sitting, present),
    )
    same = sitting["presentCount"] == present
    return [] if same else [{"_tag": "HeadcountRecorded", **at(sitting), "present": present}]


def mode_fits(sitting, mode):
    """DELIBERATION-12."""
    allowed = sitting["rules"]["ballot"]
    if mode not in allowed["modes"]:
        return no(12, "ModeNotAllowed", mode=mode, modes=allowed["modes"], citation=allowed["citation"])
    weights = {(row["heads"], row["area"]) for row in sitting["roll"]}
    alike = one_head_each(sitting) and (mode != "secret" or len(weights) < 2)
    if mode not in ("secret", "secret-papers") or (alike and not asks_for_area(sitting["rules"])):
        return None
    others = [one for one in allowed["modes"] if one in ("open", "show-of-hands")]
    return no(12, "WeightsIdentify", mode=mode, modes=others)


def motion_fits(a, sitting, motion):
    """DELIBERATION-13."""
    step, name = a.step, a.s["at"]
    if not sitting["rules"]["approval"]:
        yield no(13, "BodyIsHeard", step=name, set=sitting["rules"]["set"])
    if motion["_tag"] == "Return" and motion["to"] not in step["returnsTo"]:
        yield no(13, "MayNotReturnTo", step=name, to=motion["to"], allowed=step["returnsTo"])
    if motion["_tag"] == "Amend" and step["amendedRestartsAt"] is None:
        yield no(13, "BodyMayNotAmend", step=name)
    if motion["_tag"] == "Amend" and motion["text"] == a.s["text"]:
        yield no(13, "TextUnchanged", text=motion["text"])


def quorum_missing(sitting):
    """DELIBERATION-11: where those present make the quorum, it must be there before anybody votes."""
    if sitting["rules"]["quorumCounts"] == "participating":
        return None
    before = {**sitting, "ballot": None, "named": None, "counted": None}
    found = tally.judge_sitting(before, [], [])["findings"]
    missing = [one for one in found if one["rule"] in ("TALLY-9", "TALLY-14") and not one["holds"]]
    return no(11, "NoQuorum", findings=missing) if missing else None


def body_there(sitting):
    if not sitting["roll"]:
        yield no(7, "RollIsEmpty", round=sitting["round"])
        return
    asked = sitting["rules"]["composition"]
    if asked:
        kind = sum(row["heads"] for row in sitting["roll"] if row["kind"] == "representative")
        everybody = sum(row["heads"] for row in sitting["roll"])
        finding = weigh("DELIBERATION-11", asked, kind, everybody)
        if not finding["holds"]:
            yield no(11, "CompositionFails", finding=finding)
    if sitting["presentCount"] is not None:
        yield too_many_present(sitting, sitting["presentCount"])
    yield quorum_missing(sitting)


# DELIBERATION-27: days from the opening of a ballot to its last day at the most.
LONGEST = 90


def open_ballot(a):
    sitting = a.sitting()
    if sitting["ballot"]:
        stop(14, "BallotAlreadyOpened", round=sitting["round"], openedOn=sitting["ballot"]["openedOn"])
    closes, latest = a.c["closesOn"], add_days(a.today, LONGEST)
    unless(
        a.begun(sitting),
        a.law_stands(sitting),
        no(14, "ClosesInPast", closesOn=closes, earliest=a.today) if closes < a.today else None,
        no(27, "BallotTooLong", closesOn=closes, days=LONGEST, latest=latest) if closes > latest else None,
        mode_fits(sitting, a.c["mode"]),
        *motion_fits(a, sitting, a.c["motion"]),
        *body_there(sitting),
    )
    ballot = {**pick(a.c, "mode", "motion", "closesOn"), "openedOn": a.today, "openedAt": a.now["instant"]}
    ballot |= {"extended": 0, "closedAt": None, "closedOn": None}
    digest = canonical.digest(pick(sitting, "roll", "recusals", "proxies"))
    frozen = {"ballot": ballot, "roll": len(sitting["roll"]), "digest": digest}
    return [{"_tag": "BallotOpened", **at(sitting), **frozen, "by": a.person}]


def recordable(sitting, modes):
    mode, round_ = sitting["ballot"]["mode"], sitting["round"]
    if mode not in modes:
        yield no(12, "NotRecordedThisWay", mode=mode, modes=modes)
    if sitting["named"] or sitting["counted"]:
        yield no(14, "VotesAlreadyRecorded", round=round_)


def typed_for(a):
    return a.around["actor"].get("onBehalfOf")


def said_for_whom(a):
    """DELIBERATION-22: a secretary types votes only on somebody's behalf."""
    actor = a.around["actor"]
    if actor.get("post") == "secretary" and typed_for(a) is None:
        stop(22, "OnBehalfMissing", **pick(actor, "post", "within"))


def record_votes(a):
    said_for_whom(a)
    sitting, votes = a.balloting(), pick(a.c, "for", "against", "abstain", "void")
    if sitting["named"] == votes:
        return []
    choosing = [*votes["for"], *votes["against"], *votes["abstain"]]
    unless(
        *recordable(sitting, ["show-of-hands", "open"]),
        twice(named_in(votes)),
        strangers(sitting, choosing),
        *[no(8, "VoterIsRecused", voter=voter) for voter in choosing if recused(sitting, voter)],
    )
    return [{"_tag": "VotesRecorded", **at(sitting), "votes": votes, "onBehalfOf": typed_for(a)}]


def record_counts(a):
    said_for_whom(a)
    sitting, votes = a.balloting(), pick(a.c, "for", "against", "abstain", "void")
    if sitting["counted"] == votes:
        return []
    countable = one_head_each(sitting) and not asks_for_area(sitting["rules"])
    total, most = sum(votes.values()), sitting["presentCount"]
    if most is None:
        most = heads_of(sitting, sitting["present"]) if sitting["present"] else heads_of(sitting)
    unless(
        *recordable(sitting, ["show-of-hands", "secret-papers"]),
        None if countable else no(12, "CountsNeedEqualHeads", round=sitting["round"]),
        no(14, "MoreVotesThanVoters", votes=total, atMost=most) if total > most else None,
    )
    return [{"_tag": "CountsRecorded", **at(sitting), "votes": votes, "onBehalfOf": typed_for(a)}]


def extend(a):
    """DELIBERATION-15."""
    sitting, asked = a.balloting(), a.c["closesOn"]
    rules, ballot = sitting["rules"]["extension"], sitting["ballot"]
    before, days, citation = ballot["closesOn"], rules["days"], rules["citation"]
    if asked == before:
        return []
    latest, left = add_days(before, days), ballot["extended"] < rules["times"]
    far = {"asked": asked, "days": days, "latest": latest, "citation": citation}
    unless(
        no(15, "BallotPeriodOver", closesOn=before, today=a.today) if a.today > before else None,
        no(15, "ExtensionNotLater", closesOn=before, asked=asked) if asked < before else None,
        None if left else no(15, "NoExtensionLeft", times=rules["times"], citation=citation),
        no(15, "ExtensionTooLong", **far) if asked > latest else None,
    )
    fields = {"before": before, **pick(a.c, "closesOn", "reason"), "on": a.today, "by": a.person}
    return [{"_tag": "BallotExtended", **at(sitting), **fields}]


def close_ballot(a):
    """DELIBERATION-16."""
    now = a.s["sitting"]
    if now and now["ballot"] and now["ballot"]["closedAt"] is not None:
        return []
    sitting = a.balloting()
    ballot = sitting["ballot"]
    last = ballot["closesOn"]
    earliest = last if ballot["openedOn"] == last else add_days(last, 1)
    taken_down = ballot["mode"] in ("show-of-hands", "secret-papers")
    missing = taken_down and not sitting["named"] and not sitting["counted"]
    unless(
        no(16, "BallotStillRuns", closesOn=last, earliest=earliest) if a.today < earliest else None,
        no(16, "VotesMissing", round=sitting["round"], mode=ballot["mode"]) if missing else None,
    )
    return [{"_tag": "BallotClosed", **at(sitting), "closedAt": a.now["instant"], "on": a.today, "by": a.person}]


def law_change(a, sitting):
    """DELIBERATION-6: that the law changed after the call, as the decision says it: in today's law, or in the rules applied."""
    rebasing, rules = sitting["rebased"], sitting["rules"]
    if rebasing is None:
        return None
    facts = {"calledOn": sitting["calledOn"], "rebasedOn": rebasing["on"], **pick(rebasing, "onto", "reason")}
    changed = differences(rebasing["ofCall"], a.law(rules["set"])) + differences(rebasing["ofCall"], rules)
    facts["changed"] = ", ".join(dict.fromkeys(changed))
    return {"rule": "DELIBERATION-6", "holds": True, "facts": facts}


def gathered(a, sitting):
    mode = sitting["ballot"]["mode"]
    if mode in ("show-of-hands", "secret-papers"):
        return [], []
    for what in ("ballots", "box") if mode == "secret" else ("ballots",):
        if a.around.get(what) is None:
            missing = no(17, "BallotsNotGathered", round=sitting["round"], missing=what)
            unless(missing, a.law_stands(sitting))
    return a.around["ballots"], a.around["box"] if mode == "secret" else []


def decide_step(a):
    """DELIBERATION-17."""
    sitting = a.sitting()
    ballot = sitting["ballot"]
    if ballot is None or ballot["closedAt"] is None:
        stop(17, "BallotNotClosed", round=sitting["round"], phase="open" if ballot else "called")
    ballots, box = gathered(a, sitting)
    disagrees = None
    if ballot["mode"] == "secret":
        voted = sum(mark == "secret" for mark in tally.counted_ballots(sitting, ballots)[0].values())
        in_box = sum(row["count"] for row in box)
        if voted != in_box:
            disagrees = no(17, "BoxDisagrees", round=sitting["round"], voted=voted, inBox=in_box)
    unless(a.law_stands(sitting), disagrees)
    judgement = tally.judge_sitting(sitting, ballots, box)
    motion = ballot["motion"]
    made = {**at(sitting), **pick(a.s, "text", "revision"), "motion": motion, **pick(sitting["rules"], "set", "packs")}
    made |= {"judgement": judgement, "lawChange": law_change(a, sitting), "on": a.today}
    return carried(a, made, motion) if judgement["passes"] else lost(a, made, motion)


def ending(a):
    decided = {"_tag": "MatterDecided", **pick(a.s, "text", "revision"), "on": a.today}
    return [decided] if a.is_last() else []


def carried(a, made, motion):
    if motion["_tag"] == "Adopt":
        return [{"_tag": "StepPassed", **made}, *ending(a)]
    if motion["_tag"] == "Return":
        return [{"_tag": "MatterReturned", **made, "to": motion["to"], "lapsed": a.lapsing(motion["to"])}]
    asked, text = a.step["amendedRestartsAt"] or a.s["at"], motion["text"]
    back = a.lapsing(asked)
    lapsed = [one["step"] for one in a.s["passed"] if one["text"] != text or one["step"] in back]
    restarts = min([asked, *lapsed], key=a.order.index)
    return [{"_tag": "TextAmended", **made, "newText": text, "restartsAt": restarts, "lapsed": lapsed}]


def lost(a, made, motion):
    """Nothing was decided for want of a quorum, and where another motion than to adopt is lost."""
    could = all(one["holds"] for one in made["judgement"]["findings"] if one["rule"] in ("TALLY-9", "TALLY-14"))
    plan = a.step["whenLost"]
    event = {"_tag": "StepLost", **made, "consequence": {"_tag": "Stays"}}
    if not could or motion["_tag"] != "Adopt" or plan["_tag"] == "Stay":
        return [event]
    if plan["_tag"] == "Return":
        event["consequence"] = {"_tag": "Returned", "to": plan["to"], "lapsed": a.lapsing(plan["to"])}
        return [event]
    event["consequence"] = {"_tag": "Rejected"}
    return [event, {"_tag": "MatterRejected", "step": a.s["at"], "on": a.today}]


def record_opinion(a):
    """DELIBERATION-19."""
    sitting, step = a.sitting(), a.s["at"]
    decides = bool(sitting["rules"]["approval"])
    undecided = a.is_last() and not a.s["passed"]
    unless(
        no(19, "BodyDecides", step=step, set=sitting["rules"]["set"]) if decides else None,
        a.begun(sitting),
        a.law_stands(sitting),
        quorum_missing(sitting),
        no(19, "NobodyDecided", step=step, sets=a.step["sets"]) if undecided else None,
    )
    heard = {**at(sitting), "text": a.s["text"], **pick(a.c, "opinion", "favours", "reason")}
    return [{"_tag": "OpinionRecorded", **heard, "lawChange": law_change(a, sitting), "on": a.today}, *ending(a)]


def rebase(a):
    """DELIBERATION-6."""
    sitting, onto = a.sitting(), a.c["onto"]
    set_, before = sitting["rules"]["set"], sitting["rebased"]
    law = a.law(set_)
    unchanged = no(6, "LawHasNotChanged", set=set_, calledOn=sitting["calledOn"])
    if onto == "law-of-call" and a.kept(sitting):
        return []
    if onto == "law-of-today" and before and before["onto"] == "law-of-call":
        stop(6, "KeepsToItsCall", round=sitting["round"])
    if law is None and (onto == "law-of-today" or not sitting["ballot"]):
        raise Refused(a.unresolved(set_))
    changed = differences(sitting["rules"], law)
    event = {"_tag": "StepRebased", **at(sitting), "onto": onto, "rules": sitting["rules"], "against": law}
    event |= {"changed": changed, "reason": a.c["reason"], "on": a.today}
    if onto == "law-of-call":
        unless(None if changed else unchanged)
        return [event]
    if not changed and before:
        return []
    if not changed:
        raise Refused(unchanged)
    if sitting["ballot"]:
        stop(6, "RulesAreFrozen", round=sitting["round"])
    notice, proxies = law["notice"], law["proxies"]
    earliest = earliest_sitting(sitting["calledOn"], notice["days"])
    late = sitting["sitsOn"] < earliest and not (sitting["urgent"] is not None and notice["urgent"])
    call = {**pick(sitting, "calledOn", "sitsOn"), **pick(notice, "days", "citation"), "earliest": earliest}
    holders = [proxy["by"] for proxy in sitting["proxies"]]
    over_cap = next((by for by in holders if holders.count(by) > proxies["cap"]), None)
    unless(
        a.off_subject(law),
        no(6, "NoticeNotKept", **call) if late else None,
        a.studied(law),
        cap_reached(sitting, over_cap, proxies) if over_cap else None,
    )
    return [{**event, "rules": law}]


def annul(a):
    """DELIBERATION-26: a ballot that nobody has decided ends without a result."""
    sitting = a.sitting()
    if not sitting["ballot"]:
        stop(14, "BallotNotOpen", round=sitting["round"], phase="called")
    places = [row["voter"] for row in sitting["roll"] if row["person"] == a.person]
    has = {
        "on-the-roll": bool(places),
        "votes-for-another": any(proxy["by"] in places for proxy in sitting["proxies"]),
        "called": sitting["calledBy"] == a.person,
        "presided": a.person in sitting["presided"],
    }
    part = [name for name, is_so in has.items() if is_so and a.person is not None]
    if part:
        stop(26, "OverseerTakesPart", round=sitting["round"], **{"as": part})
    return [{"_tag": "BallotAnnulled", **at(sitting), "reason": a.c["reason"], "on": a.today}]


def withdraw(a):
    sitting, reason = a.s["sitting"], a.c["reason"]
    if sitting and sitting["ballot"]:
        stop(20, "BallotUndecided", **at(sitting))
    called_off = [{"_tag": "CallCancelled", **at(sitting), "reason": reason, "on": a.today}] if sitting else []
    return [*called_off, {"_tag": "MatterWithdrawn", "reason": reason, "on": a.today}]


def file_register(a):
    if a.s["status"] == "unopened":
        stop(1, "MatterNotOpen", status="unopened")
    held = {one["round"]: one for one in a.s["closed"] if one["outcome"] != "cancelled"}
    found = held.get(a.c["round"])
    if found is None:
        stop(21, "RoundNotOver", round=a.c["round"], rounds=list(held))
    if found["register"] == a.c["register"]:
        return []
    return [{"_tag": "RegisterFiled", **at(found), "register": a.c["register"], "on": a.today}]


ASKED = {
    "CallStep": call_step,
    "CancelCall": cancel_call,
    "EnterRoll": enter_roll,
    "StrikeFromRoll": strike,
    "RecuseVoter": recuse,
    "GrantProxy": grant,
    "RevokeProxy": revoke,
    "RecordAttendance": attendance,
    "RecordHeadcount": headcount,
    "OpenBallot": open_ballot,
    "RecordVotes": record_votes,
    "RecordCounts": record_counts,
    "ExtendBallot": extend,
    "CloseBallot": close_ballot,
    "AnnulBallot": annul,
    "DecideStep": decide_step,
    "RecordOpinion": record_opinion,
    "RebaseStep": rebase,
    "WithdrawMatter": withdraw,
}
ALWAYS = {"OpenMatter": open_matter, "FileRegister": file_register}


def decided_last(state):
    """DELIBERATION-23: the last sitting was decided, and nobody has been called since."""
    last = state["closed"][-1]["outcome"] if state["closed"] else None
    return state["sitting"] is None and last in ("passed", "amended", "returned", "lost")


def decide(state, command, circumstances):
    """The events that a command causes. Raises `Refused` with every reason against it."""
    tag, asked = command["_tag"], Asked(state, command, circumstances)
    if tag in ALWAYS:
        return ALWAYS[tag](asked)
    if tag not in ASKED:
        raise NotAttempted(tag)
    if tag in ("CloseBallot", "DecideStep") and decided_last(state):
        return []
    if state["status"] != "open":
        stop(1, "MatterNotOpen", status=state["status"])
    return ASKED[tag](asked)


# Who may ask.

ARRANGING = "EnterRoll StrikeFromRoll RecuseVoter GrantProxy RevokeProxy RecordAttendance RecordHeadcount".split()
DECIDING = "CancelCall OpenBallot ExtendBallot RecordOpinion RebaseStep".split()


def authorize(state, command, circumstances):
    """DELIBERATION-22: the grounds on which this may be asked. Raises `Refused` where it may not."""
    actor, tag = circumstances["actor"], command["_tag"]
    is_system = actor["_tag"] == "System"
    post, within = ("system", None) if is_system else (actor["post"], actor["within"])
    bodies = {step["step"]: step["body"] for step in state["plan"]["steps"]} if state["plan"] else {}

    def sits(step):
        """Where there is no such step there is nothing to compare with, and the decision says what is missing."""
        return step not in bodies or bodies[step] == within

    ours = sits(state["at"])
    again = decided_last(state) and sits(state["closed"][-1]["step"])
    held = next((one["step"] for one in state["closed"] if one["round"] == command.get("round")), None)
    person = None if is_system else pick(actor, "person", "within")
    table = {
        "OpenMatter": {"proposer": True},
        "CallStep": {"presider": sits(command.get("step"))},
        **dict.fromkeys(DECIDING, {"presider": ours}),
        **dict.fromkeys((*ARRANGING, "RecordVotes", "RecordCounts"), {"presider": ours, "secretary": ours}),
        **dict.fromkeys(("CloseBallot", "DecideStep"), {"presider": ours or again, "system": True}),
        "AnnulBallot": {"overseer": ours},
        "WithdrawMatter": {"proposer": person is not None and state["proposer"] in (None, person)},
        "FileRegister": {"secretary": sits(held)},
    }
    if tag not in table:
        raise NotAttempted(tag)
    may = table[tag]
    # A person whose post is called `system` is not the system.
    if not may.get(post) or (post == "system") != is_system:
        raise Refused({"_tag": "Forbidden", "rule": "DELIBERATION-22", "command": tag, "allowed": list(may)})
    if is_system:
        return {"rule": actor["rule"], "post": "system", "within": "system"}
    return {"rule": "DELIBERATION-22", **{name: actor[name] for name in ("post", "within", "onBehalfOf") if name in actor}}
