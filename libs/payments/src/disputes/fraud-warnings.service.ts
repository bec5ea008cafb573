import { Injectable } from '@nestjs/common';
import { joinGift } from '@upstander/accounting';
import { Access, accountName, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Clock, selectList, Database, notFound, typedText } from '@upstander/platform';
import { IsNull } from 'typeorm';
import { FraudWarning, type HandleFraudWarningInput, type ManagedFraudWarning } from './fraud-warning.entity.js';

type WarningRecord = Omit<ManagedFraudWarning, 'amount'> & { amountMinor: string; currency: string };

const select = `SELECT ${selectList(FraudWarning, 'w', 'staff')}, ${accountName('w.handled_by')} AS "handledBy", g.name AS "donorName",
    c.id AS "campaignId", c.title AS "campaignTitle", g.charged_minor AS "amountMinor", g.currency
  FROM fundraising.fraud_warning w ${joinGift('w')}`;

@Injectable()
export class FraudWarnings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Returns the warnings, open ones first and oldest first; at most 100. */
  async list(actor: Actor, open: boolean | null | undefined): Promise<ManagedFraudWarning[]> {
    const chapters = this.access.chaptersOf(actor, 'fraud-warning:handle');
    const rows = await this.db.query<WarningRecord>(
      `${select} WHERE ($1 OR c.chapter_id = ANY ($2::uuid[])) AND ($3::boolean IS NULL OR (w.handled_at IS NULL) = $3)
       ORDER BY w.handled_at DESC NULLS FIRST, w.warned_at, w.id LIMIT 100`,
      [chapters === 'all', chapters === 'all' ? [] : chapters, open ?? null],
    );
    return rows.map(warningFrom);
  }

  /**
   * The first entry is kept.
   * @throws Refusal NOT_FOUND; BAD_INPUT
   */
  async handle(actor: Actor, { id, note }: HandleFraudWarningInput): Promise<ManagedFraudWarning> {
    await this.access.require(actor, 'fraud-warning:handle', [id], 'This warning');
    const handled = {
      handledAt: this.clock.now(),
      handledBy: actor.accountId,
      handledNote: typedText('note', note, 1_000),
    };
    await this.db.transaction((tx) => tx.manager.update(FraudWarning, { id, handledAt: IsNull() }, handled));
    const [row] = await this.db.query<WarningRecord>(`${select} WHERE w.id = $1`, [id]);
    if (!row) throw notFound('This warning');
    return warningFrom(row);
  }
}

function warningFrom(row: WarningRecord): ManagedFraudWarning {
  return { ...row, amount: money(row.amountMinor, row.currency) };
}
