import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import type { ManagedEvent } from './queries';

const candidatesQuery = graphql(`
  query CoOrganizerCandidates($eventId: ID!, $text: String!) {
    coOrganizerCandidates(eventId: $eventId, text: $text) {
      name
      email
    }
  }
`);

const addMutation = graphql(`
  mutation AddCoOrganizer($input: AddCoOrganizerInput!) {
    addCoOrganizer(input: $input) {
      id
    }
  }
`);

/** Finds people of the chapter by name. Others are added with their name and email address. */
export function CoOrganizerForm({ event, onDone }: { event: ManagedEvent; onDone: () => void }) {
  const { t, labels } = useWords('coOrganizers');
  const [search, setSearch] = useState('');
  const [text] = useDebouncedValue(search.trim(), 200);
  const isSearching = text.length >= 2;
  const { data } = useRead(candidatesQuery, { eventId: event.id, text }, { enabled: isSearching });
  const candidates = isSearching ? (data?.coOrganizerCandidates ?? []) : [];
  const add = useChange(addMutation, {
    quiet: true,
    success: (_, { input }) => labels.added({ name: input.name }),
    onDone,
  });
  const form = useModelForm(models.AddCoOrganizerInput, null, {
    omit: ['eventId'],
    labels,
    change: add,
    send: (input) => add.mutate({ input: { ...input, eventId: event.id } }),
  });
  const [name, email] = [form.field('name'), form.field('email')];
  return (
    <Form form={form} submitLabel={t.common.add} pendingLabel={t.common.adding} onCancel={onDone}>
      <Stack gap="xs">
        <TextInput
          label={labels.search}
          description={labels.searchHint}
          value={search}
          onChange={(change) => setSearch(change.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {candidates.length > 0 && (
          <Group gap="xs" role="group" aria-label={labels.found}>
            {candidates.map((person) => (
              <Button
                key={person.email}
                variant="default"
                size="compact-sm"
                onClick={() => {
                  name.onChange({ currentTarget: { value: person.name } });
                  email.onChange({ currentTarget: { value: person.email } });
                  setSearch('');
                }}
              >
                {person.name} · {person.email}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      <FormField form={form} name="name" autoComplete="off" />
      <FormField form={form} name="email" autoComplete="off" />
      {event.series && <FormField form={form} name="wholeSeries" />}
    </Form>
  );
}
