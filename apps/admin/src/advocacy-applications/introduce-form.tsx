import { Text, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { SharedApplicantData } from './shared-applicant-data';
import { introduceMutation, type Application, type Consent } from './queries';

interface IntroduceFormProps {
  application: Application;
  consent: Consent;
  onDone: (application: Application) => void;
  onCancel: () => void;
}

/** Sends the consented details to the business under the chosen alias, with a preview of what it will see. */
export function IntroduceForm({ application, consent, onDone, onCancel }: IntroduceFormProps) {
  const { t, locale } = useWords('applications');
  const words = t.applications.introduction;
  const introduce = useChange(introduceMutation, {
    quiet: true,
    sealed: true,
    success: () => words.done,
    onDone: (result) => onDone(result.introduce),
  });
  // Not prefilled with the name on file: the advocate must choose which name the business sees.
  const form = useMutationForm({
    initial: { alias: '', availability: '' },
    required: ['alias'],
    change: introduce,
    send: (values) => {
      introduce.mutate({
        input: {
          applicationId: application.id,
          consentId: consent.id,
          alias: values.alias,
          availability: values.availability || null,
        },
      });
    },
  });
  const { values, field } = form;
  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.working} onCancel={onCancel} autoComplete="off">
      <Text>{words.lead({ when: formatDateTime(locale, consent.expiresAt) })}</Text>
      <TextInput label={words.alias} description={words.aliasHint} maxLength={80} data-autofocus {...field('alias')} />
      <TextInput
        label={words.availability}
        description={words.availabilityHint}
        maxLength={300}
        {...field('availability')}
      />
      <SharedApplicantData
        businessName={application.businessName}
        opportunityTitle={application.opportunityTitle}
        alias={values.alias}
        shares={consent.shares}
        availability={values.availability}
        when="soon"
      />
    </Form>
  );
}
