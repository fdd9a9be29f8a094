"""
Counting: what the ballots of a sitting come to, and whether they are enough, by the rules TALLY-1 to TALLY-15.

Everything is whole numbers and exact fractions. What single change would have turned an outcome is found by trying every number of
voters.
"""

import math

from numbers_and_names import is_count, passes, weigh

CHOICES = ("for", "against", "abstain")


# Which ballots count.


def may_cast(sitting, voter, cast_by):
    """TALLY-2 and TALLY-5: why a ballot of this voter that another cast cannot be counted, or None."""
    on_roll = {row["voter"] for row in sitting["roll"]}
    recused = {row["voter"] for row in sitting["recusals"]}
    if voter not in on_roll:
        return "not-on-roll"
    if voter in recused:
        return "recused"
    if cast_by == voter:
        return None
    holds = {proxy["voter"] for proxy in sitting["proxies"] if proxy["by"] == cast_by}
    sound = cast_by in on_roll and cast_by not in recused and len(holds) <= sitting["rules"]["proxies"]["cap"]
    return None if voter in holds and sound else "not-entitled-to-cast"


def when_outside(ballot, arrived):
    """TALLY-3: a ballot of the very instant of opening or close is in time."""
    if arrived["kept"] == "late":
        return "late"
    if ballot is None or arrived["at"] < ballot["openedAt"]:
        return "early"
    closed = ballot["closedAt"]
    return "late" if closed is not None and arrived["at"] > closed else None


def entries_by_name(named):
    """TALLY-4: what a clerk took down of each voter; who stands in two lists has said nothing that can be counted."""
    said, repeated = {}, []
    lists = [(choice, voter) for choice in CHOICES for voter in named[choice]]
    for choice, voter in [*lists, *(("void", row["voter"]) for row in named["void"])]:
        if voter in said:
            repeated.append(voter)
            choice = choice if said[voter] == choice else "void"
        said[voter] = choice
    return said, repeated


def the_one_that_counts(entries, which):
    """TALLY-1: void ones give way, then what a clerk entered, then those of a proxy; of what is left the first or the last."""
    among = entries
    for wanted in (lambda e: e["mark"] != "void", lambda e: e["channel"] == "online", lambda e: e["own"]):
        among = [entry for entry in among if wanted(entry)] or among
        if among[0]["mark"] == "void":
            break
    in_time = sorted(among, key=lambda entry: entry["at"])
    return in_time[0 if which == "first" else -1]


def counted_ballots(sitting, ballots):
    """One counted ballot of each voter who cast one, and every other with the reason why it is not counted."""
    aside, entries = [], {}

    def take(voter, cast_by, outside, entry):
        reason = may_cast(sitting, voter, cast_by) or outside
        if reason:
            set_aside(voter, reason, entry["channel"])
        else:
            entries.setdefault(voter, []).append({**entry, "own": cast_by == voter})

    def set_aside(voter, reason, channel):
        aside.append({"voter": voter, "reason": reason, "channel": channel})

    for one in ballots:
        mark = "void" if one["kept"] == "void" else one["choice"] or "secret"
        entry = {"mark": mark, "at": one["at"], "channel": one["channel"]}
        take(one["voter"], one["castBy"], when_outside(sitting["ballot"], one), entry)
    if sitting["named"]:
        said, repeated = entries_by_name(sitting["named"])
        for voter in repeated:
            set_aside(voter, "superseded", "record")
        for voter, mark in said.items():
            take(voter, voter, None, {"mark": mark, "at": math.inf, "channel": "record"})
    marks = {}
    for voter, known in entries.items():
        counted = the_one_that_counts(known, sitting["rules"]["repeated"]["counts"])
        marks[voter] = counted["mark"]
        for entry in known:
            if entry["mark"] == "void":
                set_aside(voter, "void", entry["channel"])
            elif entry is not counted:
                set_aside(voter, "superseded", entry["channel"])
    return marks, sorted(aside, key=lambda row: (row["voter"], row["reason"], row["channel"]))


# What they weigh.


def weight(rows):
    return {measure: sum(row[measure] for row in rows) for measure in ("heads", "area")}


def plus(*weights):
    return weight(weights)


def minus(one, other):
    return {measure: max(0, one[measure] - other[measure]) for measure in ("heads", "area")}


def nameless(count):
    """Votes and people that were counted and not named: one head each."""
    return [{"heads": 1, "area": 0}] * max(0, count)


def in_box(box):
    votes = dict.fromkeys((*CHOICES, "void"), 0)
    for row in box:
        if is_count(row["count"]):
            votes[row["choice"] if row["choice"] in CHOICES else "void"] += row["count"]
    return votes


def by_hand(sitting):
    counted = sitting["counted"] or {}
    return {name: counted.get(name, 0) if is_count(counted.get(name, 0)) else 0 for name in (*CHOICES, "void")}


class Turnout:
    """Everybody on the roll by what they did (TALLY-6 and TALLY-7)."""

    def __init__(self, sitting, marks, box):
        roll = list({row["voter"]: row for row in sitting["roll"]}.values())
        recused = {row["voter"] for row in sitting["recusals"]}
        entitled = [row for row in roll if row["voter"] not in recused]
        voted = [row for row in entitled if row["voter"] in marks]
        quiet = [row for row in entitled if row["voter"] not in marks]
        here = [row for row in quiet if row["voter"] in sitting["present"]]
        hands, boxed, count = by_hand(sitting), in_box(box), sitting["presentCount"]
        self.members, self.entitled = weight(roll), weight(entitled)
        self.cast = plus(weight(voted), {"heads": sum(hands.values()), "area": 0})
        known = plus(weight(voted), weight(here)) if count is None else {"heads": count, "area": self.cast["area"]}
        self.present = {**known, "heads": max(known["heads"], self.cast["heads"])}
        self.chosen = {
            choice: [row for row in voted if marks[row["voter"]] == choice] + nameless(hands[choice] + boxed[choice])
            for choice in CHOICES
        }
        # Where a number stands for people nobody knows who was there, and what their area is.
        staying = self.present["heads"] - self.cast["heads"]
        self.here, self.absent, self.somewhere = here, [row for row in quiet if row not in here], []
        if sitting["counted"] is not None:
            self.here = nameless(staying)
            self.absent = nameless(self.entitled["heads"] - self.present["heads"])
        elif count is not None:
            self.here, self.absent, self.somewhere = [], [], quiet
        self.staying = staying
        others = [row for row in quiet if row["heads"] == 0 or self.present["heads"] > weight(voted)["heads"]]
        self.area_at_most = self.present["area"] + (0 if count is None else weight(others)["area"])
        self.area_is_open = self.area_at_most > self.present["area"]

    def silent(self, measures):
        """TALLY-15: the silent who are there and those who are not, or None where the number does not tell who, and it matters."""
        quiet, staying = self.somewhere, self.staying
        if not quiet or staying <= 0:
            return self.here, self.absent + quiet
        if staying >= weight(quiet)["heads"]:
            return quiet, []
        if len({tuple(row[measure] for measure in measures) for row in quiet}) > 1 or staying % quiet[0]["heads"]:
            return None
        voters = staying // quiet[0]["heads"]
        return quiet[:voters], quiet[voters:]

    def tally(self):
        found = {name: getattr(self, name) for name in ("members", "entitled", "present", "cast")}
        found |= {choice: weight(rows) for choice, rows in self.chosen.items()}
        found["valid"] = plus(*(found[choice] for choice in CHOICES))
        return {**found, "silent": minus(self.entitled, self.cast)}


# Whether it is enough.


class Rules:
    """The counting part of the rules of a sitting."""

    def __init__(self, rules):
        self.quorum, self.approval = rules["quorum"], rules["approval"]
        self.counts_present = rules["quorumCounts"] == "present"
        policy = rules["silence"]["policy"]
        self.silent_take_part = policy != "not-participating"
        self.clause = rules["silence"]["clause"]
        self.silent_follow = policy == "follow-majority" and self.clause is not None

    @staticmethod
    def base(tally, threshold):
        """TALLY-8, but for the silent, who are of a base in approvals alone."""
        places = {"whole-estate": "members", "participating": "cast"}
        return tally[places.get(threshold["base"], threshold["base"])][threshold["measure"]]

    def silent_among(self, tally, threshold):
        """TALLY-8 and TALLY-12: those silent who make the base of an approval larger."""
        taking_part = self.silent_take_part and threshold["base"] == "participating"
        return tally["silent"][threshold["measure"]] if taking_part else 0

    def following(self, tally, threshold):
        """TALLY-13: the silent of an approval of those participating who are counted as being for it."""
        measures = {asked["threshold"]["measure"] for asked in self.approval}
        leads = all(tally["for"][measure] > tally["against"][measure] for measure in measures)
        return self.silent_among(tally, threshold) if self.silent_follow and leads else 0

    def for_quorum(self, tally, threshold):
        """TALLY-9: who came or who voted, out of a base. Nobody takes part by silence."""
        count, of = tally["present" if self.counts_present else "cast"][threshold["measure"]], self.base(tally, threshold)
        return min(count, of), of

    def for_approval(self, tally, threshold):
        """TALLY-10: who is for it, out of a base."""
        count = tally["for"][threshold["measure"]] + self.following(tally, threshold)
        return count, self.base(tally, threshold) + self.silent_among(tally, threshold)

    def pass_(self, tally):
        """TALLY-11."""
        held = [(self.for_quorum, asked["threshold"]) for asked in self.quorum]
        held += [(self.for_approval, asked["threshold"]) for asked in self.approval]
        return bool(self.approval) and all(passes(threshold, *count(tally, threshold)) for count, threshold in held)

    def reads_presence(self, measure):
        """Whether it is asked who is present, in heads or in area."""
        asked = [one["threshold"] for one in self.quorum + self.approval]
        by_base = any(one["base"] == "present" and one["measure"] == measure for one in asked)
        return by_base or self.counts_present and any(one["threshold"]["measure"] == measure for one in self.quorum)

    def known(self, turnout):
        """TALLY-14: the findings that are the same for the least and the most area of those present, and one for the others."""
        tally = turnout.tally()
        most = {**tally, "present": {**tally["present"], "area": turnout.area_at_most}}
        pairs = list(zip(self.findings(tally), self.findings(most)))
        same = [one for one, other in pairs if one["holds"] == other["holds"]]
        facts = {"reason": "area-of-present-unknown", "count": tally["present"]["area"], "of": turnout.area_at_most}
        return same, [] if len(same) == len(pairs) else [{"rule": "TALLY-14", "holds": False, "facts": facts}]

    def findings(self, tally):
        found = []
        for asked in self.quorum:
            more = {"dimension": asked["threshold"]["measure"]}
            more["counts"] = "present" if self.counts_present else "participating"
            found.append(weigh("TALLY-9", asked, *self.for_quorum(tally, asked["threshold"]), **more))
        for asked in self.approval:
            more = {"dimension": asked["threshold"]["measure"]}
            followers = self.following(tally, asked["threshold"])
            if followers > 0:
                more |= {"following": followers, "clause": self.clause}
            found.append(weigh("TALLY-10", asked, *self.for_approval(tally, asked["threshold"]), **more))
        return found


def impossible(sitting, marks, box, turnout):
    """TALLY-14: numbers that contradict each other, on which nothing passes."""

    def finding(reason, count, of):
        return {"rule": "TALLY-14", "holds": False, "facts": {"reason": reason, "count": count, "of": of}}

    counted, came = sitting["counted"], sitting["presentCount"]
    numbers = [row["count"] for row in box] + list((counted or {}).values()) + ([] if came is None else [came])
    broken = sum(not is_count(number) for number in numbers)
    if broken:
        return [finding("no-count", broken, len(numbers))]
    secret, boxed = list(marks.values()).count("secret"), sum(in_box(box).values())
    several = sum(row["heads"] != 1 for row in sitting["roll"])
    entitled, cast = turnout.entitled["heads"], turnout.cast["heads"]
    recused = {row["voter"] for row in sitting["recusals"]}
    there = set(sitting["present"]) - recused
    recorded = sum(row["heads"] for row in sitting["roll"] if row["voter"] in there) if came is None else came
    known = came is not None or bool(sitting["present"])
    found = []
    if boxed != secret:
        found.append(finding("box-and-voters-differ", boxed, secret))
    if several and (counted is not None or boxed > 0):
        found.append(finding("unequal-heads-without-names", several, len(sitting["roll"])))
    if came is not None and came > entitled:
        found.append(finding("more-present-than-entitled", came, entitled))
    if cast > entitled:
        found.append(finding("more-votes-than-entitled", cast, entitled))
    if counted is not None and known and cast > recorded:
        found.append(finding("more-votes-than-present", cast, recorded))
    return found


# What would have turned it.


def first_of(rows, measure, count):
    """What the heaviest so many of these voters weigh: by one measure, and of those who weigh the same by the other."""
    other = "area" if measure == "heads" else "heads"
    return weight(sorted(rows, key=lambda row: (-row[measure], -row[other]))[:count])


def moved(tally, weight_, out=(), into=()):
    after = dict(tally)
    for name in out:
        after[name] = minus(after[name], weight_)
    for name in into:
        after[name] = plus(after[name], weight_)
    return after


def changes(turnout, voting, coming):
    """Every kind of change: whether it can turn what passed (True) or what failed (False), two groups, and what comes of it."""
    here, absent = voting or ([], [])
    _, away = coming or ([], [])
    tally = turnout.tally()

    def silent_votes(choice):
        def after(absent, here):
            voted = moved(tally, absent, ["silent"], [choice, "valid", "cast", "present"])
            return moved(voted, here, ["silent"], [choice, "valid", "cast"])

        return absent, here, after

    def others(against, abstain):
        return moved(moved(tally, against, ["against"], ["for"]), abstain, ["abstain"], ["for"])

    chosen = turnout.chosen
    yield "others-vote-for", [False], chosen["against"], chosen["abstain"], others
    yield "silent-vote-for", [False], *silent_votes("for")
    yield "silent-vote-against", [True], *silent_votes("against")
    yield "for-vote-against", [True], chosen["for"], [], lambda some, _: moved(tally, some, ["for"], ["against"])
    yield "more-come", [False, True], away, [], lambda some, _: moved(tally, some, [], ["present"])


def flips(rules, turnout):
    """TALLY-15: for each kind of change the fewest voters who turn the outcome, those who weigh most first, by each measure."""
    tally = turnout.tally()
    passed, found = rules.pass_(tally), []
    asked = [one["threshold"] for one in rules.quorum + rules.approval]
    measures = [measure for measure in ("heads", "area") if any(one["measure"] == measure for one in asked)]
    if turnout.area_is_open and rules.reads_presence("area"):
        return []
    presence = rules.reads_presence("heads") or rules.reads_presence("area")
    if not rules.reads_presence("heads"):
        turnout.absent, turnout.somewhere = turnout.absent + turnout.somewhere, []
    who = turnout.silent({"heads", *measures}), turnout.silent({"heads"})
    for kind, turns, first, second, after in changes(turnout, *who):
        if passed not in turns or (kind == "more-come" and not presence):
            continue
        splits = [(one, voters - one) for voters in range(1, len(first) + len(second) + 1) for one in range(voters + 1)]
        for one, two in splits:
            if one > len(first) or two > len(second):
                continue
            new = (after(first_of(first, measure, one), first_of(second, measure, two)) for measure in measures)
            if any(rules.pass_(tallied) != passed for tallied in new):
                found.append({"change": kind, "voters": one + two})
                break
    return found


def judge_sitting(sitting, ballots, box):
    """Everything that explains what a body decided."""
    marks, aside = counted_ballots(sitting, ballots)
    turnout, rules = Turnout(sitting, marks, box), Rules(sitting["rules"])
    tally = turnout.tally()
    findings, unknown = rules.known(turnout)
    contradictions = impossible(sitting, marks, box, turnout) + unknown
    return {
        "passes": not contradictions and rules.pass_(tally),
        "tally": tally,
        "findings": findings + contradictions,
        "flips": [] if contradictions else flips(rules, turnout),
        "setAside": aside,
    }


def judge_tally(case):
    """For whoever has counts of their own; what the rules leave out is the least."""
    given = case["rules"]
    silence = given.get("silence", {"policy": "not-participating", "clause": None})
    rules = {"quorum": given.get("quorum", []), "quorumCounts": given.get("quorumCounts", "present"), **given}
    rules = Rules({**rules, "silence": silence})
    return {"value": {"passes": rules.pass_(case["tally"]), "findings": rules.findings(case["tally"])}}


def judge_case(case):
    return {"value": judge_sitting(case["sitting"], case["ballots"], case["box"])}
