import type { Secrets } from '@upstander/platform';
import { randomBytes } from 'node:crypto';

/** 32 random bytes in the format of Standard Webhooks 1.0.0. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Purpose of the sealed secret (`Secrets`), so that a secret can't be moved to another endpoint. */
export function webhookSecretPurpose(endpointId: string): string {
  return `webhook-secret/${endpointId}`;
}

/** Returns a new secret, sealed, that no one knows. */
export function sealNewWebhookSecret(secrets: Secrets, endpointId: string): string {
  return secrets.seal(webhookSecretPurpose(endpointId), newWebhookSecret());
}
