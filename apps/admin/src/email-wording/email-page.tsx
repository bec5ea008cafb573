import { Alert, Button, Group, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { request } from '../api/ask';
import { explain } from '../api/explain';
import { queryClient } from '../api/query-client';
import { keyOf, useChange, useRead } from '../api/use-api';
import { Conflict, useConflict } from '../parts/forms/conflict';
import { notify } from '../parts/notifications/notify';
import { SettingsHistory } from '../parts/settings/settings-history';
import { Failure } from '../parts/ui/failure';
import { SendIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { TabLinks } from '../parts/ui/tab-links';
import { useUnsaved } from '../parts/ui/unsaved';
import { useWords } from '../words/words';
import { EmailTextField } from './email-text-field';
import { EmailPreview } from './email-preview';
import classes from './email-wording.module.css';
import {
  emailPreviewQuery,
  emailWordingQuery,
  emailWordingsQuery,
  testEmailWordingMutation,
  updateEmailWordingMutation,
  type EmailText,
  type EmailWording,
} from './queries';

export function EmailPage() {
  const { labels, words } = useWords('emailWording');
  const { slug = '', language } = useParams();
  const locale = language === 'es' ? 'ES' : 'EN';
  const { data, error, refetch, isPlaceholderData } = useRead(emailWordingQuery, { slug, locale });
  if (isRefusal(error, 'NOT_FOUND')) return <NotFound />;
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || isPlaceholderData) return <Loading noun={labels.title} lines={8} />;
  const email = data.emailWording;
  return (
    <div>
      <PageHeader title={email.name} lead={email.sentWhen} back={{ to: '/settings/emails', label: labels.title }} />
      {email.fixed && (
        <Alert color="gray" mb="lg">
          {labels.fixedEmail[email.fixed]}
        </Alert>
      )}
      <TabLinks
        label={labels.language}
        tabs={(['EN', 'ES'] as const).map((one) => ({
          to: `/settings/emails/${slug}/${one.toLowerCase()}`,
          label: words.enums.locale[one],
        }))}
      />
      {/* A saved version is a new start, also after a save in another window. */}
      <Editor key={`${email.slug} ${email.locale} ${email.version}`} email={email} />
      {!email.fixed && (
        <SettingsHistory
          history={email.history}
          none={labels.noHistory}
          labels={Object.fromEntries(email.texts.map((text) => [text.key, labelOf(labels.kinds, text)]))}
        />
      )}
    </div>
  );
}

type Values = Record<string, string>;

function labelOf(kinds: Readonly<Record<EmailText['kind'], string>>, { kind, key }: EmailText): string {
  return key === kind.toLowerCase() ? kinds[kind] : `${kinds[kind]} (${key})`;
}

function Editor({ email }: { email: EmailWording }) {
  const { t, labels, words, locale: uiLocale } = useWords('emailWording');
  const { slug, locale } = email;
  const started = useMemo<Values>(() => Object.fromEntries(email.texts.map(({ key, text }) => [key, text])), [email]);
  const [values, setValues] = useState(started);
  const latest = useRef(values);
  const change = (next: Values) => {
    latest.current = next;
    setValues(next);
  };
  const set = (key: string, text: string) => change({ ...latest.current, [key]: text });
  const conflict = useConflict<Values, Values>(
    { started, latestValues: () => latest.current, setValues: change },
    { version: email.version, theirs: (theirs) => theirs },
  );
  const [saving, setSaving] = useState(false);
  const editable = email.texts.filter(({ fixed }) => !fixed);
  const texts = editable.map(({ key }) => ({ key, text: values[key] ?? '' }));
  const dirty = editable.some(({ key }) => values[key] !== started[key]);
  useUnsaved(dirty ? 'typed' : null);
  const [variables] = useDebouncedValue({ slug, locale, texts }, 300);
  const preview = useRead(emailPreviewQuery, variables, { gcTime: 0 });
  const faults = preview.data?.emailPreview.faults ?? [];
  const test = useChange(testEmailWordingMutation, {
    success: ({ testEmailWording }) => labels.testSent({ email: testEmailWording.email }),
  });
  const save = async () => {
    setSaving(true);
    try {
      const version = conflict.version ?? email.version;
      const answer = await request(updateEmailWordingMutation, { slug, locale, texts, version });
      notify.success(labels.saved);
      queryClient.setQueryData(keyOf(emailWordingQuery, { slug, locale }), { emailWording: answer.updateEmailWording });
      await queryClient.invalidateQueries({ queryKey: [keyOf(emailWordingsQuery, {})[0]] });
    } catch (error) {
      if (!conflict.show(error)) {
        notify.failure(t.common.failed, explain(words, uiLocale, error));
        await preview.refetch();
      }
    } finally {
      setSaving(false);
    }
  };
  const form = useRef<HTMLFormElement>(null);
  useHotkeys([['mod+S', () => form.current?.querySelector<HTMLElement>('[data-saves]')?.click()]], []);
  const isChanged = editable.some(({ key, original }) => values[key] !== original);
  return (
    <form ref={form} className={classes.editor} noValidate onSubmit={(event) => event.preventDefault()}>
      <div className={classes.fields}>
        {conflict.found && (
          <Conflict
            form={{ values, set: (key, text) => set(key, text) }}
            found={conflict.found}
            labelOf={(key) => {
              const text = email.texts.find((one) => one.key === key);
              return text ? labelOf(labels.kinds, text) : key;
            }}
            textOf={(_, text) => String(text)}
          />
        )}
        {email.texts.map((text) => (
          <EmailTextField
            key={text.key}
            label={labelOf(labels.kinds, text)}
            text={text}
            value={values[text.key] ?? ''}
            lang={locale.toLowerCase()}
            fault={faults.find(({ key }) => key === text.key) ?? null}
            onChange={(value) => set(text.key, value)}
          />
        ))}
        {!email.fixed && (
          <>
            <Group>
              <Button onClick={() => void (saving || save())} aria-disabled={saving || faults.length > 0} data-saves>
                {saving ? t.common.saving : t.common.save}
              </Button>
              <Button
                variant="default"
                leftSection={<SendIcon />}
                aria-disabled={test.isPending || faults.length > 0}
                onClick={() => void (test.isPending || faults.length > 0 || test.mutate({ slug, locale, texts }))}
              >
                {labels.test}
              </Button>
              {isChanged && (
                <Button
                  variant="default"
                  onClick={() =>
                    change({
                      ...latest.current,
                      ...Object.fromEntries(editable.map(({ key, original }) => [key, original])),
                    })
                  }
                >
                  {labels.resetAll}
                </Button>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {labels.fixedParts}
            </Text>
          </>
        )}
      </div>
      <EmailPreview preview={preview.data?.emailPreview ?? null} lang={locale.toLowerCase()} />
    </form>
  );
}
