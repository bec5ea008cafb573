import { Stack } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { isRefusal } from '@upstander/api-client';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField, FormRow } from '../parts/forms/form-field';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import {
  giftCampaignsQuery,
  registrationEventQuery,
  saveRegistrationFormMutation,
  type EventRegistrations,
} from './queries';
import { QuestionFields } from './question-fields';

export function RegistrationSettings() {
  const { t, labels } = useWords('registrations');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(registrationEventQuery, { eventId: id });
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <NotFound />;
  if (!event) return <Pending error={error} retry={refetch} noun={labels.what} />;
  const { manageRegistrations } = data;
  return (
    <div>
      <PageHeader
        title={`${labels.form.title}: ${event.title}`}
        lead={labels.form.lead}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      />
      <SettingsForm key={manageRegistrations.form?.version ?? 0} eventId={id} registrations={manageRegistrations} />
    </div>
  );
}

function SettingsForm({ eventId, registrations }: { eventId: string; registrations: EventRegistrations }) {
  const { t } = useWords('registrations');
  const labels = t.registrations.form;
  const navigate = useNavigate();
  const stored = registrations.form;
  const campaigns = useRead(giftCampaignsQuery, {}).data?.campaigns.edges.map(({ node }) => node) ?? [];
  const back = () => void navigate(`/events/${eventId}`);
  const save = useChange(saveRegistrationFormMutation, { quiet: true, success: () => labels.saved, onDone: back });
  const form = useModelForm(models.RegistrationFormInput, stored, {
    omit: ['version'],
    labels,
    initial: stored ? {} : { isEnabled: true, hasWaitlist: true, maxParty: '5' },
    change: save,
    send: (input) => save.mutate({ eventId, input: { ...input, ...(stored && { version: stored.version }) } }),
  });
  return (
    <Stack maw={720}>
      <Form form={form} submitLabel={t.common.save} onCancel={back}>
        <FormField form={form} name="isEnabled" />
        <FormRow form={form} fields={['opensAtLocal', 'closesAtLocal']} />
        <FormRow form={form} fields={['capacity', 'maxParty']} />
        <FormField form={form} name="hasWaitlist" />
        <FormField
          form={form}
          name="giftCampaignId"
          choices={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Section title={labels.questionsTitle} lead={labels.questionsLead}>
          <QuestionFields form={form} />
        </Section>
      </Form>
    </Stack>
  );
}
