#!/usr/bin/env node
import { readOptions, StartError, usage } from './options.js';
import { start } from './program.js';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
try {
  const running = await start(readOptions(args, process.env));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ level: 30, time: Date.now(), url: running.url, msg: 'the local Stripe is ready' }));
} catch (error) {
  // Errors a person can fix are printed without a stack trace.
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
