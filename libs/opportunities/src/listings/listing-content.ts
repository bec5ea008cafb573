import { positiveAmount, type MoneyInput } from '@upstander/ledger';
import { badInput, Refusal, typedLine, typedNote } from '@upstander/platform';
import type { OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';
import type { OpportunityInput } from './opportunity.input.js';

/** What a business says in a listing, tidied. */
export interface ListingContent {
  kind: OpportunityKind;
  title: string;
  /** Markdown. */
  description: string;
  language: OpportunityLanguage;
  /** Whole minor units as text, as PostgreSQL's bigint arrives; null together with unit and currency. */
  payMinMinor: string | null;
  payMaxMinor: string | null;
  payUnit: PayUnit | null;
  payCurrency: string | null;
  hoursPerWeek: number | null;
  schedule: string;
  nightWork: boolean;
  remote: boolean;
  place: string;
  startsOn: string | null;
  supervisorName: string;
  idNeeded: boolean;
  backgroundCheck: boolean;
  acceptableRecords: string;
  transport: string;
  equipment: string;
  childcareHours: boolean;
  trainingPaid: boolean | null;
  languages: string[];
  wantsPublic: boolean;
}

const most = { title: 120, description: 10_000, line: 200, note: 500, languages: 10, payMinor: 10n ** 12n };
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Reads the whole form. A draft may be unfinished: only a title must be there. `startsFrom` is the earliest first day.
 * @throws Refusal BAD_INPUT naming every field that needs another look.
 */
export function contentFrom(
  input: OpportunityInput,
  { asDraft, currencies, startsFrom }: { asDraft: boolean; currencies: readonly string[]; startsFrom: string },
): ListingContent {
  const faults = new Faults();
  const line = (field: string, text: string | null | undefined, length = most.line) =>
    faults.read(() => (text?.trim() ? typedLine(field, text, length) : ''), '');
  const note = (field: string, text: string | null | undefined, length = most.note) =>
    faults.read(() => typedNote(field, text, length), '');
  const content: ListingContent = {
    kind: input.kind,
    title: faults.read(() => typedLine('title', input.title, most.title), ''),
    description: note('description', input.description, most.description),
    language: input.language,
    ...payFrom(input, currencies, faults),
    hoursPerWeek: faults.read(() => hoursFrom(input.hoursPerWeek), null),
    schedule: line('schedule', input.schedule),
    nightWork: input.nightWork ?? false,
    remote: input.remote ?? false,
    place: line('place', input.place),
    startsOn: faults.read(() => dayFrom(input.startsOn, startsFrom), null),
    supervisorName: line('supervisorName', input.supervisorName, most.title),
    idNeeded: input.idNeeded,
    backgroundCheck: input.backgroundCheck,
    acceptableRecords: note('acceptableRecords', input.acceptableRecords),
    transport: note('transport', input.transport),
    equipment: note('equipment', input.equipment),
    childcareHours: input.childcareHours ?? false,
    trainingPaid: input.trainingPaid ?? null,
    languages: faults.read(() => languagesFrom(input.languages ?? []), []),
    wantsPublic: input.wantsPublic ?? false,
  };
  if (!asDraft) faults.add(missingIn(input.payMin || input.payMax ? { ...content, payMinMinor: 'typed' } : content));
  faults.throwIfAny();
  return content;
}

/** What a listing still needs before it can be submitted, by the fields of the form. */
export function missingIn(content: ListingContent): Record<string, string> {
  const needed: Array<[field: string, isThere: boolean]> = [
    ['description', content.description !== ''],
    ['supervisorName', content.supervisorName !== ''],
    ['place', content.remote || content.place !== ''],
    // Pay that is told "later" is how many people are lured, so a job says it here.
    ['payMin', content.kind !== 'job' || content.payMinMinor !== null],
  ];
  return Object.fromEntries(needed.filter(([, isThere]) => !isThere).map(([field]) => [field, 'required']));
}

type Pay = Pick<ListingContent, 'payMinMinor' | 'payMaxMinor' | 'payUnit' | 'payCurrency'>;

const noPay: Pay = { payMinMinor: null, payMaxMinor: null, payUnit: null, payCurrency: null };

function payFrom(input: OpportunityInput, currencies: readonly string[], faults: Faults): Pay {
  if (!input.payMin && !input.payMax) return noPay;
  return faults.read(() => {
    if (!input.payMin) throw badInput({ payMin: 'required' });
    if (!input.payUnit) throw badInput({ payUnit: 'required' });
    const least = amountFrom('payMin', input.payMin, currencies);
    const greatest = input.payMax ? amountFrom('payMax', input.payMax, [input.payMin.currency]) : least;
    if (greatest < least) throw badInput({ payMax: 'below-minimum' });
    return {
      payMinMinor: String(least),
      payMaxMinor: String(greatest),
      payUnit: input.payUnit,
      payCurrency: input.payMin.currency,
    };
  }, noPay);
}

function amountFrom(field: string, amount: MoneyInput, currencies: readonly string[]): bigint {
  if (!currencies.includes(amount.currency)) throw badInput({ [field]: 'other-currency' });
  const minor = positiveAmount(amount, amount.currency, field);
  if (minor > most.payMinor) throw badInput({ [field]: 'too-large' });
  return minor;
}

function hoursFrom(hours: number | null | undefined): number | null {
  if (hours === null || hours === undefined) return null;
  if (hours < 1 || hours > 80) throw badInput({ hoursPerWeek: 'out-of-range' });
  return hours;
}

function dayFrom(day: string | null | undefined, startsFrom: string): string | null {
  if (!day) return null;
  if (day < startsFrom) throw badInput({ startsOn: 'in-the-past' });
  if (day > '2100-12-31') throw badInput({ startsOn: 'out-of-range' });
  return day;
}

function languagesFrom(languages: readonly string[]): string[] {
  const codes = [...new Set(languages.map((code) => code.trim().toLowerCase()))];
  if (codes.length > most.languages) throw badInput({ languages: 'too-many' });
  if (!codes.every((code) => /^[a-z]{2,3}$/.test(code) && languageNames.of(code))) {
    throw badInput({ languages: 'not-a-language' });
  }
  return codes;
}

/** Gathers what is wrong with a form, so that a person is told all of it at once. */
class Faults {
  private readonly fields: Record<string, string> = {};

  read<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'BAD_INPUT') throw error;
      this.add(error.details['fields'] as Record<string, string>);
      return otherwise;
    }
  }

  /** What was found first stays: that a field is empty says less than why it could not be read. */
  add(fields: Readonly<Record<string, string>>): void {
    for (const [field, why] of Object.entries(fields)) this.fields[field] ??= why;
  }

  throwIfAny(): void {
    if (Object.keys(this.fields).length > 0) throw badInput(this.fields);
  }
}
