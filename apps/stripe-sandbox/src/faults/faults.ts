import type { Random } from '../store/random.js';

/**
 * A dropped connection before or after the call takes effect, no response, 500, 429 (rate limit), 409 (idempotency
 * conflict), or a slow response.
 */
export const faultKinds = ['drop_before', 'commit_then_drop', 'commit_then_hang', '500', '429', '409', 'slow'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  wait?: () => Promise<unknown>;
}

/** Injects failures into specific calls or a random share of all calls. */
export class Faults {
  private readonly planned: Array<{ pattern: string; fault: Fault }> = [];
  private share = 0;
  private kinds: readonly FaultKind[] = faultKinds;
  readonly played = new Map<FaultKind, number>();

  constructor(private readonly random: Random) {}

  /**
   * Makes the next call of a pattern fail (`POST /v1/checkout/sessions`, `GET /v1/charges/:charge`, `*`). Queues up.
   * @param slowFor delay in milliseconds, or a promise to wait for
   */
  next(pattern: string, kind: FaultKind, slowFor: number | Promise<unknown> = 1_000): void {
    const wait = typeof slowFor === 'number' ? () => new Promise((go) => setTimeout(go, slowFor)) : () => slowFor;
    this.planned.push({ pattern, fault: { kind, wait } });
  }

  /** Makes a share of all calls fail, by the sandbox's seed. 0 stops it. */
  failRandomly(share: number, kinds: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'slow')): void {
    this.share = share;
    this.kinds = kinds;
  }

  clear(): void {
    this.planned.length = 0;
    this.share = 0;
  }

  takeFault(pattern: string): Fault | null {
    const at = this.planned.findIndex((one) => one.pattern === pattern || one.pattern === '*');
    const [planned] = at < 0 ? [] : this.planned.splice(at, 1);
    const fault = planned?.fault ?? this.chance();
    if (fault) this.played.set(fault.kind, (this.played.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  private chance(): Fault | null {
    if (this.share === 0 || this.random.next() >= this.share) return null;
    const kind = this.kinds[this.random.nextBelow(this.kinds.length)];
    return kind ? { kind, wait: () => new Promise((go) => setTimeout(go, 50)) } : null;
  }
}
