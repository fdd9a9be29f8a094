"""
The rotating chair, by the README of the process (rules CHAIR-1 to CHAIR-22) and the schema of its state.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it. `decide` works on a
copy of the rota to which every event is told as it comes about, so that what follows sees what went before.
"""

from civil import NotAttempted, Refused, add_days, clone, next_quarter, parse, plus_months
from numbers_and_names import draw


def empty():
    return {
        "status": "unopened",
        "policies": [],
        "anchorDay": 1,
        "startsOn": None,
        "seats": [],
        "lastPosition": 0,
        "lastQueued": 0,
        "round": 1,
        "terms": [],
        "serving": 0,
        "previous": None,
        "owed": [],
        "vacancy": None,
        "meetings": [],
        "lastChair": None,
        "handOver": None,
        "noShows": [],
        "substitute": None,
        "interests": [],
    }


class Rota:
    """A rota, and what happened to it since it was looked at."""

    def __init__(self, state):
        self.s = state
        self.events = []

    # Looking at it.

    def term(self, ordinal):
        return next((term for term in self.s["terms"] if term["ordinal"] == ordinal), None)

    def chair(self):
        return self.term(self.s["serving"])

    def ahead(self):
        return [term for term in self.s["terms"] if term["ordinal"] > self.s["serving"]]

    def seat(self, unit):
        return next((seat for seat in self.s["seats"] if seat["unit"] == unit), None)

    def units(self):
        return [seat["unit"] for seat in self.s["seats"]]

    def policy(self, day):
        """CHAIR-18: the last one adopted whose first day has come; before that the first."""
        adopted = [dated["policy"] for dated in self.s["policies"] if dated["effectiveFrom"] <= day]
        if adopted:
            return adopted[-1]
        return self.s["policies"][0]["policy"] if self.s["policies"] else None

    # Taking note of events.

    def note(self, event):
        known = getattr(self, f"note_{event['_tag']}", None)
        if known is None:
            raise NotAttempted(event["_tag"])
        known(event)

    def happens(self, tag, **fields):
        event = {"_tag": tag, **clone(fields)}
        self.events.append(event)
        self.note(clone(event))

    def note_RotaOpened(self, e):
        self.s.update(status="open", startsOn=e["startsOn"], anchorDay=e["anchorDay"])
        self.s["policies"] = [{"policy": e["policy"], "effectiveFrom": e["startsOn"]}]

    def note_RotaPolicyAdopted(self, e):
        self.s["policies"].append({"policy": e["policy"], "effectiveFrom": e["effectiveFrom"]})

    def note_RotaClosed(self, e):
        self.s["status"] = "closed"

    def note_UnitSeated(self, e):
        self.s["lastPosition"] += 1
        self.s["lastQueued"] += 1
        self.s["seats"].append(
            {
                "unit": e["unit"],
                "position": self.s["lastPosition"],
                "queued": self.s["lastQueued"],
                "seatedAt": e["seatedAt"],
                "lastTurn": 0,
                "lastRound": e["countsFromRound"] - 1,
                "lateIn": e["lateIn"],
            }
        )

    def note_UnitUnseated(self, e):
        for name in ("seats", "owed", "interests"):
            self.s[name] = [row for row in self.s[name] if row["unit"] != e["unit"]]
        if self.s["substitute"] and self.s["substitute"]["unit"] == e["unit"]:
            self.s["substitute"] = None

    def note_UnitsMerged(self, e):
        """CHAIR-14: the better place on the list and the worse in the queue; whatever bore an old name bears the new one."""
        old, into = e["units"], e["into"]
        merging = [seat for seat in self.s["seats"] if seat["unit"] in old]
        if merging:
            one = {"unit": into, "position": min(seat["position"] for seat in merging)}
            for field in ("queued", "seatedAt", "lastTurn", "lastRound", "lateIn"):
                one[field] = max(seat[field] for seat in merging)
            others = [seat for seat in self.s["seats"] if seat["unit"] not in old]
            self.s["seats"] = sorted([*others, one], key=lambda seat: seat["position"])
        self.s["owed"] = [turn for turn in self.s["owed"] if turn["unit"] not in old] + e["owed"]
        for term in self.s["terms"]:
            if term["unit"] in old and term["unit"] != into:
                term["because"].append({"_tag": "Merged", "before": term["unit"]})
                term["unit"] = into
        rows = [*self.s["interests"], self.s["previous"], self.s["substitute"]]
        for row in rows:
            if row and row["unit"] in old:
                row["unit"] = into
        if self.s["handOver"] and self.s["handOver"]["from"] in old:
            self.s["handOver"]["from"] = into
        if self.s["lastChair"] in old:
            self.s["lastChair"] = into
        chair = self.chair()
        if self.s["substitute"] and self.s["substitute"]["unit"] == (chair and chair["unit"]):
            self.s["substitute"] = None

    def give(self, unit, ordinal, round_, repays):
        """A turn is given: the unit goes to the end of the queue, unless the turn repays a debt, which is settled by it."""
        self.s["round"] = max(self.s["round"], round_)
        if repays is None:
            self.s["lastQueued"] += 1
        else:
            for turn in self.s["owed"]:
                if (turn["unit"], turn["since"]) == (repays["unit"], repays["since"]):
                    self.s["owed"].remove(turn)
                    break
        seat = self.seat(unit)
        if seat is None:
            return
        seat["lastTurn"] = max(seat["lastTurn"], ordinal)
        if repays is None:
            seat["queued"] = self.s["lastQueued"]
            seat["lastRound"] = max(seat["lastRound"], round_)

    def note_TermPublished(self, e):
        term = e["term"]
        self.s["terms"].append(term)
        if term["counts"]:
            self.give(term["unit"], term["ordinal"], term["round"], e["repays"])

    def note_TurnMoved(self, e):
        term = self.term(e["term"])
        if term:
            term.update(unit=e["unit"], counts=e["counts"])
            term["because"].extend(e["because"])
        if e["counts"]:
            self.give(e["unit"], e["term"], e["round"], e["repays"])

    def note_TurnsSwapped(self, e):
        """CHAIR-6: the queue stays as it was; only the latest turn of either unit may be another one."""
        one, other = self.term(e["first"]), self.term(e["second"])
        if one is None or other is None:
            return
        units = one["unit"], other["unit"]
        one["because"].append({"_tag": "Swapped", "withTerm": other["ordinal"], "before": units[0]})
        other["because"].append({"_tag": "Swapped", "withTerm": one["ordinal"], "before": units[1]})
        one["unit"], other["unit"] = units[1], units[0]
        for seat in self.s["seats"]:
            if seat["unit"] in units:
                own = [t["ordinal"] for t in self.s["terms"] if t["counts"] and t["unit"] == seat["unit"]]
                kept = 0 if seat["lastTurn"] in (e["first"], e["second"]) else seat["lastTurn"]
                seat["lastTurn"] = max([kept, *own])

    def note_TurnSkipped(self, e):
        self.s["owed"].append({"unit": e["unit"], "since": e["term"], "cause": "skipped"})

    def note_TurnDeclined(self, e):
        pass

    def note_NoShowRecorded(self, e):
        self.s["noShows"].append(e["term"])
        if e["owed"]:
            self.s["owed"].append({"unit": e["unit"], "since": e["term"], "cause": "no-show"})

    def sits(self, e):
        """Somebody took the chair, or nobody did: a hand-over may be due from whoever held it last."""
        due = e["handOverBefore"]
        self.s["handOver"] = due and {
            "term": e["term"],
            "from": self.s["lastChair"],
            "dueBefore": due,
            "reminded": False,
        }
        self.s.update(vacancy=None, substitute=None)
        if e["unit"] is not None:
            self.s["lastChair"] = e["unit"]

    def note_TermBegun(self, e):
        self.sits(e)
        self.s["previous"] = self.chair() or self.s["previous"]
        self.s["noShows"] = [term for term in self.s["noShows"] if term >= self.s["serving"]]
        self.s["terms"] = [term for term in self.s["terms"] if term["ordinal"] >= e["term"]]
        self.s.update(serving=e["term"], meetings=[])
        if self.chair():
            self.chair()["from"] = e["on"]

    def note_VacancyFilled(self, e):
        self.sits(e)

    def note_ChairVacated(self, e):
        self.s["vacancy"] = {"term": e["term"], "since": e["since"], "endsOn": e["endsOn"]}
        self.s["handOver"] = None

    def note_SubstituteNamed(self, e):
        self.s["substitute"] = {"term": e["term"], "unit": e["unit"]}

    def note_InterestDeclared(self, e):
        self.s["interests"].append({"item": e["item"], "unit": e["unit"]})

    def note_ChairHandedOver(self, e):
        self.s["handOver"] = None

    def note_HandOverReminded(self, e):
        if self.s["handOver"]:
            self.s["handOver"]["reminded"] = True

    def note_MeetingCounted(self, e):
        if e["term"] == self.s["serving"]:
            self.s["meetings"].append(e["meeting"])

    def note_TermEndSet(self, e):
        ended, following = self.term(e["term"]), self.term(e["term"] + 1)
        if ended:
            ended["until"] = e["until"]
        if following:
            following["from"] = e["until"]


def note(state, event):
    """What a rota becomes by an event. Changes the state that it is given."""
    Rota(state).note(event)


# The order of turn.


def turn_of(rota, order, seats):
    """The first of these seats by the order of turn, as a turn that settles no debt (CHAIR-3, CHAIR-4, CHAIR-12)."""
    if not seats:
        return None
    if order["_tag"] == "LongestWaiting":
        seat = min(seats, key=lambda each: each["queued"])
        since = max(seat["lastTurn"], seat["seatedAt"])
        return turn(seat["unit"], rota.s["round"], {"_tag": "WaitedLongest", "since": since})

    def place(seat):
        # Round by round; whoever joined in the middle of one comes last in it.
        round_ = seat["lastRound"] + 1
        lot = draw(f"{order['seed']}/{round_}/{seat['unit']}") if order["_tag"] == "Drawn" else 0
        return round_, seat["lateIn"] == round_, lot, seat["position"]

    seat = min(seats, key=place)
    round_ = seat["lastRound"] + 1
    if order["_tag"] == "Listed":
        return turn(seat["unit"], round_, {"_tag": "NextOnList", "round": round_, "position": seat["position"]})
    return turn(seat["unit"], round_, {"_tag": "NextDrawn", "round": round_, "seed": order["seed"]})


def turn(unit, round_, why, repays=None):
    return {"unit": unit, "round": round_, "why": why, "repays": repays}


def next_turn(rota, order, passed_over=()):
    """CHAIR-7: what is owed comes first, the oldest debt before the others; then the order of turn."""
    seats = [seat for seat in rota.s["seats"] if seat["unit"] not in passed_over]
    able = {seat["unit"] for seat in seats}
    for debt in rota.s["owed"]:
        if debt["unit"] in able:
            why = {"_tag": "TurnOwed", "owedSince": debt["since"], "cause": debt["cause"]}
            return turn(debt["unit"], rota.s["round"], why, debt)
    return turn_of(rota, order, seats)


def running_round(rota):
    """The round in which turns are given: the latest, or the one before while somebody still waits for a turn of that."""
    rounds = [seat["lastRound"] for seat in rota.s["seats"]]
    return min(max(rounds), min(rounds) + 1) if rounds else rota.s["round"]


def stand_ins(rota, policy):
    """CHAIR-9: the chair before this one where the policy says so, the units of published terms, the others by the list."""
    chair = rota.chair()["unit"] if rota.chair() else None
    listed = [seat["unit"] for seat in sorted(rota.s["seats"], key=lambda seat: seat["position"])]
    asked = [term["unit"] for term in rota.s["terms"]] + listed
    if policy["substitute"] == "previous-chair" and rota.s["previous"]:
        asked.insert(0, rota.s["previous"]["unit"])
    return list(dict.fromkeys(unit for unit in asked if unit in listed and unit != chair))


# Time.


def term_until(length, start, anchor):
    """CHAIR-10: where a term that begins on `start` ends; nobody knows for one that is counted in meetings."""
    if length["_tag"] == "Meetings":
        return None
    day = parse(start)
    if length["_tag"] == "Quarter":
        return next_quarter(day).isoformat()
    later, _ = plus_months(day.replace(day=1), length["count"])
    if later.year == 9999 and later.month == 12 and later.day == 31:
        return later.isoformat()
    while True:
        try:
            return later.replace(day=anchor).isoformat()
        except ValueError:
            anchor -= 1


def publish(rota, day):
    """CHAIR-5: as many terms are published ahead as the policy says."""
    serving = rota.s["serving"] or 1
    while (rota.s["terms"][-1]["ordinal"] if rota.s["terms"] else 0) < serving + rota.policy(day)["horizonTerms"]:
        last = rota.s["terms"][-1] if rota.s["terms"] else None
        start = last["until"] if last else rota.s["startsOn"]
        policy = rota.policy(start or day)
        found = next_turn(rota, policy["order"])
        nobody = {"_tag": "LeftVacant", "before": None, "cause": "nobody-seated"}
        term = {
            "ordinal": (last["ordinal"] if last else rota.s["serving"]) + 1,
            "round": found["round"] if found else rota.s["round"],
            "unit": found and found["unit"],
            "counts": found is not None,
            "from": start,
            "until": start and term_until(policy["term"], start, rota.s["anchorDay"]),
            "because": [found["why"] if found else nobody],
        }
        rota.happens("TermPublished", term=term, repays=found and found["repays"])


def record_due(rota, policy, unit, day):
    """CHAIR-17: a record is due from another unit's chair, within so many days, the first not counted."""
    return None if unit == rota.s["lastChair"] else add_days(day, policy["handOverDays"] + 1)


def vacate(rota, policy, ordinal, day, before):
    """CHAIR-15: a vacancy that goes on from one term (`before`) into the next is the same one."""
    since = before["since"] if before else day
    ends = add_days(since, policy["vacancyDays"]) if rota.s["seats"] else None
    if before and before["endsOn"]:
        ends = before["endsOn"]
    rota.happens("ChairVacated", term=ordinal, since=since, endsOn=ends)


def fill(rota, policy, term, day, appointed=None):
    """CHAIR-15: the next in turn takes a vacant term, who gave it up after all others; or whoever is appointed."""
    if appointed is not None:
        found = turn_of(rota, policy["order"], [rota.seat(appointed)])
        because = [{"_tag": "Appointed"}]
    else:
        gave_up = [
            why["before"]
            for why in term["because"]
            if why["_tag"] == "LeftVacant" and why["cause"] in ("skipped", "declined")
        ]
        found = next_turn(rota, policy["order"], gave_up) or next_turn(rota, policy["order"])
        because = found and [{"_tag": "TookOver", "before": None, "cause": "vacant"}, found["why"]]
    if found is None:
        return False
    ordinal, unit = term["ordinal"], found["unit"]
    rota.happens(
        "TurnMoved",
        term=ordinal,
        before=None,
        cause="vacant",
        unit=unit,
        counts=True,
        round=found["round"],
        because=because,
        repays=found["repays"],
    )
    if ordinal <= rota.s["serving"]:
        due = record_due(rota, policy, unit, day)
        rota.happens("VacancyFilled", term=ordinal, unit=unit, on=day, handOverBefore=due)
    return True


def catch_up(rota, today):
    """CHAIR-8: what comes about by itself does so on its own day, however late anybody looks."""
    while rota.s["status"] == "open":
        following = next(iter(rota.ahead()), None)
        begins = following and following["from"]
        ends = rota.s["vacancy"] and rota.s["vacancy"]["endsOn"]
        # At the end of the calendar a term that has no day of its own never begins.
        has_days = following is not None and begins != following["until"]
        if ends is not None and ends <= today and (begins is None or ends < begins):
            if not fill(rota, rota.policy(ends), rota.chair(), ends):
                rota.happens("ChairVacated", **{**rota.s["vacancy"], "endsOn": None})
            publish(rota, ends)
        elif begins is not None and begins <= today and has_days:
            policy, unit, ordinal = rota.policy(begins), following["unit"], following["ordinal"]
            due = None if unit is None else record_due(rota, policy, unit, begins)
            before = rota.s["vacancy"]
            rota.happens("TermBegun", term=ordinal, unit=unit, on=begins, handOverBefore=due)
            if unit is None:
                vacate(rota, policy, ordinal, begins, before)
            publish(rota, begins)
        else:
            return


# What is asked.


def decide(state, command, circumstances):
    """The events that a command causes. Raises `Refused` with every reason against it."""
    if command["_tag"] not in {"OpenRota", *ASKED}:
        raise NotAttempted(command["_tag"])
    rota = Rota(clone(state))
    today = circumstances["now"]["civilDate"]
    if command["_tag"] == "OpenRota":
        open_rota(rota, command, today, circumstances.get("members"))
        return rota.events
    if rota.s["status"] != "open":
        raise Refused({"_tag": "RotaNotOpen", "rule": "CHAIR-20", "status": rota.s["status"]})
    catch_up(rota, today)
    ASKED[command["_tag"]](rota, command, today)
    return rota.events


def unless(*objections):
    found = [objection for objection in objections if objection is not None]
    if found:
        raise Refused(*found)


def no(rule, tag, **evidence):
    return {"_tag": tag, "rule": f"CHAIR-{rule}", **evidence}


def must_be_seated(rota, unit):
    return None if rota.seat(unit) else no(2, "UnitNotSeated", unit=unit, seated=rota.units())


def not_published(rota, ordinal):
    return no(5, "TermNotPublished", term=ordinal, published=[term["ordinal"] for term in rota.s["terms"]])


def open_rota(rota, command, today, members):
    units, starts = command["units"], command["startsOn"]
    doubled = [
        no(20, "DuplicateMember", unit=unit, rows=[row + 1 for row, name in enumerate(units) if name == unit])
        for unit in dict.fromkeys(units)
        if units.count(unit) > 1
    ]
    strangers = [] if members is None else [unit for unit in dict.fromkeys(units) if unit not in members]
    unless(
        None if rota.s["status"] == "unopened" else no(20, "RotaAlreadyOpened", startsOn=rota.s["startsOn"]),
        no(20, "RotaStartsInPast", startsOn=starts, earliest=today) if starts < today else None,
        None if units else no(20, "EmptyRoll"),
        *doubled,
        no(22, "UnitsNotMembers", units=strangers) if strangers else None,
    )
    rota.happens("RotaOpened", policy=command["policy"], startsOn=starts, anchorDay=parse(starts).day)
    for unit in units:
        rota.happens("UnitSeated", unit=unit, seatedAt=0, countsFromRound=rota.s["round"], lateIn=0)
    publish(rota, starts)
    catch_up(rota, today)


def adopt_policy(rota, command, today):
    wanted, day = command["policy"], command["effectiveFrom"]
    earliest = max(today, rota.s["policies"][-1]["effectiveFrom"])
    now, then = (
        "meetings" if policy["term"]["_tag"] == "Meetings" else "calendar" for policy in (rota.policy(today), wanted)
    )
    unless(
        no(18, "EffectiveTooEarly", effectiveFrom=day, earliest=earliest) if day < earliest else None,
        None if now == then else no(18, "TermBasisFixed", basis=now),
    )
    rota.happens("RotaPolicyAdopted", policy=wanted, effectiveFrom=day)


def seat_unit(rota, command, today):
    """CHAIR-12: no back pay, no jump; a newcomer comes last in this round or from the next one on."""
    unit, policy = command["unit"], rota.policy(today)
    seated = rota.seat(unit)
    unless(seated and no(12, "UnitAlreadySeated", unit=unit, position=seated["position"]))
    round_, late = running_round(rota), policy["newcomers"] == "this-round"
    nobody = not rota.s["seats"]
    rota.happens(
        "UnitSeated",
        unit=unit,
        seatedAt=rota.s["serving"],
        countsFromRound=round_ if late else round_ + 1,
        lateIn=round_ if late else 0,
    )
    if nobody:
        for ordinal in [term["ordinal"] for term in rota.s["terms"] if term["unit"] is None]:
            fill(rota, policy, rota.term(ordinal), today)


def move(rota, ordinal, cause, today):
    """A turn leaves its unit and goes where the policy sends it; nobody else's published turn changes (CHAIR-5)."""
    policy, term = rota.policy(today), rota.term(ordinal)
    before = term["unit"]
    found = next_turn(rota, policy["order"], [before]) if policy["movedTurns"] == "next-in-turn" else None
    if found:
        to = {"unit": found["unit"], "counts": True, "round": found["round"], "repays": found["repays"]}
        because = [{"_tag": "TookOver", "before": before, "cause": cause}, found["why"]]
    else:
        able = []
        if policy["movedTurns"] == "substitute":
            # The chair itself is asked last.
            chair = rota.chair()["unit"] if rota.chair() else None
            able = [unit for unit in [*stand_ins(rota, policy), chair] if unit is not None and unit != before]
        unit = able[0] if able else None
        to = {"unit": unit, "counts": False, "round": term["round"], "repays": None}
        because = [{"_tag": "LeftVacant" if unit is None else "StandsIn", "before": before, "cause": cause}]
    serves = ordinal <= rota.s["serving"]
    if serves:
        vacate(rota, policy, ordinal, today, rota.s["vacancy"])
    rota.happens("TurnMoved", term=ordinal, before=before, cause=cause, because=because, **to)
    if serves and to["unit"] is not None:
        due = record_due(rota, policy, to["unit"], today)
        rota.happens("VacancyFilled", term=ordinal, unit=to["unit"], on=today, handOverBefore=due)


def unseat_unit(rota, command, today):
    unit = command["unit"]
    unless(must_be_seated(rota, unit))
    own = [term["ordinal"] for term in rota.s["terms"] if term["unit"] == unit]
    rota.happens("UnitUnseated", unit=unit)
    for ordinal in own:
        move(rota, ordinal, "left", today)


def merge_units(rota, command, today):
    units, into = command["units"], command["into"]
    policy = rota.policy(today)
    strangers = [must_be_seated(rota, unit) for unit in units]
    third = into not in units and rota.seat(into) is not None
    unless(
        *(strangers if all(strangers) else []),
        no(14, "MergeNeedsTwoUnits", units=units, into=into) if units[0] == units[1] or third else None,
    )
    turns = [[t["ordinal"] for t in rota.ahead() if t["counts"] and t["unit"] == unit] for unit in units]
    debts = [[turn for turn in rota.s["owed"] if turn["unit"] == unit] for unit in units]
    keeps_both = policy["mergedTurns"] == "keep-both"
    surplus = 0 if keeps_both else min(map(len, turns))
    every = sorted(turns[0] + turns[1])
    back = every[len(every) - surplus :] if policy["mergedTurns"] == "keep-earlier" else every[:surplus]
    owed = debts[0] + debts[1] if keeps_both else max(debts, key=len)
    rota.happens("UnitsMerged", units=units, into=into, on=today, owed=[{**turn, "unit": into} for turn in owed])
    for ordinal in back:
        move(rota, ordinal, "merged", today)


def own_turn(rota, ordinal):
    """A unit's own turn that has not begun, or the refusal."""
    term = rota.term(ordinal)
    if term is None:
        return not_published(rota, ordinal)
    if ordinal <= rota.s["serving"]:
        ahead = rota.ahead()
        return no(5, "TermAlreadyBegun", term=ordinal, firstOpen=ahead[0]["ordinal"] if ahead else None)
    if term["unit"] is None or not term["counts"]:
        return no(6, "TurnNotHeld", term=ordinal)
    return term


def swap_turns(rota, command, today):
    terms = [own_turn(rota, command[name]) for name in ("first", "second")]
    unless(*(term for term in terms if "_tag" in term))
    first, second = terms
    same = first["unit"] == second["unit"]
    unless(no(6, "NothingToSwap", first=command["first"], second=command["second"], unit=first["unit"]) if same else None)
    rota.happens("TurnsSwapped", first=command["first"], second=command["second"])


def nobody_else(rota, unit):
    others = any(seat["unit"] != unit for seat in rota.s["seats"])
    return None if others else no(7, "NobodyElseSeated", unit=unit)


def skip_turn(rota, command, today):
    term = own_turn(rota, command["term"])
    unless(term if "_tag" in term else None)
    unit, limit = term["unit"], rota.policy(today)["owedTurnsLimit"]
    owed = sum(turn["unit"] == unit for turn in rota.s["owed"])
    unless(
        nobody_else(rota, unit),
        no(7, "OwedTurnsLimitReached", unit=unit, owed=owed, limit=limit) if owed >= limit else None,
    )
    rota.happens("TurnSkipped", term=command["term"], unit=unit, reason=command["reason"])
    move(rota, command["term"], "skipped", today)


def decline_turn(rota, command, today):
    term = own_turn(rota, command["term"])
    unless(term if "_tag" in term else None)
    unless(nobody_else(rota, term["unit"]))
    rota.happens("TurnDeclined", term=command["term"], unit=term["unit"], reason=command["reason"])
    move(rota, command["term"], "declined", today)


def record_no_show(rota, command, today):
    ordinal, previous = command["term"], rota.s["previous"]
    term = previous if previous and previous["ordinal"] == ordinal else rota.term(ordinal)
    if term is None:
        raise Refused(not_published(rota, ordinal))
    if ordinal > rota.s["serving"]:
        raise Refused(no(11, "TermNotBegun", term=ordinal, serving=rota.s["serving"]))
    if term["unit"] is None or not term["counts"]:
        raise Refused(no(6, "TurnNotHeld", term=ordinal))
    unless(no(11, "NoShowAlreadyRecorded", term=ordinal) if ordinal in rota.s["noShows"] else None)
    owed = rota.policy(today)["noShow"] == "owed" and rota.seat(term["unit"]) is not None
    rota.happens("NoShowRecorded", term=ordinal, unit=term["unit"], owed=owed)


def fill_vacancy(rota, command, today):
    ordinal, unit = command["term"], command["unit"]
    term = rota.term(ordinal)
    if term is None:
        raise Refused(not_published(rota, ordinal))
    unless(
        None if term["unit"] is None else no(15, "TermNotVacant", term=ordinal, unit=term["unit"]),
        None if unit is None else must_be_seated(rota, unit),
        None if rota.s["seats"] else no(20, "EmptyRoll"),
    )
    fill(rota, rota.policy(today), term, today, unit)


def name_substitute(rota, command, today):
    chair = rota.chair()
    if chair is None:
        raise Refused(no(11, "TermNotBegun", term=rota.s["serving"] + 1, serving=rota.s["serving"]))
    able = stand_ins(rota, rota.policy(today))
    unit = command["unit"] if command["unit"] is not None else (able[0] if able else None)
    if unit is None:
        vacant = chair["unit"] is None
        raise Refused(no(20, "EmptyRoll") if vacant else no(7, "NobodyElseSeated", unit=chair["unit"]))
    unless(must_be_seated(rota, unit), no(9, "SubstituteIsChair", unit=unit) if chair["unit"] == unit else None)
    if not (rota.s["substitute"] and rota.s["substitute"]["unit"] == unit):
        rota.happens("SubstituteNamed", term=rota.s["serving"], unit=unit)


def declare_interest(rota, command, today):
    item, unit = command["item"], command["unit"]
    known = {"item": item, "unit": unit} in rota.s["interests"]
    unless(must_be_seated(rota, unit), no(9, "InterestAlreadyDeclared", item=item, unit=unit) if known else None)
    rota.happens("InterestDeclared", item=item, unit=unit)


def awaited(rota, ordinal):
    """The hand-over that the chair of this term waits for, and the chair."""
    due, chair = rota.s["handOver"], rota.chair()
    if due is None or due["term"] != ordinal or chair is None or chair["unit"] is None:
        raise Refused(no(17, "HandOverNotDue", term=ordinal, due=due and due["term"]))
    return due, chair["unit"]


def hand_over(rota, command, today):
    due, unit = awaited(rota, command["term"])
    rota.happens(
        "ChairHandedOver", term=command["term"], to=unit, on=today, record=command["record"], **{"from": due["from"]}
    )


def remind_hand_over(rota, command, today):
    ordinal = command["term"]
    due, unit = awaited(rota, ordinal)
    early = today < due["dueBefore"] or due["reminded"]
    refusal = no(17, "ReminderNotDue", term=ordinal, dueBefore=due["dueBefore"], reminded=due["reminded"])
    unless(refusal if early else None)
    rota.happens("HandOverReminded", term=ordinal, unit=unit)


def count_meeting(rota, command, today):
    """CHAIR-10: it counts once, in the term in which it was held; with the last one the term ends, never in the past."""
    length, chair = rota.policy(today)["term"], rota.chair()
    meeting, held = command["meeting"], command["heldOn"]
    if length["_tag"] != "Meetings":
        raise Refused(no(10, "NotCountedInMeetings"))
    start, end = (chair["from"], chair["until"]) if chair else (None, None)
    inside = start is not None and start <= held <= today
    outside = no(10, "MeetingOutsideTerm", meeting=meeting, heldOn=held, until=end, **{"from": start})
    unless(
        None if inside else outside,
        no(10, "MeetingAlreadyCounted", meeting=meeting) if meeting in rota.s["meetings"] else None,
    )
    rota.happens("MeetingCounted", meeting=meeting, heldOn=held, term=rota.s["serving"])
    if end is None and len(rota.s["meetings"]) >= length["count"]:
        rota.happens("TermEndSet", term=rota.s["serving"], until=add_days(today, 1))


ASKED = {
    "AdoptRotaPolicy": adopt_policy,
    "SeatUnit": seat_unit,
    "UnseatUnit": unseat_unit,
    "MergeUnits": merge_units,
    "SwapTurns": swap_turns,
    "SkipTurn": skip_turn,
    "DeclineTurn": decline_turn,
    "RecordNoShow": record_no_show,
    "NameSubstitute": name_substitute,
    "DeclareInterest": declare_interest,
    "FillVacancy": fill_vacancy,
    "HandOverChair": hand_over,
    "RemindHandOver": remind_hand_over,
    "CountMeeting": count_meeting,
    "AdvanceRota": lambda rota, command, today: None,
    "CloseRota": lambda rota, command, today: rota.happens("RotaClosed", on=today),
}


# Who may ask.

CONVENOR, SECRETARY, SYSTEM = "convenor", "secretary", "system"
MAY = {
    "OpenRota": [CONVENOR, SYSTEM],
    "AdoptRotaPolicy": [CONVENOR],
    "SeatUnit": [CONVENOR, SYSTEM],
    "UnseatUnit": [CONVENOR, SYSTEM],
    "MergeUnits": [CONVENOR, SYSTEM],
    "RecordNoShow": [CONVENOR, SECRETARY],
    "NameSubstitute": [CONVENOR],
    "FillVacancy": [CONVENOR],
    "HandOverChair": [CONVENOR, SECRETARY],
    "RemindHandOver": [CONVENOR, SECRETARY, SYSTEM],
    "CountMeeting": [CONVENOR, SECRETARY, SYSTEM],
    "AdvanceRota": [CONVENOR, SECRETARY, SYSTEM],
    "CloseRota": [CONVENOR, SYSTEM],
}


def authorize(state, command, circumstances):
    """CHAIR-21: the grounds on which this may be asked. Raises `Refused` where it may not."""
    actor, tag = circumstances["actor"], command["_tag"]
    is_system = actor["_tag"] == "System"
    grounds = {"rule": actor["rule"], "post": SYSTEM, "within": SYSTEM} if is_system else None
    if grounds is None:
        grounds = {"rule": "CHAIR-21", "post": actor["post"], "within": actor["within"]}
        if "onBehalfOf" in actor:
            grounds["onBehalfOf"] = actor["onBehalfOf"]
    if tag not in {*MAY, "SwapTurns", "SkipTurn", "DeclineTurn", "DeclareInterest"}:
        raise NotAttempted(tag)
    if tag in MAY:
        allowed = MAY[tag]
        # A person whose post is called `system` is not the system.
        granted = SYSTEM in allowed if is_system else actor["post"] in allowed and actor["post"] != SYSTEM
    else:
        allowed = ["delegate-of-the-unit", "secretary-for-the-delegate"]
        rota = Rota(state)
        terms = [rota.term(command[name]) for name in ("first", "second", "term") if name in command]
        units = [term["unit"] for term in terms if term] + [command.get("unit")]
        speaks = not is_system and actor["post"] == "delegate" and actor["within"] in units
        granted = speaks or (not is_system and actor["post"] == SECRETARY and "onBehalfOf" in actor)
    if not granted:
        raise Refused({"_tag": "Forbidden", "rule": "CHAIR-21", "command": tag, "allowed": allowed})
    return grounds
