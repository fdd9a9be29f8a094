"""Thresholds (THRESHOLD-1 to THRESHOLD-5), ids (ID-1) and lots (DRAW-1)."""

import re
from fractions import Fraction

from canonical import SAFE, utf16_units
from civil import Refused, excerpt, must_be_text


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SAFE


def share_of(threshold):
    return Fraction(int(threshold["share"]["numerator"]), int(threshold["share"]["denominator"]))


def passes(threshold, count, of):
    """
    THRESHOLD-1: `at-least` includes the number itself, `more-than` does not. THRESHOLD-2: nobody is never enough, and THRESHOLD-3:
    nor is more than there is.
    """
    asked = share_of(threshold) * of
    return 0 < count <= of and (count >= asked if threshold["comparison"] == "at-least" else count > asked)


def hold_count(case):
    """Everything that an outcome says of a count (THRESHOLD-4)."""
    threshold, of = case["threshold"], case["of"]
    possible = is_count(case["count"]) and case["count"] <= of
    count = case["count"] if possible else 0
    asked = share_of(threshold) * of
    needed = int(asked)
    if threshold["comparison"] == "more-than" or needed < asked:
        needed += 1
    needed = max(1, needed)
    turning = None
    if needed <= of:
        turning = count - needed + 1 if count >= needed else needed - count
    return {
        "value": {
            "holds": passes(threshold, count, of),
            "needed": needed,
            "shortBy": max(0, needed - count),
            "flippedBy": turning,
        }
    }


def weigh(rule, asked, count, of, **more):
    """What an outcome says of a count that is held against a threshold with its source (THRESHOLD-4)."""
    threshold = asked["threshold"]
    found = hold_count({"threshold": threshold, "count": count, "of": of})["value"]
    share = share_of(threshold)
    facts = {"count": count, "of": of, "needed": found["needed"], "share": str(share)}
    facts |= {name: threshold[name] for name in ("comparison", "measure", "base")}
    finding = {"rule": rule, "holds": found["holds"], "facts": {**facts, **more}}
    if asked.get("citation") is not None:
        finding["citation"] = asked["citation"]
    if not found["holds"]:
        finding["shortBy"] = found["shortBy"]
    if found["flippedBy"] is not None:
        finding["flippedBy"] = found["flippedBy"]
    return finding


def stricter(pair):
    """THRESHOLD-5."""
    one, other = pair
    if (one["measure"], one["base"]) != (other["measure"], other["base"]):
        raise Refused(
            {
                "_tag": "Incomparable",
                "rule": "THRESHOLD-5",
                "measures": [one["measure"], other["measure"]],
                "bases": [one["base"], other["base"]],
            }
        )
    left, right = ((share_of(each), each["comparison"] == "more-than") for each in pair)
    return (left > right) - (left < right)


# The names that every JavaScript object answers to.
RESERVED = {
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
    "__proto__",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
}


def read_id(text):
    """ID-1."""
    must_be_text(text)
    refusal = {"_tag": "InvalidId", "rule": "ID-1", "got": excerpt(text), "maxLength": 128}
    strange = re.search(r"[^A-Za-z0-9\-_.:]", text)
    if text == "":
        refusal["reason"] = "empty"
    elif len(text) > 128:
        refusal["reason"] = "too-long"
    elif strange is not None:
        refusal |= {"reason": "character", "index": strange.start()}
    elif text.startswith(".") or text.endswith(".") or ".." in text:
        refusal["reason"] = "dots"
    elif text in RESERVED:
        refusal["reason"] = "reserved"
    else:
        return text
    raise Refused(refusal)


def draw(text):
    """DRAW-1: FNV-1a over the UTF-16 code units, then the finalizer of MurmurHash3, in 32 bits."""
    mask = 0xFFFFFFFF
    number = 0x811C9DC5
    for unit in utf16_units(text):
        number = (number ^ unit) * 0x01000193 & mask
    number = (number ^ number >> 16) * 0x85EBCA6B & mask
    number = (number ^ number >> 13) * 0xC2B2AE35 & mask
    return number ^ number >> 16
