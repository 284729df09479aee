"""The meaning of a parameter: the sentence below its declaration, found again by name.

pydantic reads these sentences while a class is made, through `inspect`, whose map of files to
modules is filled without a lock: where another thread asks for a module in the same moment, or the
file is being written, it finds none and says nothing. They are then read here, when asked for.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise


def meaning(kind: type, name: str) -> str:
    """Return what is written below the declaration of a parameter; empty where nothing is.

    Args:
        kind: The class that declares it, or one that inherits it.
        name: The parameter.
    """
    return next((text for one in kind.__mro__ if (text := _sentences(one).get(name))), "")


def _sentences(kind: type) -> dict[str, str]:
    try:
        return _read(kind)
    except (KeyError, OSError, SyntaxError, TypeError):
        return {}  # no source, as at a prompt: nothing can be said, and the next time it is tried


@lru_cache(maxsize=1024)
def _read(kind: type) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[kind.__module__]))
    path = [part for part in kind.__qualname__.split(".") if part != "<locals>"]
    found = list(_bodies(tree, path))
    return dict(_told(found[-1])) if found else {}


def _bodies(node: ast.AST, path: list[str]) -> Iterator[list[ast.stmt]]:
    """Yield the bodies of the classes that lie at a path of names, within functions too."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _bodies(child, path)
        elif child.name == path[0] and len(path) > 1:
            yield from _bodies(child, path[1:])
        elif child.name == path[0] and isinstance(child, ast.ClassDef):
            yield child.body


def _told(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for declared, below in pairwise(body):
        match declared, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)
