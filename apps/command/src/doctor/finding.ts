import type { Config, Environment } from '@upstander/platform';

/** Result of a check. */
export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly says: string;
  readonly todo?: string;
}

/** Input of the checks. */
export interface Examined {
  readonly config: Config;
  readonly environment: Environment;
}

/** A check of the installation. An error it throws is reported as a problem. */
export interface Check {
  readonly about: string;
  look(examined: Examined): Promise<Finding[]>;
}

/** Returns functions that create findings about one subject. */
export function about(name: string) {
  const finding =
    (state: Finding['state']) =>
    (says: string, todo?: string): Finding => ({ about: name, state, says, ...(todo && { todo }) });
  return { ok: finding('ok'), warning: finding('warning'), wrong: finding('wrong') };
}
