import { GraphQLSchemaHost } from '@nestjs/graphql';
import { loadConfig } from '@upstander/platform';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApi } from './create-api.js';
import { printLimits } from './print-limits.js';

/**
 * Writes schema.graphql and the limits that forms keep to from the code, without a database. With `--check` it writes
 * nothing and fails when a committed file says something else.
 */
const schemaFile = new URL('../../../schema.graphql', import.meta.url);
const limitsFile = new URL('../../../libs/web-kit/src/limits.ts', import.meta.url);
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
const made = [
  { name: 'schema.graphql', file: schemaFile, text: schema },
  { name: 'libs/web-kit/src/limits.ts', file: limitsFile, text: await printLimits() },
];
if (process.argv.includes('--check')) {
  for (const { name, file, text } of made) {
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    console.error(`${name} is not what the code says. Run: npm run schema`);
    process.exit(1);
  }
  console.log('schema.graphql and the limits of the forms are what the code says.');
} else {
  for (const { file, text } of made) await writeFile(file, text);
  console.log('Wrote schema.graphql and libs/web-kit/src/limits.ts.');
}
process.exit(0);
