import { readFileSync } from 'node:fs';

/** Which release this is. A build writes it here (tools/build-node-app.mjs); sources are run in the project's folder. */
export const release: string = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
