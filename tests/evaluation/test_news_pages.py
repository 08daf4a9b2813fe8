"""News pages: what is right of a page's title, day, authors and body."""

import gzip
import json

from rapporteur.evaluation.news_pages import evaluate

BODY = [f"On day {i} of the truce both commanders said that no shot had been fired, and each thanked the elders for it." for i in range(8)]


def page(title: str) -> str:
    head = f'<head><title>{title}</title><meta name="author" content="Ana Ruiz"><meta property="article:published_time" content="2020-05-04T10:00:00Z"></head>'
    return f"<html lang=en>{head}<body><article><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in BODY)}</article></body></html>"


def test_a_page_read_right_is_right_in_everything_and_a_wrong_title_costs_the_title_alone(tmp_path):
    (tmp_path / "html").mkdir()
    rows = []
    for name, title in (("a", "Truce holds in  the hills"), ("b", "Truce ends")):
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page("Truce holds in the hills").encode()))
        rows.append({"url": f"https://hills.example/{name}", "title": title, "authors": ["Ana Ruiz"], "published": "2020-05-04 10:00:00+00:00",
                     "body": [["paragraph", p] for p in BODY], "html": f"html/{name}.html.gz"})  # fmt: skip
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)))
    figures, _ = evaluate(tmp_path)
    values = {f.name: f.value for f in figures}
    assert values["title"] == 0.5
    assert values["publication day"] == values["authors"] == 1.0
    assert values["body 4-grams"] > 0.99
    assert "title, trafilatura fast" in values
