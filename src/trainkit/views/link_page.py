"""A link chart as one page for any browser: offline, printable, with everything in words below."""

import json
from html import escape

from trainkit.views.link_chart import LinkChart
from trainkit.views.sheet import STATEMENT, WHOLE_STATEMENT

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; margin: 1rem; background: #fff; color: #1a1a1a; }}
{style}
</style>
<p><strong>{banner}</strong></p>
<main id="chart"></main>
<p>{note}</p>
<noscript>{words}</noscript>
{more}
<p><small>{statement}</small></p>
<script type="application/json" id="about">{about}</script>
<script type="text/plain" id="code">{code}</script>
<script type="module">
const text = (id) => document.getElementById(id).textContent;
const code = JSON.parse(text("code"));
const at = URL.createObjectURL(new Blob([code], {{ type: "text/javascript" }}));
const state = {{ about: JSON.parse(text("about")) }};
const model = {{
  get: (key) => state[key],
  set: (key, value) => {{ state[key] = value; }},
  on: () => {{}},
  off: () => {{}},
  save_changes: () => {{}},
}};
const chart = (await import(at)).default;
await chart.render({{ model, el: document.getElementById("chart") }});
</script>
</html>
"""


def page(chart: LinkChart, note: str = "", more: str = "") -> str:
    """Return the page: chart and timeline, which need no network, and tables without scripts.

    Args:
        chart: What is shown.
        note: A sentence below the chart.
        more: HTML of our own below it, such as `trainkit.views.case_money.CaseMoney.html`.
    """
    from trainkit.views.link_widget import code, look

    return _PAGE.format(
        title=escape(chart.title),
        style=look(),
        banner=escape(STATEMENT),
        note=escape(note),
        words=chart.html,
        more=more,
        statement=escape(WHOLE_STATEMENT),
        about=_data(chart.widget().about),
        code=_data(code()),
    )


def _data(content: object) -> str:
    """Return JSON that no sign of can end the element that it stands in."""
    return json.dumps(content).replace("<", "\\u003c")
