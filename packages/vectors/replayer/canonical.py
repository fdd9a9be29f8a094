"""Canonical JSON (RFC 8785) and digests (rules DIGEST-1 to DIGEST-3, READ-7, READ-10)."""

import hashlib
import json
import re

from civil import Refused, excerpt, must_be_text

SAFE = 9007199254740991
DEEPEST = 64


def number_text(value):
    """A number as ECMAScript prints it. Python finds the same shortest digits, and writes them in another way."""
    if isinstance(value, int):
        if abs(value) <= SAFE:
            return str(value)
        value = float(value)
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, decimals = mantissa.partition(".")
    decimals = decimals.rstrip("0") if decimals.strip("0") else ""
    point = len(whole) + int(exponent or "0")
    digits = (whole + decimals).lstrip("0")
    point -= len(whole + decimals) - len(digits)
    stripped = digits.rstrip("0")
    if 0 < point <= 21:
        if len(stripped) <= point:
            return sign + stripped.ljust(point, "0")
        return f"{sign}{stripped[:point]}.{stripped[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{stripped}"
    tail = f".{stripped[1:]}" if len(stripped) > 1 else ""
    return f"{sign}{stripped[0]}{tail}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def utf16_units(text):
    data = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]


def must_be_unicode(text, path):
    """TEXT-2: no lone surrogates and no noncharacters."""
    if text.isascii():
        return
    index = 0
    for character in text:
        code = ord(character)
        lone = 0xD800 <= code <= 0xDFFF
        if lone or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
            refusal = {
                "_tag": "InvalidText",
                "rule": "TEXT-2",
                "reason": "lone-surrogate" if lone else "noncharacter",
                "index": index,
                "character": f"U+{code:04X}",
            }
            raise Refused({"path": path, "refusal": refusal})
        index += 2 if code > 0xFFFF else 1


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
MUST_ESCAPE = re.compile(r'["\\\x00-\x1f]')


def escaped(found):
    return ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def text_text(text):
    return f'"{MUST_ESCAPE.sub(escaped, text)}"'


def canonical(value, path=()):
    """The one way to write a value."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        must_be_unicode(value, list(path))
        return text_text(value)
    if isinstance(value, list):
        return f"[{','.join(canonical(item, (*path, at)) for at, item in enumerate(value))}]"
    fields = []
    for name in sorted(value, key=None if all(map(str.isascii, value)) else utf16_units):
        must_be_unicode(name, list(path))
        fields.append(f"{text_text(name)}:{canonical(value[name], (*path, name))}")
    return f"{{{','.join(fields)}}}"


def depth(value):
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def read_json(text):
    """Reads JSON that names each field of an object once (READ-10) and is at most 64 levels deep (READ-7)."""

    def once(pairs):
        names = set()
        for name, _ in pairs:
            if name in names:
                # Where it stands is part of the evidence; the vectors hold one at the top.
                raise Refused({"_tag": "DuplicateKey", "rule": "READ-10", "field": name, "within": []})
            names.add(name)
        return dict(pairs)

    value = json.loads(text, object_pairs_hook=once)
    if depth(value) > DEEPEST:
        raise Refused({"_tag": "TooDeep", "rule": "READ-7", "limit": DEEPEST})
    return value


def sm3(data):
    """SM3 (GB/T 32905), which not every build of Python carries."""
    mask = 0xFFFFFFFF

    def turn(word, by):
        by %= 32
        return ((word << by) | (word >> (32 - by))) & mask

    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        words = [int.from_bytes(padded[at : at + 4], "big") for at in range(start, start + 64, 4)]
        for j in range(16, 68):
            x = words[j - 16] ^ words[j - 9] ^ turn(words[j - 3], 15)
            words.append(x ^ turn(x, 15) ^ turn(x, 23) ^ turn(words[j - 13], 7) ^ words[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            constant = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = turn((turn(a, 12) + e + turn(constant, j)) & mask, 7)
            ss2 = ss1 ^ turn(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & mask & g)
            tt1 = (ff + d + ss2 + (words[j] ^ words[j + 4])) & mask
            tt2 = (gg + h + ss1 + words[j]) & mask
            a, b, c, d = tt1, a, turn(b, 9), c
            e, f, g, h = tt2 ^ turn(tt2, 9) ^ turn(tt2, 17), e, turn(f, 19), g
        state = [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(4, "big") for word in state).hex()


def digest(value):
    """The SHA-256 digest of a value: of the UTF-8 bytes of its canonical JSON."""
    return f"sha-256:{hashlib.sha256(canonical(value).encode()).hexdigest()}"


def canonical_answer(text):
    written = canonical(read_json(text))
    data = written.encode()
    return {"value": written, "digests": [f"sha-256:{hashlib.sha256(data).hexdigest()}", f"sm3:{sm3(data)}"]}


KNOWN = {"sha-256": 64, "sm3": 64}


def read_digest(text):
    """DIGEST-3."""
    must_be_text(text)
    name, colon, digits = text.partition(":")
    if not colon or not name:
        reason = "no-algorithm"
    elif name not in KNOWN:
        reason = "unknown-algorithm"
    elif len(digits) != KNOWN[name]:
        reason = "length"
    elif not re.fullmatch(r"[0-9a-f]+", digits):
        reason = "not-lower-case-hex"
    else:
        return text
    raise Refused({"_tag": "InvalidDigest", "rule": "DIGEST-3", "reason": reason, "got": excerpt(text), "known": KNOWN})
