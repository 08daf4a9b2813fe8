"""What the tests of the command line share."""

from pathlib import Path

import pytest


@pytest.fixture
def articles(tmp_path):
    """A file of articles, one per given line."""

    def write(*lines: str, name: str = "articles.txt") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines))
        return path

    return write
