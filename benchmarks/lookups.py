"""Speed and size of what is known: `python benchmarks/lookups.py`.

Look-ups: names of people, states, bodies, places and offices on a day, each asked of its table as reading asks it, in turns and
without the caches of whole phrases. Beside it the same keys in a plain dict, so that the figure is a ratio that does not
depend on the machine. Load: the first answer in a fresh process beside one that only imports. Size: the tables compressed as
they are in the wheel.
"""

from __future__ import annotations

import subprocess
import sys
import time
import zlib

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.gazetteer import places_named
from rapporteur.knowledge.offices import in_office
from rapporteur.knowledge.registry import people, people_named
from rapporteur.knowledge.states import state_named
from rapporteur.knowledge.tables import DATA

DAY = "2013-05-10"
ASKED = 2_000  # names of each table
PLACES = ["Sochi", "Aleppo", "Goma", "Kandahar", "Mosul", "Donetsk", "Khartoum", "Mogadishu"]
ONE_ANSWER = "from rapporteur.reading.identity import answer; answer('Sergei Lavrov', '2013-05-10')"
ONLY_IMPORT = "import rapporteur.reading.identity"


def questions() -> list[tuple]:
    """Functions with their arguments, the tables in turns."""
    names = [p.name for p in people()[:: max(1, len(people()) // ASKED)]]
    out = []
    for i, name in enumerate(names):
        out += [(people_named, name), (state_named, "Russia"), (body_named, "United Nations"), (places_named, PLACES[i % len(PLACES)])]
        out.append((in_office, "foreign minister", "RUS", DAY))
    return out


def per_second(asked: list[tuple], rounds: int = 5) -> float:
    """Look-ups a second, the best of some rounds."""
    best = 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        for function, *arguments in asked:
            function(*arguments)
        best = max(best, len(asked) / (time.perf_counter() - began))
    return best


def started(code: str, rounds: int = 5) -> float:
    """Seconds of a fresh process that runs some code, the least of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    asked = questions()
    plain = dict.fromkeys(tuple(a) for _, *a in asked)
    ours = per_second(asked)
    theirs = per_second([(plain.get, tuple(a)) for _, *a in asked])
    files = [f for f in sorted(DATA.rglob("*")) if f.is_file()]
    size = sum(len(zlib.compress(f.read_bytes(), 6)) for f in files)
    print(f"look-ups a second          {ours:,.0f} ({ours / theirs:.2f} of a plain dict)")
    print(f"load, first answer         {started(ONE_ANSWER) - started(ONLY_IMPORT):.2f} s beyond the import")
    print(f"tables in the wheel        {size / 1e6:.1f} MB compressed, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB as files")


if __name__ == "__main__":
    main()
