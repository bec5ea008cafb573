"""Posts an opportunity for the first approved business of the account. Moderators review it before it is published."""

import sys

from upstander import ask

businesses = ask("query MyBusinesses { myBusinesses { id status } }")["myBusinesses"]
approved = [business["id"] for business in businesses if business["status"] == "APPROVED"]
if not approved:
    sys.exit("No business of this account is approved.")

posted = ask(
    "mutation Post($input: PostOpportunityInput!) { postOpportunity(input: $input) { id title status } }",
    {
        "input": {
            "businessId": approved[0],
            "idempotencyKey": f"example/{approved[0]}/front-desk",
            "opportunity": {
                "kind": "INTERNSHIP",
                "title": "Front desk, mornings",
                "description": "You greet people and answer the phone; one of us sits beside you for the first month.",
                "language": "EN",
                "payMin": {"amountMinor": 1850, "currency": "USD"},
                "payUnit": "HOUR",
                "hoursPerWeek": 15,
                "schedule": "Monday to Friday, 9:00 to 12:00",
                "place": "Fresno, CA",
                "supervisorName": "Ines Soto",
                "idNeeded": False,
                "backgroundCheck": False,
                "languages": ["en", "es"],
            },
        }
    },
)["postOpportunity"]
print(posted["title"], posted["status"])
