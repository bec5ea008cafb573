import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import type { TypeRow } from './queries';

const createMutation = graphql(`
  mutation CreateCredentialType($input: CredentialTypeInput!) {
    createCredentialType(input: $input) {
      id
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateCredentialType($id: ID!, $input: CredentialTypeInput!) {
    updateCredentialType(id: $id, input: $input) {
      id
    }
  }
`);

/** The kind can't be changed later, because credentials depend on it. */
export function TypeForm({ type, onDone }: { type: TypeRow | null; onDone: () => void }) {
  const { t } = useWords('credentials');
  const labels = { ...t.credentials.typeList, name: t.credentials.typeList.nameEn };
  const create = useChange(createMutation, { quiet: true, success: () => labels.added, onDone });
  const update = useChange(updateMutation, { quiet: true, success: () => t.common.saved, onDone });
  const form = useModelForm(models.CredentialTypeInput, type, {
    labels,
    initial: type ? {} : { kind: 'TRAINING', warnDays: '30' },
    problems: ({ kind, minimumAge }) => ({
      minimumAge: kind === 'AGE' && minimumAge === '' ? t.fieldReasons.required : undefined,
    }),
    change: type ? update : create,
    send: (typed) => {
      const input = { ...typed, minimumAge: typed.kind === 'AGE' ? typed.minimumAge : null };
      if (type) update.mutate({ id: type.id, input });
      else create.mutate({ input });
    },
  });
  return (
    <Form
      form={form}
      submitLabel={type ? t.common.save : t.common.add}
      pendingLabel={type ? t.common.saving : t.common.adding}
      onCancel={onDone}
    >
      {!type && <FormField form={form} name="kind" />}
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="nameEs" />
      <FormField form={form} name="howToGet" />
      <FormField form={form} name="howToGetEs" />
      {form.values.kind === 'AGE' && <FormField form={form} name="minimumAge" />}
      <FormField form={form} name="validMonths" />
      <FormField form={form} name="warnDays" />
    </Form>
  );
}
