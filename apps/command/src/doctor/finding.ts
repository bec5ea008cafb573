import type { Config, Environment } from '@upstander/platform';

export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly says: string;
  readonly todo?: string;
}

export interface CheckContext {
  readonly config: Config;
  readonly environment: Environment;
}

/** An error it throws is reported as a problem. */
export interface Check {
  readonly about: string;
  runCheck(examined: CheckContext): Promise<Finding[]>;
}

export function findingsFor(name: string) {
  const finding =
    (state: Finding['state']) =>
    (says: string, todo?: string): Finding => ({ about: name, state, says, ...(todo && { todo }) });
  return { ok: finding('ok'), warning: finding('warning'), wrong: finding('wrong') };
}
