/** What the way between Stripe and us does to webhooks; each a share of them between 0 and 1, true for all. */
export interface Trouble {
  /** Delivered twice. */
  duplicate?: number | boolean;
  /** Everything that waits is delivered in any order. */
  shuffle?: boolean;
  /** Never delivered, and Stripe believes it was. */
  lose?: number | boolean;
  /** Delivered only after these many seconds of the sandbox's clock. */
  delay?: number;
  /** Somebody else sends a changed copy as well, signed with a secret that is not ours. */
  forge?: number | boolean;
  /** A copy comes as well, signed rightly, that says it was sent an hour from now. */
  future?: number | boolean;
  /** Nothing is delivered at all until this is taken back. */
  hold?: boolean;
}

export const noTrouble: Trouble = {};

/** Whether one of a share's comes true now. */
export function comesTrue(share: number | boolean | undefined, chance: () => number): boolean {
  return share === true || (typeof share === 'number' && share > 0 && chance() < share);
}
