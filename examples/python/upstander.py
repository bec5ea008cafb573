"""Client for the API without dependencies. Requires Python 3.9 or newer."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ.get("UPSTANDER_URL", "http://localhost:3000")
TOKEN = os.environ.get("UPSTANDER_TOKEN", "")
HEADERS = {"authorization": f"Bearer {TOKEN}"} if TOKEN else {}


class Refusal(Exception):
    """An error from the API: a stable code and a message for people."""


def ask(query, variables=None):
    """Sends one GraphQL document and returns its data."""
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    answer = _send(urllib.request.Request(f"{URL}/graphql", body, {**HEADERS, "content-type": "application/json"}))
    if answer.get("errors"):
        first = answer["errors"][0]
        raise Refusal(f"{first['extensions']['code']}: {first['message']}")
    return answer["data"]


def fetch_pages(path, filters):
    """Reads all pages of a REST list."""
    after = None
    while True:
        query = urllib.parse.urlencode({**filters, "limit": 100, **({"after": after} if after else {})})
        page = _send(urllib.request.Request(f"{URL}/api/v1{path}?{query}", headers=HEADERS))
        if "data" not in page:
            raise Refusal(f"{page['code']}: {page['detail']}")
        yield from page["data"]
        after = page["next"]
        if after is None:
            return


def _send(request):
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return json.load(error)
