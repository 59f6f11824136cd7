"""Plain text, scanned or extracted, as a tree of provisions: ordinances, numbered sections, letters.

The way of a text: ``decoderen`` (bytes → text) → ``regels`` (lines with their places) → ``ruis`` (page furniture) →
one of ``verordening``, ``secties``, ``brief`` (which lines are what) → ``knopen`` (tree with identities).
``lezer`` ties these together; PDF and DOCX end in the same ``lees_tekst``.
"""
