"""
A covenant, by the README of the process (rules COVENANT-1 to COVENANT-20) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it.
"""

import canonical
from asking import granted_in, pick, unless
from civil import NotAttempted, Refused, add_days, parse

LONGEST = 366


def empty():
    nothing = dict.fromkeys(("kind", "title", "within", "after", "notBefore", "draft", "repeal"))
    return {**nothing, "status": "unopened", "drafts": 0, "versions": [], "orders": [], "matters": []}


# Taking note of events.


def add_once(names, name):
    if name is not None and name not in names:
        names.append(name)


def revised(state, e):
    """COVENANT-2, COVENANT-8: the text is this, and what was found of another lapses."""
    if state["draft"] is None:
        nothing = dict.fromkeys(("round", "legality", "submission"))
        lists = {name: [] for name in ("drafters", "comments", "reasons", "returned")}
        state["draft"] = {**pick(e, "draft", "base"), "phase": "drafting", **nothing, **lists}
        state["drafts"] = e["draft"]
    draft = state["draft"]
    draft.update(pick(e, "revision", "sections", "document"), legality=None)
    draft["reasons"] += e["reasons"]
    add_once(draft["drafters"], e["by"])


def comments_opened(state, e):
    state["draft"].update(phase="commenting", round=e["round"], reasons=[])


def comments_closed(state, e):
    state["draft"]["phase"] = "revising"
    state["draft"]["round"]["closedOn"] = e["on"]


def commented(state, e):
    comment = pick(e, "comment", "round", "clause", "text", "receivedOn")
    state["draft"]["comments"].append({**comment, "disposed": None})


def disposed(state, e):
    for comment in state["draft"]["comments"]:
        if comment["comment"] == e["comment"]:
            comment["disposed"] = pick(e, "disposition", "reason", "clauses", "round", "on")


def checked(state, e):
    state["draft"]["legality"] = pick(e, "document", "conforms", "opinion", "against", "under", "on")


def submitted(state, e):
    state["draft"].update(phase="submitted", submission=pick(e, "matter", "document", "corrects", "since"))
    add_once(state["matters"], e["matter"])


def returned(state, e):
    draft = state["draft"]
    draft["returned"].append({**pick(e, "matter", "because", "text"), "since": draft["submission"]["since"]})
    draft.update(phase="revising", submission=None)


def adopted(state, e):
    draft, state["draft"] = state["draft"], None
    version = {**pick(e, "version", "document", "matter", "set", "decidedOn", "filing"), "sections": draft["sections"]}
    version |= {"corrects": draft["submission"]["corrects"], "from": None, "until": None, "overtaken": False}
    state["versions"].append({**version, "filed": None, "reminded": False})


def taken_over(state, e):
    """COVENANT-12."""
    for version in state["versions"]:
        if version["version"] in e["overtaken"]:
            version.update({"from": None, "until": None, "overtaken": True})
        elif e["ends"] and version["version"] == e["ends"]["version"]:
            version["until"] = e["ends"]["until"]


def numbered(state, number):
    return next((version for version in state["versions"] if version["version"] == number), None)


def brought_into_force(state, e):
    taken_over(state, e)
    numbered(state, e["version"]).update(pick(e, "from", "until"))


def lifted(state, e):
    for order in state["orders"]:
        if order["order"] == e["order"]:
            order["lifted"] = True


def repealed(state, e):
    taken_over(state, e)
    state.update(status="repealed", draft=None, repeal=pick(e, "matter", "text", "decidedOn", "from"))
    add_once(state["matters"], e["matter"])


EVENTS = {
    "CovenantOpened": lambda state, e: state.update(
        pick(e, "kind", "title", "within", "after", "notBefore"), status="open"
    ),
    "RevisionDrafted": revised,
    "DraftAbandoned": lambda state, e: state.update(draft=None),
    "CommentsOpened": comments_opened,
    "CommentRecorded": commented,
    "CommentDisposed": disposed,
    "CommentsClosed": comments_closed,
    "LegalityChecked": checked,
    "DraftSubmitted": submitted,
    "VersionAdopted": adopted,
    "DraftReturned": returned,
    "VersionBroughtIntoForce": brought_into_force,
    "VersionFiled": lambda state, e: numbered(state, e["version"]).update(filed=e["filing"]),
    "FilingReminded": lambda state, e: numbered(state, e["version"]).update(reminded=True),
    "CorrectionOrdered": lambda state, e: state["orders"].append(e["given"]),
    "OrderLifted": lifted,
    "CovenantRepealed": repealed,
}


def note(state, event):
    if event["_tag"] not in EVENTS:
        raise NotAttempted(event["_tag"])
    EVENTS[event["_tag"]](state, event)


# Looking at texts.


def names_of(clauses):
    return [clause["name"] for clause in clauses]


def stays(order):
    """The places of one longest rising run: of several as long the one that ends first, with the first before each."""
    lengths, before = [], []
    for at, value in enumerate(order):
        ends = [(lengths[j], -j) for j in range(at) if order[j] < value]
        length, place = max(ends, default=(0, 1))
        lengths.append(length + 1)
        before.append(-place)
    found, at = set(), lengths.index(max(lengths)) if lengths else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


def changes(old, new):
    """COVENANT-16: the clauses that were removed, added, changed or moved, each once."""
    was, now = ({clause["name"]: clause["commitment"] for clause in text} for text in (old, new))
    kept = [name for name in names_of(new) if name in was]
    places = names_of(old)
    still = stays([places.index(name) for name in kept])
    moved = [name for at, name in enumerate(kept) if at not in still]
    removed = [name for name in places if name not in now]
    added = [name for name in names_of(new) if name not in was]
    changed = [name for name in kept if was[name] != now[name]]
    return list(dict.fromkeys([*removed, *added, *changed, *moved]))


# Looking at it.


def no(number, tag, **evidence):
    return {"_tag": tag, "rule": f"COVENANT-{number}", **evidence}


def stop(number, tag, **evidence):
    raise Refused(no(number, tag, **evidence))


def same_article(one, other):
    return one["instrument"] == other["instrument"] and one.get("article") == other.get("article")


class Asked:
    """A command put to a covenant, and what the decision is told."""

    def __init__(self, state, command, circumstances):
        self.s, self.c, self.around = state, command, circumstances
        self.today = circumstances["now"]["civilDate"]
        actor = circumstances["actor"]
        # Who answers for what is done: the person for whom a clerk types.
        self.person = actor.get("onBehalfOf") or actor.get("person")

    def draft(self):
        """COVENANT-2."""
        return self.s["draft"] or stop(2, "NoDraft", drafts=self.s["drafts"])

    def workable(self):
        """COVENANT-9: while no body has it."""
        draft = self.draft()
        if draft["submission"]:
            stop(9, "DraftLiesWithBody", matter=draft["submission"]["matter"])
        return draft

    def changeable(self):
        """COVENANT-3: while it does not lie open."""
        draft = self.workable()
        if draft["phase"] == "commenting":
            until = draft["round"]["until"]
            stop(3, "TextLiesOpen", round=draft["round"]["round"], until=until, earliest=add_days(until, 1))
        return draft

    def rules(self, day):
        """COVENANT-20."""
        rules, kind = self.around.get("rules"), self.s["kind"]
        if rules is None or (rules["kind"], rules["day"]) != (kind, day):
            stop(20, "CovenantRulesUnresolved", kind=kind, on=day)
        return rules

    def ended(self, matter):
        """COVENANT-10: what became of a matter."""
        outcome = self.around.get("outcome")
        if outcome is None or outcome["matter"] != matter:
            stop(10, "MatterUndecided", matter=matter, status="unknown")
        if outcome["status"] == "open":
            stop(10, "MatterUndecided", matter=matter, status="open")
        return outcome

    def version(self):
        number = self.c["version"]
        known = [version["version"] for version in self.s["versions"]]
        return numbered(self.s, number) or stop(11, "NoSuchVersion", version=number, versions=known)

    def begun(self, version):
        return version["from"] is not None and version["from"] <= self.today

    def open_orders(self):
        """COVENANT-14: neither lifted, nor answered by a version that has begun."""
        met = {order for version in self.s["versions"] if self.begun(version) for order in version["corrects"]}
        return [order for order in self.s["orders"] if not order["lifted"] and order["order"] not in met]


# Drafting and comments.


def open_covenant(a):
    """COVENANT-1, COVENANT-22."""
    if a.s["status"] != "unopened":
        stop(1, "CovenantAlreadyOpened", status=a.s["status"])
    actor, after = a.around["actor"], a.c.get("after")
    if actor["_tag"] == "System":
        stop(1, "OpenerMissing", allowed=["drafter"])
    begun = {**pick(a.c, "kind", "title"), "within": actor["within"], "after": after, "notBefore": None}
    if after is not None:
        known, unknown = a.around.get("predecessor"), dict.fromkeys(("kind", "within", "repealedFrom"))
        if known is None or known["covenant"] != after:
            known = unknown
        same = pick(known, "kind", "within") == pick(begun, "kind", "within")
        if not same or known["repealedFrom"] is None:
            stop(22, "NothingToFollow", after=after, **pick(known, *unknown))
        begun["notBefore"] = known["repealedFrom"]
    return [{"_tag": "CovenantOpened", **begun, "on": a.today}]


def draft_revision(a):
    """COVENANT-2."""
    s, sections, reasons = a.s, a.c["sections"], a.c["reasons"]
    before = s["draft"]
    if before and sections == before["sections"] and all(reason in before["reasons"] for reason in reasons):
        return []
    if before:
        a.changeable()
    names = names_of(sections)
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    unless(twice and no(2, "ClauseNamedTwice", clause=twice))
    last = s["versions"][-1]["version"] if s["versions"] else None
    number = pick(before, "draft", "base") if before else {"draft": s["drafts"] + 1, "base": last}
    revision = before["revision"] + 1 if before else 1
    document = canonical.digest([pick(one, "commitment", "name") for one in sections])
    text = {"revision": revision, "sections": sections, "document": document, "reasons": reasons}
    return [{"_tag": "RevisionDrafted", **number, **text, "by": a.person, "on": a.today}]


def undisposed(draft):
    """COVENANT-5."""
    return [one["comment"] for one in draft["comments"] if one["disposed"] is None]


def abandon(a):
    """COVENANT-2, COVENANT-5."""
    draft = a.changeable()
    waiting = undisposed(draft)
    unless(no(5, "CommentsUndisposed", comments=waiting) if waiting else None)
    return [{"_tag": "DraftAbandoned", "draft": draft["draft"], "reason": a.c["reason"], "on": a.today}]


def open_comments(a):
    """COVENANT-3."""
    until, known = a.c["until"], a.s["draft"]
    if known and known["phase"] == "commenting" and known["round"]["until"] == until:
        return []
    draft, rules = a.changeable(), a.rules(a.today)
    asked = rules["comments"]
    earliest, latest = add_days(a.today, asked["days"]), add_days(a.today, LONGEST)
    if until < earliest:
        stop(3, "CommentsTooShort", until=until, earliest=earliest, **asked)
    if until > latest:
        stop(3, "CommentsTooLong", until=until, days=LONGEST, latest=latest)
    number = draft["round"]["round"] + 1 if draft["round"] else 1
    opened = {"round": number, "openedOn": a.today, "until": until, "closedOn": None, "offered": draft["sections"]}
    text = pick(draft, "draft", "revision", "document")
    return [{"_tag": "CommentsOpened", **text, "round": opened, **asked, "packs": rules["packs"], "on": a.today}]


def never_open(draft):
    if draft["round"] is None:
        stop(3, "CommentsNotOpen", round=0, phase=draft["phase"])


def record_comment(a):
    """COVENANT-4."""
    draft, c = a.workable(), a.c
    never_open(draft)
    said = ("clause", "text", "receivedOn")
    known = next((one for one in draft["comments"] if one["comment"] == c["comment"]), None)
    if known:
        if pick(known, *said) == pick(c, *said):
            return []
        stop(4, "CommentNamedTwice", comment=c["comment"])
    round_ = draft["round"]
    first, last = round_["openedOn"], min(round_["until"], a.today)
    clauses = names_of(round_["offered"])
    late = {"receivedOn": c["receivedOn"], "from": first, "to": last}
    unless(
        None if first <= c["receivedOn"] <= last else no(4, "CommentOutOfTime", **late),
        None if c["clause"] in [None, *clauses] else no(4, "NoSuchClause", clause=c["clause"], clauses=clauses),
    )
    told = {"draft": draft["draft"], "round": round_["round"], **pick(c, "comment", *said)}
    return [{"_tag": "CommentRecorded", **told, "on": a.today}]


def dispose_comment(a):
    """COVENANT-5."""
    draft, c = a.workable(), a.c
    known = next((one for one in draft["comments"] if one["comment"] == c["comment"]), None)
    if known is None:
        stop(5, "NoSuchComment", comment=c["comment"], comments=[one["comment"] for one in draft["comments"]])
    said = {**pick(c, "disposition", "reason", "clauses"), "round": draft["round"]["round"]}
    if known["disposed"] and pick(known["disposed"], *said) == said:
        return []
    if c["disposition"] == "not-taken-up" and c["clauses"]:
        stop(5, "DispositionContradicts", **pick(c, "comment", "clauses"))
    return [{"_tag": "CommentDisposed", "draft": draft["draft"], "comment": c["comment"], **said, "on": a.today}]


def close_comments(a):
    """COVENANT-3."""
    draft = a.workable()
    never_open(draft)
    if draft["phase"] != "commenting":
        return []
    until = draft["round"]["until"]
    if a.today <= until:
        stop(3, "CommentsStillRun", until=until, earliest=add_days(until, 1))
    return [{"_tag": "CommentsClosed", "draft": draft["draft"], "round": draft["round"]["round"], "on": a.today}]


# Checking and submitting.


def check_legality(a):
    """COVENANT-8."""
    draft, c = a.workable(), a.c
    rules = a.rules(a.today)
    under, found = rules["conformity"]["citation"], draft["legality"]
    said = ("document", "conforms", "opinion", "against")
    if found and pick(found, *said) == pick(c, *said) and same_article(found["under"], under):
        return []
    other = c["document"] != draft["document"]
    own = a.person is not None and a.person in draft["drafters"]
    wrong = c["conforms"] == bool(c["against"])
    unless(
        no(8, "AnotherTextChecked", checked=c["document"], document=draft["document"]) if other else None,
        no(8, "CheckedByDrafter", drafters=len(draft["drafters"])) if own else None,
        no(8, "OpinionContradicts", **pick(c, "conforms", "against")) if wrong else None,
    )
    told = {"draft": draft["draft"], **pick(c, *said), "under": under, "packs": rules["packs"]}
    return [{"_tag": "LegalityChecked", **told, "on": a.today}]


def decided_so(draft, matter):
    """COVENANT-9: the matter decided exactly this text, when another lay with it."""
    so = {"matter": matter, "because": "another-text", "text": draft["document"]}
    return next((one for one in draft["returned"] if pick(one, *so) == so), None)


def unaccounted(a, draft, rules):
    """COVENANT-6."""
    if draft["round"] is None or decided_so(draft, a.c["matter"]):
        return None
    said = [one["disposed"] for one in draft["comments"] if one["disposed"]]
    now = draft["round"]["round"]
    taken = [one for one in said if one["disposition"] != "not-taken-up" and one["round"] == now]
    free = {clause for one in [*taken, *a.open_orders()] for clause in one["clauses"]}
    asked = rules["unaskedChanges"]
    if asked["need"] == "stated-reason":
        free |= {one["clause"] for one in draft["reasons"]}
    old, new = ([one for one in text if one["name"] not in free] for text in (draft["round"]["offered"], draft["sections"]))
    clauses = changes(old, new)
    return no(6, "ChangesUnaccounted", clauses=clauses, **asked) if clauses else None


def unlawful(draft, rules):
    """COVENANT-8."""
    found, now = draft["legality"], rules["conformity"]["citation"]
    if found is None:
        return no(8, "LegalityUnchecked", document=draft["document"], citation=now)
    if not found["conforms"]:
        return no(8, "TextDoesNotConform", document=draft["document"], against=found["against"])
    if same_article(found["under"], now):
        return None
    return no(8, "LegalityOutdated", checkedOn=found["on"], under=found["under"], now=now)


def another_matter(a, draft):
    """COVENANT-9: what is submitted lies with a body already, on exactly this text."""
    matter, known = a.c["matter"], a.around.get("outcome")
    status = known["status"] if known is not None and known["matter"] == matter else "unknown"
    if status != "open":
        return no(9, "MatterNotRunning", matter=matter, status=status)
    if known["text"] == draft["document"]:
        return None
    return no(9, "MatterOnAnotherText", matter=matter, bears=known["text"], document=draft["document"])


def submit_draft(a):
    """COVENANT-5 to COVENANT-9, COVENANT-14."""
    s, matter, corrects = a.s, a.c["matter"], a.c["corrects"]
    lies = s["draft"] and s["draft"]["submission"]
    if lies and pick(lies, "matter", "corrects") == pick(a.c, "matter", "corrects"):
        return []
    draft, rules = a.changeable(), a.rules(a.today)
    waiting = undisposed(draft)
    missing = [one for one in rules["requiredClauses"] if one["clause"] not in names_of(draft["sections"])]
    orders = [order["order"] for order in a.open_orders()]
    unknown = next((order for order in corrects if order not in orders), None)
    unanswered = [order for order in orders if order not in corrects]
    before, last = decided_so(draft, matter), s["versions"][-1] if s["versions"] else None
    used = matter in s["matters"] and before is None
    same = last is not None and last["document"] == draft["document"]
    unless(
        no(9, "CommentsMissing", draft=draft["draft"]) if draft["round"] is None else None,
        no(5, "CommentsUndisposed", comments=waiting) if waiting else None,
        unaccounted(a, draft, rules),
        no(7, "ClausesMissing", clauses=[one["clause"] for one in missing], missing=missing) if missing else None,
        unlawful(draft, rules),
        None if unknown is None else no(14, "NoSuchOrder", order=unknown, orders=orders),
        no(14, "OrdersUnanswered", orders=unanswered) if unanswered else None,
        no(9, "MatterUsed", matter=matter) if used else None,
        None if used or before else another_matter(a, draft),
        no(9, "NothingChanged", version=last["version"]) if same else None,
    )
    text = {**pick(draft, "draft", "revision", "document"), "matter": matter, "corrects": corrects}
    under = {"required": rules["requiredClauses"], "packs": rules["packs"]}
    return [{"_tag": "DraftSubmitted", **text, **under, "since": before["since"] if before else a.today, "on": a.today}]


# Decisions, versions, filing.


def record_decision(a):
    """COVENANT-10, COVENANT-13, COVENANT-20."""
    draft = a.draft()
    submission = draft["submission"]
    if submission is None:
        stop(10, "DraftNotSubmitted", phase=draft["phase"])
    outcome = a.ended(submission["matter"])
    day, set_, text = (outcome[name] for name in ("decidedOn", "set", "text"))
    if outcome["status"] != "decided":
        because, set_, text = outcome["status"], None, None
    else:
        rules = a.rules(day or a.today)
        if set_ not in rules["makers"]["sets"]:
            because = "another-body"
        elif day is None or day < submission["since"]:
            because = "decided-before"
        else:
            because = None if text == submission["document"] else "another-text"
    told = {"draft": draft["draft"], "matter": submission["matter"]}
    if because:
        return [{"_tag": "DraftReturned", **told, "because": because, "text": text, "set": set_, "on": a.today}]
    duty = rules["filing"]
    last = add_days(day, duty["withinDays"]) if duty["required"] else None
    version = {"version": len(a.s["versions"]) + 1, "document": submission["document"], "set": set_, "decidedOn": day}
    version |= {"madeUnder": rules["makers"]["citation"], "packs": rules["packs"]}
    filing = {**pick(duty, "required", "citation"), "lastDay": last}
    return [{"_tag": "VersionAdopted", **told, **version, "filing": filing, "on": a.today}]


def too_early(a, day, decided_on):
    """COVENANT-11, COVENANT-22."""
    earliest = max(decided_on, a.today, a.s["notBefore"] or a.today)
    return no(11, "ForceTooEarly", earliest=earliest, **{"from": day}) if day < earliest else None


def taken(a, day, but):
    """COVENANT-12: what began today keeps its day."""
    there = [one["version"] for one in a.s["versions"] if one["from"] == day and a.begun(one) and one["version"] != but]
    if not there:
        return None
    return no(12, "DayTaken", version=there[0], earliest=add_days(day, 1), **{"from": day})


def take_over(versions, day):
    """COVENANT-12: which of these ends, and which are overtaken."""
    alive = [version for version in versions if not version["overtaken"]]
    before = [version for version in alive if version["from"] is not None and version["from"] < day]
    overtaken = [version["version"] for version in alive if version not in before]
    last = before[-1] if before and before[-1]["until"] != day else None
    return {"ends": last and {"version": last["version"], "until": day}, "overtaken": overtaken}


def bring_into_force(a):
    """COVENANT-11, COVENANT-12."""
    version, number, day = a.version(), a.c["version"], a.c["from"]
    if version["from"] == day:
        return []
    if a.begun(version):
        stop(11, "VersionHasBegun", version=number, **pick(version, "from"))
    later = next((one for one in a.s["versions"] if one["version"] > number and one["from"] is not None), None)
    late = later is not None and day >= later["from"]
    unless(
        no(12, "VersionOvertaken", version=number) if version["overtaken"] else None,
        too_early(a, day, version["decidedOn"]),
        taken(a, day, number),
        no(12, "LaterVersionBegins", version=number, later=later["version"], begins=later["from"]) if late else None,
    )
    earlier = [one for one in a.s["versions"] if one["version"] < number]
    told = {"version": number, "from": day, "until": later and later["from"], **take_over(earlier, day)}
    return [{"_tag": "VersionBroughtIntoForce", **told, "on": a.today}]


def file_version(a):
    """COVENANT-13."""
    version, said = a.version(), pick(a.c, "receipt", "with", "on")
    if version["filed"] and pick(version["filed"], *said) == said:
        return []
    day, first, last = said["on"], version["decidedOn"], version["filing"]["lastDay"]
    if not first <= day <= a.today:
        stop(13, "FilingDayImpossible", on=day, to=a.today, **{"from": first})
    late = max(0, (parse(day) - parse(last)).days) if last else 0
    return [{"_tag": "VersionFiled", "version": a.c["version"], "filing": {**said, "lateDays": late}, "on": a.today}]


def remind_filing(a):
    """COVENANT-13."""
    version, number = a.version(), a.c["version"]
    if version["filed"] or version["reminded"]:
        return []
    last = None if version["overtaken"] else version["filing"]["lastDay"]
    if last is None or a.today < last:
        stop(13, "FilingNotDue", version=number, lastDay=last)
    return [{"_tag": "FilingReminded", "version": number, "lastDay": last, "on": a.today}]


def order_correction(a):
    """COVENANT-14."""
    a.version()
    said = pick(a.c, "order", "version", "by", "clauses", "reason")
    known = next((order for order in a.s["orders"] if order["order"] == said["order"]), None)
    if known:
        if pick(known, *said) == said:
            return []
        stop(14, "OrderNamedTwice", order=said["order"])
    alive = [one for one in a.s["versions"] if not one["overtaken"] and (one["until"] is None or a.today < one["until"])]
    versions = [one["version"] for one in alive]
    if said["version"] not in versions:
        stop(14, "VersionIsOver", version=said["version"], versions=versions)
    return [{"_tag": "CorrectionOrdered", "given": {**said, "on": a.today, "lifted": False}, "on": a.today}]


def lift_order(a):
    """COVENANT-14."""
    named = a.c["order"]
    if any(order["lifted"] for order in a.s["orders"] if order["order"] == named):
        return []
    orders = [order["order"] for order in a.open_orders()]
    if named not in orders:
        stop(14, "NoSuchOrder", order=named, orders=orders)
    return [{"_tag": "OrderLifted", "order": named, "reason": a.c["reason"], "on": a.today}]


def repeal(a):
    """COVENANT-15."""
    s, matter, sections, day = a.s, a.c["matter"], a.c["sections"], a.c["from"]
    text = canonical.digest([pick(one, "commitment", "name") for one in sections])
    outcome = a.ended(matter)
    decided_on, set_ = outcome["decidedOn"], outcome["set"]
    if outcome["status"] != "decided" or outcome["text"] != text or decided_on is None or set_ is None:
        stop(15, "RepealNotDecided", matter=matter, text=text, decided=outcome["text"])
    makers = a.rules(decided_on)["makers"]
    lies = s["draft"] and s["draft"]["submission"]
    clause, clauses = f"repeals.{a.around.get('covenant', '')}", names_of(sections)
    later = next((one for one in reversed(s["versions"]) if decided_on < one["decidedOn"]), None)
    early = later and {"version": later["version"], "earliest": later["decidedOn"]}
    unless(
        None if s["versions"] else no(15, "NothingToRepeal", versions=[]),
        None if clause in clauses else no(15, "RepealNotNamed", matter=matter, clause=clause, clauses=clauses),
        no(15, "RepealDecidedEarly", decidedOn=decided_on, **early) if early else None,
        None if set_ in makers["sets"] else no(10, "BodyMayNotMake", set=set_, **makers),
        no(9, "MatterUsed", matter=matter) if matter in s["matters"] else None,
        no(9, "DraftLiesWithBody", matter=lies["matter"]) if lies else None,
        too_early(a, day, decided_on),
        taken(a, day, None),
    )
    told = {"matter": matter, "text": text, "sections": sections, "set": set_, "decidedOn": decided_on, "from": day}
    draft = s["draft"]["draft"] if s["draft"] else None
    return [{"_tag": "CovenantRepealed", **told, **take_over(s["versions"], day), "draft": draft, "on": a.today}]


COMMANDS = {
    "OpenCovenant": open_covenant,
    "DraftRevision": draft_revision,
    "AbandonDraft": abandon,
    "OpenComments": open_comments,
    "RecordComment": record_comment,
    "DisposeComment": dispose_comment,
    "CloseComments": close_comments,
    "CheckLegality": check_legality,
    "SubmitDraft": submit_draft,
    "RecordDecision": record_decision,
    "BringIntoForce": bring_into_force,
    "FileVersion": file_version,
    "RemindFiling": remind_filing,
    "OrderCorrection": order_correction,
    "LiftOrder": lift_order,
    "RepealCovenant": repeal,
}
AFTER_REPEAL = ("OpenCovenant", "FileVersion", "RemindFiling")


def decide(state, command, circumstances):
    """The events, or `Refused` with every reason."""
    tag, status = command["_tag"], state["status"]
    if tag not in COMMANDS:
        raise NotAttempted(tag)
    # COVENANT-1.
    if (status == "unopened" and tag != "OpenCovenant") or (status == "repealed" and tag not in AFTER_REPEAL):
        stop(1, "CovenantNotOpen", status=status)
    return COMMANDS[tag](Asked(state, command, circumstances))


def authorize(state, command, circumstances):
    """COVENANT-17."""
    actor, tag = circumstances["actor"], command["_tag"]
    typing = actor.get("onBehalfOf")
    given = [order["by"] for order in state["orders"] if order["order"] == command.get("order")]
    by = command["by"] if tag == "OrderCorrection" else (given or [None])[0]
    # Of each post that may: in which bodies it is held (None: in any), and what else must be so.
    home = [] if state["within"] is None else [state["within"]]
    ours, system = (home, True), {"system": ([], True)}
    ordering = {"supervising-office": ([] if by is None else [by], True)}
    ordering["secretary"] = (home, typing is not None and typing == by)
    drafting = ("DraftRevision", "AbandonDraft", "OpenComments", "DisposeComment", "SubmitDraft")
    table = {
        "OpenCovenant": {"drafter": (None, True)},
        **dict.fromkeys(drafting, {"drafter": ours}),
        "RecordComment": {"resident": ours, "secretary": (home, typing is not None)},
        "CloseComments": {"drafter": ours, **system},
        "CheckLegality": {"legal-reviewer": (None, True)},
        "RecordDecision": {"secretary": ours, **system},
        **dict.fromkeys(("BringIntoForce", "RepealCovenant"), {"presider": ours}),
        "FileVersion": {"secretary": ours},
        "RemindFiling": system,
        **dict.fromkeys(("OrderCorrection", "LiftOrder"), ordering),
    }
    if tag not in table:
        raise NotAttempted(tag)
    return granted_in("COVENANT-17", command, actor, table[tag])
