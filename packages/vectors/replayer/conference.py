"""
The joint conference, by the README of the process (rules CONFERENCE-1 to CONFERENCE-22) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it.
"""

from fractions import Fraction

from civil import NotAttempted, Refused, add_days, clone, parse, plus_months
from numbers_and_names import hold_count


def empty():
    return {
        "status": "unfounded",
        "level": None,
        "policies": [],
        "convenors": [],
        "secretariat": None,
        "units": [],
        "meetings": [],
        "closed": [],
        "cadence": None,
    }


def pick(row, *names):
    return {name: row[name] for name in names}


SEAT = ("unit", "capacity", "delegate", "alternate")
UNIT = (*SEAT, "kind")


# Taking note of events.


def meeting_of(state, name):
    return next((meeting for meeting in state["meetings"] if meeting["meeting"] == name), None)


def note(state, event):
    """What a conference becomes by an event. Changes the state that it is given."""
    tag = event["_tag"]
    if tag not in {*OF_BODY, *OF_MEETING, *OF_ACTION}:
        raise NotAttempted(tag)
    if tag in OF_MEETING:
        meeting = meeting_of(state, event["meeting"])
        if meeting:
            OF_MEETING[tag](meeting, event)
    if tag in OF_ACTION:
        for meeting in state["meetings"]:
            for action in meeting["actions"]:
                if action["resolution"] == event["resolution"]:
                    OF_ACTION[tag](action, event)
    if tag in OF_BODY:
        OF_BODY[tag](state, event)


def founded(state, e):
    state.update(status="active", level=e["level"], cadence=e["cadence"])
    state["policies"] = [{"policy": e["policy"], "effectiveFrom": e["on"]}]
    state["convenors"] = [{"person": e["convenor"], "from": e["on"]}]


def convenor_assigned(state, e):
    """In order of first days; a second one for the same day takes the place of the first."""
    others = [known for known in state["convenors"] if known["from"] != e["from"]]
    state["convenors"] = sorted([*others, pick(e, "person", "from")], key=lambda known: known["from"])


def merged(state, e):
    """The new unit takes over what is open; a meeting whose notice is out keeps who presides."""
    old, into = e["units"], e["unit"]
    state["units"] = [unit for unit in state["units"] if unit["unit"] not in old] + [pick(e, *UNIT)]
    for meeting in state["meetings"]:
        if meeting["frozen"] is None and meeting["chairUnit"] in old:
            meeting["chairUnit"] = into
        for item in meeting["agenda"]:
            if item["proposedBy"] in old:
                item["proposedBy"] = into
        for action in meeting["actions"]:
            if not action["closed"] and action["unit"] in old:
                action["unit"] = into


def delegate_named(state, e):
    for unit in state["units"]:
        if unit["unit"] == e["unit"]:
            unit.update(pick(e, "delegate", "alternate"))


def scheduled(state, e):
    meeting = pick(e, "meeting", "on", "minuteOfDay", "place", "chairUnit", "noticeBefore", "agenda")
    meeting |= {"status": "scheduled", "frozen": None, "reconvened": False, "attendance": [], "texts": []}
    state["meetings"].append({**meeting, "actions": [], "minutesBefore": None, "minutesReminded": False})


def over(outcome):
    def close(state, e):
        meeting = meeting_of(state, e["meeting"])
        if meeting:
            state["meetings"].remove(meeting)
            resolutions = [text["resolution"] for text in meeting["texts"]]
            state["closed"].append({**pick(meeting, "meeting", "on"), "outcome": outcome, "resolutions": resolutions})

    return close


OF_BODY = {
    "ConferenceFounded": founded,
    "PolicyAdopted": lambda state, e: state["policies"].append(pick(e, "policy", "effectiveFrom")),
    "ConvenorAssigned": convenor_assigned,
    "SecretariatAppointed": lambda state, e: state.update(secretariat=pick(e, "body", "person")),
    "UnitAdmitted": lambda state, e: state["units"].append(pick(e, *UNIT)),
    "UnitReleased": lambda state, e: state.update(units=[u for u in state["units"] if u["unit"] != e["unit"]]),
    "MemberUnitsMerged": merged,
    "DelegateNamed": delegate_named,
    "MeetingScheduled": scheduled,
    "MeetingCancelled": over("cancelled"),
    "MeetingAdjourned": over("adjourned"),
    "MeetingSettled": over("settled"),
    "MeetingHeld": lambda state, e: state.update(cadence=e["cadence"]),
    "MeetingFoundMissing": lambda state, e: state.update(cadence=e["next"]),
    "ConferenceDissolved": lambda state, e: state.update(status="dissolved", cadence=None),
}


def arrived(meeting, e):
    came = next((row for row in meeting["attendance"] if row["unit"] == e["unit"]), None)
    came = came or {"unit": e["unit"], "delegate": False, "alternate": False}
    others = [row for row in meeting["attendance"] if row["unit"] != e["unit"]]
    meeting["attendance"] = [*others, {**came, e["by"]: True}]


def reconvened(meeting, e):
    meeting.update(pick(e, "on", "minuteOfDay", "place"), status="noticed", reconvened=True, attendance=[])


def text_put(meeting, e):
    adopted = e["_tag"] == "ResolutionAdopted"
    meeting["texts"].append({**pick(e, "resolution", "item", "textDigest"), "adopted": adopted})
    if adopted:
        action = {**pick(e, "resolution", "dueOn", "remindOn"), "unit": e["responsibleUnit"]}
        meeting["actions"].append({**action, "reminded": [], "closed": False})


def item_withdrawn(meeting, e):
    meeting["agenda"] = [item for item in meeting["agenda"] if item["item"] != e["item"]]


def noticed(meeting, e):
    meeting.update(status="noticed", frozen={"on": e["noticedOn"], "policy": e["policy"], "roll": e["roll"]})


OF_MEETING = {
    "ChairUnitReplaced": lambda meeting, e: meeting.update(chairUnit=e["chairUnit"]),
    "AgendaItemAdded": lambda meeting, e: meeting["agenda"].append(pick(e, "item", "title", "proposedBy")),
    "AgendaItemWithdrawn": item_withdrawn,
    "MeetingNoticed": noticed,
    "AttendanceRecorded": arrived,
    "MeetingFoundQuorate": lambda meeting, e: meeting.update(status="quorate"),
    "MeetingFoundInquorate": lambda meeting, e: meeting.update(status="inquorate"),
    "MeetingReconvened": reconvened,
    "ResolutionAdopted": text_put,
    "ResolutionLost": text_put,
    "MeetingHeld": lambda meeting, e: meeting.update(status="held", minutesBefore=e["minutesBefore"]),
    "MinutesFiled": lambda meeting, e: meeting.update(status="minuted"),
    "MinutesReminded": lambda meeting, e: meeting.update(minutesReminded=True),
}
OF_ACTION = {
    "ActionClosed": lambda action, e: action.update(closed=True),
    "ActionExtended": lambda action, e: action.update(dueOn=e["dueOn"], remindOn=e["remindOn"], reminded=[]),
    "ActionReassigned": lambda action, e: action.update(unit=e["unit"]),
    "ActionReminded": lambda action, e: action["reminded"].append(e["stage"]),
}


# Looking at it.


def members(roll):
    return [seat["unit"] for seat in roll if seat["capacity"] == "member"]


def policy_on(state, day):
    """CONFERENCE-5: the last one adopted whose first day has come; before that the first."""
    adopted = [dated["policy"] for dated in state["policies"] if dated["effectiveFrom"] <= day]
    return adopted[-1] if adopted else state["policies"][0]["policy"]


def convenor_on(state, day):
    people = [known["person"] for known in state["convenors"] if known["from"] <= day]
    return people[-1] if people else None


def speaker(meeting, unit):
    """CONFERENCE-9: the delegate if he came; else the alternate, if alternates count and he came."""
    seat = next((seat for seat in meeting["frozen"]["roll"] if seat["unit"] == unit), None)
    came = next((row for row in meeting["attendance"] if row["unit"] == unit), None)
    if seat is None or came is None:
        return None
    if came["delegate"]:
        return seat["delegate"]
    counts = came["alternate"] and meeting["frozen"]["policy"]["alternates"] == "when-delegate-absent"
    return seat["alternate"] if counts else None


def present(meeting):
    return [unit for unit in members(meeting["frozen"]["roll"]) if speaker(meeting, unit) is not None]


def finding(rule, threshold, count, of):
    """What came of holding a count against a threshold, with everything that explains it."""
    value = hold_count({"threshold": threshold, "count": count, "of": of})["value"]
    share = Fraction(int(threshold["share"]["numerator"]), int(threshold["share"]["denominator"]))
    found = {
        "rule": rule,
        "holds": value["holds"],
        "facts": {
            "count": count,
            "of": of,
            "needed": value["needed"],
            "share": str(share),
            **pick(threshold, "comparison", "measure", "base"),
        },
    }
    if not value["holds"]:
        found["shortBy"] = value["shortBy"]
    if value["flippedBy"] is not None:
        found["flippedBy"] = value["flippedBy"]
    return found


def quorum(meeting, recused=()):
    """CONFERENCE-10: members present out of members on the frozen roll; those recused count on neither side."""
    policy = meeting["frozen"]["policy"]
    again = meeting["reconvened"] and policy["reconvening"]
    threshold = again["quorum"] if again else policy["quorum"]
    both = present(meeting), members(meeting["frozen"]["roll"])
    count, of = (len([unit for unit in units if unit not in recused]) for units in both)
    return finding("CONFERENCE-10", threshold, count, of)


def majority(meeting, ballot):
    """CONFERENCE-12: votes for it out of the base that the frozen policy names."""
    threshold, votes = meeting["frozen"]["policy"]["majority"], ballot["votes"]
    base = {
        "present": present(meeting),
        "members": members(meeting["frozen"]["roll"]),
        "participating": votes["for"] + votes["against"] + votes["abstain"],
    }[threshold["base"]]
    base = {unit for unit in base if unit not in ballot["recused"]}
    return finding("CONFERENCE-12", threshold, len(base & set(votes["for"])), len(base))


def cadence(since, last_day, policy):
    """CONFERENCE-19: the first day too late to hold the next meeting, and the first too late to call it."""
    before, call_before = add_days(last_day, 1), add_days(last_day, -policy["noticeDays"])
    return {"since": since, "before": before, "callBefore": call_before}


def cadence_from(since, policy):
    return cadence(since, plus_months(parse(since), policy["meetingMonths"])[0].isoformat(), policy)


def missing_from(state):
    """The first day on which no meeting can be called any more that is held in the period; none while one sits."""
    if state["cadence"] is None:
        return None
    days = [state["cadence"]["callBefore"]]
    for meeting in state["meetings"]:
        if meeting["on"] < state["cadence"]["before"]:
            if meeting["status"] == "quorate":
                return None
            if meeting["status"] == "scheduled":
                days.append(meeting["noticeBefore"])
            if meeting["status"] == "noticed":
                days.append(add_days(meeting["on"], 1))
    return max(days)


# What is asked.


def no(rule, tag, **evidence):
    return {"_tag": tag, "rule": f"CONFERENCE-{rule}", **evidence}


def unless(*objections):
    found = [objection for objection in objections if objection is not None]
    if found:
        raise Refused(*found)


class Asked:
    """A command where it stands: the conference, the day and the policy of the day."""

    def __init__(self, state, command, circumstances):
        self.s, self.c = state, command
        self.now = circumstances["now"]
        self.today = self.now["civilDate"]
        self.presider = circumstances.get("presider")
        self.policy = policy_on(state, self.today) if state["policies"] else None

    def unit(self, name):
        return next((unit for unit in self.s["units"] if unit["unit"] == name), None)

    def known(self, name):
        units = [unit["unit"] for unit in self.s["units"]]
        return None if name in units else no(3, "UnitUnknown", unit=name, units=units)

    def member(self, name, roll=None):
        able = members(self.s["units"] if roll is None else roll)
        return None if name in able else no(3, "NotAMember", unit=name, members=able)

    def chair(self, name, roll=None):
        return None if name is None else self.member(name, roll)

    def meeting(self, *steps):
        """CONFERENCE-15: the meeting where this step begins, or why it is not there."""
        name = self.c["meeting"]
        meeting = meeting_of(self.s, name)
        over = next((closed["outcome"] for closed in self.s["closed"] if closed["meeting"] == name), None)
        got = meeting["status"] if meeting else over
        if got is None:
            raise Refused(no(15, "MeetingUnknown", meeting=name, open=[m["meeting"] for m in self.s["meetings"]]))
        if meeting is None or got not in steps:
            raise Refused(no(15, "StepOrder", meeting=name, expected=list(steps), got=got))
        return meeting

    def action(self):
        open_ = [(a, m) for m in self.s["meetings"] for a in m["actions"] if not a["closed"]]
        for action, meeting in open_:
            if action["resolution"] == self.c["resolution"]:
                return action, meeting
        names = [action["resolution"] for action, _ in open_]
        raise Refused(no(18, "ActionNotOpen", resolution=self.c["resolution"], open=names))

    def rota_agrees(self, named):
        if self.presider is None:
            return None
        expected = self.presider.get("unit")
        return None if expected == named else no(13, "AnotherPresides", named=named, expected=expected)

    def secretary_presides(self, body, meetings):
        """CONFERENCE-20: `meetings` are pairs of a meeting's id and who presides, with the policy that judges it."""
        served = [name for name, chair, policy in meetings if chair == body and not policy["chairMayBeSecretary"]]
        return no(20, "SecretaryPresides", body=body, meetings=served) if body is not None and served else None

    def body(self):
        return self.s["secretariat"] and self.s["secretariat"]["body"]

    def judge(self, meeting):
        return meeting["frozen"]["policy"] if meeting["frozen"] else self.policy

    def people(self, besides):
        """CONFERENCE-3: a person speaks for one unit, and is not its own alternate."""
        name = self.c.get("into", self.c.get("unit"))
        delegate, alternate = self.c["delegate"], self.c["alternate"]

        def taken(person):
            for seat in self.s["units"]:
                if seat["unit"] not in besides and person in (seat["delegate"], seat["alternate"]):
                    return no(3, "PersonSpeaksAlready", person=person, unit=seat["unit"])
            return None

        found = [taken(delegate)]
        if alternate is not None:
            twice = no(3, "PersonSpeaksAlready", person=delegate, unit=name)
            found.append(twice if alternate == delegate else taken(alternate))
        return found


def found_conference(a):
    if a.s["status"] != "unfounded":
        raise Refused(no(1, "ConferenceAlreadyFounded", status=a.s["status"]))
    day = {"on": a.today, "cadence": cadence_from(a.today, a.c["policy"])}
    return [{"_tag": "ConferenceFounded", **pick(a.c, "level", "convenor", "policy"), **day}]


def adopt_policy(a):
    day = a.c["effectiveFrom"]
    earliest = max(a.today, a.s["policies"][-1]["effectiveFrom"])
    unless(no(5, "EffectiveTooEarly", effectiveFrom=day, earliest=earliest) if day < earliest else None)
    return [{"_tag": "PolicyAdopted", **pick(a.c, "policy", "effectiveFrom")}]


def assign_convenor(a):
    day, person = a.c["from"], a.c["person"]
    unless(no(2, "AssignmentInPast", earliest=a.today, **{"from": day}) if day < a.today else None)
    return [] if convenor_on(a.s, day) == person else [{"_tag": "ConvenorAssigned", "person": person, "from": day}]


def appoint_secretariat(a):
    wanted = pick(a.c, "body", "person")
    if a.s["secretariat"] == wanted:
        return []
    ahead = [m for m in a.s["meetings"] if m["status"] in ("scheduled", "noticed", "quorate", "inquorate")]
    unless(a.secretary_presides(a.c["body"], [(m["meeting"], m["chairUnit"], a.judge(m)) for m in ahead]))
    return [{"_tag": "SecretariatAppointed", **wanted, "on": a.today}]


def admit_unit(a):
    unit = a.c["unit"]
    unless(no(3, "UnitAlreadyAdmitted", unit=unit) if a.unit(unit) else None, *a.people([unit]))
    return [{"_tag": "UnitAdmitted", **pick(a.c, *UNIT), "on": a.today}]


def release_unit(a):
    unit = a.c["unit"]
    own = [x["resolution"] for m in a.s["meetings"] for x in m["actions"] if x["unit"] == unit and not x["closed"]]
    unless(a.known(unit), no(4, "UnitHasOpenActions", unit=unit, resolutions=own) if own else None)
    return [{"_tag": "UnitReleased", **pick(a.c, "unit", "reason"), "on": a.today}]


def merge_member_units(a):
    units, into = a.c["units"], a.c["into"]
    pair = [a.unit(unit) for unit in units]
    third = into not in units and a.unit(into) is not None
    chaired = [m for m in a.s["meetings"] if m["frozen"] is None and m["chairUnit"] in units]
    unless(
        *(a.known(unit) for unit in units),
        no(4, "MergeNeedsTwoUnits", units=units, into=into) if units[0] == units[1] or third else None,
        *a.people(units),
        a.secretary_presides(a.body(), [(m["meeting"], into, a.policy) for m in chaired]),
    )
    capacity = "member" if "member" in (unit["capacity"] for unit in pair) else "observer"
    one = {"unit": into, "capacity": capacity, "kind": pair[0]["kind"], **pick(a.c, "delegate", "alternate")}
    return [{"_tag": "MemberUnitsMerged", "units": units, **one, "on": a.today}]


def name_delegate(a):
    unless(a.known(a.c["unit"]))
    wanted = pick(a.c, "delegate", "alternate")
    if pick(a.unit(a.c["unit"]), "delegate", "alternate") == wanted:
        return []
    unless(*a.people([a.c["unit"]]))
    return [{"_tag": "DelegateNamed", "unit": a.c["unit"], **wanted, "on": a.today}]


def notice_fits(a, policy):
    """CONFERENCE-6: so many full days between today and the meeting."""
    on, days = a.c["on"], policy["noticeDays"]
    earliest = add_days(a.today, days + 1)
    name = a.c.get("into", a.c["meeting"])
    return no(6, "MeetingTooSoon", meeting=name, on=on, noticeDays=days, earliest=earliest) if on < earliest else None


def set_meeting(a, name, continues, agenda):
    chair = a.c["chairUnit"]
    taken = any(m["meeting"] == name for m in a.s["meetings"] + a.s["closed"])
    unless(
        no(15, "MeetingIdTaken", meeting=name) if taken else None,
        notice_fits(a, a.policy),
        a.chair(chair),
        a.rota_agrees(chair),
        a.secretary_presides(a.body(), [(name, chair, a.policy)]),
    )
    day = pick(a.c, "on", "minuteOfDay", "place", "chairUnit")
    before = add_days(a.c["on"], -a.policy["noticeDays"])
    event = {"_tag": "MeetingScheduled", "meeting": name, **day, "noticeBefore": before}
    return {**event, "continues": continues, "agenda": agenda}


def schedule_meeting(a):
    return [set_meeting(a, a.c["meeting"], None, [])]


def adjourn_meeting(a):
    """CONFERENCE-16: an inquorate meeting is put off to a new one, which takes over its agenda."""
    meeting = a.meeting("inquorate")
    following = set_meeting(a, a.c["into"], meeting["meeting"], meeting["agenda"])
    return [{"_tag": "MeetingAdjourned", **pick(a.c, "meeting", "into")}, following]


def reconvene_meeting(a):
    meeting = a.meeting("inquorate")
    name, rule = meeting["meeting"], meeting["frozen"]["policy"]["reconvening"]
    unless(no(16, "ReconveningNotAdmitted", meeting=name) if rule is None else None)
    unless(no(16, "AlreadyReconvened", meeting=name) if meeting["reconvened"] else None, notice_fits(a, rule))
    return [{"_tag": "MeetingReconvened", **pick(a.c, "meeting", "on", "minuteOfDay", "place")}]


def replace_chair(a):
    meeting, chair = a.meeting("scheduled", "noticed"), a.c["chairUnit"]
    before = meeting["chairUnit"]
    if before == chair:
        return []
    unless(
        a.chair(chair, meeting["frozen"] and meeting["frozen"]["roll"]),
        a.rota_agrees(chair),
        a.secretary_presides(a.body(), [(meeting["meeting"], chair, a.judge(meeting))]),
    )
    return [{"_tag": "ChairUnitReplaced", "meeting": meeting["meeting"], "before": before, "chairUnit": chair}]


def add_agenda_item(a):
    meeting, days, item = a.meeting("scheduled"), a.policy["agendaDays"], a.c["item"]
    name, on = meeting["meeting"], meeting["on"]
    last = add_days(on, -days - 1)
    known = any(other["item"] == item for other in meeting["agenda"])
    late = no(7, "AgendaClosed", meeting=name, on=on, agendaDays=days, lastDay=last, today=a.today)
    unless(
        late if a.today > last else None,
        no(7, "ItemAlreadyOnAgenda", meeting=name, item=item) if known else None,
        None if a.body() == a.c["proposedBy"] else a.known(a.c["proposedBy"]),
    )
    return [{"_tag": "AgendaItemAdded", **pick(a.c, "meeting", "item", "title", "proposedBy")}]


def on_agenda(meeting, item):
    agenda = [known["item"] for known in meeting["agenda"]]
    return None if item in agenda else no(7, "ItemNotOnAgenda", meeting=meeting["meeting"], item=item, agenda=agenda)


def withdraw_agenda_item(a):
    unless(on_agenda(a.meeting("scheduled", "noticed"), a.c["item"]))
    return [{"_tag": "AgendaItemWithdrawn", **pick(a.c, "meeting", "item")}]


def give_notice(a):
    """CONFERENCE-6, CONFERENCE-8: in time, and it freezes the rules and the roll."""
    meeting, days = a.meeting("scheduled"), a.policy["noticeDays"]
    name, on = meeting["meeting"], meeting["on"]
    last = add_days(on, -days - 1)
    late = no(6, "NoticeTooLate", meeting=name, on=on, noticeDays=days, lastDay=last, today=a.today)
    unless(
        late if a.today > last else None,
        None if members(a.s["units"]) else no(8, "NoMemberOnRoll", meeting=name),
        a.chair(meeting["chairUnit"]),
        a.secretary_presides(a.body(), [(name, meeting["chairUnit"], a.policy)]),
    )
    roll = [pick(unit, *SEAT) for unit in a.s["units"]]
    day = pick(meeting, "meeting", "on", "minuteOfDay", "place")
    return [{"_tag": "MeetingNoticed", **day, "noticedOn": a.today, "policy": a.policy, "roll": roll}]


def cancel_meeting(a):
    a.meeting("scheduled", "noticed")
    return [{"_tag": "MeetingCancelled", **pick(a.c, "meeting", "reason")}]


def begun(a, meeting):
    name, on, minute = meeting["meeting"], meeting["on"], meeting["minuteOfDay"]
    if a.today > on:
        return no(15, "MeetingDayPast", meeting=name, on=on, today=a.today)
    if a.today == on and a.now["minuteOfDay"] >= minute:
        return None
    clock = {"today": a.today, "minuteNow": a.now["minuteOfDay"]}
    return no(15, "MeetingNotBegun", meeting=name, on=on, minuteOfDay=minute, **clock)


def still_sits(a, meeting):
    """CONFERENCE-15: at the latest past midnight into the next day."""
    past = a.today > add_days(meeting["on"], 1)
    return no(15, "MeetingDayPast", meeting=meeting["meeting"], on=meeting["on"], today=a.today) if past else None


def record_attendance(a):
    meeting = a.meeting("noticed", "quorate")
    unit, by, person, frozen = a.c["unit"], a.c["by"], a.c["person"], meeting["frozen"]
    seat = next((seat for seat in frozen["roll"] if seat["unit"] == unit), None)
    if seat is None:
        roll = [seat["unit"] for seat in frozen["roll"]]
        raise Refused(no(8, "NotOnRoll", unit=unit, frozenOn=frozen["on"], roll=roll))
    if meeting["status"] == "quorate":
        day = still_sits(a, meeting)
    else:
        day = None if a.today == meeting["on"] else begun(a, meeting)
    named = seat[by]
    never = by == "alternate" and frozen["policy"]["alternates"] == "never"
    unless(
        day,
        None if named == person else no(8, "NotTheNamedPerson", unit=unit, by=by, person=person, named=named),
        no(9, "AlternatesNotAdmitted", unit=unit) if never else None,
    )
    if any(row["unit"] == unit and row[by] for row in meeting["attendance"]):
        return []
    return [{"_tag": "AttendanceRecorded", **pick(a.c, "meeting", "unit", "by", "person")}]


def call_to_order(a):
    meeting = a.meeting("noticed")
    unless(begun(a, meeting))
    found = quorum(meeting)
    tag = "MeetingFoundQuorate" if found["holds"] else "MeetingFoundInquorate"
    return [{"_tag": tag, "meeting": meeting["meeting"], "finding": found}]


def adopt_resolution(a):
    """CONFERENCE-7, -10 to -14 and -20: what a text must pass before it is put, and what comes of it."""
    meeting, ballot = a.meeting("quorate"), a.c
    name, item, recused, by = meeting["meeting"], ballot["item"], ballot["recused"], ballot["presidedBy"]
    votes = ballot["votes"]["for"] + ballot["votes"]["against"] + ballot["votes"]["abstain"]
    here = present(meeting)
    voting = []
    for unit in dict.fromkeys(votes + recused):
        voting += [
            None if unit in here else no(11, "NotPresent", unit=unit, present=here),
            no(11, "AlreadyVoted", unit=unit) if votes.count(unit) > 1 else None,
            no(11, "RecusedUnitVotes", unit=unit, item=item) if unit in votes and unit in recused else None,
        ]
    found = quorum(meeting, recused)
    due = ballot["dueOn"]
    unless(
        still_sits(a, meeting),
        item_open(meeting, ballot),
        resolution_taken(a),
        *voting,
        presider_fit(a, meeting, here),
        a.secretary_presides(a.body(), [(name, by, a.judge(meeting))]),
        None if found["holds"] else no(10, "NoQuorumForItem", meeting=name, item=item, finding=found),
        a.member(ballot["responsibleUnit"]),
        no(14, "DueInPast", dueOn=due, earliest=a.today) if due < a.today else None,
    )
    presided = {"_tag": "Convenor"}
    if by is not None:
        presided = {"_tag": "Chair" if by == meeting["chairUnit"] else "Substitute", "unit": by}
    outcome = majority(meeting, ballot)
    event = pick(ballot, "meeting", "resolution", "item", "textDigest", "recused", "votes", "responsibleUnit", "dueOn")
    event |= {"presided": presided, "quorum": found, "majority": outcome, "on": a.today}
    if not outcome["holds"]:
        return [{"_tag": "ResolutionLost", **event}]
    return [{"_tag": "ResolutionAdopted", **event, "remindOn": remind_on(due, meeting)}]


def remind_on(due, meeting):
    return add_days(due, -meeting["frozen"]["policy"]["actionReminderDays"])


def item_open(meeting, ballot):
    item = ballot["item"]
    put = [text for text in meeting["texts"] if text["item"] == item]
    adopted = next((text for text in put if text["adopted"]), None)
    again = next((text for text in put if text["textDigest"] == ballot["textDigest"]), None)
    if on_agenda(meeting, item):
        return on_agenda(meeting, item)
    if adopted:
        return no(12, "ItemAlreadyResolved", item=item, resolution=adopted["resolution"])
    return again and no(12, "TextAlreadyPut", item=item, resolution=again["resolution"], textDigest=ballot["textDigest"])


def resolution_taken(a):
    taken = [name for closed in a.s["closed"] for name in closed["resolutions"]]
    taken += [text["resolution"] for meeting in a.s["meetings"] for text in meeting["texts"]]
    name = a.c["resolution"]
    return no(14, "ResolutionIdTaken", resolution=name) if name in taken else None


def presider_fit(a, meeting, here):
    """CONFERENCE-13: the rota decides where one is kept; else the chair, a substitute while it cannot, or the convenor."""
    by, recused = a.c["presidedBy"], a.c["recused"]
    if by is not None and by not in here:
        return no(13, "PresiderNotPresent", unit=by, present=here)
    if by is not None and by in recused:
        return no(13, "RecusedUnitPresides", unit=by, item=a.c["item"])
    rolled = [seat["unit"] for seat in meeting["frozen"]["roll"]]
    if a.presider is not None and (a.presider["_tag"] == "Convenor" or a.presider["unit"] in rolled):
        return a.rota_agrees(by)
    chair = meeting["chairUnit"]
    binds = chair is None or (chair in here and chair not in recused)
    return no(13, "AnotherPresides", named=by, expected=chair) if binds and by != chair else None


def close_meeting(a):
    """CONFERENCE-17, CONFERENCE-19: minutes fall due, and the next meeting is counted from this one."""
    meeting = a.meeting("quorate")
    on, now = meeting["on"], a.s["cadence"]
    following = now if now and now["since"] >= on else cadence_from(on, a.policy)
    before = add_days(on, meeting["frozen"]["policy"]["minutesDays"] + 1)
    fields = {"meeting": meeting["meeting"], "heldOn": on, "minutesBefore": before, "cadence": following}
    return [{"_tag": "MeetingHeld", **fields}]


def settled(a, meeting, actions):
    return [] if any(not x["closed"] for x in actions) else [
        {"_tag": "MeetingSettled", "meeting": meeting["meeting"], "on": a.today}
    ]


def file_minutes(a):
    meeting = a.meeting("held")
    filed = {"_tag": "MinutesFiled", **pick(a.c, "meeting", "digest"), "on": a.today}
    return [filed, *settled(a, meeting, meeting["actions"])]


def remind_minutes(a):
    meeting = a.meeting("held")
    before, name = meeting["minutesBefore"], meeting["meeting"]
    if meeting["minutesReminded"]:
        return []
    early = {"meeting": name, "from": before}
    unless(no(17, "MinutesReminderNotDue", **early) if a.today < before else None)
    return [{"_tag": "MinutesReminded", "meeting": name, "minutesBefore": before}]


def close_action(a):
    action, meeting = a.action()
    done = {"_tag": "ActionClosed", **pick(a.c, "resolution", "evidence"), "on": a.today}
    others = [x for x in meeting["actions"] if x["resolution"] != action["resolution"]]
    return [done, *(settled(a, meeting, others) if meeting["status"] == "minuted" else [])]


def extend_action(a):
    action, meeting = a.action()
    before, due = action["dueOn"], a.c["dueOn"]
    later = no(18, "ExtensionNotLater", resolution=a.c["resolution"], dueOn=before, asked=due)
    unless(None if due > before else later)
    fields = pick(a.c, "resolution", "dueOn", "reason")
    return [{"_tag": "ActionExtended", **fields, "before": before, "remindOn": remind_on(due, meeting)}]


def reassign_action(a):
    action, _ = a.action()
    if action["unit"] == a.c["unit"]:
        return []
    unless(a.member(a.c["unit"]))
    return [{"_tag": "ActionReassigned", **pick(a.c, "resolution", "unit", "reason"), "before": action["unit"]}]


def remind_action(a):
    action, _ = a.action()
    stage = a.c["stage"]
    if stage in action["reminded"]:
        return []
    start = action["remindOn"] if stage == "before-due" else add_days(action["dueOn"], 1)
    asked = pick(a.c, "resolution", "stage")
    unless(no(18, "ActionReminderNotDue", **asked, **{"from": start}) if a.today < start else None)
    return [{"_tag": "ActionReminded", **asked, **pick(action, "unit", "dueOn")}]


def note_missing(a):
    """CONFERENCE-19: every period that went by is noted once, under the policy of the day on which it was certain."""
    missed, state = [], clone(a.s)
    while True:
        day, now = missing_from(state), state["cadence"]
        if day is None or day > a.today:
            return missed
        policy = policy_on(state, day)
        month, _ = plus_months(parse(add_days(now["before"], -1)), policy["meetingMonths"])
        # It ends on the same day of the month as the last meeting, where there is one.
        wanted = parse(now["since"]).day
        while True:
            try:
                last = month.replace(day=wanted)
                break
            except ValueError:
                wanted -= 1
        following = cadence(now["since"], last.isoformat(), policy)
        event = {"_tag": "MeetingFoundMissing", **pick(now, "since", "before"), "next": following}
        missed.append(event)
        note(state, clone(event))


def dissolve(a):
    open_ = [meeting["meeting"] for meeting in a.s["meetings"]]
    unless(no(1, "MeetingsStillOpen", meetings=open_) if open_ else None)
    return [{"_tag": "ConferenceDissolved", "reason": a.c["reason"], "on": a.today}]


ASKED = {
    "AdoptPolicy": adopt_policy,
    "AssignConvenor": assign_convenor,
    "AppointSecretariat": appoint_secretariat,
    "AdmitUnit": admit_unit,
    "ReleaseUnit": release_unit,
    "MergeMemberUnits": merge_member_units,
    "NameDelegate": name_delegate,
    "ScheduleMeeting": schedule_meeting,
    "ReplaceChairUnit": replace_chair,
    "AddAgendaItem": add_agenda_item,
    "WithdrawAgendaItem": withdraw_agenda_item,
    "GiveNotice": give_notice,
    "CancelMeeting": cancel_meeting,
    "RecordAttendance": record_attendance,
    "CallToOrder": call_to_order,
    "AdjournMeeting": adjourn_meeting,
    "ReconveneMeeting": reconvene_meeting,
    "AdoptResolution": adopt_resolution,
    "CloseMeeting": close_meeting,
    "FileMinutes": file_minutes,
    "RemindMinutes": remind_minutes,
    "CloseAction": close_action,
    "ExtendAction": extend_action,
    "ReassignAction": reassign_action,
    "RemindAction": remind_action,
    "NoteMissingMeeting": note_missing,
    "DissolveConference": dissolve,
}


def decide(state, command, circumstances):
    """The events that a command causes. Raises `Refused` with every reason against it."""
    if command["_tag"] not in {"FoundConference", *ASKED}:
        raise NotAttempted(command["_tag"])
    asked = Asked(state, command, circumstances)
    if command["_tag"] == "FoundConference":
        return found_conference(asked)
    if state["status"] != "active":
        raise Refused(no(1, "ConferenceNotActive", status=state["status"]))
    return ASKED[command["_tag"]](asked)


# Who may ask.


def authorize(state, command, circumstances):
    """CONFERENCE-21: the grounds on which this may be asked. Raises `Refused` where it may not."""
    actor, tag = circumstances["actor"], command["_tag"]
    meeting = meeting_of(state, command.get("meeting"))
    is_system = actor["_tag"] == "System"
    post, person, within = ("system", None, None) if is_system else (actor["post"], actor["person"], actor["within"])
    body = state["secretariat"] and state["secretariat"]["body"]
    convenes = convenor_on(state, circumstances["now"]["civilDate"]) == person
    serves = body == within
    types = serves and "onBehalfOf" in actor

    def speaks(unit):
        seat = next((seat for seat in state["units"] if seat["unit"] == unit), None)
        return seat is not None and unit == within and seat.get(post) == person

    def leads(unit):
        return bool(meeting and meeting["frozen"]) and unit == within and speaker(meeting, unit) == person

    chair = meeting["chairUnit"] if meeting else None
    items = {item["item"]: item["proposedBy"] for item in meeting["agenda"]} if meeting else {}
    proposed = items.get(command.get("item"))
    # For each command: who may, in the order in which a refusal names them, and what the conference must know of them.
    superior, convenor = {"superior": True}, {"convenor": convenes}
    arranging = {**convenor, "secretary": serves}
    reminding = {**arranging, "system": True}

    def either(known):
        return {"delegate": known, "alternate": known}

    table = {
        **dict.fromkeys(("FoundConference", "AssignConvenor", "DissolveConference"), superior),
        **dict.fromkeys(
            (
                "AdoptPolicy",
                "AppointSecretariat",
                "AdmitUnit",
                "ReleaseUnit",
                "MergeMemberUnits",
                "CancelMeeting",
                "ReconveneMeeting",
                "ExtendAction",
                "ReassignAction",
            ),
            convenor,
        ),
        **dict.fromkeys(
            ("ScheduleMeeting", "GiveNotice", "RecordAttendance", "AdjournMeeting", "FileMinutes", "CloseAction"),
            arranging,
        ),
        **dict.fromkeys(("ReplaceChairUnit", "RemindMinutes", "RemindAction", "NoteMissingMeeting"), reminding),
        "NameDelegate": {"unit-head": command.get("unit") == within, "secretary": types},
        "AddAgendaItem": {**either(speaks(command.get("proposedBy"))), **arranging},
        "WithdrawAgendaItem": {**either(speaks(proposed)), **convenor, "secretary": types},
        "CallToOrder": {**either(leads(chair)), **convenor},
        "CloseMeeting": {**either(leads(chair)), **convenor},
        "AdoptResolution": {
            **either(leads(command.get("presidedBy"))),
            "convenor": convenes and command.get("presidedBy") is None,
        },
    }
    if tag not in table:
        raise NotAttempted(tag)
    may = table[tag]
    # A person whose post is called `system` is not the system.
    if not may.get(post) or (post == "system") != is_system:
        raise Refused({"_tag": "Forbidden", "rule": "CONFERENCE-21", "command": tag, "allowed": list(may)})
    if is_system:
        return {"rule": actor["rule"], "post": "system", "within": "system"}
    return {"rule": "CONFERENCE-21", **{name: actor[name] for name in ("post", "within", "onBehalfOf") if name in actor}}
