"""Article to record: `Reader` is the way in. Importing the room loads nothing; its reader does."""

from typing import Any

__all__ = ["Reader", "reject_foreign"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from rapporteur.reading import reader

        return getattr(reader, name)
    raise AttributeError(name)
