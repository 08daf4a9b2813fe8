"""The forms that an expression of time has in the news, as one table of patterns.

A form is tried only where a word stands that can begin one, and matches from there; the longest form that can be resolved
wins. No pattern has a repeat inside a repeat, so each ends after a bounded number of steps. What a form means stands in
`time_forms`; what may stand before and after one (a preposition, "early", "the end of", a part of the day) at the end of
this module.

Month and weekday names count with their capital only, so that the modal "may", the verb "march" and "sat" are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapporteur.knowledge.calendar import named_days


class Form(NamedTuple):
    """A kind of expression: its name, which names its meaning too, and its pattern."""

    name: str
    pattern: re.Pattern[str]


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
def _words(text: str) -> list[str]:
    return text.split()


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {w: i for i, w in enumerate(_ONES.split(), 1)} | {w: 10 * i for i, w in enumerate(_TENS.split(), 2)}
NUMBERS |= {"a": 1, "an": 1, "a dozen": 12, "half a dozen": 6, "a hundred": 100, "one hundred": 100}
ORDINALS = {w: i for i, w in enumerate(_words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"), 1)}
ORDINALS |= {w: i for i, w in enumerate(_words("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"), 13)}
ORDINALS |= {"twentieth": 20, "twenty-first": 21}
DECADES = {w: i for i, w in enumerate(_words("twenties thirties forties fifties sixties seventies eighties nineties"), 2)}

# One blank, or one line break inside a paragraph.
S = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|\n(?!\n))"
DASH = r"[-‐‑–—]"


def _either(words: object) -> str:
    """Alternatives, longest first, so that "fourteen" is not read as "four"."""
    return "(?:" + "|".join(sorted(map(str, words), key=lambda w: (-len(w), w))) + ")"  # type: ignore[call-overload]


_ABBREVIATED = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_FULL = _either([*MONTHS, *(m.upper() for m in MONTHS)])
_PARTS = {
    "S": S,
    "DASH": DASH,
    "GAP": rf"(?:{S}|-)",
    "MONTH": rf"(?P<month>{_FULL}\b|{_ABBREVIATED})",
    "MONTH2": rf"(?P<month2>{_FULL}\b|{_ABBREVIATED})",
    "FULL": rf"(?P<month>{_FULL})\b",
    "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)",
    "DAY2": r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)",
    "YEAR": r"(?P<year>1\d{3}|20\d\d|21\d\d)(?![\d%]|[.,]\d)",
    "WD": rf"(?:(?P<weekday>{_either([*WEEKDAYS, *(w.upper() for w in WEEKDAYS)])})\b)",
    "WDA": rf"(?:(?P<weekday>{_either([*WEEKDAYS, *(w.upper() for w in WEEKDAYS)])}\b|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?),?{S})",
    "NUMBER": rf"(?P<number>\d{{1,4}}|(?i:half{S}a{S}dozen|a{S}dozen|(?:a|one){S}hundred|{_either(_TENS.split())}(?:[- ]{_either(_ONES.split()[:9])})?"
    rf"|{_either(_ONES.split())}|an?))\b",
    "VAGUE": rf"(?P<vague>(?i:a{S}few|the{S}few|few|several|some|a{S}couple(?:{S}of)?|many|a{S}handful{S}of|a{S}number{S}of|countless))\b",
    "UNIT": r"(?P<unit>(?i:minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century|centurie))",
    "DEICTIC": rf"(?P<which>(?i:(?:this|the){S}(?:past|coming|last|next|previous|following|current|same|preceding)|this|last|next|that))",
    "SEASON": rf"(?P<season>{_either(SEASONS)}|{_either(s.title() for s in SEASONS)})\b",
    "PART": r"(?P<part>(?i:morning|afternoon|evening|night|lunchtime|noon|midnight|dawn|dusk))\b",
    "ORDINAL": rf"(?P<ordinal>\d\d?(?:st|nd|rd|th)|(?i:{_either(ORDINALS)}))\b",
    "WEEKDAY2": rf"(?P<weekday2>{_either(WEEKDAYS)})\b",
}


def _form(name: str, pattern: str) -> Form:
    """A form whose pattern is written with the parts above in angle brackets; a blank is one of S."""
    body = re.sub(r"<([A-Z]+2?)>", lambda m: _PARTS[m[1]], pattern.replace(" ", S))
    return Form(name, re.compile(body))


# Newspapers, groups and names that begin with a weekday or hold one.
_NO_WEEKDAY = r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Independent|World|Sport|People|Review|Age|Tribune|Morning|Business|Star|Sun|Nation|Night Football|Night Live)\b)"
_NO_DATE = r"(?! (?i:alliance|movement|coalition|brigades?|revolution|bloc|camp|square|street|plot|group|agreement of)\b)"

# What makes of a named day a thing or a place.
_NOT_NAMED = "tree|trees|market|markets|card|cards|present|presents|gift|gifts|carols?|lights|songs?|eggs?|egg|shopping|Island|Rising|War|Offensive|bunny|resolutions?"

FORMS: tuple[Form, ...] = (
    # days
    _form("iso", r"(?P<year>1\d{3}|20\d\d|21\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T\d\d:?\d\d[\d:.Z+-]*)?(?![\d-])"),
    _form("numeric", r"(?P<first>\d\d?)(?P<by>[/.])(?P<second>\d\d?)(?P=by)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"),
    _form("day_month", rf"(?:<WDA>)?(?i:the )?<DAY>(?: of)?(?: |-)<MONTH>{_NO_DATE}(?:,? (?:of )?<YEAR>)?"),
    _form("month_day", rf"(?:<WDA>)?<MONTH>(?: the)?(?: |-|(?<=\.))<DAY>{_NO_DATE}(?:,? ?<YEAR>(?! (?i:people|troops|soldiers)\b))?"),
    _form("days_month", r"(?:<WDA>)?(?i:(?:from|between) )?<DAY> ?(?:<DASH>|to|until|through|and|or|&|/) ?<DAY2>(?: of)? <MONTH>(?:,? <YEAR>)?"),
    _form("month_days", r"<MONTH> <DAY> ?(?:<DASH>|to|until|through|&) ?<DAY2>(?:,? <YEAR>)?"),
    _form("month_days", r"(?i:(?:from|between) )?<MONTH> <DAY> and <DAY2>(?=[,.;)]| (?:in|at|for|to)\b|\s*$)(?:,? <YEAR>)?"),
    _form("month_of_day", r"(?i:the )<DAY>(?:(?= (?:of (?:this|last|next|the|that) month)\b)| ?(?=[,.;)]))"),
    _form("weekday_of_month", r"<WD>,? (?i:the )<DAY>(?! [a-z]+[^a-z])"),
    # months and years
    _form("month_year", r"<MONTH>(?: of|,)? <YEAR>"),
    _form("month_year", r"<YEAR> <FULL>(?! \d)"),
    _form("month_of_year", r"<MONTH>,?(?: of)? (?P<relyear>(?i:this|last|next|that|that same|the same)) year\b"),
    _form("month_of_year", r"<MONTH> <DAY>,?(?: of)? (?P<relyear>(?i:this|last|next|that|that same|the same)) year\b"),
    _form("month_of_year", r"(?i:the )?<DAY>(?: of)? <MONTH>,?(?: of)? (?P<relyear>(?i:this|last|next|that|that same|the same)) year\b"),
    _form("month_year_numeric", r"(?P<year>19\d\d|20\d\d)-(?P<monthnumber>0[1-9]|1[0-2])(?![\d-])"),
    _form("month", r"(?:(?P<which>(?i:this past|this|last|next|the coming|this coming|the following|the previous)) )?<FULL>(?P<lastword> last\b)?(?! \d)"),
    _form("month", r"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?! \d)"),
    _form("years", r"(?P<year>1\d{3}|20\d\d)(?P<by><DASH>|/)(?P<year2>\d\d)(?![\d/-])"),
    _form("years", r"(?P<year>1\d{3}|20\d\d) ?(?P<by><DASH>|/) ?(?P<year2>1\d{3}|20\d\d)(?![\d/-])"),
    _form("year", r"(?i:the year )?<YEAR>(?![-‐‑–/]\d)"),
    _form("year", r"(?i:the year of )<YEAR>"),
    _form("short_year", r"['‘’](?P<year>\d\d)(?![\d'’])(?!s\b)"),
    # weekdays
    _form("weekday", rf"(?:(?:<DEICTIC>|(?i:the next)) )?<WD>{_NO_WEEKDAY}(?: (?P<after>last|week|next)\b(?! (?:year|month|week)))?"),
    _form("weekday_counted", r"<NUMBER> <UNIT>s? (?P<side>(?i:on|from|ago on|ago|before|after)) (?:(?P<which>next|last) )?<WD>"),
    _form("weekday_of_week", r"<WD> (?:of )?(?P<week>(?i:this week|last week|next week))\b"),
    # days by where we stand
    _form("deictic", r"(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night|overnight))\b"),
    _form("part_today", r"(?P<which>(?i:this|yesterday|tomorrow|earlier this|later this)) <PART>"),
    _form("midnight", r"(?P<word>(?i:midnight))\b"),
    _form("named", rf"(?:<DEICTIC> )?(?P<name>{_either(named_days())})(?!\w)(?:(?: of|,)? <YEAR>|(?P<lastword> last\b))?(?! (?:{_NOT_NAMED})\b)"),
    # weeks, months, years by where we stand
    _form("unit", r"(?:(?P<shift>(?i:earlier|later|early|late|mid))<GAP>)?<DEICTIC> (?:(?i:calendar|financial|fiscal|whole) )?<UNIT>s?\b"),
    _form("the_unit", r"(?i:the|each) (?P<unit>(?i:weekend))\b"),
    _form("year_end", r"(?i:(?:the )?(?P<unit>year|month)(?:['’]s)?<GAP>end)\b"),
    _form("inner_unit", r"(?i:the) (?P<unit>(?i:day|week|month|quarter|year|decade|century))\b"),
    _form("season", r"(?:(?P<shift>(?i:early|late|mid))<GAP>)?(?i:<DEICTIC> |the )?(?:(?P<shift2>(?i:early|late|mid))<GAP>)?<SEASON>(?:(?: of)?,? <YEAR>(?:(?:<DASH>|/)(?P<year2>\d\d|\d{4})(?!\d))?)?"),
    _form("season", r"(?P<year>(?:19|20)\d\d) <SEASON>(?! [A-Z])"),
    _form("quarter", r"Q(?P<number>[1-4]),?(?: |-)?(?: of )?(?:<YEAR>)?(?!\w)"),
    _form("half_year", r"H(?P<number>[12]),?(?: |-)<YEAR>"),
    _form("quarter_word", r"(?i:the )?<ORDINAL><GAP>(?P<unit>quarter|half)(?: of| in)?,? (?:<YEAR>|(?P<which>this|last|next|the) year)"),
    _form("quarter_word", r"(?i:the )(?:<ORDINAL>|(?P<ordinalword>final|last))<GAP>(?P<unit>quarter)\b"),
    # counted
    _form("ago", r"(?:<NUMBER>\]?(?: and a half)?|<VAGUE>)(?:<GAP>)<UNIT>s?(?: and a half)?,? (?P<side>(?i:ago|back|earlier|later|before|after|beforehand|afterwards?|previously|hence|from now|from today))\b(?P<today> (?:today|yesterday|tomorrow|this (?:week|month)))?"),
    _form("ago", r"(?P<plural><UNIT>s) (?P<side>(?i:ago|earlier|later))\b"),
    _form("counted", r"(?:(?i:the|these|this|that|its|his|their|in|over) )?(?P<which>(?i:last|past|next|coming|following|previous|first|preceding)) (?:<NUMBER>|<VAGUE>)(?: and a half)?(?: or so)?<GAP><UNIT>s?\b"),
    _form("counted", r"(?i:the|these|this) (?:<NUMBER>|<VAGUE>) (?P<which>(?i:last|past|next|coming|following|previous|preceding)) <UNIT>s?\b"),
    _form("counted_plural", r"(?i:the |this )?(?P<which>(?i:recent|past|last|coming|next|following|previous)) <UNIT>s\b"),
    _form("in_counted", r"(?P<how>(?i:in|within)) (?:(?i:about|around|less than|under|just) )?<NUMBER><GAP>(?P<plural><UNIT>s?)(?P<time>['’]? time\b)?(?!-)"),
    # decades and centuries
    _form("decade", r"(?i:the )?(?:(?P<shift>(?i:early|late|mid))<GAP>(?:to<GAP>late<GAP>)?)?(?P<decade>(?:1[0-9]|20)\d0)['’]?s\b"),
    _form("short_decade", r"(?i:the )(?:(?P<shift>(?i:early|late|mid))<GAP>)?['‘’]?(?P<decade>[2-9]0)['’]?s\b"),
    _form("short_decade", r"['‘’](?P<decade>[2-9]0)['’]?s\b"),
    _form("decade_word", rf"(?i:the )(?:(?P<shift>(?i:early|late|mid))<GAP>)?(?P<word>(?i:{_either(DECADES)}))\b"),
    _form("century", r"(?i:the )?(?:(?P<shift>(?i:early|late|mid))<GAP>)?<ORDINAL><GAP>(?i:century)(?! (?:BC|BCE)\b)"),
    # days by what was named before
    _form("same", r"(?i:on )?(?P<which>(?i:the same|that same|that very|that)) (?P<unit>(?i:day|night|week|weekend|month|year|morning|afternoon|evening))\b"),
    _form("next", r"(?i:the )(?P<which>(?i:next|following|previous|preceding)) (?P<unit>(?i:day|morning|night|evening|afternoon|week|weekend|month|year|decade))\b"),
    _form("side", r"(?i:the|a) (?P<unit>(?i:day|night|week|month|year)) (?P<side>before|after|earlier|later)\b"),
)

# A form begins at a number or one of these words, and one that tells a time stands there or not far behind.
_FIRST = _words(
    """a about an coming counted countless couple day days decades century centuries each earlier early few first following following from
between half h1 h2 hours in its his their last late later many mid midnight minutes month months next on over overnight past previous
preceding q1 q2 q3 q4 recent same several some that the these this today tomorrow tonight weeks week within year years yesterday weekends"""
)
_ABBREVIATIONS = _words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun")
_UNITS = _words("minute hour day night week fortnight weekend month quarter year decade century")
_TELLING = frozenset(
    [*_UNITS, *(u + "s" for u in _UNITS), "centuries", *SEASONS, *DECADES, *_ABBREVIATIONS, *(m.lower() for m in MONTHS), *(w.lower() for w in WEEKDAYS)]
    + _words("today yesterday tomorrow tonight overnight midnight morning afternoon evening lunchtime noon dawn dusk half")
    + [n.split()[0].lower() for n in named_days()]
)
_BEGINNINGS = _TELLING.union(_FIRST, NUMBERS, ORDINALS)
_WORD = re.compile(r"['‘’](?=\d\d)\d+|\w+")
_NOT_BEHIND = frozenset(".,:/$£€¥#&@_-")
_AFTER_HYPHEN = re.compile(rf"(?:19|20)\d\d\b|(?:{_FULL})\b")
_FAR = 5  # words from the first to one that tells a time: "the first two and a half years"


def starts(text: str) -> list[int]:
    """Where a form may begin."""
    out: list[int] = []
    words = list(_WORD.finditer(text))
    telling = len(words) + _FAR
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0].lower()
        digit = word[-1].isdecimal() or word[0].isdecimal()
        if digit or word in _TELLING:
            telling = number
        if telling - number <= _FAR and (digit or word in _BEGINNINGS) and _stands_free(text, words[number].start()):
            out.append(words[number].start())
    return out[::-1]


def _stands_free(text: str, start: int) -> bool:
    """Not behind a sign that makes the word a part of another; behind a slash or a hyphen only years and months."""
    before = text[start - 1 : start]
    if before not in _NOT_BEHIND:
        return True
    return (before == "/" or (before == "-" and text[start - 2 : start - 1].isalpha())) and _AFTER_HYPHEN.match(text, start) is not None


# Before an expression: prepositions, with the relation that they set.
RELATIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (relation, re.compile(rf"(?<![\w-])(?i:{words.replace(' ', S)}){S}$"))
    for relation, words in (
        ("by", "by|no later than|not later than|by no later than|by around|by about|by as early as"),
        ("since", "since|ever since|from as early as|starting|starting on|starting in|starting from|beginning|beginning on|beginning in|as from|with effect from"),
        ("until", "until|till|up to|up until|through|not until|until at least|until around|until about"),
        ("before", "before|ahead of|prior to|not after|earlier than"),
        ("after", "after|following|not before|no earlier than|no sooner than|later than"),
        ("about", "about|around|circa|c\\.|ca\\.|roughly|approximately|on or about|on or around|some time in|sometime in|some time around|just over"
        "|nearly|almost|more than|over|at least|less than|at about|in around|in or around|barely|as early as|as late as|possibly|perhaps|probably in|probably"),
    )
)
# "from Monday on": behind it
ONWARDS = re.compile(rf"{S}(?i:on(?=[.,;])|onwards?|and{S}after)\b")
FROM = re.compile(rf"(?<![\w-])(?i:from|between|over){S}$")
JOIN = re.compile(rf"(?P<word>{S}(?i:to|through|thru|until|till|up{S}to|and|or)(?:{S}(?i:the{S}end{S}of|end|early|late|mid))?{S}|{S}?{DASH}{S}?)")

# "early", "the end of": what part of the expression is meant; the first column names a rule of `time_resolution.part_of`
_OF = "(?: of| in) "
SHIFTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (shift, re.compile(rf"(?<![\w-])(?:(?i:{words.replace(' ', S)}))$"))
    for shift, words in (
        ("earlier", "earlier(?: in| on)? "),
        ("later", "later(?: in| on)? "),
        ("early", f"early(?: in| on)? |(?:at |in )?the early (?:part|days|months|weeks|years){_OF}"),
        ("late", f"late(?: in| on)? |(?:in )?the (?:latter|later|closing|final) (?:part|days|months|weeks|years|stages){_OF}"),
        ("middle", f"mid(?:-| )|(?:in )?the middle{_OF}|midway through |half-?way through "),
        ("start", f"(?:at |from )?the (?:very )?(?:start|beginning|outset|turn){_OF}|(?:at )?(?:start|beginning){_OF}"),
        ("end", f"(?:at |by )?the (?:very )?(?:end|close){_OF}|(?:at |by )?end{_OF}|end-?|year-end "),
        ("half1", f"(?:in )?the first half{_OF}|first half{_OF}"),
        ("half2", f"(?:in )?the (?:second|latter|last) half{_OF}|second half{_OF}"),
        ("most", f"(?:during |for |in )?(?:most|much|all|the rest|the remainder|the course|part){_OF}|throughout |during "),
    )
)
COUNTED_PART = re.compile(rf"(?i:the{S})?(?P<which>(?i:first|last|final|opening|closing)){S}{_PARTS['NUMBER']}{S}(?P<unit>(?i:day|week|month|year))s{S}(?i:of){S}$")
PART_OF_DAY_BEFORE = re.compile(rf"(?i:(?:on|in|during|late|early|by){S})?(?i:the{S})?(?i:early{S}hours|morning|afternoon|evening|night|eve|small{S}hours|dawn){S}(?i:of){S}$")
PART_OF_DAY = re.compile(rf"{S}(?:(?i:early|late){S})?(?i:mornings?|afternoon|evening|[Nn]ight|lunchtime|noon|midnight|dawn|dusk)\b(?!{S}(?:Football|Live))")
CLOCK = re.compile(
    rf"(?:(?i:at|around|about|by|until|from|since){S})?(?:\d\d?[:.]\d\d(?:{S}?(?i:am|pm|a\.m\.|p\.m\.))?|\d\d?{S}?(?i:am|pm|a\.m\.|p\.m\.)|(?i:noon|midday|midnight))"
    rf"(?:{S}(?:local{S}time|[A-Z]{{3,4}}))?,?{S}(?:on{S})?$"
)


def parts(name: str) -> str:
    """The pattern of a part of the forms: a month, a number, ..."""
    return _PARTS[name]
