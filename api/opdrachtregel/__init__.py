"""The command ``regelgraaf``. Exit status: 0 answered, 1 nothing found, 2 wrong input, 3 it could not be done."""

from api.opdrachtregel.hoofd import main

__all__ = ["main"]
