#!/bin/sh
# The next events, with the free places of their shifts.
. "$(dirname "$0")/ask.sh"
ask 'query NextEvents { events(first: 5) { edges { node { title startsAt timeZone shifts { id role placesLeft } } } pageInfo { hasNextPage endCursor } } }'
