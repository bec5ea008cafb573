import { loadConfig } from '@upstander/platform';
// The import defines the settings of every library.
import './create-api.js';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://volunteer.example.org',
  APP_SECRET: 'dGhlIG91dHB1dCBvZiBvcGVuc3NsIHJhbmQgLWJhc2U2NA==',
  DATABASE_URL: 'postgres://localhost/upstander',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'hello@example.org',
};
const stripe = {
  STRIPE_SECRET_KEY: 'sk_live_0123456789abcdef01234567',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef01234567',
};
const zone = {
  SEALED_DATABASE_URL: 'postgres://sealed@db/upstander',
  SEALED_KEYS_URL: 'postgres://sealed@keys/keys',
  SEALED_KEYS: `2026a:${Buffer.alloc(32).toString('base64')}`,
};

function configFaults(changes: Record<string, string>): string {
  try {
    loadConfig({ ...production, ...changes });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('production needs Stripe unless fundraising is off, and the sealed settings unless the zone is off', () => {
  expect(configFaults({ FUNDRAISING_MODE: 'off', SEALED_ZONE: 'off' })).toBe('');
  expect(configFaults(zone)).toMatch(/^STRIPE_SECRET_KEY is missing, and FUNDRAISING_MODE needs it/m);
  expect(configFaults(stripe)).toMatch(/^SEALED_KEYS is missing: .* Set SEALED_ZONE=off/m);
  // A Stripe account keeps refunds and webhooks working.
  expect(configFaults({ ...stripe, ...zone, FUNDRAISING_MODE: 'off' })).toBe('');
});

test('refuses the settings of a zone that is off, which would never erase its records', () => {
  expect(configFaults({ ...stripe, ...zone, SEALED_ZONE: 'off' })).toMatch(
    /^SEALED_ZONE is off, but SEALED_DATABASE_URL, SEALED_KEYS_URL, SEALED_KEYS are set: remove them, or .*\.$/m,
  );
});
