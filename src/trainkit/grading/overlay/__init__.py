"""What an academy changes in a notebook, as data: points, dates, texts and tasks of its own.

`lesson_of`, `keys_of` and `overlay_digest` are what the rest of grading asks for; nothing else of
it reads an overlay, and without one they give the notebook as it was authored.
"""

from trainkit.grading.overlay.applying import keys_of, lesson_of, overlay_digest

__all__ = ["keys_of", "lesson_of", "overlay_digest"]
