"""Measurements: each module prints its figures beside a yardstick from the same run."""
