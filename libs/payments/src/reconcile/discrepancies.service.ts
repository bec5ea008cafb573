import { Injectable } from '@nestjs/common';
import { requireOrganizationRole } from '@upstander/accounting';
import { Access, accountName, type Actor } from '@upstander/identity';
import { money, summedList, type SummedPage } from '@upstander/ledger';
import { Clock, selectList, Database, isUuid, notFound, typedText, Values } from '@upstander/platform';
import { IsNull } from 'typeorm';
import {
  Discrepancy,
  type DiscrepancyConnection,
  type ManagedDiscrepancy,
  type SettleDiscrepancyInput,
} from './discrepancy.entity.js';

type DiscrepancyRecord = Omit<ManagedDiscrepancy, 'expected' | 'found'>;

const columns = `${selectList(Discrepancy, 'd', 'staff')},
  ${selectList(Discrepancy, 'd', ['expectedMinor', 'foundMinor', 'currency'])}, ${accountName('d.settled_by')} AS "settledBy"`;

@Injectable()
export class Discrepancies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  async page(
    actor: Actor,
    { settled, ...page }: SummedPage & { settled?: boolean | null },
  ): Promise<DiscrepancyConnection> {
    requireOrganizationRole(this.access, actor, 'bank:reconcile');
    return summedList<DiscrepancyRecord, ManagedDiscrepancy>(
      this.db,
      {
        columns,
        from: 'fundraising.discrepancy d',
        amount: 'CASE WHEN d.currency IS NOT NULL THEN coalesce(d.found_minor, 0) - coalesce(d.expected_minor, 0) END',
        currency: 'd.currency',
        conditions: typeof settled === 'boolean' ? [`d.settled_at IS ${settled ? 'NOT NULL' : 'NULL'}`] : [],
        values: new Values(),
        by: { 'd.found_at': 'timestamptz', 'd.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      discrepancyFrom,
    );
  }

  /**
   * The first entry is kept.
   * @throws Refusal NOT_FOUND; BAD_INPUT
   */
  async settle(actor: Actor, { id, note }: SettleDiscrepancyInput): Promise<ManagedDiscrepancy> {
    requireOrganizationRole(this.access, actor, 'bank:reconcile');
    if (!isUuid(id)) throw notFound('This discrepancy');
    const settled = {
      settledAt: this.clock.now(),
      settledBy: actor.accountId,
      settledNote: typedText('note', note, 1_000),
    };
    await this.db.transaction((tx) => tx.manager.update(Discrepancy, { id, settledAt: IsNull() }, settled));
    const [row] = await this.db.query<DiscrepancyRecord>(
      `SELECT ${columns} FROM fundraising.discrepancy d WHERE d.id = $1`,
      [id],
    );
    if (!row) throw notFound('This discrepancy');
    return discrepancyFrom(row);
  }
}

function discrepancyFrom(row: DiscrepancyRecord): ManagedDiscrepancy {
  const { currency } = row;
  const amount = (minor: string | null) => (minor === null || !currency ? null : money(minor, currency));
  return { ...row, expected: amount(row.expectedMinor), found: amount(row.foundMinor) };
}
