"""Article to record."""

from rapporteur.reading.reader import Reader, reject_foreign

__all__ = ["Reader", "reject_foreign"]
