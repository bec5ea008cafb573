import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import type { TermRow } from './term-list';

const createMutation = graphql(`
  mutation CreateVolunteerTerm($input: VolunteerTermInput!) {
    createVolunteerTerm(input: $input) {
      id
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateVolunteerTerm($id: ID!, $input: VolunteerTermInput!) {
    updateVolunteerTerm(id: $id, input: $input) {
      id
    }
  }
`);

export function TermForm({ term, onDone }: { term: TermRow | null; onDone: () => void }) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.term;
  const create = useChange(createMutation, { quiet: true, success: () => labels.added, onDone });
  const update = useChange(updateMutation, { quiet: true, success: () => t.common.saved, onDone });
  const form = useModelForm(models.VolunteerTermInput, term, {
    labels: labels,
    initial: term ? {} : { kind: 'SKILL' },
    change: term ? update : create,
    send: (input) => (term ? update.mutate({ id: term.id, input }) : create.mutate({ input })),
  });
  return (
    <Form
      form={form}
      submitLabel={term ? t.common.save : t.common.add}
      pendingLabel={term ? t.common.saving : t.common.adding}
      onCancel={onDone}
    >
      {!term && <FormField form={form} name="kind" />}
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="nameEs" />
    </Form>
  );
}
