# Shared by all examples: `ask QUERY [VARIABLES]` sends one document, `fetch PATH` reads from REST. Both print the response.
set -eu
url=${UPSTANDER_URL:-http://localhost:3000}

send() {
  # Without a token, curl sends no header.
  curl --silent --show-error --fail-with-body --header "authorization:${UPSTANDER_TOKEN:+ Bearer $UPSTANDER_TOKEN}" "$@"
  echo
}

ask() {
  printf '{"query":"%s","variables":%s}' "$1" "${2:-{\}}" |
    send "$url/graphql" --header 'content-type: application/json' --data-binary @-
}

fetch() {
  send "$url/api/v1$1"
}
