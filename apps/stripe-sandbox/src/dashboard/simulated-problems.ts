import type { DeliveryProblems } from '../webhooks/delivery-problems.js';

/** The first choice of each kind is no problem. */
export interface SimulatedProblems {
  calls: keyof typeof callProblems;
  webhooks: keyof typeof webhookProblems;
}

export const callProblems = {
  'No call fails': 0,
  'Every tenth call fails': 0.1,
  'Every third call fails': 0.33,
} as const;

export const webhookProblems = {
  'Webhooks arrive': {},
  'Each comes twice': { duplicate: true },
  'They come in any order': { shuffle: true },
  'Half of them are lost': { lose: 0.5 },
  'They come a minute late': { delay: 60 },
  'Strangers send some too': { forge: true, future: true },
  'None comes until this is changed': { hold: true },
} as const satisfies Record<string, DeliveryProblems>;

export const noProblems: SimulatedProblems = { calls: 'No call fails', webhooks: 'Webhooks arrive' };
