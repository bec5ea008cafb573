import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Imported into a measured server. On a signal, writes the delay of its event loop in milliseconds. */
const resolution = 5;
const delayHistogram = monitorEventLoopDelay({ resolution });
delayHistogram.enable();
process.on('SIGCONT', () => {
  const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  const lag = {
    p50: ms(delayHistogram.percentile(50)),
    p99: ms(delayHistogram.percentile(99)),
    max: ms(delayHistogram.max),
  };
  delayHistogram.reset();
  writeFileSync(process.env.LOOP_LAG_FILE, JSON.stringify(lag));
});
