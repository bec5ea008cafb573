import type { LocaleName } from '@upstander/identity';
import { decimals, isCurrency, parseMoney } from '@upstander/money';
import { looksLikeFormula } from '@upstander/files';
import { EmailAddressScalar, LocalDateScalar } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { OfflineDraft } from '../offline/offline-booking.js';
import type { OfflineMethod } from '../offline/record-offline-gift.input.js';
import type { ImportRefusal } from './gift-import.entity.js';
import type { Column, CsvRow } from './read-csv.js';

export interface ImportCampaign {
  id: string;
  slug: string;
  currency: string;
  language: LocaleName;
  timeZone: string;
  today: string;
}

/** A valid row. The time of the gift is added later, from its date. */
export interface ValidRow {
  n: number;
  campaignSlug: string;
  receivedOn: string;
  timeZone: string;
  draft: Omit<OfflineDraft, 'paidAt' | 'recordedBy'>;
}

class Problem extends Error {
  constructor(
    readonly problem: string,
    readonly column: Column | null = null,
  ) {
    super(problem);
  }
}

const methods: Readonly<Record<string, OfflineMethod>> = {
  cash: 'cash',
  cheque: 'cheque',
  check: 'cheque',
  bank: 'bank',
  in_kind: 'in_kind',
  efectivo: 'cash',
  banco: 'bank',
  en_especie: 'in_kind',
};
const answers: Readonly<Record<string, boolean>> = {
  '': false,
  no: false,
  false: false,
  0: false,
  yes: true,
  true: true,
  1: true,
  si: true,
  sí: true,
};

export class RowChecks {
  private readonly seen = new Set<string>();

  constructor(private readonly campaigns: ReadonlyMap<string, ImportCampaign>) {}

  /** Returns the gift of a row, or the column and code of its problem. The code never repeats the content. */
  check(row: CsvRow): ValidRow | ImportRefusal {
    try {
      const checkedRow = checkRow(row, this.campaigns);
      if (this.seen.has(checkedRow.draft.externalRef!)) throw new Problem('repeated-in-this-file', 'external_ref');
      this.seen.add(checkedRow.draft.externalRef!);
      return checkedRow;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { row: row.n, column: error.column, problem: error.problem };
    }
  }
}

function checkRow({ n, cells }: CsvRow, campaigns: ReadonlyMap<string, ImportCampaign>): ValidRow {
  const campaign = campaigns.get(line(cells, 'campaign', 200).toLowerCase());
  if (!campaign) throw new Problem('unknown-campaign', 'campaign');
  const currency = cells.currency ? cells.currency.toUpperCase() : campaign.currency;
  if (!isCurrency(currency) || currency !== campaign.currency) throw new Problem('other-currency', 'currency');
  const method = methods[cells.method.toLowerCase().replace(/[\s-]+/g, '_')];
  if (!method) throw new Problem('unknown-method', 'method');
  const inKind = method === 'in_kind';
  if (inKind && cells.amount !== '') throw new Problem('not-for-a-gift-in-kind', 'amount');
  return {
    n,
    campaignSlug: campaign.slug,
    receivedOn: readDay(cells, campaign.today),
    timeZone: campaign.timeZone,
    draft: {
      id: randomUUID(),
      campaign: campaign.id,
      page: null,
      name: line(cells, 'name', 120),
      email:
        cells.email === ''
          ? null
          : readCell('email', 'not-an-address', () => EmailAddressScalar.parseValue(cells.email)),
      anonymous: readYesNo(cells),
      locale: localeOf(cells, campaign.language),
      method,
      source: 'import',
      currency,
      intended: inKind ? '0' : amount(cells, 'amount', currency),
      inKind: inKind ? line(cells, 'in_kind_description', 500) : '',
      goodsDescription: cells.goods_description === '' ? '' : line(cells, 'goods_description', 300),
      goodsValue: cells.goods_value === '' ? '0' : amount(cells, 'goods_value', currency),
      externalRef: `import:${line(cells, 'external_ref', 120)}`,
    },
  };
}

/** Returns one line of text. Rejects text that a spreadsheet would interpret as a formula. */
function line(cells: CsvRow['cells'], column: Column, maxLength: number): string {
  const text = cells[column].normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') throw new Problem('missing', column);
  if (text.length > maxLength) throw new Problem('too-long', column);
  if (/[\p{Cc}\p{Cs}]/u.test(text)) throw new Problem('not-text', column);
  if (looksLikeFormula(text)) throw new Problem('looks-like-a-formula', column);
  return text;
}

function amount(cells: CsvRow['cells'], column: Column, currency: string): string {
  const minor = parseMoney(cells[column], currency);
  if (minor === null) throw new Problem(cells[column] === '' ? 'missing' : 'not-an-amount', column);
  if (minor === 0n) throw new Problem('not-positive', column);
  if (minor > 10n ** BigInt(9 + decimals(currency))) throw new Problem('too-large', column);
  return String(minor);
}

function readDay(cells: CsvRow['cells'], today: string): string {
  const received = readCell('received_on', 'not-a-day', () => LocalDateScalar.parseValue(cells.received_on));
  if (received > today) throw new Problem('in-the-future', 'received_on');
  if (received < '1990-01-01') throw new Problem('out-of-range', 'received_on');
  return received;
}

function readYesNo(cells: CsvRow['cells']): boolean {
  const answer = answers[cells.anonymous.toLowerCase()];
  if (answer === undefined) throw new Problem('not-yes-or-no', 'anonymous');
  return answer;
}

function localeOf(cells: CsvRow['cells'], standard: LocaleName): LocaleName {
  const locale = cells.locale.toLowerCase();
  if (locale === '') return standard;
  if (locale !== 'en' && locale !== 'es') throw new Problem('unknown-language', 'locale');
  return locale;
}

function readCell<T>(column: Column, problem: string, parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new Problem(problem, column);
  }
}
