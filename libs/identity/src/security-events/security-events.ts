import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Config, Database, Logger, Metrics } from '@upstander/platform';
import { createHmac, hkdfSync } from 'node:crypto';
import { securityEventListeners, type RefusedKind, type CommittedSecurityEvent } from './security-event.js';
import { networksOf } from './network.js';

export interface RefusedAttempt {
  readonly kind: RefusedKind;
  readonly accountId?: string | null;
  /** Operation, limit or sign-in method. Never user input. */
  readonly detail?: string | null;
  /** Stored as a keyed hash. Never set where someone may be seeking help in confidence. */
  readonly address?: string | null;
}

interface CountedAttempt {
  readonly kind: RefusedKind;
  readonly accountId: string | null;
  readonly minute: string;
  readonly detail: string | null;
  readonly network: string | null;
  count: number;
}

const flushAfterMs = 1000;
/** Above this number between two writes, attempts are counted without their account. */
const maxAccounts = 500;

/** One row per kind, account and minute, written once a second, so a flood of refusals causes few writes. */
@Injectable()
export class SecurityEvents implements BeforeApplicationShutdown {
  private readonly hashing: Buffer;
  private counted = new Map<string, CountedAttempt>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {
    securityEventListeners.add(this.logEvent);
    this.hashing = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'security-event-networks', 32));
  }

  /** Never waits or throws, so it can't affect the response. */
  record({ kind, accountId = null, detail = null, address = null }: RefusedAttempt): void {
    if (this.closed) return;
    const minute = `${this.clock.now().toISOString().slice(0, 16)}:00Z`;
    const countedAccountId = this.counted.size < maxAccounts ? accountId : null;
    const key = `${kind} ${countedAccountId ?? ''} ${minute}`;
    const counted = this.counted.get(key);
    if (counted) counted.count += 1;
    else {
      const network = address && this.networkHash(address);
      this.counted.set(key, {
        kind,
        accountId: countedAccountId,
        minute,
        detail: detail?.slice(0, 80) ?? null,
        network,
        count: 1,
      });
    }
    this.timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const rows = [...this.counted.values()];
    this.counted = new Map();
    if (rows.length > 0) this.writing = Promise.all([this.writing, this.write(rows)]);
    await this.writing;
  }

  private async write(rows: readonly CountedAttempt[]): Promise<void> {
    rows.forEach(this.logEvent);
    try {
      await this.db.query(upsert, [JSON.stringify(rows)]);
    } catch (error) {
      this.log.fault(error, { events: rows.length }, 'security events could not be stored');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    this.closed = true;
    securityEventListeners.delete(this.logEvent);
  }

  /** Also logs events, which the operator can store out of an intruder's reach. */
  private readonly logEvent = ({ kind, accountId, by, detail, network, count }: CommittedSecurityEvent): void => {
    this.metrics.count('upstander_security_events_total', { kind }, count ?? 1);
    this.log.info({ event: kind, accountId, by, detail, network, count }, 'security event');
  };

  private networkHash(address: string): string {
    return createHmac('sha256', this.hashing).update(networksOf(address)[0]).digest('base64url').slice(0, 16);
  }
}

// Skips accounts deleted in the meantime.
const upsert = `
  INSERT INTO identity.security_event (kind, account_id, at, minute, detail, network, count)
  SELECT r.kind, r."accountId", r.minute, r.minute, r.detail, r.network, r.count
  FROM jsonb_to_recordset($1::jsonb)
    AS r(kind text, "accountId" uuid, minute timestamptz, detail text, network text, count int)
  WHERE r."accountId" IS NULL OR EXISTS (SELECT FROM identity.account a WHERE a.id = r."accountId")
  ON CONFLICT (kind, account_id, minute) WHERE minute IS NOT NULL
  DO UPDATE SET count = security_event.count + EXCLUDED.count`;
