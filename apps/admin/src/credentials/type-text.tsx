import { Button, NativeSelect, Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { MarkdownText } from '../parts/forms/markdown-field';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { holdersQuery, publishMutation, textQuery, typesQuery, type TypeRow } from './queries';
import classes from './credentials.module.css';

export function TypeText() {
  const { t } = useWords('credentials');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(typesQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.credentials.typeList.what} lines={6} />;
  const type = data.allCredentialTypes.find((version) => version.id === id);
  if (!type || (type.kind !== 'WAIVER' && type.kind !== 'SCREENING')) return <NotFound />;
  return <Texts key={type.textVersion ?? 0} type={type} />;
}

function Texts({ type }: { type: TypeRow }) {
  const { t, words, locale } = useWords('credentials');
  const labels = t.credentials.text;
  const [version, setVersion] = useState(type.textVersion);
  const [writing, setWriting] = useState(type.textVersion === null);
  return (
    <div data-wide>
      <PageHeader
        title={locale === 'es' ? type.nameEs : type.name}
        lead={type.kind === 'WAIVER' ? labels.leadWaiver : labels.leadScreening}
        back={{ to: '/credentials/types', label: t.credentials.typeList.title }}
        badge={<Badge>{words.enums.credentialKind[type.kind]}</Badge>}
      >
        {!writing && <Button onClick={() => setWriting(true)}>{labels.write}</Button>}
      </PageHeader>
      {version !== null && (
        <Section
          title={version === type.textVersion ? labels.stands({ version }) : labels.before({ version })}
          actions={
            (type.textVersion ?? 0) > 1 && (
              <NativeSelect
                aria-label={labels.choose}
                value={String(version)}
                onChange={({ currentTarget }) => setVersion(Number(currentTarget.value))}
                data={Array.from({ length: type.textVersion ?? 0 }, (_, ageIndex) => type.textVersion! - ageIndex).map(
                  (version) => ({ value: String(version), label: labels.version({ version: version }) }),
                )}
              />
            )
          }
        >
          <Version typeId={type.id} version={version} />
        </Section>
      )}
      {writing && (
        <Section title={labels.next({ version: (type.textVersion ?? 0) + 1 })} lead={labels.nextLead} hasSpaceAbove>
          <NextVersion type={type} {...(type.textVersion !== null && { onCancel: () => setWriting(false) })} />
        </Section>
      )}
    </div>
  );
}

function Version({ typeId, version }: { typeId: string; version: number }) {
  const { t, locale } = useWords('credentials');
  const labels = t.credentials.text;
  const { data, error, refetch } = useRead(textQuery, { typeId, version });
  if (!data) return <Pending error={error} retry={refetch} noun={labels.what} lines={6} />;
  const { body, bodyEs, publishedAt } = data.credentialText;
  return (
    <>
      <Text c="dimmed" size="sm" mb="sm">
        {labels.published({ when: formatDateTime(locale, publishedAt) })}
      </Text>
      <div className={classes.sides}>
        <article lang="en" className={classes.side} aria-label={t.shared.english}>
          <h3>{t.shared.english}</h3>
          <MarkdownText text={body} />
        </article>
        <article lang="es" className={classes.side} aria-label={t.common.spanish}>
          <h3>{t.common.spanish}</h3>
          <MarkdownText text={bodyEs} />
        </article>
      </div>
    </>
  );
}

function NextVersion({ type, onCancel }: { type: TypeRow; onCancel?: () => void }) {
  const { t } = useWords('credentials');
  const previousText = useRead(
    textQuery,
    { typeId: type.id, version: type.textVersion },
    { enabled: type.textVersion !== null },
  );
  if (type.textVersion !== null && !previousText.data) {
    return previousText.error ? (
      <Failure error={previousText.error} />
    ) : (
      <Loading noun={t.credentials.text.what} lines={6} />
    );
  }
  const { body = '', bodyEs = '' } = previousText.data?.credentialText ?? {};
  return <TextForm type={type} previousText={{ body, bodyEs }} onCancel={onCancel} />;
}

interface TextFormProps {
  type: TypeRow;
  previousText: { body: string; bodyEs: string };
  onCancel: (() => void) | undefined;
}

/** The button shows how many people must sign again. */
function TextForm({ type, previousText, onCancel }: TextFormProps) {
  const { t } = useWords('credentials');
  const labels = t.credentials.text;
  const holders = useRead(holdersQuery, { typeId: type.id }).data?.credentialHolders;
  const publish = useChange(publishMutation, {
    quiet: true,
    success: ({ publishCredentialText: { textVersion } }) => labels.done({ version: textVersion ?? 1 }),
  });
  const form = useModelForm(models.CredentialTextInput, previousText, {
    labels: { body: t.shared.english, bodyHint: labels.hint, bodyEs: t.common.spanish, bodyEsHint: labels.hint },
    problems: ({ body, bodyEs }) => ({
      body: body === previousText.body && bodyEs === previousText.bodyEs ? labels.unchanged : undefined,
    }),
    change: publish,
    send: (input) => publish.mutate({ typeId: type.id, input }),
  });
  const version = (type.textVersion ?? 0) + 1;
  const submitLabel = type.kind === 'WAIVER' ? labels.publishAndAsk : labels.publish;
  return (
    <Form
      form={form}
      submitLabel={submitLabel({ version, count: holders ?? 0 })}
      pendingLabel={t.common.publishing}
      {...(onCancel && { onCancel })}
    >
      <div className={classes.sides}>
        <FormField form={form} name="body" as="markdown" minRows={12} />
        <FormField form={form} name="bodyEs" as="markdown" minRows={12} />
      </div>
      {holders !== undefined && (
        <Text>{(type.kind === 'WAIVER' ? labels.asksWaiver : labels.asksScreening)({ count: holders })}</Text>
      )}
    </Form>
  );
}
