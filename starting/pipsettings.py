"""pip's settings in uv's words: index, proxy, certificates, so that uv goes where pip would."""

import ast
import re
import sys
from collections.abc import Mapping

from starting.house import House

_ONE = {
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "timeout": "UV_HTTP_TIMEOUT",
    "default-timeout": "UV_HTTP_TIMEOUT",
}
_MANY = {
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
}
_OLDER_NAME = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}
_FIXED = {
    "UV_PYTHON_DOWNLOADS": "never",  # from a host that many proxies block
    "UV_INDEX_STRATEGY": "unsafe-best-match",  # as pip does; the hashes keep it safe
    "UV_SYSTEM_CERTS": "true",
    "UV_NATIVE_TLS": "true",  # the same for older uv
}


def pip_settings(house: House) -> dict[str, str]:
    """Return pip's settings for installing, from its files and variables, the strongest."""
    for python in (str(house.python), sys.executable):
        listed = house.run([python, "-m", "pip", "config", "list"], house.environ)
        if listed.code == 0:
            return read(listed.text)
    return {}


def read(listing: str) -> dict[str, str]:
    """Return the settings that `pip config list` printed, without their sections.

    Examples:
        >>> read("global.proxy='a:1'")
        {'proxy': 'a:1'}
    """
    entries = re.findall(r"(?m)^(global|install|:env:)\.([a-z-]+)=('.*'|\".*\")$", listing)
    found: dict[str, str] = {}
    for section in ("global", "install", ":env:"):  # the later the stronger, as in pip
        found |= {key: str(ast.literal_eval(said)) for at, key, said in entries if at == section}
    return found


def uv_environ(settings: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """Return *environ* with pip's *settings* added in uv's words; what is set for uv wins."""
    said = _FIXED | {_ONE[key]: value for key, value in settings.items() if key in _ONE}
    for key, (variable, joint) in _MANY.items():
        if settings.get(key, "").strip():
            said[variable] = joint.join(settings[key].split())
    own = {name: value for name, value in said.items() if not _is_set(name, environ)}
    return {**environ, **own, **_proxies(settings.get("proxy", ""))}


def _is_set(name: str, environ: Mapping[str, str]) -> bool:
    return name in environ or _OLDER_NAME.get(name, name) in environ


def _proxies(proxy: str) -> dict[str, str]:
    if not proxy:
        return {}
    address = proxy if "://" in proxy else f"http://{proxy}"
    return dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), address)
