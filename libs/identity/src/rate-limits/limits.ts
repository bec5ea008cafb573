import { Registry, type Config, type Defined, type Settings } from '@upstander/platform';

/** How often something may be tried. `shared` counts in PostgreSQL over all processes; otherwise each process counts. */
export interface Limit {
  /** For docs/security/limits.md. */
  readonly counts: string;
  /** How many, or the setting that says so. */
  readonly points: number | SettingOfCounts;
  readonly seconds: number;
  /** What the public does all day is counted in memory: a shared row would make everybody behind one address wait in line. */
  readonly shared: boolean;
  /** True if tries are returned after a good outcome, so no process may remember that the budget was used up. */
  readonly returnable?: boolean;
}

type SettingOfCounts = { [Name in keyof Settings]: Settings[Name] extends number ? Name : never }[keyof Settings];

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Every limit there is, each defined by the library that keeps to it. */
export const limits = new Registry<Limit>('limit');

const ofEverybody = limits.define({
  'public-write': {
    counts: 'changes by personal links, from one network',
    points: 'LINK_CHANGES_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
  // Counted for each process, before anything is looked at: reading costs a little, reading without end a lot.
  reads: {
    counts: 'everything a network asks for; of signed webhooks those that are refused, on their own',
    points: 'REQUESTS_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
});

/** The names of all limits; every library adds its own. */
export interface Limits extends Defined<typeof ofEverybody> {}
export type LimitName = keyof Limits & string;

export function pointsOf({ points }: Limit, config: Pick<Config, SettingOfCounts>): number {
  return typeof points === 'number' ? points : config[points];
}

/** How many requests of any kind one network may make. */
export const requestLimit = ofEverybody.reads;
