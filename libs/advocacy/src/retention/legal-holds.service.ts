import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Config, dayIn, readValidInput, type Acknowledgement } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import { lockRecord } from '../records/locked-record.js';
import { accountOf, advocateReader } from '../database/sealed-reader.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { HoldInput } from './hold.input.js';
import { lockPurging } from '../records/retention-periods.js';

/** Legal holds prevent a purge, but not erasure by the person. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly config: Config,
  ) {}

  /** Places a hold, or replaces the reason and end of the existing one. @throws Refusal NOT_FOUND, BAD_INPUT */
  async place(actor: Actor, input: HoldInput): Promise<Acknowledgement> {
    const { recordId, kind } = input;
    const { reason: reasonText, until } = typedHold(input);
    await this.zone.runAs(advocateReader(actor), async (tx) => {
      if (until && until < dayIn(this.config.TIME_ZONE, tx.at)) throw badInput({ until: 'in-the-past' });
      await lockPurging(tx);
      const { id } = await lockRecord(tx, kind, recordId);
      const sealed = await this.envelope.seal({ recordId: id, column: 'legal_hold.reason', rowId: id }, reasonText);
      await tx.query(
        `INSERT INTO sealed.legal_hold AS h (record_id, placed_by, reason, placed_at, until) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (record_id) DO UPDATE SET placed_by = excluded.placed_by, reason = excluded.reason,
           placed_at = excluded.placed_at, until = excluded.until, lifted_at = NULL`,
        [id, accountOf(tx.reader), sealed, tx.at, until],
      );
      tx.audit({ action: 'hold-placed', recordKind: kind, recordId: id });
    });
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async lift(actor: Actor, input: HoldInput): Promise<Acknowledgement> {
    const { recordId, kind } = input;
    const { reason: reasonText } = typedHold(input);
    await this.zone.runAs(advocateReader(actor), async (tx) => {
      const { id } = await lockRecord(tx, kind, recordId);
      const sealed = await this.envelope.seal({ recordId: id, column: 'legal_hold.reason', rowId: id }, reasonText);
      const liftedRows = await tx.query(
        `UPDATE sealed.legal_hold SET lifted_at = $2, reason = $3 WHERE record_id = $1 AND lifted_at IS NULL
         RETURNING record_id`,
        [id, tx.at, sealed],
      );
      if (liftedRows.length > 0) tx.audit({ action: 'hold-lifted', recordKind: kind, recordId: id });
    });
    return { ok: true };
  }
}

function typedHold(input: HoldInput): { reason: string; until: string | null } {
  return readValidInput(HoldInput, input);
}
