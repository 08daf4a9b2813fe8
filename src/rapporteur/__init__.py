"""Rapporteur reads news about conflict and diplomacy and writes the record."""

from rapporteur._version import __version__

__all__ = ["__version__"]
