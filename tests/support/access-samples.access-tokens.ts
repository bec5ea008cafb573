import type { MakeSample } from './access-samples.js';
import { anAccessToken } from './access-tokens.js';
import { anAccount } from './people.js';

export const accessTokenSamples: Record<string, MakeSample> = {
  accessTokens: () => ({}),
  myAccessTokens: () => ({}),
  accessTokenAreas: () => ({ variables: { kind: 'PERSONAL' } }),
  createAccessToken: () => ({
    variables: { input: { name: 'Zapier', kind: 'PERSONAL', viewAreas: ['EVENTS'], days: 30 } },
  }),
  revokeAccessToken: async ({ app, caller }) => {
    const ownerId = caller.accountId ?? (await anAccount(app.db)).id;
    return { variables: { id: (await anAccessToken(app, ownerId)).id } };
  },
};
