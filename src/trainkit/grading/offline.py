"""Pages of feedback that load nothing: nbconvert's template fetches MathJax, this one does not."""

from typing import Any

from jinja2 import ChoiceLoader, DictLoader
from nbconvert.exporters import HTMLExporter

_NO_MATHJAX = {"mathjax.html.j2": "{% macro mathjax(url='') %}{% endmacro %}"}


class OfflineHTMLExporter(HTMLExporter):
    """nbconvert's HTML exporter, whose pages name no other machine."""

    def _create_environment(self) -> Any:
        made: Any = super()._create_environment
        environment: Any = made()
        environment.loader = ChoiceLoader([DictLoader(_NO_MATHJAX), environment.loader])
        return environment
