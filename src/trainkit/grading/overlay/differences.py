"""What differs from a notebook as it was authored, in rows for a reader."""

from collections.abc import Iterator

from trainkit.grading.overlay.reading import Overlay
from trainkit.lessons.declared import Own

_LONGEST = 60
Row = dict[str, str]


def differences(overlay: Overlay) -> list[Row]:
    """Return what an overlay changes, a row each: what, as authored, here."""
    rows = [*_points(overlay), *_texts(overlay), *_paragraphs(overlay)]
    rows += [_own(one) for one in overlay.changes.own]
    before, after = (
        sum(task.points for task in one.tasks) for one in (overlay.authored, overlay.lesson)
    )
    rows += [_row("points of all tasks", str(before), str(after))] if before != after else []
    rows += [_row("due", "", str(overlay.due))] if overlay.due else []
    return rows


def _row(what: str, authored: str, here: str) -> Row:
    return {"what": what, "as authored": _short(authored), "here": _short(here)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."


def _points(overlay: Overlay) -> Iterator[Row]:
    for name, points in overlay.changes.points.items():
        before = overlay.authored.task(name).points
        if before != points:
            yield _row(f"points of {name}", str(before), str(points))


def _texts(overlay: Overlay) -> Iterator[Row]:
    for name, texts in overlay.changes.texts.items():
        for key, text in texts.items():
            before = getattr(overlay.authored.task(name), key)
            if before != text:
                yield _row(f"{key} of {name}", _words(before), _words(text))


def _words(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else " | ".join(text)


def _paragraphs(overlay: Overlay) -> Iterator[Row]:
    inserts = overlay.inserts
    places = {"at the top": inserts.top, "at the end": inserts.end}
    places |= {f"before {name}": text for name, text in inserts.before.items()}
    places |= {f"after {name}": text for name, text in inserts.after.items()}
    yield from (_row(f"inserted {place}", "", text) for place, text in places.items() if text)


def _own(one: Own) -> Row:
    how = "marked by hand" if one.task.manual else ", ".join(f.name for f in one.task.fields)
    told = f"{one.task.title}, {one.task.points} points: {how}"
    return _row(f"task {one.task.id}, after {one.after}", "", told)
