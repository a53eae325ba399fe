"""What other programs do where they are installed: old formats by LibreOffice, recognition of text.

In: bytes or pictures. Out: a newer format, lines of text, or what to install. Knows nothing of plans.
"""
