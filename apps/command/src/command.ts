import type { ParseArgsConfig } from 'node:util';

export interface ParsedArguments {
  /** Positional arguments after the command's name. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Settings from the environment and from --env-file. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
}

export interface Command {
  /** Arguments, for example `<email> <name>`. */
  readonly usage: string;
  /** Purpose, required settings and next steps. */
  readonly help: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /**
   * Returns the exit code if it isn't 0.
   * @throws UsageError for invalid arguments, ConfigError for problems the operator can fix
   */
  run(given: ParsedArguments): Promise<number | void>;
}

/** Thrown for invalid arguments. Prints the usage and exits with 2. */
export class UsageError extends Error {}
