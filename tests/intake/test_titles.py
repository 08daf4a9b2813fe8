import pytest

from rapporteur.intake.titles import without_site


@pytest.mark.parametrize(
    ("title", "sites", "expected"),
    [
        ("Envoy leaves Asmara | The Horn Daily", ["The Horn Daily"], "Envoy leaves Asmara"),
        ("Envoy leaves Asmara - horndaily", ["Horn Daily"], "Envoy leaves Asmara"),
        ("The Horn Daily: Africa » Envoy leaves Asmara", ["The Horn Daily"], "Envoy leaves Asmara"),
        ("Envoy leaves Asmara for talks | Africa | The Horn Daily", [], "Envoy leaves Asmara for talks | Africa"),
        ("Envoy leaves – and nobody waves", ["The Horn Daily"], "Envoy leaves – and nobody waves"),
        ("Plain title", ["Plain"], "Plain title"),
    ],
)
def test_the_name_of_the_site_is_taken_off(title, sites, expected):
    assert without_site(title, sites=sites) == expected


def test_a_heading_proves_which_part_is_the_title():
    assert without_site("Envoy leaves Asmara - Region and world", sites=[], headings=["Envoy leaves Asmara"]) == "Envoy leaves Asmara"
