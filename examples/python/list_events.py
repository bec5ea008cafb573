"""Lists all upcoming events, page by page, with the open spots of their shifts."""

from upstander import ask

QUERY = """
query NextEvents($after: String) {
  events(first: 50, after: $after) {
    edges { node { title startsAt shifts { role placesLeft } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""

after = None
while True:
    events = ask(QUERY, {"after": after})["events"]
    for event in (edge["node"] for edge in events["edges"]):
        places = ", ".join(f"{shift['role']}: {shift['placesLeft']}" for shift in event["shifts"])
        print(event["startsAt"], event["title"], places)
    if not events["pageInfo"]["hasNextPage"]:
        break
    after = events["pageInfo"]["endCursor"]
