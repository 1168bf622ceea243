"""The prose of a Markdown paragraph: markup blanked in place, by the inline rules of CommonMark.

One pass over the few characters that can mean markup; emphasis and links are paired as the specification does it, with
a stack of delimiter runs and a stack of brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field

__all__ = ["label_of", "prose_and_comments", "prose_of"]

_SPECIAL = re.compile(r"[\\`*_\[\]!<&{]")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>")
_TEMPLATE = re.compile(r"\{\{[^{}]*+\}\}")  # of site generators: {{< ref "…" >}}, even inside an attribute's quotes
_VALUE = rf"""[^\s"'=<>`]++|'[^']*+'|"(?:{_TEMPLATE.pattern}|[^"])*+\""""
_TAG = re.compile(
    rf"<(?:[A-Za-z][A-Za-z0-9-]*+(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:{_VALUE}))?+)*+\s*+/?|/[A-Za-z][A-Za-z0-9-]*+\s*+)>"
)
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+\]")
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*+)\]", re.DOTALL)
_NESTED = r"\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*+\))*+\)"
_TARGET = re.compile(
    rf"\(\s*+(?:<(?:\\.|[^<>\n\\])*+>|{_TEMPLATE.pattern}|(?:\\.|[^\s()\\<]|{_NESTED})(?:\\.|[^\s()\\]|{_NESTED})*+|)"
    r"""(?:\s++(?:"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\)))?+\s*+\)""",
    re.DOTALL,
)
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n")


@dataclass(slots=True)
class _Run:
    """A run of `*` or `_`; `start` and `left` are what pairing has not used up."""

    sign: str
    start: int
    left: int
    size: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Bracket:
    start: int  # of "[" or "!["
    text: int  # behind it
    image: bool
    floor: int  # delimiter runs before it
    active: bool = True


@dataclass(slots=True)
class _Scan:
    text: str
    references: Collection[str]
    blanks: list[tuple[int, int]] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    ticks: dict[int, list[int]] | None = None  # where runs of so many backticks stand; made at the first
    last_comment: int | None = None  # where the last comment of the text ends


def prose_of(text: str, references: Collection[str] = ()) -> str:
    """`text` with its markup as spaces, of the same length; every other character stays, line breaks become spaces.

    Blanked are emphasis marks, code spans, images, the brackets and targets of links, footnote marks, autolinks, HTML
    tags and comments, entities, the backslashes of escapes, and templates in double braces. `references` are the
    labels (see `label_of`) to which `[text]` and `[text][label]` may link.
    """
    return prose_and_comments(text, references)[0]


def prose_and_comments(text: str, references: Collection[str] = ()) -> tuple[str, list[str]]:
    """`prose_of` the text, and its HTML comments with their marks, in order; one in a code span is none."""
    if not _SPECIAL.search(text):
        return text.replace("\n", " "), []
    scan = _Scan(text, references)
    at = 0
    while special := _SPECIAL.search(text, at):
        at = _HANDLERS[special.group()](scan, special.start())
    _pair(scan, 0)
    return _blanked(text, scan.blanks), scan.comments


def label_of(text: str) -> str:
    """The form in which reference labels are compared: blanks collapsed, case folded."""
    return " ".join(text.split()).lower().upper()


def _blanked(text: str, blanks: list[tuple[int, int]]) -> str:
    parts, past = [], 0
    for start, end in sorted(blanks):
        if end > past:
            begin = max(start, past)
            parts += [text[past:begin], " " * (end - begin)]
            past = end
    return "".join([*parts, text[past:]]).replace("\n", " ")


def _blank(scan: _Scan, start: int, end: int) -> int:
    scan.blanks.append((start, end))
    return end


def _escape(scan: _Scan, at: int) -> int:
    if scan.text[at + 1 : at + 2] in _ESCAPABLE:
        _blank(scan, at, at + 1)
        return at + 2
    return at + 1


def _code(scan: _Scan, at: int) -> int:
    """A code span from its backticks to the next run of as many; without one they are text."""
    if scan.ticks is None:
        scan.ticks = {}
        for run in _TICKS.finditer(scan.text):
            scan.ticks.setdefault(len(run.group()), []).append(run.start())
    opening = _TICKS.match(scan.text, at)
    size = len(opening.group()) if opening else 1
    places = scan.ticks.get(size, [])
    closing = bisect_left(places, at + size)
    return _blank(scan, at, places[closing] + size) if closing < len(places) else at + size


def _angle(scan: _Scan, at: int) -> int:
    if scan.text.startswith("<!--", at):
        if scan.last_comment is None:
            scan.last_comment = scan.text.rfind("-->")
        end = scan.text.find("-->", at + 2) if at + 2 <= scan.last_comment else -1
        if end < 0:
            return at + 4
        scan.comments.append(scan.text[at : end + 3])
        return _blank(scan, at, end + 3)
    found = _AUTOLINK.match(scan.text, at) or _TAG.match(scan.text, at)
    return _blank(scan, at, found.end()) if found else at + 1


def _entity(scan: _Scan, at: int) -> int:
    found = _ENTITY.match(scan.text, at)
    return _blank(scan, at, found.end()) if found else at + 1


def _template(scan: _Scan, at: int) -> int:
    found = _TEMPLATE.match(scan.text, at)
    return _blank(scan, at, found.end()) if found else at + 1


def _bang(scan: _Scan, at: int) -> int:
    if not scan.text.startswith("![", at):
        return at + 1
    scan.brackets.append(_Bracket(at, at + 2, True, len(scan.runs)))
    return at + 2


def _open_bracket(scan: _Scan, at: int) -> int:
    if footnote := _FOOTNOTE.match(scan.text, at):
        return _blank(scan, at, footnote.end())
    scan.brackets.append(_Bracket(at, at + 1, False, len(scan.runs)))
    return at + 1


def _close_bracket(scan: _Scan, at: int) -> int:
    if not scan.brackets:
        return at + 1
    bracket = scan.brackets.pop()
    end = _link_end(scan, bracket, at) if bracket.active else None
    if end is None:
        return at + 1
    _pair(scan, bracket.floor)
    if bracket.image:
        return _blank(scan, bracket.start, end)
    _blank(scan, bracket.start, bracket.text)
    for outer in reversed(scan.brackets):  # links do not nest, save in the text of an image
        if outer.image or not outer.active:
            break
        outer.active = False
    return _blank(scan, at, end)


def _link_end(scan: _Scan, bracket: _Bracket, at: int) -> int | None:
    """Where the link ends whose text the bracket at `at` closes; None where it is no link."""
    if target := _TARGET.match(scan.text, at + 1):
        return target.end()
    label = _LABEL.match(scan.text, at + 1)
    if label and label.group(1).strip():
        return label.end() if label_of(label.group(1)) in scan.references else None
    if scan.references and label_of(scan.text[bracket.text : at]) in scan.references:
        return label.end() if label else at + 1
    return None


def _emphasis(scan: _Scan, at: int) -> int:
    """Note a run of `*` or `_` with what it may do, by the flanking rules."""
    text, sign = scan.text, scan.text[at]
    end = at + 1
    while end < len(text) and text[end] == sign:
        end += 1
    before, after = text[at - 1 : at] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    opens = left and (sign == "*" or not right or _is_mark(before))
    closes = right and (sign == "*" or not left or _is_mark(after))
    if opens or closes:
        scan.runs.append(_Run(sign, at, end - at, end - at, opens, closes))
    return end


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()


def _pair(scan: _Scan, floor: int) -> None:
    """Pair the delimiter runs from `floor` on, blank the pairs, and forget the runs."""
    openers: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}  # by kind of closer: where no opener for it stands before
    for run in scan.runs[floor:]:
        key = (run.sign, run.opens, run.size % 3)
        while run.closes and run.left:
            index = _opener(openers, run, bottoms.get(key, 0))
            if index is None:
                bottoms[key] = run.start
                break
            _take(scan, openers[index], run)
            del openers[index + 1 :]
            if not openers[index].left:
                openers.pop()
        if run.opens and run.left:
            openers.append(run)
    del scan.runs[floor:]


def _opener(openers: list[_Run], closer: _Run, bottom: int) -> int | None:
    for index in range(len(openers) - 1, -1, -1):
        run = openers[index]
        if run.start < bottom:
            return None
        if run.sign == closer.sign and not _thirds(run, closer):
            return index
    return None


def _thirds(opener: _Run, closer: _Run) -> bool:
    """The rule of three: runs that both open and close pair only if their sizes do not add up to a multiple of 3."""
    if not (opener.closes or closer.opens):
        return False
    return (opener.size + closer.size) % 3 == 0 and not (opener.size % 3 == 0 and closer.size % 3 == 0)


def _take(scan: _Scan, opener: _Run, closer: _Run) -> None:
    used = 2 if opener.left > 1 and closer.left > 1 else 1
    opener.left -= used
    _blank(scan, opener.start + opener.left, opener.start + opener.left + used)
    _blank(scan, closer.start, closer.start + used)
    closer.start += used
    closer.left -= used


_HANDLERS = {
    "\\": _escape,
    "`": _code,
    "*": _emphasis,
    "_": _emphasis,
    "[": _open_bracket,
    "]": _close_bracket,
    "!": _bang,
    "<": _angle,
    "&": _entity,
    "{": _template,
}
