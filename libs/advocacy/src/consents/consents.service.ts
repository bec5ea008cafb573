import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, isUuid, notFound, readValidInput, violatedConstraint } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { ApplicationReader } from '../applications/application-reader.js';
import type { SealedApplication } from '../applications/sealed-application.js';
import { Envelope } from '../keys/envelope.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { lockOwnOpenRecord, lockTaken } from '../records/locked-record.js';
import { accountOf, advocateReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { ProposeConsentInput, RecordConsentInput, type ConsentIdInput } from './consent.input.js';
import type { ConsentMethod } from '../applications/consent-state.js';
import type { AuditAction } from '../database/audit-entry.js';

interface NewConsent {
  shares: string;
  consentMethod: ConsentMethod;
  givenAt: Date | null;
  expiresAt: Date;
}

/** No service ever depends on a consent. */
@Injectable()
export class Consents {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly reader: ApplicationReader,
    private readonly opportunities: OpportunityFacts,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, BUSINESS_NOT_VETTED, TAKE_IT_FIRST, RECORD_CLOSED */
  async record(actor: Actor, input: RecordConsentInput): Promise<SealedApplication> {
    // Only the person can give a consent by code.
    if (input.consentMethod === 'by_code') throw badInput({ consentMethod: 'not-a-choice' });
    const values = readValidInput(RecordConsentInput, input);
    return this.add(actor, input.applicationId, values, 'consent-recorded');
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, BUSINESS_NOT_VETTED, TAKE_IT_FIRST, RECORD_CLOSED */
  async propose(actor: Actor, input: ProposeConsentInput): Promise<SealedApplication> {
    const values = readValidInput(ProposeConsentInput, input);
    const consent: NewConsent = { ...values, consentMethod: 'by_code', givenAt: null };
    return this.add(actor, input.applicationId, consent, 'consent-proposed');
  }

  /** Ends a consent immediately. Does nothing if it has already ended. @throws Refusal NOT_FOUND, TAKE_IT_FIRST */
  async withdraw(actor: Actor, { applicationId, consentId }: ConsentIdInput): Promise<SealedApplication> {
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const { id } = await lockTaken(tx, 'application', applicationId);
      await requireConsent(tx, id, consentId);
      const endedRows = await tx.query(
        'UPDATE sealed.consent SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
        [consentId, tx.at],
      );
      if (endedRows.length > 0) tx.audit({ action: 'consent-withdrawn', recordKind: 'application', recordId: id });
      return this.reader.afterStep(tx, id);
    });
  }

  private async add(
    actor: Actor,
    applicationId: string,
    consent: NewConsent,
    action: AuditAction,
  ): Promise<SealedApplication> {
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      requireTimes(tx, consent);
      const { id } = await lockOwnOpenRecord(tx, 'application', applicationId);
      await this.requireApproved(tx, id);
      await this.insert(tx, id, consent);
      tx.audit({ action, recordKind: 'application', recordId: id });
      return this.reader.afterStep(tx, id);
    });
  }

  private async requireApproved(tx: SealedTx, applicationId: string): Promise<void> {
    const [application] = await tx.query<{ businessId: string }>(
      'SELECT business_id AS "businessId" FROM sealed.application WHERE id = $1',
      [applicationId],
    );
    if (application) await this.opportunities.requireApproved(application.businessId);
  }

  private async insert(tx: SealedTx, applicationId: string, consent: NewConsent): Promise<void> {
    const id = randomUUID();
    const place = { recordId: applicationId, column: 'consent.shares', rowId: id };
    const shares = await this.envelope.seal(place, consent.shares);
    try {
      await tx.query(
        `INSERT INTO sealed.consent (id, application_id, purpose, recipient_business_id, shares, given_how, recorded_at,
           given_at, expires_at, recorded_by)
         SELECT $1, a.id, 'introduction', a.business_id, $3, $4, $5, $6, $7, $8
         FROM sealed.application a WHERE a.id = $2`,
        [
          id,
          applicationId,
          shares,
          consent.consentMethod,
          tx.at,
          consent.givenAt,
          consent.expiresAt,
          accountOf(tx.reader),
        ],
      );
    } catch (error) {
      if (violatedConstraint(error) === 'consent_is_limited') throw badInput({ expiresAt: 'too-late' });
      throw error;
    }
  }
}

/** Checks the times. The database enforces the maximum of one year. */
function requireTimes(tx: SealedTx, { givenAt, expiresAt }: NewConsent): void {
  if (givenAt && givenAt > tx.at) throw badInput({ givenAt: 'in-the-future' });
  if (expiresAt <= tx.at) throw badInput({ expiresAt: 'in-the-past' });
}

/** @throws Refusal NOT_FOUND unless the consent belongs to this application */
export async function requireConsent(tx: SealedTx, applicationId: string, consentId: string): Promise<void> {
  const consents = isUuid(consentId)
    ? await tx.query('SELECT FROM sealed.consent WHERE id = $1 AND application_id = $2', [consentId, applicationId])
    : [];
  if (consents.length === 0) throw notFound('This consent');
}
