"""What a package of the case exports says what it takes and what it refuses."""

import importlib
import inspect
import pkgutil
import re

import pytest

import trainkit.case

NAMES = [found.name for found in pkgutil.iter_modules(trainkit.case.__path__, "trainkit.case.")]
EXPORTED = [
    (name, one)
    for name in NAMES
    for one in getattr(importlib.import_module(name), "__all__", ())
    if inspect.isfunction(getattr(importlib.import_module(name), one))
]


@pytest.mark.parametrize(("package", "name"), EXPORTED)
def test_an_exported_function_tells_its_arguments_by_name_and_what_it_returns(package, name):
    function = getattr(importlib.import_module(package), name)
    text, taken = inspect.getdoc(function), inspect.signature(function).parameters

    assert re.match(r"(?:Return|Refuse) ", text)
    if len(taken) > 2:
        section = text.partition("Args:")[2].partition("\n\n")[0]
        assert [one for one in taken if f" {one}: " not in section] == []


def test_functions_of_several_packages_were_looked_at():
    assert {name for name, _ in EXPORTED} >= {
        f"trainkit.case.{part}"
        for part in ("evidence", "finance", "hypotheses", "law", "measures", "network")
    }
