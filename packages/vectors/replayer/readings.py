"""What is read of fractions and thresholds (NUMBER-1, NUMBER-2, FRACTION-1 to FRACTION-6, THRESHOLD-6, READ-1 to READ-4)."""

import re
from fractions import Fraction

from canonical import SAFE, number_text
from civil import Refused, kind_of

WIDE = {ord("０") + digit: ord("0") + digit for digit in range(10)}


def wrong_type(value, *expected):
    return Refused({"_tag": "WrongType", "rule": "READ-1", "expected": list(expected), "got": kind_of(value)})


def invalid(got, reason, **meant):
    return Refused({"_tag": "InvalidNumber", "rule": "NUMBER-1", "got": got, "reason": reason, **meant})


def read_whole(value):
    """NUMBER-1, NUMBER-2: ASCII digits without leading zeros, or a number that has lost no digits."""
    if isinstance(value, str):
        if re.fullmatch(r"0|-?[1-9][0-9]*", value):
            return int(value)
        if value.strip() == "":
            raise invalid(value, "empty")
        narrow = value.translate(WIDE)
        digits = re.fullmatch(r"([+-]?)0*([0-9]+)", narrow.strip())
        if digits is None:
            raise invalid(value, "not-decimal-digits")
        sign = "-" if digits.group(1) == "-" and digits.group(2) != "0" else ""
        raise invalid(value, "spelling" if narrow == value else "full-width-digits", meant=sign + digits.group(2))
    if kind_of(value) != "number":
        raise wrong_type(value, "string", "number", "bigint")
    if value != int(value):
        raise invalid(number_text(value), "not-whole")
    if abs(value) > SAFE:
        raise Refused({"_tag": "UnsafeInteger", "rule": "NUMBER-2", "got": number_text(value), "limit": SAFE})
    return int(value)


def quotient(above, below):
    numerator, denominator = read_whole(above), read_whole(below)
    if denominator == 0:
        raise Refused({"_tag": "ZeroDenominator", "rule": "FRACTION-2", "numerator": str(numerator)})
    return Fraction(numerator, denominator)


def read_fraction(value):
    """FRACTION-3: as it is written. A decimal is never taken for the third that it resembles."""
    kind = kind_of(value)
    if kind == "string":
        if "/" in value:
            return quotient(*value.split("/", 1))
        decimal = re.fullmatch(r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)( ?%)?", value)
        if decimal and ("." in value or decimal.group(2)):
            return Fraction(decimal.group(1)) / (100 if decimal.group(2) else 1)
        return Fraction(read_whole(value))
    if kind == "number":
        return Fraction(read_whole(value))
    if kind != "object":
        raise wrong_type(value, "string", "object", "number", "bigint")
    for field in value:
        if field not in ("numerator", "denominator"):
            raise Refused({"_tag": "UnknownField", "rule": "READ-3", "field": field})
    for field in ("numerator", "denominator"):
        if field not in value:
            raise Refused({"_tag": "MissingField", "rule": "READ-2", "field": field})
    return quotient(value["numerator"], value["denominator"])


def written(share):
    """FRACTION-6: two texts of digits, in lowest terms."""
    return {"numerator": str(share.numerator), "denominator": str(share.denominator)}


def one_of(*known):
    def read(value):
        if not isinstance(value, str):
            raise wrong_type(value, "string")
        if value not in known:
            raise Refused({"_tag": "UnknownChoice", "rule": "READ-4", "expected": list(known), "got": value})
        return value

    return read


FIELDS = {
    "share": read_fraction,
    "comparison": one_of("more-than", "at-least"),
    "measure": one_of("heads", "area"),
    "base": one_of("entitled", "members", "present", "participating", "valid", "cast", "whole-estate"),
}


def read_threshold(value):
    """THRESHOLD-6: everything that is wrong with it, each with its place."""
    found, faults = {}, []
    for field in value:
        if field not in FIELDS:
            faults.append({"path": [field], "refusal": {"_tag": "UnknownField", "rule": "READ-3", "field": field}})
    for field, read in FIELDS.items():
        try:
            if field not in value:
                raise Refused({"_tag": "MissingField", "rule": "READ-2", "field": field})
            found[field] = read(value[field])
        except Refused as refused:
            faults += [{"path": [field], "refusal": refusal} for refusal in refused.refusals]
    if "share" in found and "comparison" in found:
        share, reason = found["share"], None
        if share <= 0:
            reason = "share-not-above-zero"
        elif share > 1:
            reason = "share-above-one"
        elif share == 1 and found["comparison"] == "more-than":
            reason = "more-than-all"
        if reason:
            refusal = {"_tag": "InvalidQuorum", "rule": "THRESHOLD-6", "reason": reason, "got": str(share)}
            faults.append({"path": ["share"], "refusal": refusal})
    if faults:
        raise Refused(*faults)
    return {**found, "share": written(found["share"])}
