import { Alert, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql, isRefusal } from '@upstander/api-client';
import { hoursText, models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { formOnly, without } from '../parts/forms/form-only-fields';
import { Dialog } from '../parts/ui/dialog';
import { todayIn } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';

const addHoursMutation = graphql(`
  mutation AddHours($input: AddHoursInput!) {
    addHours(input: $input) {
      id
      name
      minutes
    }
  }
`);

const findVolunteersQuery = graphql(`
  query FindVolunteers($text: String!) {
    volunteers(filter: { text: $text }, first: 20) {
      edges {
        node {
          id
          name
          email
          standings {
            chapterId
          }
        }
      }
    }
  }
`);

interface Person {
  id: string;
  name: string;
  standings: ReadonlyArray<{ chapterId: string }>;
}

interface AddHoursProps {
  opened: boolean;
  onClose: () => void;
  /** Omit to choose the volunteer in the dialog. */
  volunteer?: Person;
}

export function AddHours({ opened, onClose, volunteer }: AddHoursProps) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const title = volunteer ? labels.addTitleFor({ name: volunteer.name }) : t.common.addHours;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <ChosenVolunteer volunteer={volunteer} onDone={onClose} />
    </Dialog>
  );
}

function ChosenVolunteer({ volunteer, onDone }: { volunteer: Person | undefined; onDone: () => void }) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const [chosen, setChosen] = useState(volunteer);
  const [text, setText] = useState('');
  const [searchText] = useDebouncedValue(text.trim(), 200);
  const { data } = useRead(findVolunteersQuery, { text: searchText }, { enabled: !volunteer && searchText !== '' });
  const people = searchText === '' ? [] : (data?.volunteers.edges.map(({ node }) => node) ?? []);
  return (
    <>
      <Text c="dimmed">{labels.addLead}</Text>
      {!volunteer && (
        <Select
          label={labels.who}
          placeholder={labels.whoHint}
          searchable
          required
          data-autofocus
          size="md"
          value={chosen?.id ?? null}
          data={[...(chosen ? [chosen] : []), ...people.filter(({ id }) => id !== chosen?.id)].map((person) => ({
            value: person.id,
            label: 'email' in person && person.email ? `${person.name} · ${String(person.email)}` : person.name,
          }))}
          // The API searches, also by email and phone.
          filter={({ options }) => options}
          onSearchChange={setText}
          onChange={(id) => setChosen(people.find((person) => person.id === id))}
          nothingFoundMessage={searchText === '' ? labels.whoHint : labels.whoNobody}
        />
      )}
      {chosen && <HoursForm key={chosen.id} volunteer={chosen} onDone={onDone} />}
    </>
  );
}

const model = {
  ...without(models.AddHoursInput, 'id', 'volunteerId', 'chapterId', 'minutes', 'inAddition'),
  chapterId: formOnly.id,
  durationHours: { ...formOnly.count, max: 24 },
  durationMinutes: { ...formOnly.count, max: 59 },
};

function HoursForm({ volunteer, onDone }: { volunteer: Person; onDone: () => void }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const { myChapters } = useChapters();
  const chapters = myChapters.filter(({ id }) => volunteer.standings.some(({ chapterId }) => chapterId === id));
  const add = useChange(addHoursMutation, {
    quiet: true,
    success: ({ addHours }) => labels.added({ time: hoursText(locale, addHours.minutes), name: addHours.name }),
    onDone,
  });
  const sameDay = isRefusal(add.error, 'HOURS_ON_SAME_DAY') ? add.error : null;
  const form = useModelForm(model, null, {
    labels: { ...labels, chapterId: labels.chapter },
    initial: { chapterId: chapters[0]?.id ?? '', day: todayIn(chapters[0]?.timeZone ?? 'UTC') },
    required: ['chapterId'],
    problems: ({ durationHours, durationMinutes }) => ({
      durationHours: Number(durationHours) + Number(durationMinutes) === 0 ? t.fieldReasons.required : undefined,
    }),
    change: { isPending: add.isPending, error: sameDay ? null : add.error },
    send: ({ durationHours, durationMinutes, ...rest }, keyFor) => {
      const minutes = (durationHours ?? 0) * 60 + (durationMinutes ?? 0);
      const hours = { ...rest, chapterId: rest.chapterId ?? '', minutes, volunteerId: volunteer.id };
      add.mutate({ input: { ...hours, id: keyFor(hours), inAddition: sameDay !== null } });
    },
  });
  return (
    <Form
      form={form}
      submitLabel={sameDay ? labels.addAnyway : t.common.addHours}
      pendingLabel={t.common.adding}
      onCancel={onDone}
    >
      {chapters.length > 1 && (
        <FormField
          form={form}
          name="chapterId"
          choices={chapters.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FormField form={form} name="activity" autoFocus />
      <FormField form={form} name="day" />
      <Group grow align="start">
        <FormField form={form} name="durationHours" as="number" required />
        <FormField form={form} name="durationMinutes" as="number" />
      </Group>
      <FormField form={form} name="note" />
      {sameDay && (
        <Alert color="amber" title={labels.sameDay({ name: volunteer.name })} role="alert">
          <ul>
            {recordsOf(sameDay.details).map(({ activity, minutes }, index) => (
              <li key={index}>
                {minutes === null
                  ? labels.sameDayUnknown({ activity })
                  : labels.sameDayKnown({ activity, time: hoursText(locale, minutes) })}
              </li>
            ))}
          </ul>
          <Text size="sm">{labels.sameDayText}</Text>
        </Alert>
      )}
    </Form>
  );
}

function recordsOf(details: unknown): ReadonlyArray<{ activity: string; minutes: number | null }> {
  return (details as { records?: Array<{ activity: string; minutes: number | null }> }).records ?? [];
}
