import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { highestGrade, limits, readingGrade, shapeOf } from '@upstander/web-kit';
import { useState } from 'react';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import type { ArticleFormValues } from './form-values';
import { ArticlePreview } from './article-preview';

/** The article in one language: as it is written, or as the site will show it. */
export function LanguageFields({ form, locale }: { form: UseFormReturnType<ArticleFormValues>; locale: 'en' | 'es' }) {
  const { t } = useWords('articles');
  const say = t.articles.form;
  const [view, setView] = useState('write');
  const field = (name: 'title' | 'summary' | 'note' | 'body') => ({
    label: `${say[name]} (${say.languages[locale]})`,
    maxLength: limits.ArticleText[name],
    lang: locale,
    ...form.getInputProps(`${locale}.${name}`),
  });
  return (
    <section className={classes.language} aria-label={say.languages[locale]}>
      <div className={classes.top}>
        <strong>{say.languages[locale]}</strong>
        <SegmentedControl
          size="xs"
          aria-label={say.view[locale]}
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: say.write },
            { value: 'preview', label: say.preview },
          ]}
        />
      </div>
      {view === 'preview' ? (
        <div lang={locale}>
          <ArticlePreview words={form.values[locale]} />
        </div>
      ) : (
        <Stack>
          <TextInput description={say.titleHint} {...field('title')} />
          <Textarea autosize minRows={2} description={say.summaryHint} {...field('summary')} />
          <Textarea autosize minRows={2} description={say.noteHint} {...field('note')} />
          <Textarea autosize minRows={14} maxRows={40} description={say.bodyHint} {...field('body')} />
        </Stack>
      )}
      <div role="status">
        {locale === 'en' ? <Grade words={form.values.en} /> : <SameShape en={form.values.en} es={form.values.es} />}
      </div>
    </section>
  );
}

/** How hard it is to read, while it is written: by the formulas that the tests of the shipped articles use. */
function Grade({ words }: { words: ArticleFormValues['en'] }) {
  const { t, locale } = useWords('articles');
  const say = t.articles.form;
  const [text] = useDebouncedValue(words, 300);
  const grade = readingGrade(text);
  if (grade === null) return <Text c="dimmed">{say.gradeTooShort}</Text>;
  const shown = Math.max(0, grade).toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <>
      <Badge tone={grade <= highestGrade ? 'good' : 'warn'}>{say.grade({ grade: shown })}</Badge>{' '}
      <Text span size="sm" c="dimmed">
        {grade <= highestGrade ? say.gradeGood : say.gradeHigh({ most: highestGrade })}
      </Text>
    </>
  );
}

function SameShape({ en, es }: Pick<ArticleFormValues, 'en' | 'es'>) {
  const { t } = useWords('articles');
  const say = t.articles.form;
  if (es.body.trim() === '') return <Text c="dimmed">{say.shapeNone}</Text>;
  const same = JSON.stringify(shapeOf(en.body)) === JSON.stringify(shapeOf(es.body));
  return <Badge tone={same ? 'good' : 'warn'}>{same ? say.shapeSame : say.shapeOther}</Badge>;
}
