"""The inline markup of the corpus: offsets into the text without brackets, and every fault by file and line."""

import pytest
from corpus_item import ITEM
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.evaluation.compile import record_of
from rapporteur.evaluation.markup import MarkupError, parse_item, strip_brackets
from rapporteur.evaluation.markup_lines import MarkedDispute, MarkedEvent, MarkedPlan, MarkedPosition


def test_the_text_is_what_stands_between_the_brackets():
    item = parse_item(ITEM)
    assert item.title == "Velt rules out new talks"
    assert item.text == "Velt told the council that it had promised to pay and refused to go on.\n\n“Not now,” she said. “Not here.”"


def test_every_mark_covers_its_words():
    item = parse_item(ITEM)
    told = {s.number: s for s in item.statements}
    words = lambda n, role: [(item.title if m.title else item.text)[m.start : m.end] for m in told[n].spans(role)]  # noqa: E731
    assert words(1, "content") == ["new talks"]
    assert words(2, "content") == ["that it had promised to pay"]
    assert words(2, "source") == words(3, "source") == ["Velt"]
    assert words(4, "content") == ["to pay"]
    assert words(5, "content") == ["“Not now,”", "“Not here.”"]
    assert words(2, "audience") == ["the council"]


def test_a_literal_bracket_is_kept():
    assert strip_brackets(r"he \[the minister\] left")[0] == "he [the minister] left"


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (ITEM.replace("[C2 told]", "[C2 told"), "never closed"),
        (ITEM.replace("[C2 told]", "[C2 told ]"), "white space"),
        (ITEM.replace("[C2 told]", "[C9 told]"), "has no line"),
        (ITEM.replace("2 by minister", "2 by nobody"), "no actor nobody"),
        (ITEM.replace("[C3 refused]", "refused"), "no cue"),
        (ITEM.replace("[X3 to go on]", "to go on"), "no content"),
        (ITEM.replace("style: agency report\n", ""), "lacks style"),
        (ITEM.replace("---\n", ""), "no '---'"),
        (ITEM.replace("# ", ""), "title line"),
        (ITEM + "5 by minister act say\n", "stands twice"),
    ],
)
def test_a_fault_is_named_with_its_file(broken, message):
    with pytest.raises(MarkupError, match=message) as fault:
        parse_item(broken, path="items/x.txt")
    assert str(fault.value).startswith("items/x.txt:")


@given(st.text(alphabet="ab [](C1X2\\]", max_size=60))
def test_any_line_is_read_or_refused(line):
    try:
        plain, labels = strip_brackets(line)
    except MarkupError:
        return
    assert all(0 <= start < end <= len(plain) for _, _, start, end in labels)


MARKED = """date: 2004-06-17
outlet: Nampula Courier
region: Mozambique
style: agency report
events: all
actor guard: the coast guard | organisation
actor crew: a trawler's crew | group

# [@guard Coast guard] [E1 fires] on trawler

[@guard The coast guard] [E1 fired on] [@crew a trawler's crew] off [L1 Nacala] on [T1 Monday]. [P1 An inquiry] opens [W1 on Friday]. [@crew [S1 The crew]] [C1 opposes] [X1 [I1 the new fees]]; [Y1 they fled], [Z1 they never moved].

---
1 by crew act oppose
e1 by guard on crew ASSAULT firearms
i1 by crew against
p1 by -
d1 by guard against crew: Did the trawler flee?
"""


def test_events_positions_plans_and_disputes_are_read_with_their_words():
    item = parse_item(MARKED)
    (event,), (position,), (plan,), (dispute,) = (item.of(k) for k in (MarkedEvent, MarkedPosition, MarkedPlan, MarkedDispute))
    assert (event.by, event.on, event.type, event.mode, event.reality, event.symmetric) == (["guard"], ["crew"], "ASSAULT", "firearms", "happened", False)
    assert [(m.title, (item.title if m.title else item.text)[m.start : m.end]) for m in event.spans("trigger")] == [(True, "fires"), (False, "fired on")]
    assert [item.text[m.start : m.end] for role in ("place", "date") for m in event.spans(role)] == ["Nacala", "Monday"]
    assert (position.stance, plan.by, dispute.by, dispute.on, dispute.question) == ("against", [], ["guard"], ["crew"], "Did the trawler flee?")
    assert item.complete("events")
    assert not item.complete("mentions")


@pytest.mark.parametrize(
    ("line", "fault"),
    [("e1 by guard on crew ATTACK", "no event type"), ("e1 by guard on crew AID drone", "AID has no drone"), ("e1 by guard on ghost AID", "no actor ghost"), ("e1 guard AID", "no such line")],
)
def test_a_line_that_cannot_be_read_is_named(line, fault):
    with pytest.raises(MarkupError, match=fault):
        parse_item(MARKED.replace("e1 by guard on crew ASSAULT firearms", line))


def test_an_event_of_an_item_has_the_status_that_its_place_gives_it():
    told = MARKED.replace("[X1 [I1 the new fees]]", "[X1 [I1 the new fees] and the [E2 seizure] of nets]").replace("i1 by", "e2 by guard on crew COERCE seize\ni1 by")
    first, second = record_of(parse_item(told)).events
    assert (first.status, first.asserted_by) == ("happened", ["narrator"])
    assert (second.status, second.asserted_by) == ("claimed", ["s1"])
