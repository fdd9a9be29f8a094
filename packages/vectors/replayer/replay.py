"""
Replays the golden vectors with an implementation of its own: `python3 replay.py [folder]`.

Standard library only, Python 3.9 or newer. It prints for every file how many cases it replayed, how many agreed, and how many
it did not attempt (and what they ask), and ends with 1 when an answer is another one than expected.
"""

import collections
import json
import pathlib
import sys

# It leaves nothing behind where it lies.
sys.dont_write_bytecode = True

import ballot
import canonical
import civil
import co_governance
import conference
import covenant
import deadlines
import disclosure
import matters
import numbers_and_names as names
import readings
import rota
import tally


def months(case):
    date, clamped = civil.plus_months(civil.parse(case["date"]), case["months"])
    return {
        "value": {"date": date.isoformat(), "clamped": clamped},
        "quarter": {"from": civil.quarter_start(date).isoformat(), "until": civil.next_quarter(date).isoformat()},
    }


def days(case):
    date = civil.plus_days(civil.parse(case["date"]), case["days"])
    return {"value": date.isoformat(), "weekday": date.isoweekday(), "dayNumber": civil.day_number(date)}


def instant(text):
    value = civil.read_instant(text)
    return {"value": value, "written": civil.write_instant(value)}


QUESTIONS = {
    "read a civil date": lambda text: {"value": civil.read_date(text).isoformat()},
    "add days to a date": days,
    "add months to a date": months,
    "read an instant": instant,
    "read JSON, write it canonically and digest it": canonical.canonical_answer,
    "read a digest": lambda text: {"value": canonical.read_digest(text)},
    "read an id": lambda text: {"value": names.read_id(text)},
    "hold a count against a threshold": names.hold_count,
    "compare two thresholds": lambda pair: {"value": names.stricter(pair)},
    "draw a number from a text": lambda text: {"value": names.draw(text)},
    "read a fraction": lambda value: {"value": readings.written(readings.read_fraction(value))},
    "read a threshold": lambda value: {"value": readings.read_threshold(value)},
    "name a ballot": ballot.name,
    "judge a sitting": tally.judge_case,
    "judge a tally": tally.judge_tally,
}


PROCESSES = {
    "joint-conference": conference,
    "rotating-chair": rota,
    "ballot": ballot,
    "deliberation": matters,
    "disclosure": disclosure,
    "co-governance": co_governance,
    "covenant": covenant,
}


class Histories:
    """Histories by process and name, and the states that their events lead to."""

    def __init__(self, folder):
        self.folder = folder
        self.known = {}

    def state(self, process, history):
        """The state after the first events of a history: an empty list, or a name and a count."""
        if isinstance(history, list):
            return self.told(process, history)[-1]
        return self.named(process, history["from"])[1][history["count"]]

    def named(self, process, name):
        """A history as its file holds it, and the states before its first event and after each of them."""
        if (process, name) not in self.known:
            file = json.loads((self.folder / "histories" / process / f"{name}.json").read_text("utf-8"))
            self.known[process, name] = file, self.told(process, file["events"])
        return self.known[process, name]

    @staticmethod
    def told(process, events):
        """The state before the first event, and after each of them."""
        if process not in PROCESSES:
            raise civil.NotAttempted(process)
        states = [PROCESSES[process].empty()]
        for event in events:
            state = civil.clone(states[-1])
            PROCESSES[process].note(state, civil.clone(event))
            states.append(state)
        return states


def answer(file, case, histories):
    """What comes of a case, or None where it is not attempted."""
    try:
        if "input" in case:
            if file["asks"] == "resolve a deadline":
                return deadlines.resolve(case["input"], file["with"]["calendar"])
            ask = QUESTIONS.get(file["asks"])
            return None if ask is None else ask(case["input"])
        if file["process"] not in PROCESSES:
            return None
        process = PROCESSES[file["process"]]
        state = histories.state(file["process"], case["history"])
        if file["asks"] == "state":
            return {"state": state}
        if file["asks"] == "authority":
            return {"grounds": process.authorize(state, case["command"], case["circumstances"])}
        return {"events": process.decide(state, case["command"], case["circumstances"])}
    except civil.Refused as refused:
        return {"refusals": refused.refusals}
    except civil.NotAttempted:
        return None


def same(one, other):
    """Equal as JSON: 1 is not true, and the order of fields is none."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def replay_cases(folder, histories, report):
    for path in sorted((folder / "cases").glob("*/*.json")):
        file = json.loads(path.read_text("utf-8"))
        left, replayed, differing = collections.Counter(), 0, []
        for case in file["cases"]:
            got = answer(file, case, histories)
            if got is None:
                left[case.get("command", {}).get("_tag", file["asks"])] += 1
                continue
            replayed += 1
            if not same(got, case["expect"]):
                differing.append((case, got))
        report(path.relative_to(folder), replayed, differing, left)


def replay_states(folder, histories, report):
    """Every event of every history, against the digest of the state that it leads to."""
    for path in sorted((folder / "histories").glob("*/*.json")):
        try:
            file, states = histories.named(path.parent.name, path.stem)
        except civil.NotAttempted as unknown:
            report(path.relative_to(folder), 0, [], collections.Counter({f"the event {unknown}": 1}))
            continue
        digests = [canonical.digest(state) for state in states[1:]]
        differing = [
            ({"id": f"{path.stem}, event {at + 1}", "says": event["_tag"], "expect": expected}, got)
            for at, (event, got, expected) in enumerate(zip(file["events"], digests, file["states"]))
            if got != expected
        ]
        report(path.relative_to(folder), len(digests), differing, collections.Counter())


def main(folder):
    totals = collections.Counter()

    def report(path, replayed, differing, left):
        not_attempted = sum(left.values())
        what = f" ({', '.join(f'{tag} {count}' for tag, count in sorted(left.items()))})" if left else ""
        agreed = replayed - len(differing)
        print(f"{path.as_posix()}: replayed {replayed}, agreed {agreed}, not attempted {not_attempted}{what}")
        totals.update(replayed=replayed, agreed=agreed, left=not_attempted)
        for case, got in differing[:5]:
            print(f"  DIFFERS {case['id']}: {case['says']}")
            print(f"    expected {json.dumps(case['expect'], sort_keys=True, ensure_ascii=False)[:2000]}")
            print(f"    got      {json.dumps(got, sort_keys=True, ensure_ascii=False)[:2000]}")

    histories = Histories(folder)
    replay_cases(folder, histories, report)
    replay_states(folder, histories, report)
    print(f"in all: replayed {totals['replayed']}, agreed {totals['agreed']}, not attempted {totals['left']}")
    if totals["replayed"] == 0:
        print("Nothing was replayed: is this the folder that holds cases and histories?")
        return 2
    return 0 if totals["agreed"] == totals["replayed"] else 1


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent.parent
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here))
