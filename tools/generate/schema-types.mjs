import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { writeGenerated } from './write-generated.mjs';

/** Converts schema.graphql to the types that check GraphQL documents (`npm run generate`). */
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
writeGenerated(
  'libs/api-client/src/graphql-env.d.ts',
  outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
);
