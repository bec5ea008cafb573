import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { highestGrade, readingGrade, markdownStructure } from '@upstander/web-kit';
import { useState } from 'react';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import type { ArticleFormValues } from './form-values';
import { ArticlePreview } from './article-preview';

export function LanguageFields({ form, locale }: { form: FormFields<ArticleFormValues>; locale: 'en' | 'es' }) {
  const { t } = useWords('articles');
  const labels = t.articles.form;
  const [view, setView] = useState('write');
  const texts = form.nested(locale);
  const inLanguage = (name: 'title' | 'summary' | 'note' | 'body') => ({
    form: texts,
    name,
    label: `${labels[name]} (${labels.languages[locale]})`,
    lang: locale,
  });
  return (
    <section className={classes.language} aria-label={labels.languages[locale]}>
      <div className={classes.top}>
        <strong>{labels.languages[locale]}</strong>
        <SegmentedControl
          size="xs"
          aria-label={labels.view[locale]}
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: labels.write },
            { value: 'preview', label: labels.preview },
          ]}
        />
      </div>
      {view === 'preview' ? (
        <div lang={locale}>
          <ArticlePreview words={form.values[locale]} />
        </div>
      ) : (
        <Stack>
          <FormField {...inLanguage('title')} />
          <FormField {...inLanguage('summary')} />
          <FormField {...inLanguage('note')} />
          <FormField {...inLanguage('body')} minRows={14} maxRows={40} />
        </Stack>
      )}
      <div role="status">
        {locale === 'en' ? (
          <Grade words={form.values.en} />
        ) : (
          <StructureCheck en={form.values.en} es={form.values.es} />
        )}
      </div>
    </section>
  );
}

/** Uses the formulas of the tests of the shipped articles. */
function Grade({ words }: { words: ArticleFormValues['en'] }) {
  const { t, locale } = useWords('articles');
  const labels = t.articles.form;
  const [text] = useDebouncedValue(words, 300);
  const grade = readingGrade(text);
  if (grade === null) return <Text c="dimmed">{labels.gradeTooShort}</Text>;
  const gradeText = Math.max(0, grade).toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <>
      <Badge tone={grade <= highestGrade ? 'good' : 'warn'}>{labels.grade({ grade: gradeText })}</Badge>{' '}
      <Text span size="sm" c="dimmed">
        {grade <= highestGrade ? labels.gradeGood : labels.gradeHigh({ most: highestGrade })}
      </Text>
    </>
  );
}

function StructureCheck({ en, es }: Pick<ArticleFormValues, 'en' | 'es'>) {
  const { t } = useWords('articles');
  const labels = t.articles.form;
  if (es.body.trim() === '') return <Text c="dimmed">{labels.shapeNone}</Text>;
  const isSame = JSON.stringify(markdownStructure(en.body)) === JSON.stringify(markdownStructure(es.body));
  return <Badge tone={isSame ? 'good' : 'warn'}>{isSame ? labels.shapeSame : labels.shapeOther}</Badge>;
}
