"""Articles over several processes."""

import msgspec
import pytest
import specimen as made

from rapporteur.cli import workers
from rapporteur.record import Article, Record, Rejected, to_json


def work(article: Article) -> Record:
    return msgspec.structs.replace(made.record(), article=article)


@pytest.mark.parametrize("count", [1, 2])
def test_no_more_articles_are_drawn_than_are_under_way(count):
    drawn = []

    def arrivals():
        for n in range(500):
            drawn.append(n)
            yield made.article(id=str(n))

    outcomes = workers.in_order(work, arrivals(), workers=count)
    for n in range(3):
        assert next(outcomes).article.id == str(n)
        assert len(drawn) <= n + 1 + workers._AHEAD * count
    outcomes.close()


def test_a_record_that_crossed_between_processes_has_the_same_bytes():
    arrivals = [made.article(id="a"), Rejected("b", "empty", "nothing there"), made.article(id="c")]
    here, there = (list(workers.in_order(work, arrivals, workers=n)) for n in (1, 2))
    assert there[1] == here[1] == arrivals[1]
    assert [to_json(there[n]) for n in (0, 2)] == [to_json(here[n]) for n in (0, 2)]
