import { NativeSelect, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { graphql } from '../api/graphql';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/form-foot';
import { useFields } from '../parts/use-fields';
import { useWords } from '../words/words';
import { zoneChoices } from './zones';

const createChapterMutation = graphql(`
  mutation CreateChapter($name: String!, $timeZone: TimeZone!, $city: String!) {
    createChapter(name: $name, timeZone: $timeZone, city: $city) {
      id
    }
  }
`);

export function AddChapterForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const create = useChange(createChapterMutation, {
    quiet: true,
    success: (_, { name }) => t.chapters.added(name),
    onDone,
  });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = zoneChoices(Intl.supportedValuesOf('timeZone'), here);
  const { values, field, complete, shown } = useFields(
    { name: '', city: '', timeZone: zones[0] ?? here },
    ['name', 'city'],
    create.error,
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || create.isPending) return;
    create.mutate({ name: values.name.trim(), city: values.city.trim(), timeZone: values.timeZone });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t.chapters.name}
          description={t.chapters.nameHint}
          maxLength={100}
          data-autofocus
          {...field('name')}
        />
        <TextInput label={t.chapters.city} maxLength={100} {...field('city')} />
        <NativeSelect label={t.chapters.timeZone} {...field('timeZone')} data={zones} />
        <FormFoot
          submit={t.chapters.submit}
          working={t.chapters.adding}
          pending={create.isPending}
          error={create.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
