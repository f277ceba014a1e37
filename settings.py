"""Settings, read once where a program starts and handed on from there."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from limits import parse
from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from corpus.errors import SaysWhoError


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or value != f"{parts.scheme}://{parts.netloc.lower()}":
        raise ValueError(f"'{value}' is no origin: write scheme, host and port, as in https://portal.example")
    if not parts.hostname or "*" in value or set(value) & set(" ;,'\""):
        raise ValueError(f"'{value}' does not name one host")
    return value


def _network(value: str) -> str:
    return str(ip_network(value))


def _rate(value: str) -> str:
    if value:
        parse(value)
    return value


Origin = Annotated[str, AfterValidator(_origin)]
Network = Annotated[str, AfterValidator(_network)]
Rate = Annotated[str, AfterValidator(_rate)]
HostName = Annotated[str, Field(pattern=r"^(\*\.)?[\w.-]+$|^\[[0-9a-fA-F:]+\]$")]
Token = Annotated[SecretStr, Field(min_length=24)]


class Settings(BaseSettings):
    """What a user may set, in `sayswho.toml` or as `SAYSWHO_…` in the environment, which wins."""

    model_config = SettingsConfigDict(
        env_prefix="SAYSWHO_", toml_file="sayswho.toml", extra="forbid", frozen=True
    )

    index: Path = Field(Path("sayswho-index"), description="folder of the index")
    encoder: str = Field("", description="hub id or path of a sentence encoder; empty: the packaged one")
    download: bool = Field(False, description="allow models to be downloaded from the hub")
    reader: str = Field(
        "",
        description="hub id or path of a cross-encoder; empty: the packaged one; none",
    )
    extractor: str = Field(
        "",
        description="hub id or path of a model that marks answers (SQuAD 2.0); empty: the packaged one; none",
    )
    judge: str = Field(
        "",
        description="hub id or path of a cross-encoder that tells yes from no; empty: the packaged one; none",
    )
    comparer: Literal["", "none"] = Field(
        "", description="what tells change from conflict beside the rules; empty: the packaged model; none"
    )
    vectors: Literal["auto", "flat", "ivf"] = Field(
        "auto", description="type of vector index: by number of passages, exhaustive, or in lists"
    )
    max_characters: int = Field(2_000_000, ge=1, description="longest article that is read")
    depth: int = Field(30, ge=1, le=200, description="passages retrieved for a question")

    host: str = Field("127.0.0.1", description="address the web chat listens on")
    port: int = Field(7860, ge=0, le=65535, description="port the web chat listens on; 0: a free one")
    hosts: tuple[HostName, ...] = Field((), description="further names the chat may be asked by")
    base_path: str = Field("", pattern=r"^(/[\w.~-]+)*$", description="path a reverse proxy serves it under")
    portals: tuple[Origin, ...] = Field((), description="origins that may embed the chat and ask from pages")
    trusted_proxies: tuple[Network, ...] = Field((), description="addresses of reverse proxies to believe")
    authentication: Literal["none", "proxy", "hook"] = Field("none", description="who names the user")
    user_header: str = Field(
        "X-Forwarded-User", pattern=r"^[A-Za-z0-9-]+$", description="header in which the proxy names the user"
    )
    authentication_hook: str = Field("", description="callable that names the user: package.module:callable")
    access_tokens: tuple[Token, ...] = Field((), description="tokens that open the endpoint for programs")
    rate_limit: Rate = Field("120/minute", description="questions a client may ask; empty: any number")
    max_question: int = Field(2_000, ge=1, le=2_000, description="characters of the longest question")
    concurrency: int = Field(16, ge=1, description="questions answered at the same time")
    queue_size: int = Field(100, ge=1, description="questions that may wait; the next one is refused")

    @model_validator(mode="after")
    def _authentication_is_complete(self) -> Self:
        if self.authentication == "proxy" and not self.trusted_proxies:
            raise ValueError("authentication 'proxy' needs trusted_proxies: the proxy's address")
        if self.authentication == "hook" and not self.authentication_hook:
            raise ValueError("authentication 'hook' needs authentication_hook: package.module:callable")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take values given in code first, then the environment, then the file; no other place."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load() -> Settings:
    """Read the settings.

    Raises SaysWhoError, naming the setting, on an unknown key or a value of the wrong type.
    """
    try:
        return Settings()
    except ValidationError as error:
        problem = error.errors()[0]
        name = ".".join(str(part) for part in problem["loc"])
        raise SaysWhoError(f"setting '{name}': {problem['msg']}" if name else problem["msg"]) from error
    except ValueError as error:  # TOML that does not parse
        raise SaysWhoError(f"sayswho.toml: {error}") from error
