import { Alert, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useToday } from '../parts/ui/settings';
import { useWords } from '../words/words';

const recordMutation = graphql(`
  mutation RecordScreening($input: RecordScreeningInput!) {
    recordScreening(input: $input) {
      id
      status
    }
  }
`);

/** The result of a background check: clear or not, dates and the agency's reference, and nothing of the report. */
export function ScreeningResult({ id, again, onDone }: { id: string; again: boolean; onDone: () => void }) {
  const today = useToday();
  const { t } = useWords('credentials');
  const say = t.credentials.result;
  const record = useChange(recordMutation, {
    quiet: true,
    success: ({ recordScreening }) => (recordScreening.status === 'APPROVED' ? say.doneClear : say.doneNotice),
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
      reportGiven: clear === 'no' && reportGiven === '' ? say.reportMissing : undefined,
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
    <Form form={form} submit={notClear ? say.submitNotice : say.submit} working={say.saving} onCancel={onDone}>
      {!again && (
        <NativeSelect
          label={say.clear}
          {...form.field('clear')}
          data={[
            { value: 'yes', label: say.yes },
            { value: 'no', label: say.no },
          ]}
        />
      )}
      {notClear && <Alert color="amber">{say.noticeText}</Alert>}
      <TextInput type="date" label={say.issuedOn} {...form.field('issuedOn')} />
      <TextInput
        type="date"
        label={t.credentials.expiresOn}
        description={t.credentials.card.expiresHint}
        {...form.field('expiresOn')}
      />
      <TextInput label={say.reference} description={say.referenceHint} {...form.field('providerReference')} />
      {notClear && (
        <Checkbox
          label={say.reportGiven}
          checked={given.value === 'yes'}
          error={given.error}
          onChange={({ currentTarget }) => form.set('reportGiven', currentTarget.checked ? 'yes' : '')}
        />
      )}
    </Form>
  );
}
