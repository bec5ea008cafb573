/**
 * The settings without which no configuration loads. Those of mail and of Stripe belong to other libraries, and are wanted
 * where these have been loaded, as in a process that runs many specs.
 */
export const enoughSettings = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:3000/',
  APP_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://localhost/upstander',
  MAIL_FROM: 'hello@example.org',
  SMTP_URL: 'smtp://localhost',
  STRIPE_SECRET_KEY: 'sk_test_12',
  STRIPE_WEBHOOK_SECRET: 'whsec_12',
};
