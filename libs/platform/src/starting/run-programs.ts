import { inspect } from 'node:util';
import { warnAboutUnknownSettings } from '../config/unknown-settings.js';
import type { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { guardProcess } from '../logging/process-guard.js';
import { startTelemetry } from '../telemetry/open-telemetry.js';
import { startFault } from './start-fault.js';

/** A program that is created but doesn't work yet. */
export interface Program {
  start(): Promise<void>;
  /** Completes open requests and running jobs first. */
  end(): Promise<void>;
}

export interface ProgramToRun {
  readonly config: Config;
  create(config: Config): Promise<Program>;
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Runs programs in this process until a signal ends all of them. A second signal ends the process immediately.
 *
 * @param read returns the programs, whose first configuration is that of the process
 */
export async function runPrograms(version: string, read: () => readonly ProgramToRun[]): Promise<void> {
  let config: Config | undefined;
  try {
    const programs = read();
    const [first] = programs;
    if (!first) return;
    config = first.config;
    const names = programs.map((one) => one.config.program).join('+');
    // Started first, so that it covers everything created later.
    const telemetry = await startTelemetry(config, version, names);
    const logger = new Logger(config);
    warnAboutUnknownSettings(logger);
    const running: Program[] = [];
    const end = async () => {
      await Promise.all(running.map((program) => program.end()));
      await telemetry?.end();
    };
    for (const one of programs) {
      config = one.config;
      const program = await one.create(config);
      running.push(program);
      if (running.length === 1) {
        guardProcess(logger, end);
        endOnSignal(logger, end);
      }
      await program.start();
    }
  } catch (error) {
    // Problems an operator can fix are explained in a sentence; other errors keep their stack.
    const fault = await startFault(error, config);
    process.stderr.write(`${typeof fault === 'string' ? fault : inspect(fault)}\n`);
    process.exit(1);
  }
}

/** Exits normally instead of by the signal, so that a service manager sees no failure. */
function endOnSignal(logger: Logger, end: () => Promise<void>): void {
  const begin = (): void => {
    for (const signal of signals) process.off(signal, begin);
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fault(error, {}, 'the program could not end cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, begin);
}
