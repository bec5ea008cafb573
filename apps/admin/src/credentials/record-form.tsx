import { NativeSelect } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';

const recordMutation = graphql(`
  mutation RecordCredential($input: RecordCredentialInput!) {
    recordCredential(input: $input) {
      id
    }
  }
`);

interface Props {
  volunteerId: string;
  typeId: string;
  types: ReadonlyArray<{ id: string; label: string }>;
  onDone: () => void;
}

export function RecordForm({ volunteerId, typeId, types, onDone }: Props) {
  const today = useToday();
  const { t } = useWords('credentials');
  const labels = t.credentials.card;
  const record = useChange(recordMutation, { quiet: true, success: () => labels.recorded, onDone });
  const form = useModelForm(models.RecordCredentialInput, null, {
    omit: ['volunteerId'],
    labels: { ...t.credentials, expiresOnHint: labels.expiresHint, evidenceHint: labels.evidenceHint },
    initial: { typeId, issuedOn: today },
    change: record,
    send: (input) => record.mutate({ input: { ...input, volunteerId } }),
  });
  return (
    <Form form={form} submitLabel={labels.recordSubmit} onCancel={onDone}>
      <NativeSelect
        label={t.shared.credential}
        {...form.field('typeId')}
        data={types.map(({ id, label }) => ({ value: id, label }))}
      />
      <FormField form={form} name="issuedOn" />
      <FormField form={form} name="expiresOn" />
      <FormField form={form} name="evidence" />
    </Form>
  );
}
