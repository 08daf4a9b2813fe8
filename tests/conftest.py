"""What every test may ask for."""

import pytest
import specimen as _specimen

from rapporteur.record import Record


@pytest.fixture
def specimen() -> Record:
    """A sound record of an invented article: direct, indirect, mixed, split, nested, negated, headline and sourceless statements."""
    return _specimen.record()
