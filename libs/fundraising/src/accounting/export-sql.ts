import { badInput, copyCsv, csvCell as text, csvTime, inlined, isDay, isUuid, Values } from '@upstander/platform';
import pg from 'pg';
import { decimal } from './decimal-sql.js';
import { ownerColumns, ownerJoins } from './owners.js';
import { publicName } from '../gifts/donor-display.js';
import { conditionsOf, searchOf } from '../gifts/gift-conditions.js';
import { Frequency, GiftMethod, GiftStatus } from '../gifts/gift-status.js';

/** Parameters of an export. Dates are inclusive. Dates and times are in `zone`. */
export interface ExportRequest {
  from?: string;
  to?: string;
  campaign?: string;
  zone: string;
  /** Gifts only: the filters of the gift list. */
  status?: string;
  method?: string;
  frequency?: string;
  import?: string;
  donor?: string;
  text?: string;
  /** Null for all chapters. */
  chapters: string[] | null;
}

const literal = pg.escapeLiteral;

function dateConditions(expression: string, { from, to, zone }: ExportRequest): string[] {
  const zoneLiteral = literal(zone);
  const day = (field: string, value: string) => {
    if (!isDay(value)) throw badInput({ [field]: 'not-a-day' });
    return literal(value);
  };
  return [
    ...(from ? [`${expression} >= ${day('from', from)}::timestamp AT TIME ZONE ${zoneLiteral}`] : []),
    ...(to ? [`${expression} < (${day('to', to)}::timestamp + interval '1 day') AT TIME ZONE ${zoneLiteral}`] : []),
  ];
}

function idOf(request: ExportRequest, name: 'campaign' | 'import'): string | null {
  const id = request[name];
  if (!id) return null;
  if (!isUuid(id)) throw badInput({ [name]: 'not-an-id' });
  return literal(id);
}

/** Returns the filters of the gift list with values inlined, because COPY takes no parameters. */
function giftFilterConditions(request: ExportRequest): string[] {
  const oneOf = <Value extends string>(name: 'status' | 'method' | 'frequency', known: Record<string, Value>) => {
    const asked = request[name];
    if (!asked) return null;
    const value = Object.hasOwn(known, asked) ? known[asked] : undefined;
    if (value === undefined) throw badInput({ [name]: 'unknown' });
    return value;
  };
  const status = oneOf('status', GiftStatus);
  const method = oneOf('method', GiftMethod);
  const values = new Values();
  const filter = {
    status: status && [status],
    method: method && [method],
    frequency: oneOf('frequency', Frequency),
    importId: request.import || null,
    donorId: request.donor || null,
  };
  const conditions = conditionsOf(filter, values);
  // Exporting requires finance access to all of these gifts, so any name may be searched.
  const search = searchOf(request.text, 'true', values);
  if (search) {
    conditions.push(`g.id IN (${search.candidates.map((one) => `(${one})`).join(' UNION ')})`, search.matches);
  }
  return conditions.map((condition) => inlined(condition, values));
}

function uuids(ids: readonly string[]): string {
  return `ARRAY[${ids.map(literal).join(', ')}]::uuid[]`;
}

/** Returns SQL for one line per posting, in chronological order. */
export function ledgerExport(request: ExportRequest): string {
  const campaign = idOf(request, 'campaign');
  const affectsAccount = (condition: string) =>
    `EXISTS (SELECT FROM ledger.posting x JOIN ledger.account a ON a.id = x.account_id ${ownerJoins}
      WHERE x.transaction_id = t.id AND ${condition})`;
  const where = [
    'true',
    ...dateConditions('t.happened_at', request),
    ...(request.chapters ? [affectsAccount(`${ownerColumns.chapter} = ANY (${uuids(request.chapters)})`)] : []),
    ...(campaign ? [affectsAccount(`${ownerColumns.campaign} = ${campaign}`)] : []),
  ].join(' AND ');
  return copyCsv(`
    SELECT ${csvTime('t.happened_at')} AS happened_at, ${csvTime('t.posted_at')} AS posted_at, t.id AS transaction,
      ${text('t.kind')} AS kind, ${text('t.external_ref')} AS reference, t.subject_id AS subject, a.kind AS account,
      ${text(ownerColumns.name)} AS owner, a.owner_id, a.currency,
      CASE WHEN p.amount_minor > 0 THEN ${decimal('p.amount_minor', 'a.currency')} END AS debit,
      CASE WHEN p.amount_minor < 0 THEN ${decimal('-p.amount_minor', 'a.currency')} END AS credit
    FROM ledger.transaction t
      JOIN ledger.posting p ON p.transaction_id = t.id
      JOIN ledger.account a ON a.id = p.account_id
      ${ownerJoins}
    WHERE ${where} ORDER BY t.happened_at, t.id, p.n`);
}

/**
 * Returns SQL for one line per received gift. Accountants match bank statements and receipts by
 * `legal_name`; `public_name` is the name a publication may use. Both are empty for anonymous gifts, as is the email
 * address.
 */
export function giftsExport(request: ExportRequest): string {
  const campaign = idOf(request, 'campaign');
  const where = [
    'g.paid_at IS NOT NULL',
    ...dateConditions('g.paid_at', request),
    ...(request.chapters ? [`c.chapter_id = ANY (${uuids(request.chapters)})`] : []),
    ...(campaign ? [`g.campaign_id = ${campaign}`] : []),
    ...giftFilterConditions(request),
  ].join(' AND ');
  const known = (expression: string) => `CASE WHEN NOT g.anonymous THEN ${text(expression)} END`;
  return copyCsv(`
    SELECT g.id AS gift, ${csvTime('g.paid_at')} AS paid_at, ${text('c.title')} AS campaign, ${text('p.title')} AS page,
      g.method, g.source, g.status, CASE WHEN g.recurring_gift_id IS NULL THEN 'once' ELSE 'monthly' END AS frequency, g.currency,
      ${decimal('g.intended_minor', 'g.currency')} AS intended, ${decimal('g.cover_minor', 'g.currency')} AS cover,
      ${decimal('g.charged_minor', 'g.currency')} AS charged, ${decimal('g.fee_minor', 'g.currency')} AS fee,
      ${decimal('g.refunded_minor', 'g.currency')} AS refunded, ${decimal('g.lost_minor', 'g.currency')} AS lost,
      g.anonymous, ${known('g.name')} AS legal_name, ${text(publicName)} AS public_name, ${known('d.email::text')} AS email, (
        SELECT r.number FROM fundraising.receipt r
        WHERE r.gift_id = g.id AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
        ORDER BY r.number DESC LIMIT 1
      ) AS receipt, ${text('g.in_kind_description')} AS in_kind, ${text('g.goods_description')} AS goods,
      ${decimal('g.goods_value_minor', 'g.currency')} AS goods_value, ${text('g.charge_id')} AS charge
    FROM fundraising.gift g
      JOIN fundraising.campaign c ON c.id = g.campaign_id
      LEFT JOIN fundraising.page p ON p.id = g.page_id
      LEFT JOIN fundraising.donor d ON d.id = g.donor_id
    WHERE ${where} ORDER BY g.paid_at, g.id`);
}
