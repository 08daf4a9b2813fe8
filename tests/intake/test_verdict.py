import pytest

from rapporteur.intake.verdict import count_words, is_running, verdict

BRIEF = "The ferry to the island will not sail before Friday, the harbour master said, because the wind has broken two of its moorings."
LONG = " ".join([BRIEF, "Fishermen had warned of it a week ago, and were told to wait for a letter that never came from the capital."] * 5)
HEADLINES = [f"Ferry number {i} stays in port as harbour waits" for i in range(14)]


def reason(paragraphs: list[str], title: str | None = None, **said) -> str | None:
    fault = verdict(paragraphs, title, **said)
    return fault and fault[0]


def test_running_text_is_an_article_be_it_short():
    assert verdict([BRIEF], "Ferry stays in port") is None
    assert verdict([LONG], None) is None


def test_what_has_no_words_is_none():
    assert verdict([], "Ferry") == ("no-article", "no running text")
    assert reason(["…", "–"]) == "no-article"


@pytest.mark.parametrize("title", ["404", "Page not found", "Error 503", "Sorry, this page is gone", "Access denied", "Just a moment...", "Harbour News - 404 Not Found"])
def test_an_error_page_is_none(title):
    assert reason([BRIEF], title) == "no-article"


def test_an_article_about_errors_is_one():
    assert verdict([LONG, LONG], "Errors of the harbour master cost the island a week") is None
    assert verdict([LONG, LONG], "Not found: the letter that the island waited for") is None


@pytest.mark.parametrize(
    "wall",
    [
        "Please enable JavaScript to view the pages of this newspaper, and then load the page again to go on reading it.",
        "We and our partners use cookies on your machine to measure what you read, and to show you what others have paid for.",
        "Subscribe to continue reading this story and all the others that our reporters write for you every day of the year.",
        "Log in to read the rest of this story, or ask the desk at the harbour for the paper of the day if you have none.",
        "The page that you asked for could not be found, so please go back to the first page and look for it from there again.",
    ],
)
def test_a_wall_is_none(wall):
    assert reason([wall]) == "no-article"


def test_one_notice_of_cookies_over_an_article_is_no_wall():
    assert verdict(["We use cookies.", BRIEF, BRIEF], None) is None


def test_a_page_for_a_video_needs_the_text_of_an_article():
    assert reason([BRIEF], declared="video.other") == "no-article"
    assert verdict([LONG], None, declared="video.other") is None


def test_a_page_that_says_it_is_an_article_may_be_shorter():
    note = "The ferry will not sail today, the harbour said."
    assert reason([note]) == "no-article"
    assert verdict([note], None, declared="article") is None


def test_a_list_of_headings_is_an_index():
    assert reason(HEADLINES) == "index"
    assert reason([*HEADLINES, BRIEF]) == "index"
    assert reason([BRIEF] * 3, linked_headlines=20) == "index"


def test_an_article_with_links_below_is_none():
    assert verdict([LONG, LONG], None, linked_headlines=20) is None


def test_words_are_counted_in_scripts_without_spaces_too():
    assert count_words("港の長は金曜日まで船は出ないと言った。") >= 8
    assert verdict(["港の長は、風が係留索を二本切ったため、島への渡し船は金曜日まで出ないと言った。島の人々は手紙を待っている。"], None) is None


def test_headings_and_labels_do_not_run():
    assert is_running(BRIEF)
    assert not is_running("Ferry Stays In Port As Harbour Waits.")
    assert not is_running("Share this story with your friends")
    assert not is_running("Read more.")
