import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { useToday } from '../parts/ui/settings';
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

/** A training or an age that staff have seen: it counts at once. */
export function RecordForm({ volunteerId, typeId, types, onDone }: Props) {
  const today = useToday();
  const { t } = useWords('credentials');
  const say = t.credentials.card;
  const record = useChange(recordMutation, { quiet: true, success: () => say.recorded, onDone });
  const form = useEntry({
    initial: { typeId, issuedOn: today, expiresOn: '', evidence: '' },
    required: ['typeId', 'issuedOn'],
    limits: limits.Credential,
    change: record,
    send: ({ expiresOn, ...input }) =>
      record.mutate({ input: { ...input, volunteerId, expiresOn: expiresOn || null } }),
  });
  return (
    <Form of={form} submit={say.recordSubmit} working={say.recording} onCancel={onDone}>
      <NativeSelect
        label={t.credentials.type}
        {...form.field('typeId')}
        data={types.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextInput type="date" label={t.credentials.issuedOn} {...form.field('issuedOn')} />
      <TextInput
        type="date"
        label={t.credentials.expiresOn}
        description={say.expiresHint}
        {...form.field('expiresOn')}
      />
      <Textarea
        autosize
        minRows={2}
        label={t.credentials.evidence}
        description={say.evidenceHint}
        {...form.field('evidence')}
      />
    </Form>
  );
}
