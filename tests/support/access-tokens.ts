import type { StaffAreaName } from '@upstander/identity';
import { AccessTokenSeals, hashOfAccessToken, newAccessTokenSecret, tokenAreas } from '@upstander/integrations';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

interface AccessTokenParts {
  name?: string;
  kind?: 'personal' | 'service';
  viewAreas?: StaffAreaName[];
  manageAreas?: StaffAreaName[];
  chapterId?: string | null;
  expiresAt?: Date;
}

/** Creates an access token by inserting it, by default with access to everything a token can have. */
export async function anAccessToken(
  { db, nest, clock }: Pick<TestApp, 'db' | 'nest' | 'clock'>,
  ownerId: string,
  parts: AccessTokenParts = {},
): Promise<{ id: string; secret: string; headers: Record<string, string> }> {
  const { name = 'Zapier', kind = 'personal', chapterId = null } = parts;
  const secret = newAccessTokenSecret();
  const areas = (parts.viewAreas ?? parts.manageAreas) ? parts : { manageAreas: [...tokenAreas] };
  const { viewAreas = [], manageAreas = [] } = areas;
  const now = clock.now();
  const expiresAt = parts.expiresAt ?? new Date(now.valueOf() + 90 * 86_400_000);
  const token = { id: randomUUID(), ownerId, kind, viewAreas, manageAreas, chapterId, expiresAt };
  const sealed = { ...token, tokenHash: hashOfAccessToken(secret) };
  await db.query(
    `INSERT INTO integrations.access_token
       (id, owner_id, kind, name, view_areas, manage_areas, chapter_id, token_hash, created_at, expires_at, seal)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      token.id,
      ownerId,
      kind,
      name,
      viewAreas,
      manageAreas,
      chapterId,
      sealed.tokenHash,
      now,
      expiresAt,
      nest.get(AccessTokenSeals, { strict: false }).sealOf(sealed),
    ],
  );
  return { id: token.id, secret, headers: { authorization: `Bearer ${secret}` } };
}
