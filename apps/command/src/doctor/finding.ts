import type { Config, Environment } from '@upstander/platform';

export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly says: string;
  readonly todo?: string;
}

export interface Examined {
  readonly config: Config;
  readonly environment: Environment;
}

/** An error it throws is reported as a problem. */
export interface Check {
  readonly about: string;
  look(examined: Examined): Promise<Finding[]>;
}

export function about(name: string) {
  const finding =
    (state: Finding['state']) =>
    (says: string, todo?: string): Finding => ({ about: name, state, says, ...(todo && { todo }) });
  return { ok: finding('ok'), warning: finding('warning'), wrong: finding('wrong') };
}
