import { Injectable } from '@nestjs/common';
import { Letterheads, type LocaleName } from '@upstander/identity';
import { type DocumentFile } from '@upstander/files';
import { Clock, Config, Database, notFound } from '@upstander/platform';
import { words as receiptWords } from '../receipts/receipt.texts.generated.js';
import { validReceiptOf } from '../receipts/receipt.entity.js';
import { ReceiptLinks } from '../receipts/receipt-links.js';
import { drawDocument } from './documents.js';
import type { StatementGift } from './statement.js';
import { words as statementWords } from './statement.texts.generated.js';
import { giftTables } from '../campaign-joins.js';

@Injectable()
export class Statements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly letterheads: Letterheads,
    private readonly config: Config,
    private readonly links: ReceiptLinks,
  ) {}

  /** Returns the PDF of a link. @throws Refusal NOT_FOUND for an invalid link or a year without gifts */
  async byToken(token: string, language: LocaleName | null): Promise<DocumentFile> {
    const link = this.links.openStatement(token);
    if (!link) throw notFound('This statement');
    const [donor] = await this.db.query<{ locale: LocaleName }>(
      'SELECT locale FROM fundraising.donor WHERE id = $1 AND token_version = $2',
      [link.id, link.version],
    );
    const gifts = donor ? await this.giftsOf(link.id, link.year) : [];
    if (!donor || gifts.length === 0) throw notFound('This statement');
    const locale = language ?? donor.locale;
    const facts = {
      year: link.year,
      name: gifts.at(-1)!.name,
      letterhead: {
        ...(await this.letterheads.look()),
        name: this.config.ORGANIZATION_NAME,
        lines: await this.addressLines(locale),
      },
      madeAt: this.clock.now(),
      gifts,
    };
    const bytes = await drawDocument({ kind: 'statement', facts: [facts, locale] });
    return { name: statementWords[locale].file({ year: String(link.year) }), bytes };
  }

  private async giftsOf(donorId: string, year: number): Promise<Array<StatementGift & { name: string }>> {
    const rows = await this.db.query<
      Omit<StatementGift, 'keptMinor' | 'goodsValueMinor'> & { name: string; kept: string; goods: string }
    >(
      `SELECT g.name, g.paid_at AS "paidOn", c.time_zone AS "timeZone", c.title AS "campaignTitle", g.currency,
         g.charged_minor - g.refunded_minor - g.lost_minor AS kept, g.goods_value_minor AS goods,
         CASE WHEN g.method = 'in_kind' THEN g.in_kind_description END AS "inKindDescription",
         ${validReceiptOf('g.id')} ->> 'number' AS "receiptNumber"
       FROM ${giftTables}
       WHERE g.donor_id = $1 AND ${givenInCondition('$2')}
       ORDER BY g.paid_at, g.id`,
      [donorId, year],
    );
    return rows.map(({ kept, goods, ...row }) => ({
      ...row,
      keptMinor: BigInt(kept),
      goodsValueMinor: BigInt(goods),
    }));
  }

  private async addressLines(locale: LocaleName): Promise<string[]> {
    const [own] = await this.db.query<{ number: string | null }>(
      `SELECT registration_number AS number FROM fundraising.beneficiary WHERE kind = 'own'`,
    );
    const number = own?.number ?? this.config.TAX_ID;
    return [
      ...this.config.POSTAL_ADDRESS.split('\n'),
      ...(number ? [receiptWords[locale].registration({ number })] : []),
    ];
  }
}

/** Returns the SQL condition that gift `g` of campaign `c` counts for this year, in the campaign's time zone. */
export function givenInCondition(year: string): string {
  return `g.paid_at IS NOT NULL AND g.status <> 'cancelled'
    AND (g.method = 'in_kind' OR g.charged_minor > g.refunded_minor + g.lost_minor)
    AND extract(year FROM g.paid_at AT TIME ZONE c.time_zone) = ${year}`;
}
