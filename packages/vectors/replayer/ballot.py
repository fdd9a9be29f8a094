"""
The ballots of one voter in one round, by the README of the process (rules BALLOT-1 to BALLOT-10) and the schemas.

`note` takes note of an event, `decide` answers a command, `authorize` says whether the actor may ask it.
"""

from civil import NotAttempted, Refused


def empty():
    return {"of": None, "casts": []}


def which(row):
    return {name: row[name] for name in ("matter", "round", "voter")}


def note(state, event):
    """Whatever arrives stays, in its order. Changes the state that it is given."""
    tag = event["_tag"]
    cast = {"choice": None, "channel": "online", "castBy": event.get("castBy"), "at": event.get("at", 0)}
    if tag == "BallotCast":
        cast |= {"choice": event["choice"], "channel": event["channel"], "kept": {"_tag": "Counts"}}
    elif tag == "Voted":
        cast["kept"] = {"_tag": "Counts"}
    elif tag == "LateBallotKept":
        cast |= {"channel": event["channel"], "kept": {"_tag": "Late"}}
    elif tag == "VoidBallotKept":
        void = {"_tag": "Void", "reason": event["reason"]}
        cast |= {"channel": "paper", "castBy": event["voter"], "kept": void}
    else:
        raise NotAttempted(tag)
    state["of"] = which(event)
    state["casts"].append(cast)


# BALLOT-3: the commands that take votes of each mode.
TAKEN_BY = {
    "open": ["CastBallot", "EnterPaperBallot", "EnterVoidBallot", "RecordVotes"],
    "secret": ["CastSecretBallot"],
    "show-of-hands": ["RecordVotes", "RecordCounts"],
    "secret-papers": ["RecordCounts"],
}


# Of a round that is over the roll is not kept.
OVER = ("decided", "annulled")


def no(number, tag, **evidence):
    return {"_tag": tag, "rule": f"BALLOT-{number}", **evidence}


def who_casts(round_, voter, cast_by):
    """BALLOT-5, BALLOT-8: the person named for the place that casts, if that place may cast this ballot."""
    if cast_by == voter:
        return round_["voter"] and round_["voter"]["person"]
    proxy = round_["proxy"]
    return proxy["person"] if proxy and proxy["voter"] == cast_by else None


def phase_on(round_, today):
    """BALLOT-2: from the day after its last a ballot takes nothing, though nobody has closed it yet."""
    over = round_["phase"] == "open" and round_["closesOn"] is not None and today > round_["closesOn"]
    return "closed" if over else round_["phase"]


def objections(state, command, round_, phase):
    """What stands against taking this into an open ballot."""
    tag, mode, on_roll = command["_tag"], round_["mode"], round_["voter"]
    voter, proxy = command["voter"], round_["proxy"]
    late = command.get("late", False)
    found = []
    if state["of"] not in (None, which(command)):
        found.append(no(1, "BallotOfAnother", of=state["of"]))
    if late and phase in ("called", "open"):
        found.append(no(7, "PaperNotLate", phase=phase))
    if not late and phase != "open":
        found.append(no(2, "RoundNotOpen", phase=phase))
    if mode is not None and tag not in TAKEN_BY[mode]:
        found.append(no(3, "BallotTakenOtherwise", mode=mode, by=TAKEN_BY[mode]))
    if late:
        return found
    roll_is_kept = phase not in OVER
    if roll_is_kept and on_roll is None:
        found.append(no(4, "VoterNotOnRoll", voter=voter))
    elif roll_is_kept and on_roll["recused"]:
        found.append(no(4, "RecusedFromVote", voter=voter))
    if roll_is_kept and tag != "EnterVoidBallot":
        entitled = [voter] + ([proxy["voter"]] if proxy else [])
        if command["castBy"] not in entitled:
            found.append(no(5, "NotEntitledToCast", voter=voter, castBy=command["castBy"], entitled=entitled))
    if tag == "CastSecretBallot" and state["casts"]:
        found.append(no(6, "VotedAlready", voter=voter))
    return found


def decide(state, command, circumstances):
    """The events that a command causes. Raises `Refused` with every reason against it."""
    tag, round_, at = command["_tag"], circumstances["round"], circumstances["now"]["instant"]
    if tag not in ("CastBallot", "CastSecretBallot", "EnterPaperBallot", "EnterVoidBallot"):
        raise NotAttempted(tag)
    if round_ is None or round_["round"] != command["round"]:
        raise Refused(no(2, "RoundUnknown", matter=command["matter"], round=command["round"]))
    found = objections(state, command, round_, phase_on(round_, circumstances["now"]["civilDate"]))
    if found:
        raise Refused(*found)
    ballot, voter = which(command), command["voter"]
    if tag == "CastSecretBallot":
        return [{"_tag": "Voted", **ballot, "castBy": command["castBy"]}]
    told = {"person": who_casts(round_, voter, voter), "at": at}
    if tag == "EnterVoidBallot":
        return [{"_tag": "VoidBallotKept", **ballot, "reason": command["reason"], **told}]
    if command.get("late"):
        return [{"_tag": "LateBallotKept", **ballot, "castBy": command["castBy"], "channel": "paper", **told}]
    channel = "online" if tag == "CastBallot" else "paper"
    fields = {"castBy": command["castBy"], "choice": command["choice"], "channel": channel, **told}
    if tag == "CastBallot":
        fields["person"] = None
    return [{"_tag": "BallotCast", **ballot, **fields}]


def authorize(_state, command, circumstances):
    """BALLOT-8: the grounds on which this may be asked. Raises `Refused` where it may not."""
    actor, tag, round_ = circumstances["actor"], command["_tag"], circumstances["round"]
    online = tag in ("CastBallot", "CastSecretBallot")
    post = "voter" if online else "secretary"
    if actor["_tag"] != "Post" or actor["post"] != post:
        may = False
    elif online:
        person = round_ and who_casts(round_, command["voter"], command["castBy"])
        named = person is not None and actor["person"] == person
        may = actor["within"] == command["matter"] and (named or round_ is None or round_["phase"] in OVER)
    else:
        may = round_ is None or actor["within"] == round_["body"]
    if not may:
        raise Refused({"_tag": "Forbidden", "rule": "BALLOT-8", "command": tag, "allowed": [post]})
    named = {name: actor[name] for name in ("post", "within", "onBehalfOf") if name in actor}
    return {"rule": "BALLOT-8", **named}


def name(of):
    """BALLOT-1: the subject of the stream and the scope of its claim; colons inside of an id are doubled."""
    matter, voter = (of[field].replace(":", "::") for field in ("matter", "voter"))
    scope = f"{matter}:{of['round']}"
    return {"value": {"subject": f"{scope}:{voter}", "scope": f"ballot/{scope}"}}
