/** Simulated delivery problems. Shares are between 0 and 1; true means all. */
export interface Trouble {
  /** Delivers webhooks twice. */
  duplicate?: number | boolean;
  /** Delivers due webhooks in random order. */
  shuffle?: boolean;
  /** Drops webhooks and reports them as delivered. */
  lose?: number | boolean;
  /** Delays deliveries by this many seconds of the sandbox's clock. */
  delay?: number;
  /** Also sends a forged copy, signed with a wrong secret. */
  forge?: number | boolean;
  /** Also sends a correctly signed copy dated one hour ahead. */
  future?: number | boolean;
  /** Stops all deliveries until unset. */
  hold?: boolean;
}

export const noTrouble: Trouble = {};

/** Returns true if an event with this probability occurs now. */
export function comesTrue(share: number | boolean | undefined, chance: () => number): boolean {
  return share === true || (typeof share === 'number' && share > 0 && chance() < share);
}
