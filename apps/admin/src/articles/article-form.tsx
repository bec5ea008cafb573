import { Box, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { Conflict } from '../parts/forms/conflict';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { FormPage } from '../parts/forms/form-page';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { notify } from '../parts/notifications/notify';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import { articleModel, inputOf, isBlank, mergeSavedValues, type ArticleFormValues } from './form-values';
import { LanguageFields } from './language-fields';
import { createArticleMutation, saveArticleMutation, type Article } from './queries';
import { SourceFields } from './source-fields';

interface ArticleFormProps {
  initial: ArticleFormValues;
  draftKey: string;
  article?: Article;
}

/** Saving creates a version and does not change the site. */
export function ArticleForm({ initial, draftKey, article }: ArticleFormProps) {
  const { t } = useWords('articles');
  const labels = t.articles.form;
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const form = useDraftForm(articleModel, initial, {
    labels,
    draftKey,
    problems: ({ slug, sources }) => ({
      slug: article || slug.trim() !== '' ? undefined : t.fieldReasons.required,
      ...noProblemsIn(sources),
    }),
    version: article?.version,
    theirs: mergeSavedValues,
  });
  const { conflict } = form;
  const save = () =>
    form.submit(null, async (_, version, values) => {
      setSaving(true);
      try {
        const input = inputOf(values);
        const id = article
          ? (await request(saveArticleMutation, { id: article.id, input, basedOn: version ?? article.version }))
              .saveArticle.id
          : (await request(createArticleMutation, { slug: values.slug.trim(), input })).createArticle.id;
        form.draft.finish();
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
      form={form}
      draftHeading={article ? t.shared.youHaveUnsavedChanges : labels.draftTitle}
      titleOf={({ en }) => en.title}
      errorsTitle={(count) => t.shared.checkFields({ count })}
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
          {saving ? t.common.saving : labels.save}
        </Button>
      }
    >
      <Section title={labels.texts} lead={labels.textsLead}>
        <div className={classes.languages}>
          <LanguageFields form={form} locale="en" />
          <LanguageFields form={form} locale="es" />
        </div>
        <Box mt="lg">
          <FormField form={form} name="spanishConfirmed" />
        </Box>
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

/** Blank sources are not sent. */
function noProblemsIn(sources: ArticleFormValues['sources']) {
  const blank = sources.flatMap((source, index) =>
    isBlank(source) ? Object.keys(source).map((name) => [`sources.${index}.${name}`, undefined]) : [],
  );
  return Object.fromEntries(blank) as Record<string, undefined>;
}

function GeneralFields({ form, isNew }: { form: FormFields<ArticleFormValues>; isNew: boolean }) {
  return (
    <Stack maw={520}>
      {isNew && <FormField form={form} name="slug" required />}
      <FormField form={form} name="audience" />
      <FormField form={form} name="reviewedBy" />
      <FormField form={form} name="reviewBy" />
    </Stack>
  );
}
