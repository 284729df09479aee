"""pip's settings hold for uv too."""

import pytest
from starting import pipsettings

PIP = """WARNING: something else
:env:.cert='/company.pem'
global.extra-index-url='file:///one file:///two'
global.find-links='/wheels\\n/more'
global.index-url='file:///company'
global.proxy='proxy.test:3128'
install.index-url='file:///nearer'
install.trusted-host='a.test b.test'
"""


def test_uv_goes_where_pip_is_set_to_go():
    environ = pipsettings.uv_environ(pipsettings.read(PIP), {})

    assert environ["UV_DEFAULT_INDEX"] == "file:///nearer"
    assert environ["UV_INDEX"] == "file:///one file:///two"
    assert environ["UV_FIND_LINKS"] == "/wheels,/more"
    assert environ["UV_INSECURE_HOST"] == "a.test b.test"
    assert environ["HTTPS_PROXY"] == environ["HTTP_PROXY"] == "http://proxy.test:3128"
    assert environ["SSL_CERT_FILE"] == "/company.pem"
    assert environ["UV_PYTHON_DOWNLOADS"] == "never"


@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL"])
def test_what_is_set_for_uv_itself_is_kept(name):
    environ = pipsettings.uv_environ({"index-url": "file:///pip"}, {name: "file:///uv"})

    assert environ[name] == "file:///uv"
    assert "file:///pip" not in environ.values()
