"""
A disclosure, by the README of the process (rules DISCLOSURE-1 to DISCLOSURE-18, and DISCLOSURE-20) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it. Periods are counted in
`deadlines`.
"""

import canonical
import deadlines
from asking import granted, pick, unless
from civil import NotAttempted, Refused, add_days, parse

LEAST_DAYS, BOARD, RESIDENTS = 15, "notice-board", "residents"


def empty():
    nothing = dict.fromkeys("matter what document corrects audience since law recourse preparedBy checkedBy".split())
    nothing |= dict.fromkeys("checkedOn rules period completedOn supersededBy".split())
    return {**nothing, "status": "unprepared", "sections": [], "preparation": 0, "postings": [], "objections": []}


# Taking note of events.


def prepared(state, e):
    state.update(pick(e, *"matter what document sections preparation corrects audience since law recourse".split()))
    state.update(status="prepared", preparedBy=e["by"], checkedBy=None, checkedOn=None)


def posted(state, e):
    state.update(status="posted", rules=e["rules"] or state["rules"], **pick(e, "law", "recourse", "period"))
    state["postings"].append(e["posting"])
    state["objections"] += [{**one, "answered": None} for one in e["carried"]]


def taken_down(state, e):
    for posting in state["postings"]:
        if posting["number"] == e["posting"]:
            posting["takenDown"] = e["takenDown"]
    state["period"] = e["period"]


def hanging(state, e):
    for posting in state["postings"]:
        if posting["number"] == e["posting"]:
            posting.update(enteredOn=e["on"], takenDown=None)
    state["period"] = e["period"]


RECEIVED = "objection text receivedOn evidence on by".split()


def raised(state, e):
    state["objections"].append({**pick(e, *RECEIVED), "from": None, "answered": None})


def answered(state, e):
    for one in state["objections"]:
        if one["objection"] == e["objection"]:
            one["answered"] = pick(e, "answer", "on")


EVENTS = {
    "DisclosurePrepared": prepared,
    "DisclosureChecked": lambda state, e: state.update(status="checked", checkedBy=e["by"], checkedOn=e["on"]),
    "DisclosurePosted": posted,
    "PostingTakenDown": taken_down,
    "HangingConfirmed": hanging,
    "ObjectionRaised": raised,
    "ObjectionAnswered": answered,
    "PeriodRecounted": lambda state, e: state.update(period=e["period"]),
    "DisclosureCompleted": lambda state, e: state.update(status="completed", period=e["period"], completedOn=e["on"]),
    "DisclosureSuperseded": lambda state, e: state.update(status="superseded", supersededBy=e["by"]),
    "DisclosureAbandoned": lambda state, e: state.update(status="abandoned"),
}


def note(state, event):
    if event["_tag"] not in EVENTS:
        raise NotAttempted(event["_tag"])
    EVENTS[event["_tag"]](state, event)


# Days on which it stood.

FOREVER = "9999-99-99"


def stood_on(postings, channel):
    """DISCLOSURE-9: days from and to, of one channel; what goes up on the day on which another comes down goes on with it."""
    days = sorted(
        (one["on"], one["takenDown"]["on"] if one["takenDown"] else FOREVER) for one in postings if one["channel"] == channel
    )
    joined = []
    for up, down in days:
        if joined and up <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], down)
        else:
            joined.append([up, down])
    return joined


def stood(postings, channels):
    """DISCLOSURE-7: on every one of the channels at the same time."""
    together = stood_on(postings, channels[0])
    for channel in channels[1:]:
        pairs = [(max(a, c), min(b, d)) for a, b in together for c, d in stood_on(postings, channel)]
        together = [[up, down] for up, down in pairs if up <= down]
    return together


def kept(postings, channels, period):
    """DISCLOSURE-9: something stood from its first day to the end of its last."""
    first, last = period["from"]["civilDate"], period["lastDay"]
    return any(up <= first and last < down for up, down in stood(postings, channels))


def no(number, tag, **evidence):
    return {"_tag": tag, "rule": f"DISCLOSURE-{number}", **evidence}


def stop(number, tag, **evidence):
    raise Refused(no(number, tag, **evidence))


class Asked:
    """A command put to a disclosure, and what the decision is told."""

    def __init__(self, state, command, circumstances):
        self.s, self.c, self.around = state, command, circumstances
        self.now = circumstances["now"]
        self.today = self.now["civilDate"]

    def stage(self, *allowed):
        """DISCLOSURE-1."""
        if self.s["status"] not in allowed:
            stop(1, "DisclosureAtOtherStage", status=self.s["status"], allowed=list(allowed))

    def hand(self, *allowed):
        actor = self.around["actor"]
        if actor["_tag"] == "System":
            stop(1, "DisclosingPersonMissing", allowed=list(allowed))
        return {"person": actor["person"], "onBehalfOf": actor.get("onBehalfOf"), "within": actor["within"]}

    def subject(self, of):
        """DISCLOSURE-2: what the matter has of this kind."""
        subject = self.around.get("subject")
        return subject if subject and pick(subject, "matter", "what") == pick(of, "matter", "what") else None

    def open(self):
        return [one["objection"] for one in self.s["objections"] if one["answered"] is None]

    def sheets(self, rules=None):
        """How long sheets may lie, and who says so; and the first day of which one is still entered."""
        sheets = (rules or self.s["rules"])["sheets"]
        return sheets, add_days(self.today, -sheets["days"])

    def audience_unknown(self, rules, law, audience, corrects):
        """DISCLOSURE-20."""
        among = rules["audiences"] if law is None else {"among": [RESIDENTS], "citation": law}
        if corrects is not None or audience in among["among"]:
            return None
        return no(20, "AudienceUnknown", audience=audience, **pick(among, "among", "citation"))

    def posting(self):
        """The posting that the command names."""
        number = self.c["posting"]
        for one in self.s["postings"]:
            if one["number"] == number:
                return one
        return stop(9, "PostingUnknown", posting=number, postings=[one["number"] for one in self.s["postings"]])

    def count(self, day, days):
        """DISCLOSURE-8: the period that begins with a day; one that is certain stays as it was counted."""
        known = self.s["period"]
        if known and not known["provisional"] and known["from"]["civilDate"] == day:
            return known
        rule = {"amount": days, "unit": "calendar-day", "direction": "after", "rollOver": "next-working-day"}
        rule |= {"endsAt": "midnight", "unpublished": "provisional"}
        shift = (parse(day) - parse(self.today)).days * 86_400_000
        start = {**self.now, "instant": self.now["instant"] + shift, "civilDate": day}
        try:
            return deadlines.resolve({"rule": rule, "from": start}, self.around["calendar"])["value"]
        except (Refused, OverflowError):
            return stop(8, "PeriodUncountable", **{"from": day, "days": days})

    def period(self, postings, rules):
        """DISCLOSURE-7 to DISCLOSURE-9: the first that it stood through, or may still stand through."""
        if self.around.get("calendar") is None:
            stop(8, "CalendarMissing", on=self.today)
        for up, down in stood(postings, rules["required"]["channels"]):
            period = self.count(up, rules["period"]["days"])
            if period["lastDay"] < down:
                return period
        return None

    def period_today(self):
        period = self.s["period"]
        return self.period(self.s["postings"], self.s["rules"]) if period and period["provisional"] else period


def caught(ask, *given):
    """What it gives, or the refusal that stands in the way of it."""
    try:
        return ask(*given), None
    except Refused as refused:
        return None, refused.refusals[0]


# Drawing up and checking.


def differences(named, expected, got):
    """DISCLOSURE-14: the same matter, kind and audience."""
    return [
        no(14, "CorrectionDiffers", disclosure=named, field=field, expected=expected[field])
        for field in ("matter", "what", "audience")
        if expected[field] is not None and expected[field] != got[field]
    ]


def correctable(a, correction):
    """DISCLOSURE-14: it corrects what is up or completed, and what nothing else has replaced."""
    named, old = correction["corrects"], a.around.get("corrected")
    if named is None:
        return []
    if old is None or old["disclosure"] != named:
        return [no(14, "DisclosureUnknown", disclosure=named)]
    gone = old["status"] not in ("posted", "completed")
    evidence = {"disclosure": named, "status": old["status"], "by": old["supersededBy"]}
    return [no(14, "NotCorrectable", **evidence) if gone else None, *differences(named, old, correction)]


PUBLISHED = ("posted", "completed", "superseded")


def prepare(a):
    s, c = a.s, a.c
    if s["status"] in PUBLISHED:
        stop(14, "AlreadyPublished", status=s["status"])
    if s["matter"] is not None and pick(s, "matter", "what") != pick(c, "matter", "what"):
        stop(1, "DisclosureOfAnother", **pick(s, "matter", "what"))
    a.stage("unprepared", "prepared", "checked")
    by, subject = a.hand("discloser", "secretary"), a.subject(c)
    if subject is None:
        stop(2, "NothingToPublish", **pick(c, "matter", "what"))
    document = canonical.digest([pick(one, "commitment", "name") for one in c["sections"]])
    same, legal = ("audience", "corrects", "sections"), ("since", "law", "recourse")
    was = s["preparation"] > 0 and pick(s, *same) == pick(c, *same) and pick(s, *legal) == pick(subject, *legal)
    if was and document == subject["digest"]:
        return []
    rules = a.around.get("rules")
    unless(
        None if document == subject["digest"] else no(2, "NotTheDecidedText", expected=subject["digest"], got=document),
        None
        if any(one["shown"] for one in c["sections"])
        else no(3, "NothingShown", sections=[one["name"] for one in c["sections"]]),
        a.audience_unknown(rules, subject["law"], c["audience"], c["corrects"]) if rules else None,
        *correctable(a, c),
    )
    told = {**pick(c, "matter", "what", "sections", "corrects", "audience"), **pick(subject, "since", "law", "recourse")}
    made = {"preparation": s["preparation"] + 1, "document": document, "by": by, "on": a.today}
    return [{"_tag": "DisclosurePrepared", **told, **made}]


def confirm(a):
    """DISCLOSURE-4."""
    s, named = a.s, pick(a.c, "document", "preparation")
    is_this = pick(s, "document", "preparation") == named
    if s["status"] == "checked" and is_this:
        return []
    a.stage("prepared", "checked")
    by, other = a.hand("checker"), s["preparedBy"]
    hands = {by["person"], by["onBehalfOf"]} & {other["person"], other["onBehalfOf"]} - {None}
    unless(
        None if is_this else no(4, "NotAsPrepared", **pick(s, "document", "preparation")),
        no(4, "CheckedByPreparer", preparation=s["preparation"]) if hands else None,
    )
    return [{"_tag": "DisclosureChecked", **named, "by": by, "on": a.today}]


def abandon(a):
    if a.s["status"] in PUBLISHED:
        stop(14, "AlreadyPublished", status=a.s["status"])
    a.stage("prepared", "checked")
    return [{"_tag": "DisclosureAbandoned", "reason": a.c["reason"], "on": a.today}]


# Standing.


def on_first(a, rules):
    """DISCLOSURE-2, DISCLOSURE-5, DISCLOSURE-14, DISCLOSURE-20: what is looked at when it goes up for the first time."""
    s, subject = a.s, a.subject(a.s)
    days, channels, sheets = rules["period"]["days"], rules["required"]["channels"], rules["sheets"]
    # The law is that of this day, as the matter has it.
    cited = subject and subject["law"]
    below = cited is not None and (days < LEAST_DAYS or BOARD not in channels)
    law = {"days": days, "atLeast": LEAST_DAYS, "channels": channels, "channel": BOARD, "citation": cited}
    outlast = {"sheetDays": sheets["days"], "days": days, "citation": sheets["citation"]}
    if subject is None:
        text = no(2, "NothingToPublish", **pick(s, "matter", "what"))
    elif subject["digest"] != s["document"]:
        text = no(2, "NotTheDecidedText", expected=subject["digest"], got=s["document"])
    else:
        text = None
    return [
        no(5, "RulesBelowLaw", **law) if below else None,
        no(5, "SheetsOutlastPeriod", **outlast) if sheets["days"] >= days else None,
        a.audience_unknown(rules, cited, s["audience"], s["corrects"]),
        text,
        *correctable(a, s),
    ]


def post(a):
    s, day = a.s, a.c["on"]
    a.stage("checked", "posted")
    place = pick(a.c, "channel", "place", "on", "evidence")
    if any(one["takenDown"] is None and pick(one, *place) == place for one in s["postings"]):
        return []
    is_first = s["rules"] is None
    rules = s["rules"] or a.around.get("rules")
    if rules is None or (is_first and rules["day"] != day):
        stop(5, "DisclosureRulesUnresolved", on=day)
    posting = {"number": len(s["postings"]) + 1, **place, "enteredOn": a.today, "takenDown": None}
    period, uncounted = caught(a.period, [*s["postings"], posting], rules)
    sheets, entered_since = a.sheets(rules)
    earliest = max(s["since"], s["checkedOn"], entered_since)
    # DISCLOSURE-6.
    within = {"on": day, "earliest": earliest, "latest": a.today, **pick(s, "since", "checkedOn"), **sheets}
    unless(
        None if earliest <= day <= a.today else no(6, "PostingDayImpossible", **within),
        no(6, "SheetMissing", on=day, today=a.today) if day < a.today and a.c["evidence"] is None else None,
        *(on_first(a, rules) if is_first else []),
        uncounted,
    )
    old = a.around.get("corrected")
    # DISCLOSURE-15.
    carried = [
        {**pick(one, *RECEIVED), "from": s["corrects"]}
        for one in (old["objections"] if is_first and s["corrects"] is not None and old else [])
        if one["answered"] is None
    ]
    # DISCLOSURE-5: what the law says on the first day stays.
    law = pick(a.subject(s) if is_first else s, "law", "recourse")
    told = {"posting": posting, "rules": rules if is_first else None, **law, "period": period, "carried": carried}
    return [{"_tag": "DisclosurePosted", **told, "on": a.today}]


def take_down(a):
    """DISCLOSURE-9."""
    s, number, day = a.s, a.c["posting"], a.c["on"]
    a.stage(*PUBLISHED)
    known = a.posting()
    if known["takenDown"]:
        if known["takenDown"]["on"] == day:
            return []
        stop(9, "TakenDownAlready", posting=number, on=known["takenDown"]["on"])
    down = {**pick(a.c, "on", "reason", "evidence"), "enteredOn": a.today}
    after = [{**one, "takenDown": down} if one is known else one for one in s["postings"]]
    channels, before = s["rules"]["required"]["channels"], s["period"]
    stays = before is None or kept(after, channels, before)
    period, uncounted = before, None
    if s["status"] == "posted" and not stays:
        period, uncounted = caught(a.period, after, s["rules"])
    evidence = {"posting": number, "on": day}
    earliest = max(known["on"], a.sheets()[1])
    outside = {"earliest": earliest, "latest": a.today}
    unless(
        None if earliest <= day <= a.today else no(9, "TakeDownDayImpossible", **evidence, **outside),
        no(9, "TakeDownSheetMissing", **evidence, today=a.today) if day < a.today and a.c["evidence"] is None else None,
        no(9, "CameDownBeforeTheEnd", **evidence, lastDay=before["lastDay"]) if s["completedOn"] and not stays else None,
        uncounted,
    )
    first = before and before["from"]["civilDate"]
    broken = before is not None and (period is None or period["from"]["civilDate"] != first)
    told = {"posting": number, "channel": known["channel"], "takenDown": down, "period": period, "broken": broken}
    return [{"_tag": "PostingTakenDown", **told, "on": a.today}]


def confirm_hanging(a):
    """DISCLOSURE-9: that it came down was a slip."""
    s, number = a.s, a.c["posting"]
    a.stage("posted")
    known = a.posting()
    if known["takenDown"] is None:
        return []
    sheets, entered = a.sheets()[0], known["takenDown"]["enteredOn"]
    latest = add_days(entered, sheets["days"])
    after = [{**one, "takenDown": None} if one is known else one for one in s["postings"]]
    period, uncounted = caught(a.period, after, s["rules"])
    late = {"posting": number, "enteredOn": entered, "latest": latest, **sheets}
    unless(no(9, "HangingConfirmedLate", **late) if a.today > latest else None, uncounted)
    told = {**pick(a.c, "posting", "reason", "evidence"), "channel": known["channel"], "period": period}
    return [{"_tag": "HangingConfirmed", **told, "on": a.today}]


# Objections.


def raise_objection(a):
    """DISCLOSURE-10."""
    s, named, actor, day = a.s, pick(a.c, "objection", "text"), a.around["actor"], a.c["receivedOn"]
    known = next((one for one in s["objections"] if one["objection"] == named["objection"]), None)
    if known:
        if known["text"] == named["text"]:
            return []
        stop(10, "ObjectionIdTaken", **pick(known, "objection", "text"))
    if s["supersededBy"] is not None:
        stop(10, "ObjectionElsewhere", by=s["supersededBy"])
    if s["status"] == "completed":
        stop(10, "ObjectionAfterCompletion", completedOn=s["completedOn"], citation=s["recourse"])
    a.stage("posted")
    sheets, earliest = a.sheets()
    if s["corrects"] is None:
        # Nobody objects to what is not up; but what is corrected was.
        earliest = max(earliest, min(one["on"] for one in s["postings"]))
    outside = {"receivedOn": day, "earliest": earliest, "latest": a.today, **sheets}
    bare = day < a.today and a.c["evidence"] is None
    unless(
        None if earliest <= day <= a.today else no(10, "ObjectionDayImpossible", **outside),
        no(10, "ObjectionSheetMissing", receivedOn=day, today=a.today) if bare else None,
    )
    told = {**named, **pick(a.c, "receivedOn", "evidence"), "by": actor.get("onBehalfOf") or actor.get("person")}
    return [{"_tag": "ObjectionRaised", **told, "on": a.today}]


def answer_objection(a):
    """DISCLOSURE-11."""
    s, named = a.s, pick(a.c, "objection", "answer")
    known = next((one for one in s["objections"] if one["objection"] == named["objection"]), None)
    if known is None and s["status"] == "posted":
        stop(11, "ObjectionUnknown", objection=named["objection"], open=a.open())
    if known and known["answered"]:
        if known["answered"]["answer"] == named["answer"]:
            return []
        stop(11, "AnsweredAlready", objection=named["objection"], **known["answered"])
    if s["supersededBy"] is not None:
        stop(10, "ObjectionElsewhere", by=s["supersededBy"])
    a.stage("posted")
    return [{"_tag": "ObjectionAnswered", **named, "on": a.today}]


# The end.


def recount(a):
    """DISCLOSURE-8."""
    a.stage("posted")
    before, period = a.s["period"], a.period_today()
    as_before = [one and pick(one, "lastDay", "provisional") for one in (before, period)]
    if as_before[0] == as_before[1]:
        return []
    return [{"_tag": "PeriodRecounted", "period": period, "on": a.today}]


def complete(a):
    """DISCLOSURE-12."""
    s = a.s
    if s["status"] == "completed":
        return []
    a.stage("posted")
    period, rules, waiting = a.period_today(), s["rules"], a.open()
    still = no(12, "ObjectionsOpen", objections=waiting) if waiting else None
    if period is None:
        required = rules["required"]
        up = [channel for channel in required["channels"] if any(d == FOREVER for _, d in stood_on(s["postings"], channel))]
        missing = [channel for channel in required["channels"] if channel not in up]
        raise Refused(*filter(None, [no(7, "PeriodNotBegun", missing=missing, citation=required["citation"]), still]))
    end = period["end"]
    if a.now["zone"] != period["from"]["zone"]:
        raise NotAttempted("a completion in another zone")
    runs = (a.today, a.now["minuteOfDay"]) < (end["date"], end["minute"])
    # DISCLOSURE-13: after its end, and after what hung in it was entered, as many days as a sheet may lie.
    sheets = rules["sheets"]
    entered = [one["enteredOn"] for one in s["postings"] if one["on"] <= period["lastDay"]]
    since = add_days(max([end["date"], *entered]), sheets["days"])
    unless(
        no(12, "PeriodStillRuns", **pick(period, "end", "lastDay", "provisional")) if runs else None,
        no(13, "SheetsAwaited", **{"from": since}, **sheets) if not runs and a.today < since else None,
        still,
    )
    return [{"_tag": "DisclosureCompleted", "period": period, "packs": rules["packs"], "on": a.today}]


def supersede(a):
    """DISCLOSURE-14, DISCLOSURE-15."""
    s, by = a.s, a.c["by"]
    if s["supersededBy"] is not None:
        if s["supersededBy"] == by:
            return []
        stop(14, "AlreadyCorrected", by=s["supersededBy"])
    a.stage("posted", "completed")
    new, me = a.around.get("correction"), a.around.get("disclosure")
    if new is None or new["disclosure"] != by:
        stop(14, "DisclosureUnknown", disclosure=by)
    other = me is not None and new["corrects"] != me
    known = [pick(one, "objection", "text") for one in new["objections"]]
    waiting = [one for one in s["objections"] if one["answered"] is None]
    lost = [one["objection"] for one in waiting if pick(one, "objection", "text") not in known]
    unless(
        no(14, "CorrectionDiffers", disclosure=by, field="corrects", expected=me) if other else None,
        no(14, "CorrectionNotPosted", by=by, status=new["status"]) if new["postedOn"] is None else None,
        *differences(by, s, new),
        no(15, "ObjectionsNotCarried", by=by, objections=lost) if lost else None,
    )
    return [{"_tag": "DisclosureSuperseded", "by": by, "on": a.today}]


COMMANDS = {
    "PrepareDisclosure": prepare,
    "ConfirmCheck": confirm,
    "PostDisclosure": post,
    "TakeDown": take_down,
    "ConfirmHanging": confirm_hanging,
    "RaiseObjection": raise_objection,
    "AnswerObjection": answer_objection,
    "RecountPeriod": recount,
    "CompleteDisclosure": complete,
    "SupersedeDisclosure": supersede,
    "AbandonDisclosure": abandon,
}


def decide(state, command, circumstances):
    """The events, or `Refused` with every reason."""
    if command["_tag"] not in COMMANDS:
        raise NotAttempted(command["_tag"])
    return COMMANDS[command["_tag"]](Asked(state, command, circumstances))


def publishing(state, command, circumstances):
    """DISCLOSURE-17: the body that drew it up, or whose disclosure is corrected; while nobody has, those that publish."""
    corrected = circumstances.get("corrected")
    known = [state["preparedBy"] and state["preparedBy"]["within"]]
    if command["_tag"] == "PrepareDisclosure" and corrected and corrected["disclosure"] == command["corrects"]:
        known.append(corrected["within"])
    bodies = list(dict.fromkeys(body for body in known if body is not None))
    if not bodies:
        return (circumstances.get("scope") or {}).get("publishing", [])
    return bodies if len(bodies) == 1 else []


def authorize(state, command, circumstances):
    """DISCLOSURE-17."""
    actor, tag = circumstances["actor"], command["_tag"]
    ours = publishing(state, command, circumstances)
    community = (circumstances.get("scope") or {}).get("community", [])
    typing = "onBehalfOf" in actor
    # Of each post that may: in which bodies it is held, and what else must be so.
    discloser, clerk = {"discloser": (ours, True)}, {"secretary": (ours, typing)}
    overseer, system = {"overseer": (community, True)}, {"system": ([], True)}
    table = {
        "PrepareDisclosure": {**discloser, "secretary": (ours, True)},
        "ConfirmCheck": {"checker": (community, not typing)},
        "PostDisclosure": {**discloser, **clerk},
        **dict.fromkeys(("TakeDown", "ConfirmHanging"), {**discloser, **clerk, **overseer}),
        "RaiseObjection": {"resident": (community, True), **overseer, **clerk},
        "AnswerObjection": {**discloser, **clerk},
        **dict.fromkeys(("RecountPeriod", "CompleteDisclosure", "SupersedeDisclosure"), {**discloser, **system}),
        "AbandonDisclosure": discloser,
    }
    if tag not in table:
        raise NotAttempted(tag)
    row = table[tag]
    # Of what nobody has drawn up nobody knows the bodies: there whoever holds the post hears that there is nothing.
    nothing = state["status"] == "unprepared" and tag != "PrepareDisclosure"
    may = {
        post: post == "system" or ((nothing or actor.get("within") in bodies) and so) for post, (bodies, so) in row.items()
    }
    try:
        return granted("DISCLOSURE-17", command, actor, may)
    except Refused as refused:
        if actor["_tag"] == "System":
            raise
        held = [actor["post"]] if actor["post"] in row and actor["post"] != "system" else list(row)
        within = list(dict.fromkeys(body for post in held for body in row[post][0]))
        raise Refused({**refused.refusals[0], "within": within}) from None
