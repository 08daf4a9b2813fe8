import pytest

from rapporteur.intake.furniture import cleaned, is_furniture


@pytest.mark.parametrize(
    "line",
    ["Read more: Why the wells matter", "Advertisement", "Sign up for our morning letter", "Follow us on Telegram and X", "12 comments", "RELATED: Who owns the river?",
     "© 2020 The Herald. All rights reserved.", "Image caption The old quay", "4 min read"],
)  # fmt: skip
def test_furniture_is_known(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Share prices fell after the minister spoke of a closed border and of new duties.", "“Read more before you speak,” he told the envoy.",
     "Comments by the general drew protests from both neighbours and from his own government.", "Follow the money, the prosecutor said."],
)  # fmt: skip
def test_sentences_that_begin_alike_are_not(line):
    assert not is_furniture(line)


def test_the_repeated_title_and_the_byline_go():
    body = ["Envoy leaves Asmara", "By Awa Diop", "The envoy left.", "The envoy left.", "He will be back."]
    assert cleaned(body, title="Envoy leaves Asmara") == ["The envoy left.", "He will be back."]
