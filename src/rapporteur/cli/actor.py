"""`rapporteur actor`: who is that, on that day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import click

from rapporteur.cli import options
from rapporteur.cli.account import ALL_READ, SOME_REJECTED
from rapporteur.cli.input import standard_input
from rapporteur.cli.output import deliver


@click.command("actor")
@click.argument("phrase")
@click.option("--on", type=options.Day(), metavar="DAY", help="The day that is meant; without it, the last day that the tables know.")
@options.format("text", "json", "jsonl")
@options.knowledge
@options.output
def command(phrase: str, on: str | None, format: str, output: str) -> int:
    """Say who PHRASE means on a day: name, kind, country, sector, code, role, key.

    "-" reads JSON lines from standard input, each {"phrase": …, "on": …}, and answers each with a line, in order. Where
    several are meant alike, the answer holds what they share and ranks them as candidates.
    """
    from rapporteur.reading.identity import tell

    if phrase != "-":
        told = tell(phrase, on)
        lines = {"text": _as_text, "json": lambda t: json.dumps(t, ensure_ascii=False, indent=1), "jsonl": lambda t: json.dumps(t, ensure_ascii=False)}
        deliver((f"{line}\n".encode() for line in [lines[format](told)]), output)
        return ALL_READ
    faults: list[int] = []
    answers = _answers(standard_input(), on, faults)
    deliver(_in_form(answers, format), output)
    return SOME_REJECTED if faults else ALL_READ


def _in_form(answers: Iterable[dict], format: str) -> Iterator[bytes]:
    for told in answers:
        yield (_as_text(told) if format == "text" else json.dumps(told, ensure_ascii=False)).encode() + b"\n"


def _answers(lines: Iterable[bytes], on: str | None, faults: list[int]) -> Iterator[dict]:
    """One answer for each line that is not blank; a line that is no question is answered with its fault."""
    from rapporteur.reading.identity import tell

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            day = question.get("on") or on
            if not isinstance(question["phrase"], str) or (day is not None and options.day_of(day) is None):
                raise ValueError
        except (ValueError, TypeError, KeyError, AttributeError):
            faults.append(number)
            click.echo(f'rapporteur actor: line {number} is no question; write {{"phrase": "…", "on": "2031-03-04"}}', err=True)
            yield {"phrase": None, "on": None, "error": f"line {number} is no question"}
            continue
        yield tell(question["phrase"], options.day_of(day))


def _as_text(told: dict) -> str:
    """An answer for people."""
    if told.get("error"):
        return f"{told['error']}"
    facts = [("name", told["name"]), ("kind", told["kind"]), ("country", told["country"]), ("sector", told["sector"]), ("code", told["code"]),
             ("role", told["role"]), ("key", told["entity"]), ("wikidata", told["wikidata"])]  # fmt: skip
    lines = [f"{told['phrase']} · {told['on']}", *(f"  {label:<9}{value}" for label, value in facts if value)]
    if len(lines) == 1:
        return f"{lines[0]}\n  nobody"
    if not told["clear"]:
        lines.append("  not clear; it may be")
        lines += [f"    {c['name']}{', ' + c['role'] if c['role'] else ''}{' · ' + c['code'] if c['code'] else ''}" for c in told["candidates"]]
    return "\n".join(lines)
