import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@upstander/platform';
import { actionItemsOf } from '../records/action-item-rows.js';
import { consentsOf } from './consent-rows.js';
import { introductionRows, unsealIntroduction } from './introduction-rows.js';
import { Envelope, type Unseal } from '../keys/envelope.js';
import { markRead, messagesOf, type OpenMessage } from '../messages/message-rows.js';
import { DiscreetNotices } from '../notices/discreet-notices.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { personNoticeOf } from '../records/person-notice.js';
import { requireReadReason } from '../records/unusual-read.js';
import type { SafeContact } from '../records/safe-contact.js';
import { activeHoldCondition, purgeDay } from '../records/retention-periods.js';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { SealedApplication } from './sealed-application.js';

type Row = Pick<SealedApplication, 'id' | 'status' | 'createdAt' | 'opportunityId' | 'businessId' | 'language'> & {
  alias: Buffer;
  contact: Buffer;
  note: Buffer | null;
  byAdvocate: boolean;
  takenBy: string | null;
  closedAt: Date | null;
  onHold: boolean;
  legalHoldUntil: string | null;
  legalHoldReason: Buffer | null;
};

/** Decrypts applications for advocates. Every read is audited in the same transaction. */
@Injectable()
export class ApplicationReader {
  constructor(
    private readonly envelope: Envelope,
    private readonly opportunities: OpportunityFacts,
    private readonly people: People,
    private readonly notices: DiscreetNotices,
    private readonly config: Config,
  ) {}

  /**
   * Returns null if there is no such application.
   * @throws Refusal REASON_NEEDED if access is unusual and has no reason
   */
  async readUnsealed(tx: SealedTx, id: string, reason: string | null): Promise<SealedApplication | null> {
    const row = await rowOf(tx, id);
    return row && this.readApplication(tx, row, requireReadReason(tx, row, reason));
  }

  /** Reads an application after a change that was already audited. @throws Error if it no longer exists */
  async afterStep(tx: SealedTx, id: string): Promise<SealedApplication> {
    const row = await rowOf(tx, id);
    const application = row && (await this.readApplication(tx, row, null));
    if (!application) throw new Error('An application vanished while it was locked.');
    return application;
  }

  private async readApplication(tx: SealedTx, row: Row, reason: string | null): Promise<SealedApplication | null> {
    const { alias, contact: sealedContact, note, legalHoldReason, ...fields } = row;
    const { id } = fields;
    const unseal = await this.envelope.getUnsealer([id]);
    const unsealOwn = (column: string, sealed: Buffer | null) =>
      unseal({ recordId: id, column: `application.${column}`, rowId: id }, sealed);
    const nameToUse = unsealOwn('alias', alias);
    const contact = unsealOwn('contact', sealedContact);
    // Its key was erased, so it can't be decrypted.
    if (nameToUse === null || contact === null) return null;
    const safeContact = JSON.parse(contact) as SafeContact;
    await markRead(tx, id, ['person', 'business']);
    tx.audit({ action: 'read', recordKind: 'application', recordId: id, reason });

    const consents = await consentsOf(tx, id, unseal);
    const messages = await messagesOf(tx, { recordId: id, introductionId: null }, unseal);
    const introduction = await this.introductionOf(tx, id, unseal);
    const items = await actionItemsOf(tx, id);
    const authors = [...messages, ...(introduction?.messages ?? [])].map(({ authorId }) => authorId);
    const nameOf = await this.people.names([row.takenBy, ...authors, ...items.map(({ accountId }) => accountId)]);
    const states = await this.opportunities.states([row.opportunityId]);
    const title = (await this.opportunities.titles([row.opportunityId]))(row.opportunityId);
    const businessName = await this.opportunities.businessNames([row.businessId]);
    const toView = ({ authorId, ...message }: OpenMessage) => ({ ...message, authorName: nameOf(authorId) });
    return {
      ...fields,
      opportunityTitle: title.title,
      businessName: businessName(row.businessId),
      takenBy: nameOf(row.takenBy),
      takenByMe: row.takenBy === accountOf(tx.reader),
      unread: 0,
      liveConsent: consents.some(({ state }) => state === 'live'),
      needsAttention: items.some(({ acknowledgedAt }) => !acknowledgedAt),
      state: states.get(row.opportunityId) ?? null,
      actionItems: items.map(({ accountId, ...item }) => ({ ...item, acknowledgedBy: nameOf(accountId) })),
      nameToUse,
      safeContact,
      notice: await personNoticeOf(tx, id, safeContact, this.notices.isSetUpFor),
      note: unsealOwn('note', note),
      consents: consents.map((consent) => ({ ...consent, businessName: businessName(consent.businessId) })),
      introduction: introduction && {
        ...introduction,
        businessName: businessName(introduction.businessId),
        messages: introduction.messages.map(toView),
      },
      messages: messages.map(toView),
      legalHold: row.onHold,
      legalHoldReason: unseal({ recordId: id, column: 'legal_hold.reason', rowId: id }, legalHoldReason),
      purgeOn: purgeDay(this.config, { ...row, kind: 'application' }),
    };
  }

  private async introductionOf(tx: SealedTx, applicationId: string, unseal: Unseal) {
    const [row] = await introductionRows(tx, { applicationId });
    const introduction = row && unsealIntroduction(row, unseal);
    if (!introduction) return null;
    const messages = await messagesOf(tx, { recordId: applicationId, introductionId: introduction.id }, unseal);
    return { ...introduction, messages };
  }
}

async function rowOf(tx: SealedTx, id: string): Promise<Row | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<Row>(
    `SELECT a.id, a.status, a.created_at AS "createdAt", a.opportunity_id AS "opportunityId",
       a.business_id AS "businessId", a.language, a.alias, a.contact, a.note,
       a.by_advocate IS NOT NULL AS "byAdvocate", a.taken_by AS "takenBy", a.closed_at AS "closedAt",
       h.record_id IS NOT NULL AS "onHold", h.until AS "legalHoldUntil", h.reason AS "legalHoldReason"
     FROM sealed.application a LEFT JOIN sealed.legal_hold h ON h.record_id = a.id AND ${activeHoldCondition}
     WHERE a.id = $1`,
    [id],
  );
  return row ?? null;
}
