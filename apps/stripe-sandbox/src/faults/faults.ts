import type { Random } from '../store/random.js';

/**
 * What can go wrong with a call: the connection is cut before anything happened; it happened and the connection is
 * cut, or nobody ever answers; Stripe fails (500), has had enough (429), is busy with the same thing (409), or is slow.
 */
export const faultKinds = ['drop_before', 'commit_then_drop', 'commit_then_hang', '500', '429', '409', 'slow'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** Waited for before a slow call is answered. */
  wait?: () => Promise<unknown>;
}

/** The knobs that make calls fail: the next ones of a kind, or a share of all by seeded chance. */
export class Faults {
  private readonly planned: Array<{ pattern: string; fault: Fault }> = [];
  private share = 0;
  private kinds: readonly FaultKind[] = faultKinds;
  /** How often each fault came true. */
  readonly played = new Map<FaultKind, number>();

  constructor(private readonly random: Random) {}

  /**
   * The next call of this pattern (`POST /v1/checkout/sessions`, `GET /v1/charges/:charge`, `*` for any) fails so.
   * Several wait their turn.
   * @param slowFor milliseconds, or what must be fulfilled before a slow call goes on
   */
  next(pattern: string, kind: FaultKind, slowFor: number | Promise<unknown> = 1_000): void {
    const wait = typeof slowFor === 'number' ? () => new Promise((go) => setTimeout(go, slowFor)) : () => slowFor;
    this.planned.push({ pattern, fault: { kind, wait } });
  }

  /** From now on this share of all calls fails, by the sandbox's seed; 0 ends it. */
  atRandom(share: number, kinds: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'slow')): void {
    this.share = share;
    this.kinds = kinds;
  }

  clear(): void {
    this.planned.length = 0;
    this.share = 0;
  }

  /** The fault of this call, if it has one. */
  take(pattern: string): Fault | null {
    const at = this.planned.findIndex((one) => one.pattern === pattern || one.pattern === '*');
    const [planned] = at < 0 ? [] : this.planned.splice(at, 1);
    const fault = planned?.fault ?? this.chance();
    if (fault) this.played.set(fault.kind, (this.played.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  private chance(): Fault | null {
    if (this.share === 0 || this.random.next() >= this.share) return null;
    const kind = this.kinds[this.random.below(this.kinds.length)];
    return kind ? { kind, wait: () => new Promise((go) => setTimeout(go, 50)) } : null;
  }
}
