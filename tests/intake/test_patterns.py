"""No pattern of intake takes time that grows with the square of what it reads."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import rapporteur.intake


def _patterns() -> Iterator[tuple[str, re.Pattern]]:
    """Every pattern that the modules of intake hold."""
    for module in pkgutil.iter_modules(rapporteur.intake.__path__):
        for name, value in vars(importlib.import_module(f"rapporteur.intake.{module.name}")).items():
            group = value if isinstance(value, tuple) else (value,)
            for i, pattern in enumerate(group):
                if isinstance(pattern, re.Pattern):
                    yield f"{module.name}.{name}[{i}]", pattern


PATTERNS = dict(_patterns())
# Tried at one place only: at the start of the text, or where the first that fails ends the search.
TRIED_ONCE = {"markup._TAG[0]", "http_message._CHUNK_SIZE[0]", "sniff._SKIPPED[0]", "warc._SNIFFED[0]"}
PUMPS = (" ", "a", "1", "a ", "1 ", "<a ", "<", '"', "=\"'", ". ", "by a ", "10:10 ", "1/1/", "-", "\n", "read more ", "|", "a@", "#", "may 1", "&", "…", "[", "sign in ", "WARC/", "published: ", "<!--", "<?", "<!a", "charset=")
SHORT, TIMES = 1_500, 8
ENOUGH = 0.02  # seconds; below it a clock tells nothing, and nobody waits


@pytest.mark.parametrize("name", PATTERNS)
def test_eight_times_the_text_takes_no_more_than_some_twenty_times_the_time(name):
    pattern = PATTERNS[name]

    def seconds(text: str) -> float:
        subject = text.encode() if isinstance(pattern.pattern, bytes) else text
        started = time.thread_time()
        if name in TRIED_ONCE:
            pattern.match(subject)
        else:
            for _ in pattern.finditer(subject):
                pass
        return time.thread_time() - started

    for pump in PUMPS:
        text = pump * (SHORT // len(pump))
        long = seconds(text * TIMES + "!")
        if long > ENOUGH:  # once more, for it may have been the machine
            long = min(long, seconds(text * TIMES + "!"))
        if long > ENOUGH:
            assert long < 20 * min(seconds(text + "!") for _ in range(3)), pump
