#!/usr/bin/env node
import { Carrier } from './carrier.js';
import { readOptions, StartError, usage } from './options.js';
import { serve } from './server.js';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
try {
  const { port, account } = readOptions(args, process.env);
  const server = await serve(new Carrier({ seed: Date.now(), account }), { port });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  console.log(JSON.stringify({ level: 30, time: Date.now(), url: server.url, msg: 'the local SMS carrier is ready' }));
} catch (error) {
  // Errors a person can fix are printed without a stack trace.
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
