#!/bin/sh
# Signs a volunteer up: sign-up.sh <shift ID> <name> <email>. The idempotency key makes repeated calls one sign-up.
. "$(dirname "$0")/ask.sh"
ask 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }' \
  "{\"input\":{\"shiftId\":\"$1\",\"name\":\"$2\",\"email\":\"$3\",\"locale\":\"EN\",\"idempotencyKey\":\"example/$1/$3\"}}"
