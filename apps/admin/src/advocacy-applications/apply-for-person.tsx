import { Button, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { Form } from '../parts/forms/form';
import { PageHeader } from '../parts/ui/page-header';
import { SearchInput } from '../parts/lists/search-input';
import { Section } from '../parts/ui/section';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import classes from './applications.module.css';
import { applicationOf, channels, needsValue } from './apply-values';
import { applyForPersonMutation, openOpportunitiesQuery } from './queries';

interface CreatedApplication {
  id: string;
  replyCode: string;
}

/** Form to apply on behalf of a person, in their presence or by phone. Nothing is stored before it is sent. */
export function ApplyForPerson() {
  const { t } = useWords('applications');
  const words = t.applications.apply;
  const [made, setMade] = useState<CreatedApplication | null>(null);
  const back = { to: '/applications', label: t.applications.title };
  return (
    <div>
      <PageHeader title={made ? words.madeTitle : words.title} lead={made ? undefined : words.lead} back={back} />
      {made ? <HandOver made={made} /> : <ApplyForm onMade={setMade} />}
    </div>
  );
}

/** Shows the code once. The server stores only its hash. */
function HandOver({ made }: { made: CreatedApplication }) {
  const { t } = useWords('applications');
  const words = t.applications.apply;
  return (
    <Stack maw={620} align="flex-start">
      <Text>{words.madeText}</Text>
      <p className={classes.code} aria-label={words.code} style={{ width: '100%' }}>
        {made.replyCode}
      </p>
      <Text>{words.madeHint}</Text>
      <Button component={Link} to={`/applications/${made.id}`}>
        {words.open}
      </Button>
    </Stack>
  );
}

function ApplyForm({ onMade }: { onMade: (made: CreatedApplication) => void }) {
  const { t, words: catalogue, locale } = useWords('advocacy', 'applications');
  const words = t.applications.apply;
  const apply = useChange(applyForPersonMutation, {
    quiet: true,
    sealed: true,
    onDone: ({ applyForPerson }) => onMade(applyForPerson),
  });
  const [search, setSearch] = useState('');
  const offers = useRead(openOpportunitiesQuery, { filter: search.trim() ? { search: search.trim() } : {}, first: 50 });
  const form = useMutationForm({
    initial: {
      opportunityId: '',
      nameToUse: '',
      channel: 'CODE',
      // Field names match the API, so that refusals appear at the right field.
      'safeContact.value': '',
      'safeContact.when': '',
      mayLeaveMessage: '',
      note: '',
      language: locale === 'es' ? 'ES' : 'EN',
    },
    required: ['opportunityId', 'nameToUse'],
    problems: (typed) => ({
      'safeContact.value':
        needsValue(typed.channel) && typed['safeContact.value'] === '' ? t.fieldReasons.required : undefined,
    }),
    change: apply,
    send: (typed, keyFor) => {
      const input = applicationOf(typed);
      apply.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { values, set, field } = form;
  const listed = offers.data?.opportunities.edges.map(({ node }) => node) ?? [];

  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.working} autoComplete="off">
      <Stack gap={36} maw={620}>
        <Section title={words.which}>
          <Stack gap="sm">
            <SearchInput label={words.search} hint={words.search} value={search} onSearch={setSearch} />
            {offers.error && <Failure error={offers.error} retry={() => void offers.refetch()} />}
            <NativeSelect
              label={words.opportunity}
              {...field('opportunityId')}
              data={[
                { value: '', label: listed.length === 0 && offers.data ? words.noOpportunity : words.choose },
                ...listed.map(({ id, title, businessName, businessCity }) => ({
                  value: id,
                  label: `${title} – ${businessName}, ${businessCity}`,
                })),
              ]}
            />
          </Stack>
        </Section>
        <Section title={words.who}>
          <Stack>
            <TextInput label={words.nameToUse} description={words.nameHint} maxLength={80} {...field('nameToUse')} />
            <NativeSelect
              label={t.advocacy.record.language}
              {...field('language')}
              data={[
                { value: 'EN', label: words.english },
                { value: 'ES', label: words.spanish },
              ]}
            />
          </Stack>
        </Section>
        <Section title={t.advocacy.contact.title}>
          <Stack>
            <Radio.Group label={words.channel} value={values.channel} onChange={(channel) => set('channel', channel)}>
              <Stack gap={8} mt={6}>
                {channels.map((channel) => (
                  <Radio key={channel} value={channel} label={catalogue.enums.contactChannel[channel]} />
                ))}
              </Stack>
            </Radio.Group>
            {needsValue(values.channel) && (
              <TextInput
                label={values.channel === 'MAIL' ? words.address : words.number}
                maxLength={200}
                {...field('safeContact.value')}
                required
              />
            )}
            {values.channel !== 'CODE' && (
              <>
                <TextInput
                  label={t.advocacy.contact.when}
                  description={words.whenHint}
                  maxLength={300}
                  {...field('safeContact.when')}
                />
                {needsValue(values.channel) && (
                  <Radio.Group
                    label={t.advocacy.contact.leave.question}
                    value={values.mayLeaveMessage}
                    onChange={(may) => set('mayLeaveMessage', may)}
                  >
                    <Stack gap={8} mt={6}>
                      <Radio value="yes" label={words.yes} />
                      <Radio value="no" label={words.no} />
                      <Radio value="" label={words.unsaid} />
                    </Stack>
                  </Radio.Group>
                )}
              </>
            )}
          </Stack>
        </Section>
        <Section title={words.else}>
          <Textarea
            label={words.note}
            description={words.noteHint}
            autosize
            minRows={3}
            maxLength={4000}
            {...field('note')}
          />
        </Section>
      </Stack>
    </Form>
  );
}
