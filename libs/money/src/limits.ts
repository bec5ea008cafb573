/** Minor units. Stripe charges at most 99,999,999; the difference leaves room for the fee cover. */
export const maxGiftMinor = 90_000_000n;

/** $100 million in minor units. Anything above is likely a typo. */
export const maxGoalMinor = 10_000_000_000n;
