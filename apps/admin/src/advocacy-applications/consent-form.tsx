import { Text, TextInput } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { daysAfter, todayInUserZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import { endOfDay, startOfDay } from './days';
import { proposeConsentMutation, recordConsentMutation, type Application } from './queries';

interface ConsentFormProps {
  /** Request the consent with the applicant's code, or record one that was signed on paper. */
  how: 'propose' | 'paper';
  application: Application;
  onDone: (application: Application) => void;
  onCancel: () => void;
}

/** Default duration. Kept short because the law requires a reasonable limit. */
const usualDays = 30;

const { shares } = models.ProposeConsentInput;
const consentModel = { shares, givenOn: formOnly.date, expiresOn: formOnly.date };

export function ConsentForm({ how, application, onDone, onCancel }: ConsentFormProps) {
  const { t } = useWords('applications');
  const words = t.applications.consent;
  const propose = useChange(proposeConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.proposed,
    onDone: ({ proposeConsent }) => onDone(proposeConsent),
  });
  const record = useChange(recordConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.recorded,
    onDone: ({ recordConsent }) => onDone(recordConsent),
  });
  const form = useModelForm(consentModel, null, {
    labels: { ...words, givenOn: t.shared.signedOn, expiresOnHint: words.expiresHint },
    initial: { givenOn: todayInUserZone(), expiresOn: daysAfter(todayInUserZone(), usualDays) },
    required: ['givenOn', 'expiresOn'],
    change: how === 'paper' ? record : propose,
    send: ({ givenOn, expiresOn, shares }) => {
      const common = { applicationId: application.id, shares, expiresAt: endOfDay(expiresOn) };
      if (how === 'propose') propose.mutate({ input: common });
      else record.mutate({ input: { ...common, consentMethod: 'SIGNED', givenAt: startOfDay(givenOn) } });
    },
  });
  const { values } = form;
  const signed = how === 'paper' ? values.givenOn : todayInUserZone();

  return (
    <Form
      form={form}
      submitLabel={how === 'paper' ? words.paperSubmit : words.proposeSubmit}
      onCancel={onCancel}
      autoComplete="off"
    >
      <Text>{how === 'paper' ? words.paperLead : words.proposeLead}</Text>
      <TextInput label={words.recipient} value={application.businessName} readOnly variant="filled" />
      <FormField form={form} name="shares" minRows={3} autoFocus />
      {how === 'paper' && <FormField form={form} name="givenOn" max={todayInUserZone()} />}
      <FormField
        form={form}
        name="expiresOn"
        min={todayInUserZone()}
        max={daysAfter(signed || todayInUserZone(), 364)}
      />
      <Text size="sm" c="dimmed">
        {words.never}
      </Text>
    </Form>
  );
}
