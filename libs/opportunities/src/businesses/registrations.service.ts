import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  Idempotency,
  Refusal,
  typedKey,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import type { RegisterBusinessInput } from './business.input.js';
import { noteEvent } from './business-store.js';
import type { MyBusiness } from './my-business.js';
import { MyBusinesses } from './my-businesses.js';
import { RegistrationTools } from './registration-tools.js';
import {
  checkPostalCode,
  readOffers,
  readVetted,
  vettedColumns,
  vettedNames,
  type VettedFields,
} from './vetted-fields.js';
import { websiteFrom } from './website.js';

/** How a business comes to us. */
@Injectable()
export class Registrations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly tools: RegistrationTools,
    private readonly reads: MyBusinesses,
    private readonly config: Config,
  ) {}

  /**
   * Registers a business; whoever does becomes its owner. Their own business once more is the one that is there.
   * @throws Refusal BAD_INPUT (as `readVetted`); BUSINESS_KNOWN for a number somebody else registered, which says nothing
   * about who; TOO_MANY_TRIES; IDEMPOTENCY_KEY_REUSED.
   */
  async register(actor: Actor, input: RegisterBusinessInput): Promise<MyBusiness> {
    const fields = completely(input, this.config.COUNTRY);
    const offers = readOffers(input.offers);
    const key = typedKey(input.idempotencyKey);
    await this.tools.limits.take('business-register', String(actor.accountId));
    await this.tools.limits.take('business-register-by-address', actor.address);
    const call = {
      operation: 'registerBusiness',
      actorKey: String(actor.accountId),
      key,
      input: { ...fields, offers },
    };
    const work = (tx: Tx) => this.idempotency.once(tx, call, () => this.make(tx, actor, fields, offers));
    const id = await this.db.transaction(work).catch((error: unknown) => {
      throw violatedConstraint(error) === 'business_once' ? businessKnown() : error;
    });
    return this.reads.one(actor, id);
  }

  private async make(tx: Tx, actor: Actor, fields: VettedFields, offers: string): Promise<string> {
    const mine = await this.tools.alreadyMine(tx, actor, fields);
    if (mine) return mine;
    const id = await this.insert(tx, fields, offers);
    await this.tools.makeOwner(tx, actor, id);
    const moment = { businessId: id, at: this.clock.now(), actorId: actor.accountId, kind: 'registered' };
    const event = await noteEvent(tx, { ...moment, to: 'submitted' });
    await this.tools.post.toOwners(tx, 'business-registered', id, event);
    return id;
  }

  private async insert(tx: Tx, fields: VettedFields, offers: string): Promise<string> {
    const columns = vettedNames.map((field) => vettedColumns[field]);
    const n = columns.length;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO opportunities.business (${columns.join(', ')}, mail_domain, offers, status, submitted_at, created_at,
         updated_at)
       VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')}, $${n + 1}, $${n + 2}, 'submitted', $${n + 3}, $${n + 3},
         $${n + 3})
       RETURNING id`,
      [...vettedNames.map((f) => fields[f]), websiteFrom(fields.website).mailDomain, offers, this.clock.now()],
    );
    return row!.id;
  }
}

function completely(input: RegisterBusinessInput, country: string): VettedFields {
  const read = readVetted({ ...input, country: input.country ?? country });
  const missing = vettedNames.filter((field) => read[field] === undefined);
  if (missing.length > 0) throw badInput(Object.fromEntries(missing.map((field) => [field, 'required'])));
  const fields = read as VettedFields;
  checkPostalCode(fields);
  return fields;
}

/** The refusal for a number that is with us already; it reads the same whoever registered it, and in whatever state. */
export function businessKnown(): Refusal {
  return new Refusal(
    'BUSINESS_KNOWN',
    'A business with this registration number is with us already. If it is yours, a colleague can add you; or write to us.',
  );
}
