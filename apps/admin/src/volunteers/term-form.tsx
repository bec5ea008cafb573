import { NativeSelect, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
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

/** A new word, or one in other words. */
export function TermForm({ term, onDone }: { term: TermRow | null; onDone: () => void }) {
  const { t, words } = useWords('volunteers');
  const say = t.volunteers.term;
  const create = useChange(createMutation, { quiet: true, success: () => say.added, onDone });
  const update = useChange(updateMutation, { quiet: true, success: () => say.saved, onDone });
  const form = useEntry({
    initial: { kind: (term?.kind ?? 'SKILL') as string, name: term?.name ?? '', nameEs: term?.nameEs ?? '' },
    required: ['name', 'nameEs'],
    limits: limits.Term,
    change: term ? update : create,
    send: ({ kind, name, nameEs }) => {
      const input = { kind: kind === 'INTEREST' ? ('INTEREST' as const) : ('SKILL' as const), name, nameEs };
      if (term) update.mutate({ id: term.id, input });
      else create.mutate({ input });
    },
  });
  return (
    <Form of={form} submit={term ? say.save : say.submit} working={term ? say.saving : say.adding} onCancel={onDone}>
      {!term && (
        <NativeSelect
          label={say.kind}
          {...form.field('kind')}
          data={Object.entries(words.enums.volunteerTermKind).map(([value, label]) => ({ value, label }))}
        />
      )}
      <TextInput label={say.name} data-autofocus {...form.field('name')} />
      <TextInput label={say.nameEs} {...form.field('nameEs')} />
    </Form>
  );
}
