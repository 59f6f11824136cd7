"""Pictures, drawn on the server: pure functions from typed records to SVG.

``buurt`` gathers what stands around a provision, ``indeling`` decides where it stands, ``tekening`` draws it;
``tijdlijn`` and ``matrix`` do so for dates and coverage. What a picture shows, its page says in words as well.
"""
