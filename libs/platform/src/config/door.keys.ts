import { z } from 'zod';
import { count, flag, key, names, url } from './config-key.js';

/** By which names and ways requests reach us, and whom to tell when a way in is wrong. */
export const doorKeys = {
  EXTRA_HOSTS: key(
    names(/^[\w.-]+(:\d{1,5})?$/, 'must be host names with commas between them'),
    'Further names by which people or your own proxy reach the site, with commas between them; for every other name in the Host of a request nothing is served but /healthz and /readyz.',
    'www.example.org,upstander.internal:3000',
  ),
  TRUST_PROXY: key(
    flag('false'),
    'Whether the last X-Forwarded-For address, X-Request-ID and traceparent may be believed: true only behind your own proxy.',
    'true',
  ),
  REQUESTS_PER_MINUTE: key(
    count(3000),
    'How many requests of one network a process answers in a minute; 429 above. The machine itself may ask without end, and signed webhooks may come without end.',
    '3000',
  ),
  REQUEST_SECONDS: key(
    count(120),
    'How long a request may take to arrive, from its first byte to its last; then it is answered 408. Ten megabytes from a slow phone take a minute and a half.',
    '120',
  ),
  PAGE_CACHE_SECONDS: key(
    z.coerce.number().int().min(0).max(60).default(1),
    'How long a finished public page may be handed to further visitors without a session, and by a network that delivers the site (see the operator guide). What this process writes is seen at once, what another one writes after this time. 0 makes every page anew.',
    '1',
  ),
  SECURITY_CONTACT: key(
    url('mailto:', 'https:').optional(),
    'Whom to tell of a hole in the security of this site, for /.well-known/security.txt; without it that is CONTACT_EMAIL.',
    'mailto:security@example.org',
  ),
} as const;
