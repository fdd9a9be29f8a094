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


def granted(rule, command, actor, may):
    """`may` says of each post that is allowed whether this actor holds it where it must be held; `system` is the system."""
    is_system = actor["_tag"] == "System"
    post = "system" if is_system else actor["post"]
    # A person whose post is called `system` is not the system.
    if not may.get(post) or is_system != (post == "system"):
        raise Refused({"_tag": "Forbidden", "rule": rule, "command": command["_tag"], "allowed": list(may)})
    return grounds_of(rule, actor)
