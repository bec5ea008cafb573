import type { Queryable } from '@upstander/identity';
import type { Secrets } from '@upstander/platform';
import { webhookSecretPurpose } from './webhook-secret.js';

interface SealedSecrets {
  id: string;
  secret: string;
  oldSecret: string | null;
}

/**
 * Seals the secrets of all endpoints with the current APP_SECRET. Safe to run while webhooks are sent.
 * A secret that can't be opened stays as it is; its endpoint is disabled when the next event is due.
 */
export async function resealWebhookSecrets(db: Queryable, secrets: Secrets): Promise<number> {
  const endpoints = await db.query<SealedSecrets & Record<string, unknown>>(
    'SELECT id, secret_sealed AS secret, old_secret_sealed AS "oldSecret" FROM integrations.webhook_endpoint',
  );
  let resealed = 0;
  for (const { id, secret, oldSecret } of endpoints) {
    const reseal = (sealed: string | null) => sealed && resealOne(secrets, id, sealed);
    const changed = await db.query(
      `UPDATE integrations.webhook_endpoint SET secret_sealed = $2, old_secret_sealed = $3
       WHERE id = $1 AND secret_sealed = $4 AND secret_sealed <> $2 RETURNING id`,
      [id, reseal(secret), reseal(oldSecret), secret],
    );
    resealed += changed.length;
  }
  return resealed;
}

function resealOne(secrets: Secrets, id: string, sealed: string): string {
  try {
    return secrets.reseal(webhookSecretPurpose(id), sealed) ?? sealed;
  } catch {
    return sealed;
  }
}
