"""Client for the API without dependencies. Requires Python 3.9 or newer."""

import json
import os
import urllib.error
import urllib.request

URL = os.environ.get("UPSTANDER_URL", "http://localhost:3000")
HEADERS = {
    "origin": URL,
    "cookie": os.environ.get("UPSTANDER_COOKIE", ""),
    "x-graphql-token": os.environ.get("UPSTANDER_TOKEN", ""),
}


class Refusal(Exception):
    """An error from the API: a stable code and a message for people."""


def ask(query, variables=None):
    """Sends one document and returns its data."""
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    request = urllib.request.Request(f"{URL}/graphql", body, {**HEADERS, "content-type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        answer = json.load(error)
    if answer.get("errors"):
        first = answer["errors"][0]
        raise Refusal(f"{first['extensions']['code']}: {first['message']}")
    return answer["data"]
