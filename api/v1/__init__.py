"""REST under ``/v1``, by the NL GOV API Design Rules: ``maak_v1`` in ``api.v1.app`` makes the application."""
