import { buildSchema, graphql } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { sampleData } from './sample-data';
import { sampleRoot, type Visit } from './sample-root';

/** A pretend API for working on screens without a server: the real types, made-up people, nothing kept. */
export function sampleApi(): Plugin {
  const handler = makeHandler();
  return {
    name: 'sample-api',
    configureServer: (server) => void server.middlewares.use('/graphql', handler),
    configurePreviewServer: (server) => void server.middlewares.use('/graphql', handler),
  };
}

function makeHandler() {
  const file = [process.env['SCHEMA'], resolve('../../schema.graphql')].find((path) => path && existsSync(path));
  if (!file) return (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end();
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const root = sampleRoot(sampleData(new Date()));

  return (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      const visit: Visit = { session: /sample=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '' };
      void graphql({ schema, source: query, variableValues: variables, rootValue: root, contextValue: visit }).then(
        (answer) => {
          if (visit.next !== undefined) response.setHeader('set-cookie', `sample=${visit.next}; Path=/; HttpOnly`);
          response.setHeader('content-type', 'application/json');
          // A short wait, so that what is shown while loading can be seen.
          setTimeout(() => response.end(JSON.stringify(answer)), Number(process.env['SAMPLE_DELAY'] ?? 120));
        },
      );
    });
  };
}
