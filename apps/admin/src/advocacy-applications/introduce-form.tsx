import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { SharedApplicantData } from './shared-applicant-data';
import { introduceMutation, type Application, type Consent } from './queries';

interface IntroduceFormProps {
  application: Application;
  consent: Consent;
  onDone: (application: Application) => void;
  onCancel: () => void;
}

/** Previews what the business will see. */
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
  const form = useModelForm(models.IntroduceInput, null, {
    omit: ['applicationId', 'consentId'],
    labels: words,
    change: introduce,
    send: (input) => introduce.mutate({ input: { ...input, applicationId: application.id, consentId: consent.id } }),
  });
  const { values } = form;
  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.working} onCancel={onCancel} autoComplete="off">
      <Text>{words.lead({ when: formatDateTime(locale, consent.expiresAt) })}</Text>
      <FormField form={form} name="alias" autoFocus />
      <FormField form={form} name="availability" />
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
