"""What the processes of a matter's publicity share: refusals of one family, who may ask, and picking fields."""

from civil import Refused


def pick(row, *names):
    return {name: row[name] for name in names}


def unless(*objections):
    """Raises all objections at once, in their order."""
    found = [objection for objection in objections if objection]
    if found:
        raise Refused(*found)


def grounds_of(rule, actor):
    """The grounds that are recorded with the events."""
    if actor["_tag"] == "System":
        return {"rule": actor["rule"], "post": "system", "within": "system"}
    named = {name: actor[name] for name in ("post", "within", "onBehalfOf") if name in actor}
    return {"rule": rule, **named}


def granted_in(rule, command, actor, row):
    """`row` says of each post that may in which bodies it is held (None: in any), and what else must be so."""

    def holds(post):
        bodies, so = row[post]
        return post == "system" or ((bodies is None or actor.get("within") in bodies) and so)

    try:
        return granted(rule, command, actor, {post: holds(post) for post in row})
    except Refused as refused:
        if actor["_tag"] == "System":
            raise
        post = actor["post"]
        found = {post: row[post]} if post in row and post != "system" else row
        within = list(dict.fromkeys(body for bodies, _ in found.values() for body in bodies or []))
        raise Refused({**refused.refusals[0], "within": within}) from None


def granted(rule, command, actor, may):
    """`may` says of each post that is allowed whether this actor holds it where it must be held; `system` is the system."""
    is_system = actor["_tag"] == "System"
    post = "system" if is_system else actor["post"]
    # A person whose post is called `system` is not the system.
    if not may.get(post) or is_system != (post == "system"):
        raise Refused({"_tag": "Forbidden", "rule": rule, "command": command["_tag"], "allowed": list(may)})
    return grounds_of(rule, actor)
