import { Injectable } from '@nestjs/common';
import { RowSeals, type Config, type Database } from '@upstander/platform';
import type { AccessToken } from './access-token.entity.js';

export type SealedAccessToken = Pick<
  AccessToken,
  'id' | 'ownerId' | 'kind' | 'viewAreas' | 'manageAreas' | 'chapterId' | 'tokenHash' | 'expiresAt'
>;

/** Select list for `SealedAccessToken`, from token `t`. */
export const sealedTokenColumns = `t.id, t.owner_id AS "ownerId", t.kind, t.view_areas AS "viewAreas",
  t.manage_areas AS "manageAreas", t.chapter_id AS "chapterId", t.token_hash AS "tokenHash", t.expires_at AS "expiresAt", t.seal`;

/** Access tokens written outside the application give no access. */
@Injectable()
export class AccessTokenSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(token: SealedAccessToken): Buffer {
    return this.seals.create('access-token', valuesOf(token));
  }

  isGenuine(token: SealedAccessToken, seal: Buffer): boolean {
    return this.seals.isGenuine('access-token', valuesOf(token), seal);
  }
}

/** Seals genuine access tokens with the current APP_SECRET. */
export async function resealAccessTokens(db: Pick<Database, 'query'>, config: Config): Promise<void> {
  const seals = new AccessTokenSeals(new RowSeals(config));
  const tokens = await db.query<SealedAccessToken & { seal: Buffer }>(
    `SELECT ${sealedTokenColumns} FROM integrations.access_token t WHERE t.revoked_at IS NULL`,
  );
  for (const { seal, ...token } of tokens) {
    if (!seals.isGenuine(token, seal)) continue;
    await db.query('UPDATE integrations.access_token SET seal = $2 WHERE id = $1', [token.id, seals.sealOf(token)]);
  }
}

/** For when the secret of their seals is lost: they no longer give access. */
export async function revokeAllAccessTokens(db: Pick<Database, 'query'>, now: Date): Promise<void> {
  await db.query('UPDATE integrations.access_token SET revoked_at = $1 WHERE revoked_at IS NULL', [now]);
}

function valuesOf({ id, ownerId, kind, viewAreas, manageAreas, chapterId, tokenHash, expiresAt }: SealedAccessToken) {
  return [id, ownerId, kind, viewAreas.join(' '), manageAreas.join(' '), chapterId, tokenHash, expiresAt];
}
