import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { isUuid, readValidInput, Refusal, violatedConstraint } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { ApplicationReader } from '../applications/application-reader.js';
import type { SealedApplication } from '../applications/sealed-application.js';
import { consentsOf } from '../applications/consent-rows.js';
import { Envelope } from '../keys/envelope.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { lockOwnOpenRecord, moveRecord, type LockedRecord } from '../records/locked-record.js';
import { requireStep } from '../records/record-steps.js';
import { countForReport } from '../records/monthly-count.js';
import { accountOf, advocateReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { IntroduceInput } from './introduction.input.js';
import type { Payload } from '../applications/introduction-rows.js';

/** Introduces a person to a business, sharing only a chosen name and what the live consent covers. */
@Injectable()
export class Introductions {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly reader: ApplicationReader,
    private readonly opportunities: OpportunityFacts,
  ) {}

  /**
   * Creates an introduction, or updates it with a newer consent. Each business gets only one.
   * @throws Refusal NOT_FOUND, BAD_INPUT, CONSENT_NEEDED, BUSINESS_NOT_VETTED, OPPORTUNITY_CLOSED, TAKE_IT_FIRST,
   * RECORD_CLOSED
   */
  async introduce(actor: Actor, input: IntroduceInput): Promise<SealedApplication> {
    const values = readValidInput(IntroduceInput, input);
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const record = await lockOwnOpenRecord(tx, 'application', input.applicationId);
      requireStep('application', record.status, 'introduced');
      const consent = await this.consentOf(tx, record.id, input.consentId);
      await this.opportunities.requireApproved(consent.businessId);
      await this.write(tx, record, consent, { ...values, shares: consent.shares });
      tx.audit({ action: 'introduced', recordKind: 'application', recordId: record.id });
      return this.reader.afterStep(tx, record.id);
    });
  }

  private async consentOf(tx: SealedTx, applicationId: string, consentId: string) {
    const unseal = await this.envelope.getUnsealer([applicationId]);
    const consents = isUuid(consentId) ? await consentsOf(tx, applicationId, unseal) : [];
    const consent = consents.find(({ id }) => id === consentId.toLowerCase());
    if (consent?.state !== 'live') throw consentNeeded();
    return consent;
  }

  /** Someone introduced before may still get the place; someone new can't. @throws Refusal OPPORTUNITY_CLOSED */
  private async requireOpen(tx: SealedTx, { id }: LockedRecord): Promise<void> {
    const [row] = await tx.query<{ opportunityId: string }>(
      'SELECT opportunity_id AS "opportunityId" FROM sealed.application WHERE id = $1',
      [id],
    );
    const state = row && (await this.opportunities.states([row.opportunityId])).get(row.opportunityId);
    if (!state?.isOpen) {
      throw new Refusal('OPPORTUNITY_CLOSED', 'This opportunity is closed, so no one new can be introduced.');
    }
  }

  private async write(
    tx: SealedTx,
    record: LockedRecord,
    consent: { id: string; businessId: string },
    payload: Payload,
  ): Promise<void> {
    const [existing] = await tx.query<{ id: string }>(
      'SELECT id FROM sealed.introduction WHERE application_id = $1 AND business_id = $2',
      [record.id, consent.businessId],
    );
    if (!existing) await this.requireOpen(tx, record);
    const id = existing?.id ?? randomUUID();
    const place = { recordId: record.id, column: 'introduction.payload', rowId: id };
    const sealed = await this.envelope.seal(place, JSON.stringify(payload));
    try {
      await (existing
        ? updateIntroduction(tx, id, consent.id, sealed)
        : insertIntroduction(tx, { id, consentId: consent.id, sealed, record }));
    } catch (error) {
      if (violatedConstraint(error) === 'introduction_needs_live_consent') throw consentNeeded();
      throw error;
    }
    if (!existing) await countForReport(tx, 'application', 'introduced');
    await moveRecord(tx, record, 'introduced');
  }
}

async function insertIntroduction(
  tx: SealedTx,
  { id, consentId, sealed, record }: { id: string; consentId: string; sealed: Buffer; record: LockedRecord },
): Promise<void> {
  await tx.query(
    `INSERT INTO sealed.introduction (id, application_id, business_id, opportunity_id, consent_id, payload, created_by,
       created_at)
     SELECT $1, a.id, a.business_id, a.opportunity_id, $3, $4, $5, $6 FROM sealed.application a WHERE a.id = $2`,
    [id, record.id, consentId, sealed, accountOf(tx.reader), tx.at],
  );
}

async function updateIntroduction(tx: SealedTx, id: string, consentId: string, sealed: Buffer): Promise<void> {
  await tx.query('UPDATE sealed.introduction SET consent_id = $2, payload = $3 WHERE id = $1', [id, consentId, sealed]);
}

/** Same rule as db/functions/sealed/needs_live_consent.sql. */
function consentNeeded(): Refusal {
  return new Refusal('CONSENT_NEEDED', 'You need a valid consent before you can introduce anyone.');
}
