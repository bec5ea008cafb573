import { Text, Textarea, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { daysAfter, todayInUserZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
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

/** Form for a consent: the details the business may receive, the agreed wording and the end date. */
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
  const { isPending, error } = how === 'paper' ? record : propose;
  const form = useMutationForm({
    initial: { shares: '', givenOn: todayInUserZone(), expiresOn: daysAfter(todayInUserZone(), usualDays) },
    required: ['shares', 'givenOn', 'expiresOn'],
    change: { isPending, error },
    send: (values) => {
      const common = {
        applicationId: application.id,
        shares: values.shares,
        expiresAt: endOfDay(values.expiresOn),
      };
      if (how === 'propose') propose.mutate({ input: common });
      else record.mutate({ input: { ...common, givenHow: 'SIGNED', givenAt: startOfDay(values.givenOn) } });
    },
  });
  const { values, field } = form;
  const signed = how === 'paper' ? values.givenOn : todayInUserZone();

  return (
    <Form
      form={form}
      submitLabel={how === 'paper' ? words.paperSubmit : words.proposeSubmit}
      pendingLabel={words.working}
      onCancel={onCancel}
      autoComplete="off"
    >
      <Text>{how === 'paper' ? words.paperLead : words.proposeLead}</Text>
      <TextInput label={words.recipient} value={application.businessName} readOnly variant="filled" />
      <Textarea
        label={words.shares}
        description={words.sharesHint}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        {...field('shares')}
      />
      {how === 'paper' && (
        <TextInput type="date" label={words.signedOn} max={todayInUserZone()} {...field('givenOn')} />
      )}
      <TextInput
        type="date"
        label={words.expiresOn}
        description={words.expiresHint}
        min={todayInUserZone()}
        max={daysAfter(signed || todayInUserZone(), 364)}
        {...field('expiresOn')}
      />
      <Text size="sm" c="dimmed">
        {words.never}
      </Text>
    </Form>
  );
}
