#!/bin/sh
# Lists the next events with the open spots of their shifts.
. "$(dirname "$0")/ask.sh"
ask 'query NextEvents { events(first: 5) { edges { node { title startsAt timeZone shifts { id role placesLeft } } } pageInfo { hasNextPage endCursor } } }'
