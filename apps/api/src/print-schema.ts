import { GraphQLSchemaHost } from '@nestjs/graphql';
import { loadConfig } from '@upstander/platform';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApi } from './create-api.js';

/**
 * Writes schema.graphql from the code, without a database. With `--check` it writes nothing and fails when the
 * committed file says something else.
 */
const file = new URL('../../../schema.graphql', import.meta.url);
const config = loadConfig({
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://127.0.0.1',
  APP_SECRET: 'nothing is signed while a schema is printed',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  SMTP_URL: 'smtp://127.0.0.1:1',
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
  MAIL_FROM: 'nobody@upstander.invalid',
  LOG_LEVEL: 'silent',
});
const app = await createApi(config, { connect: false });
await app.init();
const schema = `# Printed from the code by \`npm run schema\`; reviewed like code.\n\n${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== schema) {
    console.error('schema.graphql is not what the code says. Run: npm run schema');
    process.exit(1);
  }
  console.log('schema.graphql is what the code says.');
} else {
  await writeFile(file, schema);
  console.log('Wrote schema.graphql.');
}
process.exit(0);
