import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { Form, useModelForm } from '../parts/forms/form';
import { PageHeader } from '../parts/ui/page-header';
import { SearchInput } from '../parts/lists/search-input';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { applicableContact, applicationModel, channels, needsValue } from './apply-values';
import { applyForPersonMutation, openOpportunitiesQuery } from './queries';
import classes from './applications.module.css';

interface CreatedApplication {
  id: string;
  replyCode: string;
}

/** Nothing is stored before it is sent. */
export function ApplyForPerson() {
  const { t } = useWords('applications');
  const words = t.applications.apply;
  const [created, setCreated] = useState<CreatedApplication | null>(null);
  const back = { to: '/applications', label: t.applications.title };
  return (
    <div>
      <PageHeader title={created ? words.madeTitle : words.title} lead={created ? undefined : words.lead} back={back} />
      {created ? <CreatedSummary created={created} /> : <ApplyForm onCreated={setCreated} />}
    </div>
  );
}

/** Shows the code once. The server stores only its hash. */
function CreatedSummary({ created }: { created: CreatedApplication }) {
  const { t } = useWords('applications');
  const words = t.applications.apply;
  return (
    <Stack maw={620} align="flex-start">
      <Text>{words.madeText}</Text>
      <p className={classes.code} aria-label={words.code} style={{ width: '100%' }}>
        {created.replyCode}
      </p>
      <Text>{words.madeHint}</Text>
      <Button component={Link} to={`/applications/${created.id}`}>
        {words.open}
      </Button>
    </Stack>
  );
}

function ApplyForm({ onCreated }: { onCreated: (created: CreatedApplication) => void }) {
  const { t, words: catalog, locale } = useWords('advocacy', 'applications');
  const words = t.applications.apply;
  const apply = useChange(applyForPersonMutation, {
    quiet: true,
    sealed: true,
    onDone: ({ applyForPerson }) => onCreated(applyForPerson),
  });
  const [search, setSearch] = useState('');
  const offers = useRead(openOpportunitiesQuery, { filter: search.trim() ? { search: search.trim() } : {}, first: 50 });
  const form = useModelForm(applicationModel, null, {
    omit: ['idempotencyKey'],
    labels: {
      ...words,
      opportunityId: t.shared.opportunity,
      nameToUseHint: words.nameHint,
      language: t.advocacy.record.language,
      when: t.advocacy.contact.when,
      mayLeaveMessage: t.advocacy.contact.leave.question,
    },
    initial: {
      safeContact: { channel: 'CODE', value: '', when: '', mayLeaveMessage: '' },
      language: locale === 'es' ? 'ES' : 'EN',
    },
    problems: ({ safeContact: { channel, value } }) => ({
      'safeContact.value': needsValue(channel) && value.trim() === '' ? t.fieldReasons.required : undefined,
    }),
    change: apply,
    send: (values, keyFor) => {
      const input = { ...values, safeContact: applicableContact(values.safeContact) };
      apply.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const contact = form.nested('safeContact');
  const { channel } = contact.values;
  const opportunities = offers.data?.opportunities.edges.map(({ node }) => node) ?? [];

  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={t.common.sending} autoComplete="off">
      <Stack gap={32} maw={620}>
        <Section title={t.shared.opportunity}>
          <Stack gap="sm">
            <SearchInput label={words.search} hint={words.search} value={search} onSearch={setSearch} />
            {offers.error && <Failure error={offers.error} retry={() => void offers.refetch()} />}
            <FormField
              form={form}
              name="opportunityId"
              choices={[
                { value: '', label: opportunities.length === 0 && offers.data ? words.noOpportunity : words.choose },
                ...opportunities.map(({ id, title, businessName, businessCity }) => ({
                  value: id,
                  label: `${title} – ${businessName}, ${businessCity}`,
                })),
              ]}
            />
          </Stack>
        </Section>
        <Section title={words.who}>
          <Stack>
            <FormField form={form} name="nameToUse" />
            <FormField
              form={form}
              name="language"
              choices={[
                { value: 'EN', label: t.shared.english },
                { value: 'ES', label: t.common.spanish },
              ]}
            />
          </Stack>
        </Section>
        <Section title={t.advocacy.contact.title}>
          <Stack>
            <FormField
              form={contact}
              name="channel"
              as="radio"
              choices={channels.map((value) => ({ value, label: catalog.enums.contactChannel[value] }))}
            />
            {needsValue(channel) && (
              <FormField
                form={contact}
                name="value"
                label={channel === 'MAIL' ? words.address : words.number}
                as="text"
                required
              />
            )}
            {channel !== 'CODE' && <FormField form={contact} name="when" as="text" />}
            {needsValue(channel) && (
              <FormField
                form={contact}
                name="mayLeaveMessage"
                as="radio"
                choices={[
                  { value: 'yes', label: t.shared.yes },
                  { value: 'no', label: words.no },
                  { value: '', label: words.unsaid },
                ]}
              />
            )}
          </Stack>
        </Section>
        <Section title={words.else}>
          <FormField form={form} name="note" minRows={3} />
        </Section>
      </Stack>
    </Form>
  );
}
