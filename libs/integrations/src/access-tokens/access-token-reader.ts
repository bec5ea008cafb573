import { Injectable } from '@nestjs/common';
import { AccountRightsReader, anonymous, RateLimits, type Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { hashOfAccessToken, isAccessTokenSecret } from './access-token-secret.js';
import { AccessTokenSeals, sealedTokenColumns, type SealedAccessToken } from './access-token-seals.js';
import { grantsOfToken } from './token-grants.js';

interface TokenRow extends SealedAccessToken {
  seal: Buffer;
  usedLongAgo: boolean;
}

/** Checks each request against the database, so a revoked token stops at once in all processes. */
@Injectable()
export class AccessTokenReader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seals: AccessTokenSeals,
    private readonly rights: AccountRightsReader,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Returns null for an unknown, expired or revoked token, and if its owner no longer has a role that it uses.
   * @throws Refusal TOO_MANY_TRIES
   */
  async actorOf(secret: string, address: string): Promise<Actor | null> {
    if (!isAccessTokenSecret(secret)) return null;
    const [row] = await this.db.queryNamed<TokenRow & Record<string, unknown>>('access-token', tokenByHash, [
      hashOfAccessToken(secret),
      this.clock.now(),
    ]);
    if (!row || !this.seals.isGenuine(row, row.seal)) return null;
    const owner = await this.rights.find(row.ownerId);
    const customGrants = owner ? grantsOfToken(row, owner) : [];
    if (!owner || customGrants.length === 0) return null;
    await this.limits.consume('access-token', `token ${row.id}`);
    if (row.usedLongAgo) await this.touch(row.id);
    const { email, locale } = owner;
    return { ...anonymous(address), accountId: row.ownerId, email, locale, customGrants, accessTokenId: row.id };
  }

  private async touch(id: string): Promise<void> {
    await this.db.query('UPDATE integrations.access_token SET last_used_at = $2 WHERE id = $1', [id, this.clock.now()]);
  }
}

// `last_used_at` is accurate to a minute, which avoids a write per request.
const tokenByHash = `
  SELECT ${sealedTokenColumns}, t.last_used_at IS NULL OR t.last_used_at < $2::timestamptz - interval '1 minute' AS "usedLongAgo"
  FROM integrations.access_token t WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2`;
