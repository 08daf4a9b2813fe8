"""Events of whole articles, read with the released weights."""

import msgspec
import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.record import Record, faults

PAGE = (
    "Latvian border guards detained four Belarusian smugglers near Daugavpils on Monday. "
    "Riga accused Minsk of sending drones across the border. Minsk denied the accusation.\n\n"
    "“The army shelled our village on Sunday,” Ilze Kalve told reporters. "
    "The foreign ministers of Estonia and Lithuania will meet in Tallinn next week."
)


@pytest.fixture(scope="module")
def record() -> Record:
    return Reader().read(read_clean_text(PAGE, id="border", title="Tension at the Latvian border", date="2022-06-07"))


def event(record: Record, trigger: str):
    return next(e for e in record.events if any(t.words == trigger for m in e.mentions for t in m.trigger))


def names(record: Record, ids: list[str]) -> set[str]:
    return {a.name for a in record.actors if a.id in ids}


def test_a_record_with_events_is_sound_and_says_that_they_were_read(record):
    assert faults(record) == []
    assert "events" in record.manifest.layers
    assert all(e.source or e.target for e in record.events)


def test_an_act_that_the_narrator_tells_is_a_fact_with_parties(record):
    arrest = event(record, "detained")
    assert (arrest.type, arrest.status, arrest.asserted_by[0]) == ("COERCE", "happened", "narrator")
    assert arrest.coded.plover == "COERCE"
    assert arrest.coded.quad == 4
    assert any("guards" in n for n in names(record, arrest.source))


def test_who_does_it_by_words_is_who_says_them(record):
    blame = event(record, "accused")
    speaker = next(s for s in record.statements if s.cue[0].words == "accused").speakers
    assert blame.type == "ACCUSE"
    assert blame.source == speaker


def test_what_only_a_source_tells_is_claimed(record):
    shelling = event(record, "shelled")
    assert shelling.type == "ASSAULT"
    assert shelling.status == "claimed"
    assert shelling.asserted_by[0].startswith("s")


def test_saying_something_is_no_event(record):
    assert not any(t.words == "told" for e in record.events for m in e.mentions for t in m.trigger)


def test_a_meeting_to_come_is_planned_and_coded_as_an_agreement(record):
    meeting = event(record, "meet")
    assert (meeting.type, meeting.reality, meeting.coded.plover) == ("CONSULT", "planned", "AGREE")


def test_reading_twice_gives_the_same_bytes(record):
    again = Reader().read(read_clean_text(PAGE, id="border", title="Tension at the Latvian border", date="2022-06-07"))
    assert msgspec.json.encode(again.events) == msgspec.json.encode(record.events)
