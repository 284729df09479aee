"""Pages of feedback that load nothing: nbconvert's template fetches MathJax, this one does not."""

from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, DictLoader
from jinja2.bccache import Bucket
from nbconvert.exporters import HTMLExporter

_NO_MATHJAX = {"mathjax.html.j2": "{% macro mathjax(url='') %}{% endmacro %}"}


class _Compiled(BytecodeCache):
    """Templates that this process has compiled, by name and by a hash of their text."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where the same text was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()
"""nbgrader makes an exporter for each page; compiling nine templates is half of a page's time."""


class OfflineHTMLExporter(HTMLExporter):
    """nbconvert's HTML exporter, whose pages name no other machine."""

    def _create_environment(self) -> Any:
        made: Any = super()._create_environment
        environment: Any = made()
        environment.loader = ChoiceLoader([DictLoader(_NO_MATHJAX), environment.loader])
        environment.bytecode_cache = _COMPILED
        return environment
