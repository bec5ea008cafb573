import type { ParseArgsConfig } from 'node:util';

/** What a subcommand is given. */
export interface Given {
  /** What stands behind the name of the command and is no option. */
  readonly words: readonly string[];
  /** Options by their names, as `options` of the command declares them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The settings: the environment, and the file that --env-file names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A line for whoever runs it. */
  say(line: string): void;
}

/** One subcommand of `upstander`. */
export interface Command {
  /** What is typed behind its name: `<email> <name>`. */
  readonly usage: string;
  /** What it does, which settings it needs, and what comes after it; shown by `--help`. */
  readonly help: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /**
   * Answers the exit code where it is not 0.
   * @throws UsageError for what was typed wrong, ConfigError for what the operator can mend: both are shown as they are
   */
  run(given: Given): Promise<number | void>;
}

/** It was typed wrong: shown with how it is typed, and exit code 2. */
export class UsageError extends Error {}
