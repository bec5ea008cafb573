import { Injectable, type OnModuleInit } from '@nestjs/common';
import { giftTables, givenIn, GivingUrls, withPreview } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailRow } from '@upstander/notifications';
import { Database } from '@upstander/platform';
import { givingLink, yearlyStatement, type GivingLinkFacts, type YearlyStatementFacts } from './giving-letters.js';

@Injectable()
export class GivingMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly urls: GivingUrls,
  ) {}

  onModuleInit(): void {
    this.templates.define<GivingLinkFacts>({
      name: 'giving-link',
      isAlwaysTried: true,
      load: (ids) => this.links(ids),
      write: (facts, locale) => withPreview(givingLink(facts, locale)),
    });
    this.templates.define<YearlyStatementFacts>({
      name: 'yearly-statement',
      by: ({ id }) => id,
      load: (_, mails) => this.loadYears(mails),
      write: (facts, locale) => withPreview(yearlyStatement(facts, locale)),
    });
  }

  private async links(ids: readonly string[]): Promise<Map<string, GivingLinkFacts>> {
    const rows = await this.db.query<{ donorId: string; donorVersion: number }>(
      `SELECT id AS "donorId", token_version AS "donorVersion" FROM fundraising.donor WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.donorId, this.toLinkFacts(row)]));
  }

  /** The year is stored with each email. */
  private async loadYears(mails: readonly MailRow[]): Promise<Map<string, YearlyStatementFacts>> {
    const rows = await this.db.query<{
      mailId: string;
      donorId: string;
      donorVersion: number;
      year: number;
      name: string;
      count: number;
      totals: Array<{ currency: string; amount: string }>;
    }>(
      `SELECT m.id AS "mailId", d.id AS "donorId", d.token_version AS "donorVersion", m.year,
         (array_agg(y.name ORDER BY y.last DESC))[1] AS name, sum(y.count)::integer AS count,
         json_agg(json_build_object('currency', y.currency, 'amount', y.total::text) ORDER BY y.currency) AS totals
       FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS m (id, donor, year)
         JOIN fundraising.donor d ON d.id = m.donor
         CROSS JOIN LATERAL (
           SELECT g.currency, count(*) AS count, sum(g.charged_minor - g.refunded_minor - g.lost_minor) AS total,
             max(g.paid_at) AS last, (array_agg(g.name ORDER BY g.paid_at DESC))[1] AS name
           FROM ${giftTables}
           WHERE g.donor_id = d.id AND ${givenIn('m.year')} GROUP BY g.currency
         ) y
       GROUP BY m.id, d.id, d.token_version, m.year`,
      [mails.map(({ id }) => id), mails.map(({ subjectId }) => subjectId), mails.map(({ data }) => data['year'])],
    );
    return new Map(
      rows.map(({ totals, mailId, year, ...row }) => {
        const formatTotals = (locale: LocaleName) =>
          totals
            .filter(({ amount }) => amount !== '0')
            .map(({ amount, currency }) => formatMoney({ amountMinor: BigInt(amount), currency }, locale));
        const pdf = this.urls.statement(row.donorId, row.donorVersion, year);
        const facts: YearlyStatementFacts = {
          ...this.toLinkFacts(row),
          ...row,
          year,
          totals: { en: formatTotals('en'), es: formatTotals('es') },
          pdf: { en: `${pdf}?lang=en`, es: `${pdf}?lang=es` },
        };
        return [mailId, facts];
      }),
    );
  }

  private toLinkFacts({ donorId, donorVersion }: { donorId: string; donorVersion: number }): GivingLinkFacts {
    const url = (locale: LocaleName) => this.urls.givingUrl(donorId, donorVersion, locale);
    return { donorId, donorVersion, url: { en: url('en'), es: url('es') } };
  }
}
