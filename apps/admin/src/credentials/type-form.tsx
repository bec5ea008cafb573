import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
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

const kinds = ['TRAINING', 'WAIVER', 'SCREENING', 'AGE'] as const;
const numberOf = (typed: string) => (typed === '' ? null : Number(typed));

/** A new type, or one in other words and for another time; its kind stays, since what people have of it hangs on that. */
export function TypeForm({ type, onDone }: { type: TypeRow | null; onDone: () => void }) {
  const { t, words } = useWords('credentials');
  const say = t.credentials.typeList;
  const create = useChange(createMutation, { quiet: true, success: () => say.added, onDone });
  const update = useChange(updateMutation, { quiet: true, success: () => say.saved, onDone });
  const form = useEntry({
    initial: {
      kind: (type?.kind ?? 'TRAINING') as string,
      name: type?.name ?? '',
      nameEs: type?.nameEs ?? '',
      howToGet: type?.howToGet ?? '',
      howToGetEs: type?.howToGetEs ?? '',
      validMonths: String(type?.validMonths ?? ''),
      warnDays: String(type?.warnDays ?? 30),
      minimumAge: String(type?.minimumAge ?? ''),
    },
    required: ['name', 'nameEs'],
    limits: limits.CredentialType,
    problems: ({ kind, minimumAge }) => ({
      minimumAge: kind === 'AGE' && minimumAge === '' ? t.fieldReasons.required : undefined,
    }),
    change: type ? update : create,
    send: ({ kind, validMonths, warnDays, minimumAge, ...texts }) => {
      const input = {
        ...texts,
        kind: kinds.find((one) => one === kind) ?? 'TRAINING',
        validMonths: numberOf(validMonths),
        warnDays: numberOf(warnDays),
        minimumAge: kind === 'AGE' ? numberOf(minimumAge) : null,
      };
      if (type) update.mutate({ id: type.id, input });
      else create.mutate({ input });
    },
  });
  const number = (name: 'validMonths' | 'warnDays' | 'minimumAge') => {
    const { onChange: _, ...field } = form.field(name);
    return { ...field, allowDecimal: false, onChange: (typed: string | number) => form.set(name, String(typed)) };
  };
  return (
    <Form of={form} submit={type ? say.save : say.submit} working={type ? say.saving : say.adding} onCancel={onDone}>
      {!type && (
        <NativeSelect
          label={say.kind}
          {...form.field('kind')}
          data={kinds.map((value) => ({ value, label: words.enums.credentialKind[value] }))}
        />
      )}
      <TextInput label={say.nameEn} data-autofocus {...form.field('name')} />
      <TextInput label={say.nameEs} {...form.field('nameEs')} />
      <Textarea autosize minRows={2} label={say.howToGet} description={say.howToGetHint} {...form.field('howToGet')} />
      <Textarea autosize minRows={2} label={say.howToGetEs} {...form.field('howToGetEs')} />
      {form.values.kind === 'AGE' && (
        <NumberInput label={say.minimumAge} min={1} max={120} {...number('minimumAge')} required />
      )}
      <NumberInput
        label={say.validMonths}
        description={say.validMonthsHint}
        min={1}
        max={240}
        {...number('validMonths')}
      />
      <NumberInput label={say.warnDays} description={say.warnDaysHint} min={1} max={365} {...number('warnDays')} />
    </Form>
  );
}
