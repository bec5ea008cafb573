import { GraphQLSchemaHost } from '@nestjs/graphql';
import { loadConfig } from '@upstander/platform';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApi } from './create-api.js';

/**
 * Prints schema.graphql from the code, without a database.
 * With `--check` it writes nothing and fails if the committed file differs.
 */
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
const file = new URL('../../../schema.graphql', import.meta.url);
if (!process.argv.includes('--check')) {
  await writeFile(file, schema);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== schema) {
  console.error('schema.graphql does not match the code. Run: npm run schema');
  process.exitCode = 1;
}
process.exit();
