import type { Tx } from '@upstander/platform';
import type { AccessTokenSeals } from '@upstander/integrations';
import { hashOfAccessToken, newAccessTokenSecret } from '@upstander/integrations';
import { insert } from './insert.js';
import { idOf } from './random.js';

const DAY = 86_400_000;

/** A token of the organization that expires next week, and a personal one. No one knows their secrets. */
export async function insertAccessTokens(tx: Tx, now: Date, seals: AccessTokenSeals): Promise<void> {
  const after = (days: number) => new Date(now.valueOf() + days * DAY);
  const tokens = [
    {
      owner: 'admin@demo.example',
      kind: 'service',
      name: 'Zapier: newsletter',
      viewAreas: ['events', 'volunteers'],
      manageAreas: [],
      createdAt: after(-83),
      expiresAt: after(7),
      lastUsedAt: after(-0.01),
    },
    {
      owner: 'organizer@demo.example',
      kind: 'personal',
      name: 'Sign-up kiosk at the library',
      viewAreas: ['events'],
      manageAreas: ['roster'],
      createdAt: after(-20),
      expiresAt: after(160),
      lastUsedAt: after(-2),
    },
  ] as const;
  for (const { owner, ...token } of tokens) {
    const sealed = {
      id: idOf('access token', token.name),
      ownerId: idOf('account', owner),
      kind: token.kind,
      viewAreas: [...token.viewAreas],
      manageAreas: [...token.manageAreas],
      chapterId: null,
      tokenHash: hashOfAccessToken(newAccessTokenSecret()),
      expiresAt: token.expiresAt,
    };
    const seal = `\\x${seals.sealOf(sealed).toString('hex')}`;
    await insert(tx, 'integrations.access_token', [{ ...token, ...sealed, seal }]);
  }
}
