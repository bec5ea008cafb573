import { GraphQLSchemaHost } from '@nestjs/graphql';
import { loadConfig } from '@upstander/platform';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApi } from './create-api.js';
import { printLimits } from './print-limits.js';

/**
 * Writes from the code, without a database: schema.graphql, the types that the documents of the pages are checked by, and
 * the limits that forms keep to. With `--check` it writes nothing and fails when a committed file says something else.
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
const made = [
  { name: 'schema.graphql', text: schema },
  { name: 'libs/api-client/src/graphql-env.d.ts', text: typesOf(schema) },
  { name: 'libs/web-kit/src/limits.ts', text: await printLimits() },
].map((one) => ({ ...one, file: new URL(`../../../${one.name}`, import.meta.url) }));
if (process.argv.includes('--check')) {
  for (const { name, file, text } of made) {
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    console.error(`${name} is not what the code says. Run: npm run schema`);
    process.exit(1);
  }
  console.log('schema.graphql, its types and the limits of the forms are what the code says.');
} else {
  for (const { file, text } of made) await writeFile(file, text);
  console.log(`Wrote ${made.map(({ name }) => name).join(', ')}.`);
}
process.exit(0);

/** The schema as gql.tada reads it. */
function typesOf(text: string): string {
  const introspection = introspectionFromSchema(buildSchema(text), { descriptions: false });
  return outputIntrospectionFile(minifyIntrospection(introspection), { fileType: '.d.ts', shouldPreprocess: true });
}
