import { Alert } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { choiceOf } from '../parts/forms/form-only-fields';

const recordMutation = graphql(`
  mutation RecordScreening($input: RecordBackgroundCheckInput!) {
    recordScreening(input: $input) {
      id
      status
    }
  }
`);

/** Contains nothing from the report. */
export function ScreeningResult({ id, isRepeat, onDone }: { id: string; isRepeat: boolean; onDone: () => void }) {
  const today = useToday();
  const { t } = useWords('credentials');
  const labels = t.credentials.result;
  const record = useChange(recordMutation, {
    quiet: true,
    success: ({ recordScreening }) => (recordScreening.status === 'APPROVED' ? labels.doneClear : labels.doneNotice),
    onDone,
  });
  const form = useModelForm({ ...models.RecordBackgroundCheckInput, clear: choiceOf('yes', 'no') }, null, {
    omit: ['id'],
    labels: {
      ...labels,
      expiresOn: t.credentials.expiresOn,
      expiresOnHint: t.credentials.card.expiresHint,
      providerReference: t.credentials.card.reference,
      providerReferenceHint: labels.referenceHint,
    },
    initial: { clear: isRepeat ? 'no' : 'yes', issuedOn: today },
    limits: limits.Credential,
    problems: ({ clear, reportGiven }) => ({
      reportGiven: clear === 'no' && !reportGiven ? labels.reportMissing : undefined,
    }),
    change: record,
    send: (input) => record.mutate({ input: { ...input, id, clear: input.clear === 'yes' } }),
  });
  const hasFindings = form.values.clear === 'no';
  return (
    <Form form={form} submitLabel={hasFindings ? labels.submitNotice : labels.submit} onCancel={onDone}>
      {!isRepeat && (
        <FormField
          form={form}
          name="clear"
          choices={[
            { value: 'yes', label: labels.yes },
            { value: 'no', label: labels.no },
          ]}
        />
      )}
      {hasFindings && <Alert color="amber">{labels.noticeText}</Alert>}
      <FormField form={form} name="issuedOn" />
      <FormField form={form} name="expiresOn" />
      <FormField form={form} name="providerReference" />
      {hasFindings && <FormField form={form} name="reportGiven" />}
    </Form>
  );
}
