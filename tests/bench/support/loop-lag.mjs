import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Imported into a measured server. On a signal, writes the delay of its event loop in milliseconds. */
const resolution = 5;
const late = monitorEventLoopDelay({ resolution });
late.enable();
process.on('SIGCONT', () => {
  const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  const lag = { p50: ms(late.percentile(50)), p99: ms(late.percentile(99)), max: ms(late.max) };
  late.reset();
  writeFileSync(process.env.LOOP_LAG_FILE, JSON.stringify(lag));
});
