"""Deadlines (DEADLINE-1 to DEADLINE-10) over a work calendar (CALENDAR-1, -5, -9), counted day by day and minute by minute."""

import datetime

from civil import LAST, Refused, out_of_range, parse, plus_days, plus_months

ONE = datetime.timedelta(days=1)


class Unpublished(Exception):
    """The answer hangs on a year that is not published."""

    def __init__(self, year):
        super().__init__(year)
        self.year = year


class Calendar:
    """Monday to Friday are worked and weekends are not, but for the days that a year lists."""

    def __init__(self, data, guesses):
        self.years = {year["year"]: year for year in data["years"]}
        self.guesses = guesses

    def works(self, day):
        year, iso = self.years.get(day.year), day.isoformat()
        if year is None:
            if not self.guesses:
                raise Unpublished(day.year)
            return day.isoweekday() <= 5
        return iso in year["work"] or (day.isoweekday() <= 5 and iso not in year["off"])

    def walk(self, day, count):
        """The working day so many away; the day itself is never counted."""
        step = ONE if count > 0 else -ONE
        self.works(day)
        while count != 0:
            day += step
            if self.works(day):
                count -= 1 if count > 0 else -1
        return day


def contradiction(rule):
    hours = rule["unit"] in ("hour", "working-hour")
    found = {"_tag": "DeadlineContradiction", "rule": "DEADLINE-9"}
    if rule["rollOver"] == "next-working-day" and (rule["direction"] == "before" or hours):
        because = "before" if rule["direction"] == "before" else rule["unit"]
        return {**found, "field": "rollOver", "mustBe": "none", "because": because}
    if rule["endsAt"] == "close-of-business" and hours:
        return {**found, "field": "endsAt", "mustBe": "midnight", "because": rule["unit"]}
    return None


def must_count(rule, hours):
    """DEADLINE-9."""
    amount = rule["amount"]
    if amount < 1:
        raise Refused({"_tag": "EmptyInterval", "rule": "DEADLINE-9", "of": "period", "length": amount, "minimum": 1})
    if amount > 100_000:
        limits = {"amount": amount, "minimum": 1, "maximum": 100_000}
        raise Refused({"_tag": "InvalidAmount", "rule": "DEADLINE-9", **limits})
    if contradiction(rule):
        raise Refused(contradiction(rule))
    because = "working-hour" if rule["unit"] == "working-hour" else rule["endsAt"]
    if because != "midnight" and hours is None:
        raise Refused({"_tag": "BusinessHoursMissing", "rule": "DEADLINE-9", "because": because})
    return because != "midnight"


def civil_time(day, minute):
    """A minute of a day; midnight at its end is minute 0 of the next."""
    if minute == 1440:
        day, minute = plus_days(day, 1), 0
    return {"date": day.isoformat(), "minute": minute}


def by_days(rule, start, calendar, steps):
    """The last day of a period of days, working days or months."""
    after, amount = rule["direction"] == "after", rule["amount"]
    signed = amount if after else -amount
    if after:
        steps.append({"_tag": "StartDayNotCounted", "rule": "DEADLINE-1", "day": start.isoformat()})
    if rule["unit"] == "working-day":
        day = calendar.walk(start, signed)
        rest = abs((day - start).days) - amount
        steps.append({"_tag": "WorkingDaysCounted", "rule": "DEADLINE-7", "workingDays": amount, "restDays": rest})
    elif rule["unit"] == "month":
        day, cut = plus_months(start, signed)
        if cut:
            end = {"dayOfMonth": start.day, "monthEnd": day.isoformat()}
            steps.append({"_tag": "ClampedToMonthEnd", "rule": "DEADLINE-3", **end})
    else:
        day = plus_days(start, signed)
    if not after:
        # So many full days lie between the last day and the event.
        if rule["unit"] == "month" and plus_months(day, amount)[0] < start:
            day += ONE
        full = {"first": day.isoformat(), "last": (start - ONE).isoformat()}
        steps.append({"_tag": "FullDaysBetween", "rule": "DEADLINE-6", **full})
        return day - ONE
    if rule["rollOver"] == "next-working-day":
        rolled = day
        while not calendar.works(rolled):
            rolled += ONE
        if rolled != day:
            way = {"from": day.isoformat(), "restThrough": (rolled - ONE).isoformat(), "to": rolled.isoformat()}
            steps.append({"_tag": "RolledOver", "rule": "DEADLINE-4", **way})
        day = rolled
    return day


def by_working_hours(rule, moment, calendar, hours, steps):
    """DEADLINE-8: minutes pass only within business hours of working days, from the next full minute on."""
    day, minute = parse(moment["civilDate"]), moment["minuteOfDay"]
    left, after = rule["amount"] * 60, rule["direction"] == "after"
    if after and moment["instant"] % 60_000:
        minute += 1

    def business(at):
        return calendar.works(day) and any(window["opens"] <= at < window["closes"] for window in hours)

    while left:
        if after:
            left -= business(minute)
            minute += 1
            if minute == 1440 and left:
                day, minute = day + ONE, 0
        else:
            if minute == 0:
                day, minute = day - ONE, 1440
            minute -= 1
            left -= business(minute)
    start = {"date": moment["civilDate"], "minute": moment["minuteOfDay"]}
    reached = {"date": day.isoformat(), "minute": minute}
    counted = {"hours": rule["amount"], "from": start, "to": reached}
    steps.append({"_tag": "WorkingHoursCounted", "rule": "DEADLINE-8", **counted})
    return day, minute


def resolve(case, data):
    rule, moment, hours = case["rule"], case["from"], case.get("businessHours")
    needs_hours = must_count(rule, hours)
    deadline = {"rule": rule, "from": moment, "calendar": {"id": data["id"], "version": data["version"]}}
    if needs_hours:
        deadline["businessHours"] = hours
    if rule["unit"] == "hour":
        signed = rule["amount"] if rule["direction"] == "after" else -rule["amount"]
        steps = [{"_tag": "HoursRunThrough", "rule": "DEADLINE-2", "hours": rule["amount"]}]
        end = moment["instant"] + signed * 3_600_000
        return {"value": {"_tag": "InstantDeadline", "end": end, **deadline, "provisional": False, "steps": steps}}
    try:
        return {"value": civil(rule, moment, hours, deadline, Calendar(data, False))}
    except Unpublished as unpublished:
        if rule["unpublished"] == "refuse":
            years = [year["year"] for year in data["years"]]
            covers = {"firstYear": min(years), "lastYear": max(years)}
            refusal = {"_tag": "CalendarYearUnpublished", "rule": "CALENDAR-5", "calendar": data["id"]}
            raise Refused({**refusal, "year": unpublished.year, "covers": covers}) from None
        guessed = civil(rule, moment, hours, deadline, Calendar(data, True))
        guessed["steps"].append({"_tag": "WeekendsAssumed", "rule": "DEADLINE-10", "year": unpublished.year})
        return {"value": {**guessed, "provisional": True}}


def civil(rule, moment, hours, deadline, calendar):
    steps = []
    if rule["unit"] == "working-hour":
        day, minute = by_working_hours(rule, moment, calendar, hours, steps)
        last, end = (day if minute > 0 else day - ONE), civil_time(day, minute)
    else:
        last = by_days(rule, parse(moment["civilDate"]), calendar, steps)
        if last == LAST:
            raise Refused(out_of_range(10_000))
        minute = hours[-1]["closes"] if rule["endsAt"] == "close-of-business" else 1440
        ends = {"day": last.isoformat(), "at": rule["endsAt"], "minute": minute}
        steps.append({"_tag": "LastDayEnds", "rule": "DEADLINE-5", **ends})
        end = civil_time(last, minute)
    found = {"_tag": "CivilDeadline", "lastDay": last.isoformat(), "end": end, **deadline}
    return {**found, "provisional": False, "steps": steps}
