import type { Caller } from './access-callers.js';
import type { MakeSample, Place } from './access-samples.js';
import type { Outcome, Sample } from './access-table.js';

export interface SweepAnswer {
  outcome: Outcome;
  succeeded: boolean;
}

export type Ask = (
  sample: Sample,
  options: { cookie: string | undefined; headers: Record<string, string> },
  caller: Caller,
) => Promise<SweepAnswer>;

/** The app and the chapter in which samples are created. */
type SweptPlace = Omit<Place, 'caller'>;

let requests = 0;

/**
 * Calls operations as several kinds of callers in turn. Reads and refused calls leave the sample and the caller
 * unchanged, so they are reused for the next call. If one unexpectedly changed them, the outcomes differ.
 */
export class AccessSweep<Kind extends string> {
  private readonly unchangedCallers = new Map<Kind, Caller>();

  constructor(
    private readonly place: SweptPlace,
    private readonly kinds: readonly Kind[],
    private readonly createCaller: (kind: Kind) => Promise<Caller>,
  ) {}

  /** Returns one answer per kind of caller. */
  async call(make: MakeSample, ask: Ask, { onlyReads }: { onlyReads: boolean }): Promise<SweepAnswer[]> {
    const answers: SweepAnswer[] = [];
    let unchangedSample: Sample | null = null;
    for (const kind of this.kinds) {
      const caller = this.unchangedCallers.get(kind) ?? (await this.createCaller(kind));
      const made: { sample: Sample; isTheirs: boolean } = unchangedSample
        ? { sample: unchangedSample, isTheirs: false }
        : await this.createSample(caller, make);
      // Each request has its own address, so that rate limits don't interfere with the permission check.
      requests += 1;
      const headers = {
        'x-forwarded-for': `2001:db8:${(requests >> 12).toString(16)}:${(requests & 4095).toString(16)}::1`,
      };
      const answer = await ask(made.sample, { cookie: caller.cookie, headers }, caller);
      const isReusable = !made.isTheirs && (onlyReads || answer.outcome !== 'yes');
      unchangedSample = isReusable ? made.sample : null;
      if (isReusable) this.unchangedCallers.set(kind, caller);
      else this.unchangedCallers.delete(kind);
      answers.push(answer);
    }
    return answers;
  }

  /** `isTheirs` is true if the sample belongs to the caller and can serve no one else. */
  private async createSample(caller: Caller, make: MakeSample): Promise<{ sample: Sample; isTheirs: boolean }> {
    let isTheirs = false;
    const sample = await make({
      ...this.place,
      get caller() {
        isTheirs = true;
        return caller;
      },
    });
    return { sample, isTheirs };
  }
}
