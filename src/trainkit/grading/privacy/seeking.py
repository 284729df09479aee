"""Who is sought in an academy: ids, names, address, pseudonym and forms, from its databases."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.engine import Connection, Engine

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.database import patient
from trainkit.grading.exporting.pseudonyms import academy_pseudonyms, same_id
from trainkit.grading.founding import FOLDERS
from trainkit.grading.privacy.files import COURSE
from trainkit.grading.privacy.person import Person
from trainkit.grading.privacy.rows import all_ids, tables_of
from trainkit.grading.privacy.sqlite import overwrite_deleted, urls
from trainkit.grading.privacy.whose import Sought
from trainkit.grading.tables import MARKS
from trainkit.lessons.catalogue import lesson_names


@contextmanager
def engines(academy: Academy) -> Iterator[list[Engine]]:
    """Give engines on the gradebook and on older copies of it; what they delete is overwritten."""
    found = [create_engine(patient(url)) for url in urls(academy)]
    for engine in found:
        overwrite_deleted(engine)
    try:
        yield found
    finally:
        for engine in found:
            engine.dispose()


def sought(academy: Academy, connections: Iterable[Connection], trainee: str) -> Sought:
    """Return by what a trainee is found in an academy, also where no row is left of them."""
    own, words, others, ids = same_id(trainee), {trainee}, set[str](), set[str]()
    for connection in connections:
        ids |= all_ids(connection, tables_of(connection))
        for student in _students(connection):
            if same_id(student["id"]) == own:
                words |= _told(student)
            else:
                others |= _told(student) | {student["first_name"] or ""}
        words |= _forms(connection, own)
    ids |= {path.name for path in (academy.folder / "submitted").glob("*")}
    words |= {one for one in ids if same_id(one) == own} | _pseudonym(academy, ids, trainee)
    return _sought(academy, own, words - {""}, (others | ids) - {""})


def _sought(academy: Academy, own: str, words: set[str], others: set[str]) -> Sought:
    apart = {one for one in others if same_id(one) != own}
    course = _course(academy)
    ordinary = {one for one in words if Person(own, (one,)).in_text(course)}
    telling = Person(own, tuple(sorted(words)))
    near = tuple(sorted(one for one in apart if telling.in_text(one)))
    person = Person(own, tuple(sorted(words - ordinary)), near, tuple(sorted(ordinary)))
    plain = {one.lower() for one in (*FOLDERS, *lesson_names(), "originals", "set-aside")}
    return Sought(person, frozenset(same_id(one) for one in apart), frozenset(plain))


def _told(student: Any) -> set[str]:
    """Return what tells of a student: a first name alone is many people's, and does not."""
    first, last = student["first_name"], student["last_name"]
    both = {f"{first} {last}", f"{last} {first}", f"{last}, {first}"} if first and last else set()
    return {one for one in (student["id"], last, student["email"]) if one} | both


def _students(connection: Connection) -> list[Any]:
    table = tables_of(connection).tables.get("student")
    return [] if table is None else list(connection.execute(select(table)).mappings())


def _forms(connection: Connection, own: str) -> set[str]:
    """Return the ids on markers' forms under which the person's answers were handed out."""
    table = tables_of(connection).tables.get(MARKS.name)
    if table is None:
        return set()
    rows = connection.execute(select(table.c.trainee, table.c.content))
    return {json.loads(text).get("form", "") for name, text in rows if same_id(name) == own}


def _pseudonym(academy: Academy, ids: set[str], trainee: str) -> set[str]:
    try:
        found = academy_pseudonyms(academy, ids | {trainee})
    except TrainkitError:  # without the key no export was made under it either
        return set()
    return {found[one] for one in found if same_id(one) == same_id(trainee)}


def _course(academy: Academy) -> str:
    folders = [academy.folder / name for name in COURSE]
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
