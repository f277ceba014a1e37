"""Settings, read once where a program starts and handed on from there."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from corpus.errors import SaysWhoError


class Settings(BaseSettings):
    """What a user may set, in `sayswho.toml` or as `SAYSWHO_…` in the environment, which wins."""

    model_config = SettingsConfigDict(
        env_prefix="SAYSWHO_", toml_file="sayswho.toml", extra="forbid", frozen=True
    )

    index: Path = Field(Path("sayswho-index"), description="folder of the index")
    encoder: str = Field("", description="hub id or path of a sentence encoder; empty: the packaged one")
    download: bool = Field(False, description="allow the encoder to be downloaded from the hub")
    vectors: Literal["auto", "flat", "ivf"] = Field(
        "auto", description="type of vector index: by number of passages, exhaustive, or in lists"
    )
    max_characters: int = Field(2_000_000, ge=1, description="longest article that is read")
    depth: int = Field(30, ge=1, le=200, description="passages retrieved for a question")
    host: str = Field("127.0.0.1", description="address the web chat listens on")
    port: int = Field(7860, ge=0, le=65535, description="port the web chat listens on; 0: a free one")

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
        raise SaysWhoError(f"setting '{name}': {problem['msg']}") from error
    except ValueError as error:  # TOML that does not parse
        raise SaysWhoError(f"sayswho.toml: {error}") from error
