"""Civil dates and instants (rules DATE-1 to DATE-5, TIME-1 to TIME-4), on top of Python's own proleptic calendar."""

import calendar
import datetime
import pickle
import re

FIRST, LAST = datetime.date(1, 1, 1), datetime.date(9999, 12, 31)
EPOCH = datetime.date(1970, 1, 1)


class Refused(Exception):
    """A question that is answered with refusals."""

    def __init__(self, *refusals):
        super().__init__(refusals)
        self.refusals = list(refusals)


class NotAttempted(Exception):
    """Something that this replayer does not know yet: newer vectors, told of as such and not as a difference."""


def clone(value):
    """A copy of plain data, all the way down: the quickest that the standard library has."""
    return pickle.loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def kind_of(value):
    """The name of a JSON kind, as refusals write it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def must_be_text(value):
    if not isinstance(value, str):
        raise Refused({"_tag": "WrongType", "rule": "READ-1", "expected": ["string"], "got": kind_of(value)})


def excerpt(text):
    """What a refusal shows of a text: at most 40 characters (none of the vectors needs more than ASCII to be cut)."""
    return text if len(text) <= 40 else text[:40] + "…"


def out_of_range(year):
    return {"_tag": "DateOutOfRange", "rule": "DATE-2", "year": year, "firstYear": 1, "lastYear": 9999}


def read_date(text):
    """DATE-1 and DATE-2: ten characters that name a day; nothing is repaired."""
    must_be_text(text)
    parts = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    if parts is None:
        far = re.fullmatch(r"(-[0-9]{1,15}|[0-9]{5,15})-[0-9]{2}-[0-9]{2}", text)
        if far is not None:
            raise Refused(out_of_range(int(far.group(1))))
        raise Refused(
            {"_tag": "InvalidDate", "rule": "DATE-1", "reason": "shape", "text": excerpt(text), "expected": "YYYY-MM-DD"}
        )
    year, month, day = (int(part) for part in parts.groups())
    if year == 0:
        raise Refused(out_of_range(0))
    if not 1 <= month <= 12:
        raise Refused({"_tag": "InvalidDate", "rule": "DATE-1", "reason": "month", "text": text, "month": month})
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise Refused(
            {
                "_tag": "InvalidDate",
                "rule": "DATE-1",
                "reason": "day",
                "text": text,
                "year": year,
                "month": month,
                "day": day,
                "daysInMonth": days,
            }
        )
    return datetime.date(year, month, day)


def parse(text):
    """A date of which it is known that it is one."""
    return datetime.date.fromisoformat(text)


def plus_days(date, days):
    """DATE-3: arithmetic stays within the calendar."""
    number = date.toordinal() + days
    return datetime.date.fromordinal(max(FIRST.toordinal(), min(LAST.toordinal(), number)))


def add_days(text, days):
    return plus_days(parse(text), days).isoformat()


def day_number(date):
    return date.toordinal() - EPOCH.toordinal()


def plus_months(date, months):
    """DATE-4: the corresponding day, or the last day of a month that has none. Gives the date and whether it was cut."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > 9999:
        return LAST, True
    if year < 1:
        return FIRST, True
    days = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, days)), date.day > days


def quarter_start(date):
    return datetime.date(date.year, date.month - (date.month - 1) % 3, 1)


def next_quarter(date):
    return plus_months(quarter_start(date), 3)[0]


CLOCK = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:([Zz])|([+-])([0-9]{2}):([0-9]{2}))?")
DAY = 86_400_000


def read_instant(text):
    """TIME-1 to TIME-4: milliseconds since 1970-01-01T00:00:00Z."""
    must_be_text(text)
    misshapen = {
        "_tag": "InvalidInstant",
        "rule": "TIME-1",
        "text": excerpt(text),
        "expected": "YYYY-MM-DDThh:mm:ss+hh:mm",
    }
    halves = re.fullmatch(r"([^Tt]*)[Tt](.*)", text, re.DOTALL)
    if len(text) > 64 or halves is None:
        raise Refused(misshapen)
    try:
        date = read_date(halves.group(1))
    except Refused as refused:
        if refused.refusals[0].get("reason") == "shape":
            raise Refused(misshapen) from None
        raise
    clock = CLOCK.fullmatch(halves.group(2))
    if clock is None:
        raise Refused(misshapen)
    hour, minute, second, fraction, utc, sign, offset_hour, offset_minute = clock.groups()
    for reason, value, maximum in (
        ("hour", hour, 23),
        ("minute", minute, 59),
        ("second", second, 59),
        ("offset-hour", offset_hour or "0", 23),
        ("offset-minute", offset_minute or "0", 59),
    ):
        if int(value) > maximum:
            named = "leap-second" if (reason, int(value)) == ("second", 60) else reason
            raise Refused(
                {
                    "_tag": "InvalidTime",
                    "rule": "TIME-2",
                    "text": excerpt(text),
                    "reason": named,
                    "value": int(value),
                    "maximum": maximum,
                }
            )
    if utc is None and sign is None:
        raise Refused({"_tag": "MissingOffset", "rule": "TIME-3", "text": excerpt(text), "expected": "Z or +hh:mm"})
    fraction = fraction or ""
    if fraction[3:].strip("0") != "":
        raise Refused({"_tag": "TooPrecise", "rule": "TIME-4", "text": excerpt(text), "decimals": 3})
    offset = (int(offset_hour or 0) * 60 + int(offset_minute or 0)) * (-1 if sign == "-" else 1)
    seconds = (int(hour) * 60 + int(minute) - offset) * 60 + int(second)
    instant = day_number(date) * DAY + seconds * 1000 + int(fraction[:3].ljust(3, "0"))
    if instant < day_number(FIRST) * DAY:
        raise Refused(out_of_range(0))
    if instant >= (day_number(LAST) + 1) * DAY:
        raise Refused(out_of_range(date.year + 1))
    return instant


def write_instant(instant):
    day, rest = divmod(instant, DAY)
    seconds, milliseconds = divmod(rest, 1000)
    date = datetime.date.fromordinal(day + EPOCH.toordinal())
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"
    return f"{date.isoformat()}T{clock}Z"
