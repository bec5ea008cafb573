"""Exports the gifts between two dates as CSV: export_gifts.py 2026-01-01 2026-12-31 > gifts.csv"""

import csv
import sys

from upstander import fetch_pages

output = csv.writer(sys.stdout)
output.writerow(["id", "paid_at", "campaign", "amount_minor", "currency"])
for gift in fetch_pages("/gifts", {"from": f"{sys.argv[1]}T00:00:00Z", "to": f"{sys.argv[2]}T00:00:00Z"}):
    charged = gift["charged"]
    output.writerow([gift["id"], gift["paidAt"], gift["campaignTitle"], charged["amountMinor"], charged["currency"]])
