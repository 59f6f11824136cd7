"""The machine face: SPARQL, linked data, REST, command line."""
