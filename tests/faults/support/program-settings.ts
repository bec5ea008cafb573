/** Tests add their own URLs. */
export const programSettings = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://127.0.0.1',
  APP_SECRET: 'a secret that only tests know, and everybody may',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'hello@upstander.invalid',
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
  STRIPE_URL: 'http://127.0.0.1:1',
  // A machine busy with other tests is slow but not stuck.
  DATABASE_CONNECT_SECONDS: '30',
  DATABASE_STATEMENT_SECONDS: '60',
  // No proxy needs time to notice the shutdown.
  DRAIN_SECONDS: '0',
  LOG_LEVEL: 'info',
} as const;
