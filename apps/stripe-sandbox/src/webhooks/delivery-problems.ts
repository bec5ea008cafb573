/** Shares are between 0 and 1; true means all. */
export interface DeliveryProblems {
  /** Delivers webhooks twice. */
  duplicate?: number | boolean;
  /** Delivers due webhooks in random order. */
  shuffle?: boolean;
  /** Reports dropped webhooks as delivered. */
  lose?: number | boolean;
  /** Seconds of the sandbox's clock. */
  delay?: number;
  /** Also sends a copy signed with a wrong secret. */
  forge?: number | boolean;
  /** Also sends a signed copy dated one hour ahead. */
  future?: number | boolean;
  /** Stops all deliveries until unset. */
  hold?: boolean;
}

export const noDeliveryProblems: DeliveryProblems = {};

export function occursAtRate(share: number | boolean | undefined, chance: () => number): boolean {
  return share === true || (typeof share === 'number' && share > 0 && chance() < share);
}
