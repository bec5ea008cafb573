import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { badInput, Clock, Config, readInput, refuseFaults } from '@upstander/platform';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { RecordIntake, type NewRow } from '../intake/record-intake.js';
import { saveNoticeChoice } from '../records/person-notice-rows.js';
import { readContact } from '../records/typed-record.js';
import { advocateReader, type SealedReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { ApplyInput, type AppliedForPerson, type ReplyCode } from './apply.input.js';

@Injectable()
export class Applications {
  constructor(
    private readonly opportunities: OpportunityFacts,
    private readonly intake: RecordIntake,
    private readonly limits: RateLimits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES, IDEMPOTENCY_KEY_REUSED, RECORD_ERASED */
  async apply(actor: Actor, input: ApplyInput): Promise<ReplyCode> {
    const application = typedApplication(input, this.config.COUNTRY, this.clock.now());
    await this.limits.consume('sealed-send', actor.address);
    const { replyCode } = await this.send(application, 'applyToOpportunity', input.idempotencyKey);
    return { replyCode };
  }

  /**
   * Applies on behalf of a person. The advocate takes the application and passes on the code.
   * @throws as `apply`
   */
  async applyFor(actor: Actor, input: ApplyInput): Promise<AppliedForPerson> {
    const by = advocateReader(actor);
    const application = typedApplication(input, this.config.COUNTRY, this.clock.now());
    // Only the person can say that a notice is safe.
    if (application.contact.notice) throw badInput({ 'safeContact.notice': 'not-possible' });
    return this.send(application, `applyForPerson/${by.accountId}`, input.idempotencyKey, by);
  }

  private send(
    application: Application,
    operation: string,
    key: string | null | undefined,
    by?: Extract<SealedReader, { kind: 'advocate' }>,
  ): Promise<{ id: string; replyCode: string }> {
    return this.intake.submitRecord({
      kind: 'application',
      operation,
      key,
      sent: application,
      by,
      check: () => this.opportunities.visible(application.opportunityId),
      insert: (tx, row, { businessId }) => insert(tx, row, { ...application, businessId, by: by?.accountId ?? null }),
    });
  }
}

type Application = ReturnType<typeof typedApplication>;

function typedApplication(input: ApplyInput, country: string, now: Date) {
  const { values, faults } = readInput(ApplyInput, input);
  const { contact, faults: contactFaults } = readContact(input.safeContact, country, now);
  refuseFaults({ ...faults, ...contactFaults });
  const { opportunityId, nameToUse: alias, note, language } = values;
  return { opportunityId, alias, contact, note, language };
}

async function insert(
  tx: SealedTx,
  { id, codeHash, codeBound, sent: sentDigest, write }: NewRow,
  application: Application & { businessId: string; by: string | null },
): Promise<void> {
  const { opportunityId, businessId, alias, contact, note, language, by } = application;
  const seal = (column: string, text: string) => write({ column: `application.${column}`, rowId: id }, text);
  await tx.query(
    `INSERT INTO sealed.application (id, opportunity_id, business_id, alias, contact, note, sent, code_hash, code_bound,
       status, language, by_advocate, taken_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'new', $10, $11, $11, $12)`,
    [
      id,
      opportunityId,
      businessId,
      seal('alias', alias),
      seal('contact', JSON.stringify(contact)),
      note && seal('note', note),
      sentDigest,
      codeHash,
      codeBound,
      language,
      by,
      tx.at,
    ],
  );
  await saveNoticeChoice(tx, { id, kind: 'application' }, { contact, language }, write);
}
