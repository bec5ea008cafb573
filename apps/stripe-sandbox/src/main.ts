import { start, StartError } from './program.js';

try {
  const running = await start(process.env);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ level: 30, time: Date.now(), url: running.url, msg: 'the local Stripe is ready' }));
} catch (error) {
  // Errors an operator can fix are printed without a stack trace.
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
