"""Ask Says Who from a program: `SAYSWHO_TOKEN=… python ask.py "Who controls Minian?"`."""

import json
import os
import sys
from urllib.request import Request, urlopen

SERVER = "https://news.example"


def ask(question: str, token: str) -> dict[str, object]:
    """Return the answer; raises urllib.error.HTTPError where the server refuses."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    request = Request(f"{SERVER}/api/ask", json.dumps({"question": question}).encode(), headers)  # noqa: S310
    with urlopen(request, timeout=120) as response:  # noqa: S310 - the address stands above
        answer: dict[str, object] = json.load(response)
    return answer


if __name__ == "__main__":
    json.dump(ask(sys.argv[1], os.environ["SAYSWHO_TOKEN"]), sys.stdout, indent=2)
