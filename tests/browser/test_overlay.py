"""A task that an academy added reacts in JupyterLab, from the released data alone."""

import pytest
from tests.grading.overlay.conftest import CHANNEL

from trainkit.grading.academy import open_academy
from trainkit.grading.building import build

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_own_task_is_answered_checked_and_committed(tiny_academy, desk, copies):
    (tiny_academy / "overlay").mkdir()
    (tiny_academy / "overlay" / "T1.toml").write_text(CHANNEL, encoding="utf-8")
    build(open_academy(tiny_academy), "T1")
    own = desk("ada-strong")
    opened = own.open(f"{copies(own, academy=tiny_academy)}/T1/T1.ipynb")
    opened.run_all()

    form = opened.cell("t1_own_channel-decide")
    form.get_by_label("Channel 72").check()
    form.get_by_role("textbox").first.fill("25")
    opened.press("Check", "t1_own_channel-decide")
    opened.says("Somebody waits for you.", "t1_own_channel-decide")
    opened.press("Commit ...", "t1_own_channel-decide")
    opened.press("Yes, commit this answer", "t1_own_channel-decide")

    opened.says("Look at your own plan.", "t1_own_channel-reveal")
