import type { Config, Environment } from '@upstander/platform';

/** What one look found: all is well, something to think about, or something that does not work. */
export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** What is looked at, with the settings of the programs. */
export interface Examined {
  readonly config: Config;
  readonly environment: Environment;
}

/** One thing that is looked at. What it throws is wrong, in a sentence. */
export interface Check {
  readonly about: string;
  look(examined: Examined): Promise<Finding[]>;
}

/** Findings about one thing, with few words for each. */
export function about(name: string) {
  const finding =
    (state: Finding['state']) =>
    (says: string, todo?: string): Finding => ({ about: name, state, says, ...(todo && { todo }) });
  return { ok: finding('ok'), warning: finding('warning'), wrong: finding('wrong') };
}
