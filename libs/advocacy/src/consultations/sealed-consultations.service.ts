import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, type PageArgs, readValidInput, withNodes } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import { People } from '../outside/people.js';
import { lockOwnOpenRecord, moveRecord } from '../records/locked-record.js';
import { recordPage, type RecordFilter } from '../records/record-page.js';
import { requireStep } from '../records/record-steps.js';
import { close, takeRecord } from '../records/record-assignment.js';
import { advocateReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { ConsultationReader } from './consultation-reader.js';
import { NoteConflictInput, ScheduleConsultationInput } from './consultation.input.js';
import type {
  SealedConsultation,
  SealedConsultationSummary,
  SealedConsultationSummaryConnection,
} from './sealed-consultation.js';

@Injectable()
export class SealedConsultations {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly reader: ConsultationReader,
    private readonly people: People,
  ) {}

  /** Lists only unsealed columns, so listing isn't audited. @throws Refusal BAD_INPUT */
  async listConsultations(
    actor: Actor,
    filter: RecordFilter | null,
    page: PageArgs,
  ): Promise<SealedConsultationSummaryConnection> {
    const columns = 'r.interpreter, r.appointment_at AS "appointmentAt"';
    const records = await this.zone.runAs(advocateReader(actor), (tx) =>
      recordPage<SealedConsultationSummary>(tx, 'consultation', columns, filter, page),
    );
    const nameOf = await this.people.names(records.edges.map(({ node }) => node.takenBy));
    return withNodes(records, (row) => ({ ...row, takenBy: nameOf(row.takenBy) }));
  }

  /** @throws Refusal REASON_NEEDED, BAD_INPUT */
  async openConsultation(actor: Actor, id: string, reason: string | null): Promise<SealedConsultation | null> {
    return this.zone.runAs(advocateReader(actor), (tx) => this.reader.readUnsealed(tx, id, reason));
  }

  /** @throws Refusal NOT_FOUND, REASON_NEEDED, BAD_INPUT */
  async takeConsultation(actor: Actor, id: string, reason: string | null): Promise<SealedConsultation> {
    return this.changeConsultation(actor, (tx) => takeRecord(tx, 'consultation', id, reason));
  }

  /** @throws Refusal NOT_FOUND, TAKE_IT_FIRST, RECORD_CLOSED */
  async close(actor: Actor, id: string): Promise<SealedConsultation> {
    return this.changeConsultation(actor, (tx) => close(tx, 'consultation', id));
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TAKE_IT_FIRST, RECORD_CLOSED */
  async schedule(actor: Actor, input: ScheduleConsultationInput): Promise<SealedConsultation> {
    const { at, minutes, timeZone } = readValidInput(ScheduleConsultationInput, input);
    return this.changeConsultation(actor, async (tx) => {
      if (at <= tx.at) throw badInput({ at: 'in-the-past' });
      const record = await lockOwnOpenRecord(tx, 'consultation', input.id);
      requireStep('consultation', record.status, 'scheduled');
      await moveRecord(tx, record, 'scheduled');
      await tx.query(
        `UPDATE sealed.consultation SET appointment_at = $2, appointment_minutes = $3, appointment_zone = $4,
           appointment_revision = appointment_revision + 1 WHERE id = $1`,
        [record.id, at, minutes, timeZone],
      );
      tx.audit({ action: 'scheduled', recordKind: 'consultation', recordId: record.id });
      return record.id;
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TAKE_IT_FIRST, RECORD_CLOSED */
  async noteConflict(actor: Actor, input: NoteConflictInput): Promise<SealedConsultation> {
    const { note } = readValidInput(NoteConflictInput, input);
    return this.changeConsultation(actor, async (tx) => {
      const { id } = await lockOwnOpenRecord(tx, 'consultation', input.id);
      const place = { recordId: id, column: 'consultation.conflict_note', rowId: id };
      const sealed = note ? await this.envelope.seal(place, note) : null;
      await tx.query('UPDATE sealed.consultation SET conflict_note = $2 WHERE id = $1', [id, sealed]);
      tx.audit({ action: 'conflict-noted', recordKind: 'consultation', recordId: id });
      return id;
    });
  }

  private changeConsultation(actor: Actor, work: (tx: SealedTx) => Promise<string>): Promise<SealedConsultation> {
    return this.zone.runAs(advocateReader(actor), async (tx) => this.reader.afterStep(tx, await work(tx)));
  }
}
