import pytest

from rapporteur.intake.authors import is_byline, people


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["By Awa Diop"], ["Awa Diop"]),
        (["By Awa Diop and Jean-Luc N’Guessan"], ["Awa Diop", "Jean-Luc N’Guessan"]),
        (["Awa Diop, Staff Writer"], ["Awa Diop"]),
        (["Awa Diop Political Correspondent"], ["Awa Diop"]),
        (["Written by AWA DIOP in Dakar"], ["AWA DIOP"]),
        (["Awa Diop", "awa diop"], ["Awa Diop"]),
        (["Awa Diop @awadiop", "awa@paper.example"], ["Awa Diop"]),
        (["Lucas van der Meer; Ana de la Cruz"], ["Lucas van der Meer", "Ana de la Cruz"]),
        (["Newsroom", "Staff", "Associated Press", "Foreign Desk", "admin", "https://paper.example/awa"], []),
        (["The Strait Herald"], []),
    ],
)
def test_people_are_kept_and_desks_are_not(lines, expected):
    assert people(lines, outlet="The Strait Herald") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("By Awa Diop", True), ("By Monday Diop will have left the country.", False), ("By the river", False), ("Awa Diop", False)],
)
def test_a_byline_says_by(line, expected):
    assert is_byline(line) is expected
