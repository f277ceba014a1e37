"""What may be set, and what a mistake is answered with."""

import posixpath

import pytest

import settings
from app import deployed, hook
from corpus.errors import SaysWhoError

TOKEN = "t" * 24


def loaded(monkeypatch: pytest.MonkeyPatch, **values: str) -> settings.Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"SAYSWHO_{name.upper()}", value)
    return settings.load()


def test_a_deployment_is_what_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = loaded(
        monkeypatch,
        hosts='["news.example", "*.intranet"]',
        base_path="/says-who",
        portals='["https://portal.example", "http://127.0.0.1:8001"]',
        trusted_proxies='["10.0.0.1", "fd00::/8"]',
        authentication="proxy",
        access_tokens=f'["{TOKEN}"]',
        rate_limit="5/second",
        queue_size="7",
    )
    deployment = deployed(chosen)
    assert deployment.hosts == ("news.example", "*.intranet")
    assert deployment.base_path == "/says-who"
    assert deployment.portals == ("https://portal.example", "http://127.0.0.1:8001")
    assert deployment.trusted_proxies == ("10.0.0.1/32", "fd00::/8")
    assert deployment.user_header == "X-Forwarded-User"
    assert deployment.identify is None
    assert deployment.access_tokens == (TOKEN,)
    assert deployment.rate_limit == "5/second"
    assert deployment.waiting == 7


def test_a_token_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert TOKEN not in repr(loaded(monkeypatch, access_tokens=f'["{TOKEN}"]'))


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        (
            "portals",
            '["portal.example"]',
            "setting 'portals.0': .* is no origin: write scheme, host and port",
        ),
        ("portals", '["https://portal.example/"]', "is no origin"),
        ("portals", '["https://portal.example/news"]', "is no origin"),
        ("portals", '["https://*.example"]', "does not name one host"),
        ("portals", '["https://a.example; script-src *"]', "does not name one host"),
        ("portals", '["*"]', "is no origin"),
        ("portals", '["null"]', "is no origin"),
        ("hosts", '["news.example/path"]', "setting 'hosts.0'"),
        ("base_path", "says-who", "setting 'base_path'"),
        ("base_path", "/says-who/", "setting 'base_path'"),
        ("trusted_proxies", '["proxy.example"]', "setting 'trusted_proxies.0'"),
        ("authentication", "password", "setting 'authentication'"),
        ("authentication", "proxy", "needs trusted_proxies"),
        ("authentication", "hook", "needs authentication_hook"),
        ("access_tokens", '["short"]', "setting 'access_tokens.0': .* at least 24"),
        ("rate_limit", "often", "setting 'rate_limit'"),
        ("max_question", "2001", "setting 'max_question'"),
        ("queue_size", "0", "setting 'queue_size'"),
    ],
)
def test_a_mistake_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    with pytest.raises(SaysWhoError, match=complaint) as raised:
        loaded(monkeypatch, **{name: value})
    assert "\n" not in str(raised.value)


def test_a_hook_is_named_by_its_import_path() -> None:
    found: object = hook("posixpath:basename")
    assert found is posixpath.basename


@pytest.mark.parametrize("path", ["no_such_module:identify", "os.path:no_such_name", "os:name"])
def test_a_hook_that_is_not_there_is_named_in_one_line(path: str) -> None:
    with pytest.raises(SaysWhoError, match="setting 'authentication_hook'"):
        hook(path)
