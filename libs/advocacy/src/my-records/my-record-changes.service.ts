import { Injectable } from '@nestjs/common';
import type { Actor, LocaleName } from '@upstander/identity';
import { Clock, Config, isUuid, notFound, Refusal } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { OpenedRecord } from '../codes/code-gate.js';
import { ReplyCodes } from '../codes/reply-codes.js';
import { lockConsent } from '../applications/consent-rows.js';
import { Envelope } from '../keys/envelope.js';
import { addMessage, typedMessage } from '../messages/message-rows.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { lockRecord, moveRecord } from '../records/locked-record.js';
import { saveNoticeChoice } from '../records/person-notice-rows.js';
import { MyRecordTurn } from './my-record-turn.js';
import type { MyRecord } from './my-record.js';
import type { AnswerRecordInput, ChangeSafeContactInput, RecordConsentIdInput } from './record.input.js';
import { typedContact } from '../records/typed-record.js';

@Injectable()
export class MyRecordChanges {
  constructor(
    private readonly recordTurn: MyRecordTurn,
    private readonly codes: ReplyCodes,
    private readonly envelope: Envelope,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a message to the advocate and reopens a closed record.
   * @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES, BAD_INPUT, IDEMPOTENCY_KEY_REUSED
   */
  async answer(actor: Actor, input: AnswerRecordInput): Promise<MyRecord> {
    const { body, key } = typedMessage(input);
    return this.recordTurn.changeRecord(actor, input.code, async (tx, { recordId, kind }) => {
      const id = key ? await this.codes.idOf(`answer/${recordId}`, key) : randomUUID();
      const tools = {
        read: await this.envelope.getUnsealer([recordId]),
        write: await this.envelope.getSealer(recordId),
      };
      const message = { id, recordId, introductionId: null, sender: 'person' as const, body };
      if (!(await addMessage(tx, message, tools)).isNew) return;
      const record = await lockRecord(tx, kind, recordId);
      if (record.status === 'closed') await moveRecord(tx, record, 'contacted');
      tx.audit({ action: 'wrote', recordKind: kind, recordId });
    });
  }

  /** @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES, BAD_INPUT */
  async changeSafeContact(actor: Actor, { code, safeContact }: ChangeSafeContactInput): Promise<MyRecord> {
    const contact = typedContact(safeContact, this.config.COUNTRY, this.clock.now());
    return this.recordTurn.changeRecord(actor, code, async (tx, { recordId, kind }) => {
      const seal = await this.envelope.getSealer(recordId);
      const sealed = seal({ column: `${kind}.contact`, rowId: recordId }, JSON.stringify(contact));
      const [row] = await tx.query<{ language: LocaleName }>(
        `UPDATE sealed.${kind} SET contact = $2 WHERE id = $1 RETURNING language`,
        [recordId, sealed],
      );
      if (row) await saveNoticeChoice(tx, { id: recordId, kind }, { contact, language: row.language }, seal);
      tx.audit({ action: 'contact-changed', recordKind: kind, recordId });
    });
  }

  /** @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES, NOT_FOUND, CONSENT_ENDED */
  async giveConsent(actor: Actor, { code, consentId }: RecordConsentIdInput): Promise<MyRecord> {
    return this.recordTurn.changeRecord(actor, code, async (tx, record) => {
      const consent = await consentOf(tx, record, consentId);
      if (consent.revokedAt || consent.expiresAt <= tx.at) {
        throw new Refusal('CONSENT_ENDED', 'This has ended. Your advocate can ask you again.');
      }
      if (consent.givenAt) return;
      await tx.query('UPDATE sealed.consent SET given_at = $2 WHERE id = $1', [consent.id, tx.at]);
      tx.audit({ action: 'consent-given', recordKind: record.kind, recordId: record.recordId });
    });
  }

  /** Does nothing if the consent has already ended. @throws Refusal CODE_NOT_RIGHT, TOO_MANY_TRIES, NOT_FOUND */
  async revokeConsent(actor: Actor, { code, consentId }: RecordConsentIdInput): Promise<MyRecord> {
    return this.recordTurn.changeRecord(actor, code, async (tx, record) => {
      const consent = await consentOf(tx, record, consentId);
      if (consent.revokedAt) return;
      await tx.query('UPDATE sealed.consent SET revoked_at = $2 WHERE id = $1', [consent.id, tx.at]);
      tx.audit({ action: 'consent-revoked', recordKind: record.kind, recordId: record.recordId });
    });
  }
}

/** @throws Refusal NOT_FOUND */
async function consentOf(tx: SealedTx, { recordId }: OpenedRecord, consentId: string) {
  const consent = isUuid(consentId) ? await lockConsent(tx, recordId, consentId) : null;
  if (!consent) throw notFound('This consent');
  return consent;
}
