import { Registry, type Config, type Defined, type Settings } from '@upstander/platform';

export interface Limit {
  /** Text in docs/security/limits.md. */
  readonly counts: string;
  readonly points: number | SettingOfCounts;
  readonly seconds: number;
  /**
   * True to count in PostgreSQL across processes.
   * Frequent public actions count in memory, because a shared row would serialize all requests from one network.
   */
  readonly shared: boolean;
  /** True if attempts are returned after success, so no process may cache a reached limit. */
  readonly returnable?: boolean;
}

type SettingOfCounts = { [Name in keyof Settings]: Settings[Name] extends number ? Name : never }[keyof Settings];

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Each limit is defined by the library that enforces it. */
export const limits = new Registry<Limit>('limit');

const sharedLimits = limits.define({
  'public-write': {
    counts: 'changes by personal links, from one network',
    points: 'LINK_CHANGES_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
  reads: {
    counts: 'all requests from one network; rejected webhooks are counted separately',
    points: 'REQUESTS_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
});

export interface Limits extends Defined<typeof sharedLimits> {}
export type LimitName = keyof Limits & string;

export function pointsOf({ points }: Limit, config: Pick<Config, SettingOfCounts>): number {
  return typeof points === 'number' ? points : config[points];
}

export const requestLimit = sharedLimits.reads;
