#!/bin/sh
# Prints a page of the gifts of a period as JSON: export-gifts.sh 2026-01-01 2026-12-31. The next page is `&after=` its `next`.
. "$(dirname "$0")/ask.sh"
fetch "/gifts?from=$1T00:00:00Z&to=$2T00:00:00Z&limit=100"
