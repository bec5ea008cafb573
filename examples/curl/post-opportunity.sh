#!/bin/sh
# Posts an opportunity for a business: post-opportunity.sh <business ID>. Moderators review it before it is published.
. "$(dirname "$0")/ask.sh"
ask 'mutation Post($input: PostOpportunityInput!) { postOpportunity(input: $input) { id title status } }' \
  "{\"input\":{\"businessId\":\"$1\",\"idempotencyKey\":\"example/$1/kitchen-help\",\"opportunity\":{\"kind\":\"JOB\",\"title\":\"Kitchen help\",\"description\":\"Two of us cook lunch for a school, and we show you how.\",\"language\":\"EN\",\"payMin\":{\"amountMinor\":1900,\"currency\":\"USD\"},\"payMax\":{\"amountMinor\":2100,\"currency\":\"USD\"},\"payUnit\":\"HOUR\",\"hoursPerWeek\":20,\"schedule\":\"Monday to Friday, 8:00 to 12:00\",\"place\":\"Fresno, CA\",\"supervisorName\":\"Ines Soto\",\"idNeeded\":false,\"backgroundCheck\":false,\"languages\":[\"en\",\"es\"]}}}"
