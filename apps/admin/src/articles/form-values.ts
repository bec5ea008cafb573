import { isRefusal } from '@upstander/api-client';
import type { AdminCatalogue } from '@upstander/web-kit';
import type { Problems } from '../parts/forms/use-form-page';
import { daysAfter } from '../parts/ui/dates';
import type { Article, ArticleInput, Version } from './queries';

export interface SourceValues {
  title: string;
  publisher: string;
  year: string;
  url: string;
}

export interface ArticleFormValues {
  slug: string;
  audience: ArticleInput['audience'];
  reviewedBy: string;
  reviewBy: string;
  sources: SourceValues[];
  en: Version['en'];
  es: Version['es'];
  spanishConfirmed: boolean;
}

export const articleDraft = { name: 'article', version: 1 };

export function isComplete(values: Partial<ArticleFormValues>): boolean {
  return typeof values.en?.body === 'string' && typeof values.es?.body === 'string' && Array.isArray(values.sources);
}

export const emptySource: SourceValues = { title: '', publisher: '', year: '', url: '' };
const noWords = { title: '', summary: '', note: '', body: '' };

export function emptyValues(today: string): ArticleFormValues {
  return {
    slug: '',
    audience: 'EVERYONE',
    reviewedBy: '',
    reviewBy: daysAfter(today, 365),
    sources: [emptySource],
    en: noWords,
    es: noWords,
    spanishConfirmed: false,
  };
}

export function valuesOf(version: Pick<Version, 'audience' | 'reviewedBy' | 'reviewBy' | 'sources' | 'en' | 'es'>) {
  const { audience, reviewedBy, reviewBy, sources, en, es } = version;
  const values: ArticleFormValues = {
    slug: '',
    audience,
    reviewedBy,
    reviewBy,
    spanishConfirmed: false,
    sources: sources.map((source) => ({ ...source, year: String(source.year) })),
    en,
    es,
  };
  return values;
}

/** Converts the version that another user saved, as returned with the refusal. Enums arrive in lowercase. */
export function savedValues(saved: Parameters<typeof valuesOf>[0], mine: ArticleFormValues): ArticleFormValues {
  const audience = saved.audience.toUpperCase() as ArticleInput['audience'];
  return { ...valuesOf({ ...saved, audience }), slug: mine.slug, spanishConfirmed: mine.spanishConfirmed };
}

export function inputOf({ slug: _, sources, ...values }: ArticleFormValues): ArticleInput {
  return {
    ...values,
    // Skips sources without any input.
    sources: sources
      .filter((source) => Object.values(source).some((text) => text.trim() !== ''))
      .map((source) => ({ ...source, year: Number(source.year) || 0 })),
  };
}

export function articleOf(article: Article | undefined): Version | undefined {
  return article?.versions.find(({ number }) => number === article.version);
}

type Words = AdminCatalogue<'articles'>['admin'];

export function refusedProblems(error: unknown, t: Words): Problems | null {
  if (!isRefusal(error, 'BAD_INPUT')) return null;
  const reasons: Record<string, string> = t.fieldReasons;
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, reason]) => [field, reasons[reason] ?? t.fieldReasons.other]),
  );
}
