"""The human face: pages, templates, static files."""
