# Shared by all examples: `ask QUERY [VARIABLES]` sends one document and prints the response.
set -eu
url=${UPSTANDER_URL:-http://localhost:3000}

ask() {
  printf '{"query":"%s","variables":%s}' "$1" "${2:-{\}}" |
    curl --silent --show-error --fail-with-body "$url/graphql" \
      --header 'content-type: application/json' \
      --header "origin: $url" \
      --header "x-graphql-token: ${UPSTANDER_TOKEN:-}" \
      --header "cookie: ${UPSTANDER_COOKIE:-}" \
      --data-binary @-
  echo
}
