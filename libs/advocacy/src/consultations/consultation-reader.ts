import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import { markRead, messagesOf } from '../messages/message-rows.js';
import { DiscreetNotices } from '../notices/discreet-notices.js';
import { People } from '../outside/people.js';
import type { SafeContact } from '../records/safe-contact.js';
import { personNoticeOf } from '../records/person-notice.js';
import { requireReadReason } from '../records/unusual-read.js';
import { activeHoldCondition, purgeDay } from '../records/retention-periods.js';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { SealedConsultation } from './sealed-consultation.js';
import type { SealedText } from '../team-keys/sealed-text.js';

type Row = Pick<
  SealedConsultation,
  'id' | 'status' | 'createdAt' | 'language' | 'interpreter' | 'aboutSealedBy' | 'appointmentAt' | 'appointmentMinutes'
> & {
  timeZone: string | null;
  alias: Buffer;
  contact: Buffer;
  about: Buffer | null;
  interpreterLanguage: Buffer | null;
  conflictNote: Buffer | null;
  takenBy: string | null;
  closedAt: Date | null;
  onHold: boolean;
  legalHoldUntil: string | null;
  legalHoldReason: Buffer | null;
};

/** Decrypts consultations for advocates. Every read is audited in the same transaction. */
@Injectable()
export class ConsultationReader {
  constructor(
    private readonly envelope: Envelope,
    private readonly people: People,
    private readonly notices: DiscreetNotices,
    private readonly config: Config,
  ) {}

  /**
   * Returns null if there is no such consultation.
   * @throws Refusal REASON_NEEDED if access is unusual and has no reason
   */
  async readUnsealed(tx: SealedTx, id: string, reason: string | null): Promise<SealedConsultation | null> {
    const row = await rowOf(tx, id);
    return row && this.readConsultation(tx, row, requireReadReason(tx, row, reason));
  }

  /** Reads a consultation after a change that was already audited. @throws Error if it no longer exists */
  async afterStep(tx: SealedTx, id: string): Promise<SealedConsultation> {
    const row = await rowOf(tx, id);
    const consultation = row && (await this.readConsultation(tx, row, null));
    if (!consultation) throw new Error('A consultation vanished while it was locked.');
    return consultation;
  }

  private async readConsultation(tx: SealedTx, row: Row, reason: string | null): Promise<SealedConsultation | null> {
    const { alias, contact: sealedContact, about, legalHoldReason, ...fields } = row;
    const { id } = fields;
    const unseal = await this.envelope.getUnsealer([id]);
    const unsealOwn = (column: string, sealed: Buffer | null) =>
      unseal({ recordId: id, column: `consultation.${column}`, rowId: id }, sealed);
    const nameToUse = unsealOwn('alias', alias);
    const contact = unsealOwn('contact', sealedContact);
    // Its key was erased, so it can't be decrypted.
    if (nameToUse === null || contact === null) return null;
    const safeContact = JSON.parse(contact) as SafeContact;
    await markRead(tx, id, ['person']);
    tx.audit({ action: 'read', recordKind: 'consultation', recordId: id, reason });

    const messages = await messagesOf(tx, { recordId: id, introductionId: null }, unseal);
    const nameOf = await this.people.names([row.takenBy, ...messages.map(({ authorId }) => authorId)]);
    const text = unsealOwn('about', about);
    const byBrowser = row.aboutSealedBy === 'browser';
    return {
      ...fields,
      takenBy: nameOf(row.takenBy),
      takenByMe: row.takenBy === accountOf(tx.reader),
      unread: 0,
      nameToUse,
      safeContact,
      notice: await personNoticeOf(tx, id, safeContact, this.notices.isSetUpFor),
      about: byBrowser ? null : text,
      aboutSealed: byBrowser && text ? (JSON.parse(text) as SealedText) : null,
      interpreterLanguage: unsealOwn('interpreter_language', row.interpreterLanguage),
      conflictNote: unsealOwn('conflict_note', row.conflictNote),
      messages: messages.map(({ authorId, ...message }) => ({ ...message, authorName: nameOf(authorId) })),
      legalHold: row.onHold,
      legalHoldReason: unseal({ recordId: id, column: 'legal_hold.reason', rowId: id }, legalHoldReason),
      purgeOn: purgeDay(this.config, { ...row, kind: 'consultation' }),
    };
  }
}

async function rowOf(tx: SealedTx, id: string): Promise<Row | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<Row>(
    `SELECT c.id, c.status, c.created_at AS "createdAt", c.language, c.interpreter, c.alias, c.contact, c.about,
       c.about_sealed_by AS "aboutSealedBy", c.interpreter_language AS "interpreterLanguage",
       c.conflict_note AS "conflictNote", c.appointment_at AS "appointmentAt",
       c.appointment_minutes AS "appointmentMinutes", c.appointment_zone AS "timeZone", c.taken_by AS "takenBy",
       c.closed_at AS "closedAt", h.record_id IS NOT NULL AS "onHold", h.until AS "legalHoldUntil", h.reason AS "legalHoldReason"
     FROM sealed.consultation c LEFT JOIN sealed.legal_hold h ON h.record_id = c.id AND ${activeHoldCondition}
     WHERE c.id = $1`,
    [id],
  );
  return row ?? null;
}
