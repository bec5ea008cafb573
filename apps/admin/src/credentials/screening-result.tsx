import { Alert, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';

const recordMutation = graphql(`
  mutation RecordScreening($input: RecordScreeningInput!) {
    recordScreening(input: $input) {
      id
      status
    }
  }
`);

/** Records a background check: outcome, dates and the agency's reference. Contains nothing from the report. */
export function ScreeningResult({ id, again, onDone }: { id: string; again: boolean; onDone: () => void }) {
  const today = useToday();
  const { t } = useWords('credentials');
  const labels = t.credentials.result;
  const record = useChange(recordMutation, {
    quiet: true,
    success: ({ recordScreening }) => (recordScreening.status === 'APPROVED' ? labels.doneClear : labels.doneNotice),
    onDone,
  });
  const form = useMutationForm({
    initial: {
      clear: again ? 'no' : 'yes',
      issuedOn: today,
      expiresOn: '',
      providerReference: '',
      reportGiven: '',
    },
    required: ['issuedOn', 'providerReference'],
    limits: limits.Credential,
    problems: ({ clear, reportGiven }) => ({
      reportGiven: clear === 'no' && reportGiven === '' ? labels.reportMissing : undefined,
    }),
    change: record,
    send: ({ clear, expiresOn, reportGiven, ...input }) =>
      record.mutate({
        input: {
          ...input,
          id,
          clear: clear === 'yes',
          expiresOn: expiresOn || null,
          reportGiven: reportGiven === 'yes',
        },
      }),
  });
  const notClear = form.values.clear === 'no';
  const given = form.field('reportGiven');
  return (
    <Form
      form={form}
      submitLabel={notClear ? labels.submitNotice : labels.submit}
      pendingLabel={labels.saving}
      onCancel={onDone}
    >
      {!again && (
        <NativeSelect
          label={labels.clear}
          {...form.field('clear')}
          data={[
            { value: 'yes', label: labels.yes },
            { value: 'no', label: labels.no },
          ]}
        />
      )}
      {notClear && <Alert color="amber">{labels.noticeText}</Alert>}
      <TextInput type="date" label={labels.issuedOn} {...form.field('issuedOn')} />
      <TextInput
        type="date"
        label={t.credentials.expiresOn}
        description={t.credentials.card.expiresHint}
        {...form.field('expiresOn')}
      />
      <TextInput label={labels.reference} description={labels.referenceHint} {...form.field('providerReference')} />
      {notClear && (
        <Checkbox
          label={labels.reportGiven}
          checked={given.value === 'yes'}
          error={given.error}
          onChange={({ currentTarget }) => form.set('reportGiven', currentTarget.checked ? 'yes' : '')}
        />
      )}
    </Form>
  );
}
