"""What every test may ask for."""

import pytest
import specimen as _specimen
from hypothesis import settings

from rapporteur.record import Record

# The time of one example is that of the machine, which runs other things too.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def specimen() -> Record:
    """A sound record of an invented article: direct, indirect, mixed, split, nested, negated, headline and sourceless statements."""
    return _specimen.record()
