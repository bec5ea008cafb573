#!/bin/sh
# Signs somebody up: sign-up.sh <shift id> <name> <address>. The same call twice is one sign-up: the key says so.
. "$(dirname "$0")/ask.sh"
ask 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }' \
  "{\"input\":{\"shiftId\":\"$1\",\"name\":\"$2\",\"email\":\"$3\",\"locale\":\"EN\",\"idempotencyKey\":\"example/$1/$3\"}}"
