import type { DeliveryProblems } from '../webhooks/trouble.js';

/** The first choice of each kind is no problem. */
export interface Troubles {
  calls: keyof typeof callTroubles;
  webhooks: keyof typeof webhookTroubles;
}

/** Share of failing calls. */
export const callTroubles = {
  'No call fails': 0,
  'Every tenth call fails': 0.1,
  'Every third call fails': 0.33,
} as const;

export const webhookTroubles = {
  'Webhooks arrive': {},
  'Each comes twice': { duplicate: true },
  'They come in any order': { shuffle: true },
  'Half of them are lost': { lose: 0.5 },
  'They come a minute late': { delay: 60 },
  'Strangers send some too': { forge: true, future: true },
  'None comes until this is changed': { hold: true },
} as const satisfies Record<string, DeliveryProblems>;

export const noTroubles: Troubles = { calls: 'No call fails', webhooks: 'Webhooks arrive' };
