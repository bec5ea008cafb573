#!/bin/sh
# Exports the gifts of a period as CSV: export-gifts.sh 2026-01-01 2026-12-31 > gifts.csv
set -eu
url=${UPSTANDER_URL:-http://localhost:3000}
curl --silent --show-error --fail-with-body "$url/exports/gifts.csv?from=$1&to=$2&bom=0" --header "cookie: ${UPSTANDER_COOKIE:-}"
