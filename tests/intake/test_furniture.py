import pytest

from rapporteur.intake.furniture import cleaned, is_furniture


@pytest.mark.parametrize(
    "line",
    ["Read more: Why the wells matter", "Advertisement", "Sign up for our morning letter", "Follow us on Telegram and X", "12 comments", "RELATED: Who owns the river?",
     "© 2020 The Herald. All rights reserved.", "Image caption The old quay", "4 min read",
     "Reporting by Awa Diop in Asmara; Editing by Tom Adeyemi", "Lucía Ferrer in Lima and Tom Adeyemi in Lagos contributed to this report.", "___",
     "Have a tip? The desk may be reached by letter at the Herald's door in Quay Street.", "If you buy something through links on this page, we may earn a commission on it.",
     "Advertisement · Scroll to continue", "Image credits: The Herald"],
)  # fmt: skip
def test_furniture_is_known(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Share prices fell after the minister spoke of a closed border and of new duties.", "“Read more before you speak,” he told the envoy.",
     "Comments by the general drew protests from both neighbours and from his own government.", "Follow the money, the prosecutor said.",
     "Reporting by the Herald has shown that the wells were sold twice over, the commission found.", "The rains contributed to this harvest more than any minister did.",
     "If you buy a goat at the ford you pay for it twice, the herdsman said to the commission."],
)  # fmt: skip
def test_sentences_that_begin_alike_are_not(line):
    assert not is_furniture(line)


def test_the_repeated_title_and_the_byline_go():
    body = ["Envoy leaves Asmara", "By Awa Diop", "The envoy left.", "The envoy left.", "He will be back."]
    assert cleaned(body, title="Envoy leaves Asmara") == ["The envoy left.", "He will be back."]
