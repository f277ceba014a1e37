"""The web chat: `python app.py` serves it over an index."""

import contextlib
import socket
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from pydantic import ImportString, TypeAdapter, ValidationError

import command_line
import settings
from assistant.assistant import Assistant
from assistant.models import load_models
from corpus.errors import SaysWhoError
from index.encoder import load_encoder
from index.index import Index
from web.deployment import Deployment, Identify
from web.security import url_host

WARM_UP = "Who says what?"


class Server(uvicorn.Server):
    """Uvicorn, saying where the chat is once it answers there."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then print the address."""
        await super().startup(sockets)
        for listener in sockets or ():
            host, port = listener.getsockname()[:2]
            typer.echo(f"Says Who is ready: http://{url_host(host)}:{port}")


def main(
    index: Annotated[Path | None, typer.Option(help="Folder of the index.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on; 0: a free one.", min=0, max=65535)
    ] = None,
) -> None:
    """Serve the chat, the report pages and the endpoint POST /api/ask over an index.

    What is not given is taken from sayswho.toml or the environment (SAYSWHO_INDEX, SAYSWHO_HOST,
    SAYSWHO_PORT). Ctrl-C stops it.
    """
    chosen = settings.load()
    index, host = index or chosen.index, host or chosen.host
    port = chosen.port if port is None else port
    encoder = load_encoder(chosen.encoder, chosen.download)
    with Index.open(index, encoder) as opened, listen(host, port) as listener:
        deployment = deployed(chosen)
        assistant = Assistant(opened, chosen.depth, models=load_models(chosen))
        assistant.ask(WARM_UP)  # loads parser and models, so that the first answer is quick
        serve(opened, assistant, listener, host, deployment)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; raises SaysWhoError where that is not possible."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise SaysWhoError(
            f"cannot listen on {host}:{port}: {error.strerror or error}; choose another with --host or --port"
        ) from error


def deployed(chosen: settings.Settings) -> Deployment:
    """Return how the settings want the site deployed; raises SaysWhoError on a hook that is not there."""
    return Deployment(
        hosts=chosen.hosts,
        base_path=chosen.base_path,
        portals=chosen.portals,
        trusted_proxies=chosen.trusted_proxies,
        user_header=chosen.user_header if chosen.authentication == "proxy" else "",
        identify=hook(chosen.authentication_hook) if chosen.authentication == "hook" else None,
        access_tokens=tuple(token.get_secret_value() for token in chosen.access_tokens),
        rate_limit=chosen.rate_limit,
        max_question=chosen.max_question,
        at_once=chosen.concurrency,
        waiting=chosen.queue_size,
    )


def hook(path: str) -> Identify:
    """Return the callable `package.module:name`; raises SaysWhoError where there is none."""
    try:
        found = TypeAdapter(ImportString[Identify]).validate_python(path)
    except ValidationError as error:
        raise SaysWhoError(f"setting 'authentication_hook': {error.errors()[0]['msg']}") from error
    return found


def serve(
    index: Index, assistant: Assistant, listener: socket.socket, host: str, deployment: Deployment
) -> None:
    """Serve the site on `listener` until it is stopped."""
    from web.site import site  # Gradio takes seconds to import: what can fail has come before

    served = site(index, assistant, host, deployment)
    # Which proxy to believe is the site's own affair.
    config = uvicorn.Config(served, log_level="warning", proxy_headers=False, server_header=False)
    with contextlib.suppress(KeyboardInterrupt):  # how uvicorn ends after Ctrl-C
        Server(config).run(sockets=[listener])


if __name__ == "__main__":
    command_line.run(lambda: typer.run(main))
