import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Config } from '@upstander/platform';
import { wrongCodeRefusal, type OpenedRecord } from '../codes/code-gate.js';
import { consentsOf } from '../applications/consent-rows.js';
import { Envelope } from '../keys/envelope.js';
import { markRead, messagesOf } from '../messages/message-rows.js';
import { DiscreetNotices } from '../notices/discreet-notices.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { endNotice, wasNoticeStopped } from '../records/person-notice-rows.js';
import { activeHoldCondition, purgeDay } from '../records/retention-periods.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { myOpportunityState } from './my-opportunity-state.js';
import type { MyRecord } from './my-record.js';
import type { SafeContact } from '../records/safe-contact.js';

type Row = Pick<MyRecord, 'status' | 'createdAt' | 'appointmentAt' | 'appointmentMinutes' | 'timeZone'> & {
  language: LocaleName;
  alias: Buffer;
  contact: Buffer;
  opportunityId: string | null;
  businessId: string | null;
  closedAt: Date | null;
  onHold: boolean;
};

const columns = {
  application: `opportunity_id AS "opportunityId", business_id AS "businessId", NULL::timestamptz AS "appointmentAt",
    NULL::integer AS "appointmentMinutes", NULL::text AS "timeZone"`,
  consultation: `NULL::uuid AS "opportunityId", NULL::uuid AS "businessId", appointment_at AS "appointmentAt",
    appointment_minutes AS "appointmentMinutes", appointment_zone AS "timeZone"`,
};

@Injectable()
export class MyRecordReader {
  constructor(
    private readonly envelope: Envelope,
    private readonly opportunities: OpportunityFacts,
    private readonly notices: DiscreetNotices,
    private readonly config: Config,
  ) {}

  /** @throws Refusal CODE_NOT_RIGHT if the record was erased in the meantime */
  async readRecord(tx: SealedTx, { recordId, kind }: OpenedRecord): Promise<MyRecord> {
    const [row] = await tx.query<Row>(
      `SELECT status, language, created_at AS "createdAt", closed_at AS "closedAt", alias, contact, ${columns[kind]},
         EXISTS (SELECT FROM sealed.legal_hold h WHERE h.record_id = r.id AND ${activeHoldCondition}) AS "onHold"
       FROM sealed.${kind} r WHERE id = $1`,
      [recordId],
    );
    const unseal = await this.envelope.getUnsealer([recordId]);
    const unsealOwn = (column: string, sealed: Buffer) =>
      unseal({ recordId, column: `${kind}.${column}`, rowId: recordId }, sealed);
    const nameToUse = row && unsealOwn('alias', row.alias);
    const contact = row && unsealOwn('contact', row.contact);
    if (!row || !nameToUse || !contact) throw wrongCodeRefusal();
    // Before the messages are read: locks the row, so a message being written requests a new notice.
    await endNotice(tx, recordId);
    await markRead(tx, recordId, ['advocate']);
    tx.audit({ action: 'read', recordKind: kind, recordId });

    const consents = kind === 'application' ? await consentsOf(tx, recordId, unseal) : [];
    const messages = await messagesOf(tx, { recordId, introductionId: null }, unseal);
    const { alias: _alias, contact: _contact, language, opportunityId, businessId, closedAt, onHold, ...fields } = row;
    const title = opportunityId && (await this.opportunities.titles([opportunityId]))(opportunityId).title;
    const nameOf = await this.opportunities.businessNames(businessId ? [businessId] : []);
    const states = await this.opportunities.states(opportunityId ? [opportunityId] : []);
    return {
      ...fields,
      kind,
      erasedOn: purgeDay(this.config, { ...fields, kind, closedAt, onHold }),
      nameToUse,
      safeContact: JSON.parse(contact) as SafeContact,
      noticeSamples: this.notices.samplesIn(language),
      noticesStopped: await wasNoticeStopped(tx, recordId),
      opportunityTitle: title,
      businessName: businessId && nameOf(businessId),
      opportunityState: opportunityId ? myOpportunityState(states.get(opportunityId)) : null,
      messages: messages.map(({ id, sender, body, at }) => ({ id, fromMe: sender === 'person', body, at })),
      consents: consents.map(({ id, businessId: recipient, shares, expiresAt, state }) => ({
        id,
        shares,
        expiresAt,
        state,
        businessName: nameOf(recipient),
      })),
    };
  }
}
