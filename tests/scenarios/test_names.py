"""How a parameter is named when it is set: from below the table of parameters."""

import pytest

from trainkit.errors import TrainkitError


def test_a_name_as_the_file_has_its_table_is_refused_with_the_name_to_write(night_search):
    with pytest.raises(TrainkitError, match=r"below that table\. Write units\.0\.speed_kn\.$"):
        night_search.vary("parameters.units.0.speed_kn", 20.0)
    assert night_search.vary("units.0.speed_kn", 20.0).parameters.units[0].speed_kn == 20.0
