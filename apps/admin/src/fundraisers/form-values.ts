import { decimalText, parseMoney } from '@upstander/web-kit';
import type { KeptFile } from '../parts/forms/file-field';
import type { CreateInput, Fundraiser } from './queries';

export interface FundraiserFormValues {
  title: string;
  summary: string;
  story: string;
  language: 'en' | 'es';
  goal: string;
  currency: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  /** Empty: it belongs to the whole organisation. */
  chapterId: string;
  /** Empty: the organisation itself. */
  beneficiaryId: string;
  organizerName: string;
  organizerEmail: string;
  eventIds: string[];
  cover: KeptFile | null;
  coverAlt: string;
  /** Whether the picture differs from the one that is saved. */
  coverChanged: boolean;
}

/** What the form calls its drafts. */
export const fundraiserDraft = { name: 'fundraiser', version: 1 };

/** Whether something kept on this device can fill the form. */
export function isWhole(values: Partial<FundraiserFormValues>): boolean {
  return typeof values.story === 'string' && Array.isArray(values.eventIds);
}

interface Beginning {
  chapter: { id: string; timeZone: string } | undefined;
  /** Of the organisation: where it is, and what it usually collects in. */
  settings: { timeZone: string; currency: string };
  locale: 'en' | 'es';
  name: string;
  email: string;
}

/** A new fundraiser: everything that has a sensible beginning has it. */
export function emptyValues({ chapter, settings, locale, name, email }: Beginning): FundraiserFormValues {
  return {
    title: '',
    summary: '',
    story: '',
    language: locale,
    goal: '',
    currency: settings.currency,
    startsOn: '',
    endsOn: '',
    timeZone: chapter?.timeZone ?? settings.timeZone,
    chapterId: chapter?.id ?? '',
    beneficiaryId: '',
    organizerName: name,
    organizerEmail: email,
    eventIds: [],
    cover: null,
    coverAlt: '',
    coverChanged: false,
  };
}

export function valuesOf(fundraiser: Fundraiser): FundraiserFormValues {
  return {
    title: fundraiser.title,
    summary: fundraiser.summary,
    story: fundraiser.story,
    language: fundraiser.language === 'es' ? 'es' : 'en',
    goal: decimalText(fundraiser.goal).replace(/\.0+$/, ''),
    currency: fundraiser.currency,
    startsOn: fundraiser.startsOn ?? '',
    endsOn: fundraiser.endsOn ?? '',
    timeZone: fundraiser.timeZone,
    chapterId: fundraiser.chapterId ?? '',
    beneficiaryId: fundraiser.beneficiary.id,
    organizerName: fundraiser.organizerName,
    organizerEmail: fundraiser.organizerEmail,
    eventIds: [...fundraiser.eventIds],
    cover: fundraiser.cover ? { id: '', url: fundraiser.cover.url } : null,
    coverAlt: fundraiser.cover?.alt ?? '',
    coverChanged: false,
  };
}

/** What both creating and changing take; the chapter and the key for retries come with creating alone. */
export function inputOf(values: FundraiserFormValues): Omit<CreateInput, 'chapterId' | 'idempotencyKey'> {
  return {
    beneficiaryId: values.beneficiaryId || null,
    title: values.title.trim(),
    summary: values.summary.trim(),
    story: values.story,
    language: values.language,
    goal: { amountMinor: parseMoney(values.goal, values.currency) ?? 0, currency: values.currency },
    timeZone: values.timeZone,
    startsOn: values.startsOn || null,
    endsOn: values.endsOn || null,
    organizerName: values.organizerName.trim(),
    organizerEmail: values.organizerEmail.trim(),
    eventIds: values.eventIds,
  };
}
