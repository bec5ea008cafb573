import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { money, summedList, type SummedPage } from '@upstander/ledger';
import { selectList, Database, isUuid, Values } from '@upstander/platform';
import { AccountingAccess } from '../accounting-access.js';
import { ReceiptLinks } from './receipt-links.js';
import { Receipt, type ManagedReceipt, type ReceiptConnection } from './receipt.entity.js';
import type { ReceiptFilter } from './receipt.input.js';
import { joinGift } from '../campaign-joins.js';

type ReceiptRecord = Omit<ManagedReceipt, 'amount' | 'status' | 'pdfUrl'> & { method: string; giftVersion: number };

@Injectable()
export class ReceiptReads {
  constructor(
    private readonly db: Database,
    private readonly access: AccountingAccess,
    private readonly links: ReceiptLinks,
  ) {}

  async page(actor: Actor, filter: ReceiptFilter, page: SummedPage): Promise<ReceiptConnection> {
    const values = new Values();
    return summedList<ReceiptRecord, ManagedReceipt>(
      this.db,
      {
        columns: `${selectList(Receipt, 'r', 'staff')}, ${selectList(Receipt, 'r', ['amountMinor', 'currency'])},
          v.reason AS "voidReason", v.voided_at AS "voidedAt", old.number AS "replacesNumber",
          new.number AS "replacedByNumber", g.token_version AS "giftVersion", g.method,
          r.content ->> 'donorName' AS "donorName", r.content ->> 'campaignTitle' AS "campaignTitle"`,
        from: `fundraising.receipt r ${joinGift('r')}
          LEFT JOIN fundraising.receipt_void v ON v.receipt_id = r.id`,
        joins: `LEFT JOIN fundraising.receipt old ON old.id = r.replaces_id
          LEFT JOIN fundraising.receipt new ON new.replaces_id = r.id`,
        amount: "CASE WHEN v.receipt_id IS NULL AND g.method <> 'in_kind' THEN r.amount_minor END",
        currency: 'r.currency',
        conditions: this.conditions(actor, filter, values),
        values,
        by: [{ sql: 'r.number', type: 'bigint' }],
        direction: 'DESC',
        page,
      },
      (row) => this.toManagedReceipt(row),
    );
  }

  private toManagedReceipt(row: ReceiptRecord): ManagedReceipt {
    return {
      ...row,
      amount: row.method === 'in_kind' ? null : money(row.amountMinor, row.currency),
      status: row.voidedAt === null ? 'valid' : 'void',
      pdfUrl: this.links.pdf(row.id, row.giftVersion),
    };
  }

  private conditions(actor: Actor, filter: ReceiptFilter, values: Values): string[] {
    const { all, chapters } = this.access.scope(actor, 'receipt:read');
    const conditions = all ? [] : [`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`];
    if (filter.campaignId) {
      conditions.push(isUuid(filter.campaignId) ? `g.campaign_id = ${values.add(filter.campaignId)}` : 'false');
    }
    if (filter.status) conditions.push(filter.status === 'void' ? 'v.receipt_id IS NOT NULL' : 'v.receipt_id IS NULL');
    if (filter.year) {
      conditions.push(`extract(year FROM g.paid_at AT TIME ZONE c.time_zone) = ${values.add(filter.year)}`);
    }
    const text = filter.text?.trim();
    if (text) {
      const isNumber = /^\d{1,18}$/.test(text);
      conditions.push(isNumber ? `r.number = ${values.add(text)}` : nameCondition(values.add(`%${escapeLike(text)}%`)));
    }
    return conditions;
  }
}

function nameCondition(pattern: string): string {
  return `r.gift_id IN (
    SELECT n.id FROM fundraising.gift n WHERE n.name ILIKE ${pattern}
    UNION
    SELECT n.id FROM fundraising.donor d JOIN fundraising.gift n ON n.donor_id = d.id WHERE d.email::text ILIKE ${pattern}
  )`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
