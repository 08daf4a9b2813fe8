"""Where standard input is read from."""

from __future__ import annotations

import io
import sys
from typing import BinaryIO


def standard_input() -> BinaryIO:
    """The bytes of standard input; none where the program was started with it closed."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer
