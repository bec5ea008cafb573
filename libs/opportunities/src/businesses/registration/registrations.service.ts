import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import {
  Clock,
  Config,
  Database,
  Idempotency,
  insertRow,
  typedKey,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { BusinessOwners } from './business-owners.js';
import { Business } from '../business.entity.js';
import type { RegisterBusinessInput } from '../business.input.js';
import { BusinessStatus } from '../business-status.js';
import { businessKnown, insertBusinessEvent } from '../business-store.js';
import { BusinessNotifier } from '../mails/business-notifier.js';
import type { MyBusiness } from '../my-business.js';
import { MyBusinesses } from '../my-businesses.js';
import { readBusiness, type BusinessWords } from '../vetted-fields.js';
import { websiteFrom } from '../website.js';

@Injectable()
export class Registrations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly owners: BusinessOwners,
    private readonly limits: RateLimits,
    private readonly notifier: BusinessNotifier,
    private readonly reads: MyBusinesses,
    private readonly config: Config,
  ) {}

  /**
   * Registering one's own business again returns the existing one.
   * @throws Refusal BAD_INPUT (see `readBusiness`); BUSINESS_KNOWN if someone else registered the number, without
   * saying who; TOO_MANY_TRIES; IDEMPOTENCY_KEY_REUSED
   */
  async register(actor: Actor, input: RegisterBusinessInput): Promise<MyBusiness> {
    const values = readBusiness({ ...input, country: input.country ?? this.config.COUNTRY });
    const key = typedKey(input.idempotencyKey);
    await this.limits.consume('business-register', String(actor.accountId));
    await this.limits.consume('business-register-by-address', actor.address);
    const call = {
      operation: 'registerBusiness',
      actorKey: String(actor.accountId),
      key,
      input: values,
    };
    const work = (tx: Tx) => this.idempotency.runOnce(tx, call, () => this.createBusiness(tx, actor, values));
    const id = await this.db.transaction(work).catch((error: unknown) => {
      throw violatedConstraint(error) === 'business_once' ? businessKnown() : error;
    });
    return this.reads.findOne(actor, id);
  }

  private async createBusiness(tx: Tx, actor: Actor, values: BusinessWords): Promise<string> {
    const existing = await this.owners.findOwnBusiness(tx, actor, values);
    if (existing) return existing;
    const id = await this.insert(tx, values);
    await this.owners.addOwner(tx, actor, id);
    const change = { businessId: id, at: this.clock.now(), actorId: actor.accountId, kind: 'registered' as const };
    const event = await insertBusinessEvent(tx, { ...change, to: 'submitted' });
    await this.notifier.notifyOwners(tx, 'business-registered', id, event, {});
    return id;
  }

  private async insert(tx: Tx, values: BusinessWords): Promise<string> {
    const now = this.clock.now();
    const { mailDomain } = websiteFrom(values.website);
    const made = { status: BusinessStatus.SUBMITTED, submittedAt: now, createdAt: now, updatedAt: now };
    return insertRow(tx.manager, Business, { ...values, mailDomain, ...made });
  }
}
