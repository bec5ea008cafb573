import { formValues, inputFromForm, models, type FormValues } from '@upstander/web-kit';
import { formOnly, without } from '../parts/forms/form-only-fields';
import { daysAfter } from '../parts/ui/dates';
import type { Article, ArticleInput, Version } from './queries';

/** Only a new article has a slug. */
export const articleModel = { ...models.ArticleInput, slug: { ...formOnly.text, max: 60 } } as const;
export type ArticleFormValues = FormValues<typeof articleModel>;
type SourceValues = ArticleFormValues['sources'][number];

export const articleDraft = { name: 'article', version: 2 };

export function emptyValues(today: string): ArticleFormValues {
  const row = { audience: 'EVERYONE', reviewBy: daysAfter(today, 365), sources: [{}] };
  return formValues(articleModel, row);
}

export function valuesOf(
  version: Pick<Version, 'audience' | 'reviewedBy' | 'reviewBy' | 'sources' | 'en' | 'es'>,
): ArticleFormValues {
  const values = formValues(articleModel, version);
  return { ...values, slug: '', spanishConfirmed: false };
}

/** Converts the version that another user saved, as returned with the refusal. Enums arrive in lowercase. */
export function mergeSavedValues(
  saved: Parameters<typeof valuesOf>[0],
  formValues: ArticleFormValues,
): ArticleFormValues {
  const audience = saved.audience.toUpperCase() as ArticleInput['audience'];
  return { ...valuesOf({ ...saved, audience }), slug: formValues.slug, spanishConfirmed: formValues.spanishConfirmed };
}

export function isBlank({ key: _, ...texts }: SourceValues): boolean {
  return Object.values(texts).every((text) => text.trim() === '');
}

export function inputOf(values: ArticleFormValues): ArticleInput {
  const sources = values.sources.filter((source) => !isBlank(source));
  return inputFromForm(without(articleModel, 'slug'), { ...values, sources }).input;
}

export function articleOf(article: Article | undefined): Version | undefined {
  return article?.versions.find(({ number }) => number === article.version);
}
