import { positiveAmount, type MoneyInput } from '@upstander/ledger';
import { mostGoalMinor } from '@upstander/money';
import { badInput, isUuid, personName, typedLine, typedText } from '@upstander/platform';

/** What somebody says about a campaign, tidied. Days are those of its own calendar. */
export interface CampaignDetails {
  beneficiaryId: string;
  title: string;
  summary: string;
  /** Markdown. */
  story: string;
  language: 'en' | 'es';
  goalMinor: bigint;
  currency: string;
  timeZone: string;
  startsOn: string | null;
  endsOn: string | null;
  organizerName: string;
  organizerEmail: string;
  eventIds: string[];
}

/** The words of an input; what is left out stays, and null empties what may be empty. */
export interface CampaignWords {
  beneficiaryId?: string | null;
  title?: string | null;
  summary?: string | null;
  story?: string | null;
  language?: string | null;
  goal?: MoneyInput | null;
  timeZone?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
  organizerName?: string | null;
  organizerEmail?: string | null;
  eventIds?: string[] | null;
}

const mostEvents = 50;

/**
 * Reads an input on top of what stood there before.
 * @throws Refusal BAD_INPUT naming the field.
 */
export function detailsFrom(
  input: CampaignWords,
  before: CampaignDetails,
  currencies: readonly string[],
): CampaignDetails {
  const after: CampaignDetails = { ...before };
  if (input.beneficiaryId !== undefined && input.beneficiaryId !== null) {
    if (!isUuid(input.beneficiaryId)) throw badInput({ beneficiaryId: 'not-there' });
    after.beneficiaryId = input.beneficiaryId.toLowerCase();
  }
  if (input.title !== undefined) after.title = typedLine('title', input.title ?? '', 120);
  if (input.summary !== undefined)
    after.summary = input.summary?.trim() ? typedLine('summary', input.summary, 300) : '';
  if (input.story !== undefined) after.story = typedText('story', input.story ?? '', 20_000);
  if (input.language !== undefined && input.language !== null) after.language = languageFrom(input.language);
  if (input.goal !== undefined && input.goal !== null) {
    if (!currencies.includes(input.goal.currency)) throw badInput({ goal: 'other-currency' });
    after.goalMinor = positiveAmount(input.goal, input.goal.currency, 'goal');
    if (after.goalMinor > mostGoalMinor) throw badInput({ goal: 'too-large' });
    after.currency = input.goal.currency;
  }
  if (input.timeZone) after.timeZone = input.timeZone;
  if (input.startsOn !== undefined) after.startsOn = dayFrom('startsOn', input.startsOn);
  if (input.endsOn !== undefined) after.endsOn = dayFrom('endsOn', input.endsOn);
  if (after.startsOn && after.endsOn && after.endsOn < after.startsOn) throw badInput({ endsOn: 'before-start' });
  if (input.organizerName !== undefined)
    after.organizerName = personName('organizerName', input.organizerName ?? '', 120);
  if (input.organizerEmail) after.organizerEmail = input.organizerEmail;
  if (input.eventIds !== undefined) after.eventIds = idsFrom(input.eventIds ?? []);
  return after;
}

/** Nothing said yet. */
export function emptyDetails(standard: Pick<CampaignDetails, 'beneficiaryId' | 'timeZone'>): CampaignDetails {
  return {
    ...standard,
    ...{ title: '', summary: '', story: '', language: 'en', goalMinor: 0n, currency: '', startsOn: null, endsOn: null },
    ...{ organizerName: '', organizerEmail: '', eventIds: [] },
  };
}

/**
 * A campaign neither begins nor ends on a day that is over, unless it did before.
 * @throws Refusal BAD_INPUT naming the field.
 */
export function requireDaysAhead(after: CampaignDetails, before: CampaignDetails, today: string): void {
  for (const day of ['startsOn', 'endsOn'] as const) {
    const written = after[day];
    if (written && written !== before[day] && written < today) throw badInput({ [day]: 'in-the-past' });
  }
}

function languageFrom(language: string): 'en' | 'es' {
  if (language !== 'en' && language !== 'es') throw badInput({ language: 'not-a-language' });
  return language;
}

function dayFrom(field: string, day: string | null): string | null {
  if (day !== null && (day < '2000-01-01' || day > '2100-12-31')) throw badInput({ [field]: 'out-of-range' });
  return day;
}

function idsFrom(ids: readonly string[]): string[] {
  if (ids.length > mostEvents) throw badInput({ eventIds: 'too-many' });
  if (!ids.every(isUuid)) throw badInput({ eventIds: 'not-there' });
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
