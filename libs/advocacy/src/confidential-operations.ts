import { ownTrailKey } from '@upstander/identity';
import type { Provider } from '@nestjs/common';
import { actionItemsProviders } from './action-items/action-items.providers.js';
import { applicationsProviders } from './applications/applications.providers.js';
import { consentsProviders } from './consents/consents.providers.js';
import { consultationsProviders } from './consultations/consultations.providers.js';
import { introductionsProviders } from './introductions/introductions.providers.js';
import { messagesProviders } from './messages/messages.providers.js';
import { myRecordsProviders } from './my-records/my-records.providers.js';
import { noticesProviders } from './notices/notices.providers.js';
import { retentionProviders } from './retention/retention.providers.js';
import { teamKeysProviders } from './team-keys/team-keys.providers.js';

const providers: readonly Provider[] = [
  ...actionItemsProviders,
  ...applicationsProviders,
  ...consentsProviders,
  ...consultationsProviders,
  ...introductionsProviders,
  ...messagesProviders,
  ...myRecordsProviders,
  ...noticesProviders,
  ...retentionProviders,
  ...teamKeysProviders,
];

/**
 * Operations of the sealed zone, which only its own trail records. Counting them in metrics would tell an operator when
 * someone applied or was introduced.
 */
export const confidentialOperations: ReadonlySet<string> = new Set(
  providers.flatMap((provider) =>
    typeof provider === 'function' && Reflect.hasMetadata(ownTrailKey, provider)
      ? Object.getOwnPropertyNames(provider.prototype)
      : [],
  ),
);
