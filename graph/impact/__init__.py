"""What a change of provisions does elsewhere: what depends on them, over how many steps, how badly, and why.

One definition of a dependency (``kant``) and of a step along it (``zoektocht``). Two sources of dependencies fulfil one
protocol: ``geheugen`` (networkx, the whole in memory) and ``stapsgewijs`` (SPARQL, a query for each step).
"""
