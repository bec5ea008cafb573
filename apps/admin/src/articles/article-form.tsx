import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { Conflict } from '../parts/forms/conflict';
import { FormPage } from '../parts/forms/form-page';
import { useFormPage } from '../parts/forms/use-form-page';
import { notify } from '../parts/notifications/notify';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import { inputOf, isComplete, refusedProblems, savedValues, type ArticleFormValues } from './form-values';
import { LanguageFields } from './language-fields';
import { createArticleMutation, saveArticleMutation, type Article } from './queries';
import { SourceFields } from './source-fields';

interface ArticleFormProps {
  initial: ArticleFormValues;
  draftKey: string;
  article?: Article;
}

/** Article editor with both languages side by side. Saving creates a version and does not change the site. */
export function ArticleForm({ initial, draftKey, article }: ArticleFormProps) {
  const { t } = useWords('articles');
  const labels = t.articles.form;
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const page = useFormPage({
    initial,
    draftKey,
    isComplete,
    problemsOf: (values: ArticleFormValues): Record<string, string> =>
      article || values.slug.trim() !== '' ? {} : { slug: t.fieldReasons.required },
    refusedProblems: (error) => refusedProblems(error, t),
    version: article?.version,
    theirs: savedValues,
  });
  const { form, conflict } = page;
  const save = () =>
    page.submit(null, async (values, version) => {
      setSaving(true);
      try {
        const input = inputOf(values);
        const id = article
          ? (await request(saveArticleMutation, { id: article.id, input, basedOn: version ?? article.version }))
              .saveArticle.id
          : (await request(createArticleMutation, { slug: values.slug.trim(), input })).createArticle.id;
        page.draft.finish();
        notify.success(labels.saved);
        await queryClient.invalidateQueries();
        await navigate(`/articles/${id}`);
      } finally {
        setSaving(false);
      }
    });
  const named: Record<string, unknown> = { ...labels, en: labels.languages.en, es: labels.languages.es };

  return (
    <FormPage
      wide
      page={page}
      draftHeading={article ? labels.draftEditTitle : labels.draftTitle}
      titleOf={({ en }) => en.title}
      errorsTitle={(count) => labels.errorsTitle({ count })}
      notices={
        conflict.found && (
          <Conflict
            form={form}
            found={conflict.found}
            labelOf={(field) => String(named[field] ?? field)}
            textOf={(_, value) => textOf(value)}
          />
        )
      }
      actions={
        <Button onClick={() => void (saving || save())} aria-disabled={saving} data-saves>
          {saving ? labels.saving : labels.save}
        </Button>
      }
    >
      <Section title={labels.texts} lead={labels.textsLead}>
        <div className={classes.languages}>
          <LanguageFields form={form} locale="en" />
          <LanguageFields form={form} locale="es" />
        </div>
        <Checkbox
          mt="lg"
          label={labels.spanishConfirmed}
          description={labels.spanishConfirmedHint}
          {...form.getInputProps('spanishConfirmed', { type: 'checkbox' })}
        />
      </Section>
      <Section title={labels.sources} lead={labels.sourcesHint}>
        <SourceFields form={form} />
      </Section>
      <Section title={labels.around}>
        <GeneralFields form={form} isNew={article === undefined} />
      </Section>
    </FormPage>
  );
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join(' · ');
}

function GeneralFields({ form, isNew }: { form: UseFormReturnType<ArticleFormValues>; isNew: boolean }) {
  const { t, words } = useWords('articles');
  const labels = t.articles.form;
  return (
    <Stack maw={520}>
      {isNew && (
        <TextInput
          required
          label={labels.slug}
          description={labels.slugHint}
          maxLength={60}
          {...form.getInputProps('slug')}
        />
      )}
      <NativeSelect
        label={labels.audience}
        data={Object.entries(words.enums.audience).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('audience')}
      />
      <TextInput
        label={labels.reviewedBy}
        description={labels.reviewedByHint}
        maxLength={limits.ArticleVersion.reviewedBy}
        {...form.getInputProps('reviewedBy')}
      />
      <TextInput
        type="date"
        required
        label={labels.reviewBy}
        description={labels.reviewByHint}
        {...form.getInputProps('reviewBy')}
      />
    </Stack>
  );
}
