/** Stripe charges at most 99,999,999 minor units at once; this leaves room for a covered fee. */
export const mostGiftMinor = 90_000_000n;

/** The highest goal of a campaign or a page, in minor units: a hundred million dollars. More is a slip of the finger. */
export const mostGoalMinor = 10_000_000_000n;
