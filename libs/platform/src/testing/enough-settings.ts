/** The settings of the platform without which no configuration loads; what other libraries need is theirs to add. */
export const enoughSettings = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:3000/',
  APP_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://localhost/upstander',
  MAIL_FROM: 'hello@example.org',
};
