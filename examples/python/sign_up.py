"""Signs a volunteer up for the first open shift: sign_up.py <name> <email>. The same call twice is one sign-up."""

import sys

from upstander import ask

name, email = sys.argv[1:3]
edges = ask("query OpenEvents { events(first: 20) { edges { node { title shifts { id placesLeft } } } } }")["events"]["edges"]
events = [edge["node"] for edge in edges]
open_shifts = [(event["title"], shift["id"]) for event in events for shift in event["shifts"] if shift["placesLeft"] > 0]
if not open_shifts:
    sys.exit("Every shift is full.")
title, shift_id = open_shifts[0]

signup = ask(
    "mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }",
    {
        "input": {
            "shiftId": shift_id,
            "name": name,
            "email": email,
            "locale": "EN",
            "idempotencyKey": f"example/{shift_id}/{email}",
        }
    },
)["signUp"]["signup"]
print(title, signup["status"])
