import {
  campaignLiteral,
  dateConditions,
  decimal,
  type ExportRequest,
  Frequency,
  frequencySql,
  GiftMethod,
  GiftStatus,
  giftTables,
  publicName,
  uuidsLiteral,
} from '@upstander/accounting';
import { copyCsv, csvCell as text, csvTime, inlineValues } from '@upstander/files';
import { badInput, Values } from '@upstander/platform';
import { conditionsOf, giftSearch } from './gift-conditions.js';

/** The filters of the gift list, as parameters of the export. */
export const giftFilters = ['status', 'method', 'frequency', 'import', 'donor', 'text'] as const;
export type GiftExportRequest = ExportRequest & { [Name in (typeof giftFilters)[number]]?: string };

/** Returns the filters of the gift list with values inlined, because COPY takes no parameters. */
function giftFilterConditions(request: GiftExportRequest): string[] {
  const readChoice = <Value extends string>(
    name: 'status' | 'method' | 'frequency',
    knownValues: Record<string, Value>,
  ) => {
    const requestedValue = request[name];
    if (!requestedValue) return null;
    const value = Object.hasOwn(knownValues, requestedValue) ? knownValues[requestedValue] : undefined;
    if (value === undefined) throw badInput({ [name]: 'unknown' });
    return value;
  };
  const status = readChoice('status', GiftStatus);
  const method = readChoice('method', GiftMethod);
  const values = new Values();
  const filter = {
    status: status && [status],
    method: method && [method],
    frequency: readChoice('frequency', Frequency),
    importId: request.import || null,
    donorId: request.donor || null,
  };
  const conditions = conditionsOf(filter, values);
  // Exporting requires finance access to all of these gifts, so any name may be searched.
  const search = giftSearch(request.text, 'true', values);
  if (search) {
    conditions.push(`g.id IN (${search.candidates.map((one) => `(${one})`).join(' UNION ')})`, search.matches);
  }
  return conditions.map((condition) => inlineValues(condition, values));
}

/**
 * Returns SQL for one line per received gift. Accountants match bank statements and receipts by
 * `legal_name`; `public_name` is the name a publication may use. Both are empty for anonymous gifts, as is the email
 * address.
 */
export function giftsExport(request: GiftExportRequest): string {
  const campaign = campaignLiteral(request);
  const conditions = [
    'g.paid_at IS NOT NULL',
    ...dateConditions('g.paid_at', request),
    ...(request.chapters ? [`c.chapter_id = ANY (${uuidsLiteral(request.chapters)})`] : []),
    ...(campaign ? [`g.campaign_id = ${campaign}`] : []),
    ...giftFilterConditions(request),
  ].join(' AND ');
  const unlessAnonymous = (expression: string) => `CASE WHEN NOT g.anonymous THEN ${text(expression)} END`;
  return copyCsv(`
    SELECT g.id AS gift, ${csvTime('g.paid_at')} AS paid_at, ${text('c.title')} AS campaign, ${text('p.title')} AS page,
      g.method, g.source, g.status, ${frequencySql} AS frequency, g.currency,
      ${decimal('g.intended_minor', 'g.currency')} AS intended, ${decimal('g.cover_minor', 'g.currency')} AS cover,
      ${decimal('g.charged_minor', 'g.currency')} AS charged, ${decimal('g.fee_minor', 'g.currency')} AS fee,
      ${decimal('g.refunded_minor', 'g.currency')} AS refunded, ${decimal('g.lost_minor', 'g.currency')} AS lost,
      g.anonymous, ${unlessAnonymous('g.name')} AS legal_name, ${text(publicName)} AS public_name, ${unlessAnonymous('d.email::text')} AS email, (
        SELECT r.number FROM fundraising.receipt r
        WHERE r.gift_id = g.id AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
        ORDER BY r.number DESC LIMIT 1
      ) AS receipt, ${text('g.in_kind_description')} AS in_kind, ${text('g.goods_description')} AS goods,
      ${decimal('g.goods_value_minor', 'g.currency')} AS goods_value, ${text('g.charge_id')} AS charge
    FROM ${giftTables}
      LEFT JOIN fundraising.page p ON p.id = g.page_id
      LEFT JOIN fundraising.donor d ON d.id = g.donor_id
    WHERE ${conditions} ORDER BY g.paid_at, g.id`);
}
