import { Button } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { ConfirmChange } from '../parts/ui/confirm';
import { calendarDay } from '../parts/ui/dates';
import { Dialog } from '../parts/ui/dialog';
import { PlusIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { CoOrganizerForm } from './co-organizer-form';
import type { ManagedEvent } from './queries';

const coOrganizersQuery = graphql(`
  query CoOrganizers($eventId: ID!) {
    coOrganizers(eventId: $eventId) {
      id
      name
      email
      kind
      since
      addedBy
    }
  }
`);

type CoOrganizer = ResultOf<typeof coOrganizersQuery>['coOrganizers'][number];

const removeMutation = graphql(`
  mutation RemoveCoOrganizer($eventId: ID!, $coOrganizerId: ID!) {
    removeCoOrganizer(eventId: $eventId, coOrganizerId: $coOrganizerId) {
      id
    }
  }
`);

/** People who help organize this event only. Hidden from people who can't add any while there are none. */
export function CoOrganizers({ event, mayChange }: { event: ManagedEvent; mayChange: boolean }) {
  const { t, labels, words, locale } = useWords('coOrganizers');
  const [isAdding, setIsAdding] = useState(false);
  const [removed, setRemoved] = useState<CoOrganizer | null>(null);
  const people = useRead(coOrganizersQuery, { eventId: event.id }).data?.coOrganizers;
  if (!people || (people.length === 0 && !mayChange)) return null;
  return (
    <Section
      title={labels.title}
      lead={labels.lead}
      hasSpaceAbove
      actions={
        mayChange && (
          <Button variant="default" leftSection={<PlusIcon />} onClick={() => setIsAdding(true)}>
            {labels.add}
          </Button>
        )
      }
    >
      {people.length > 0 && (
        <DataTable
          label={labels.title}
          rows={people}
          idOf={({ id }) => id}
          columns={[
            { key: 'name', header: labels.name, mobile: 'title', render: ({ name }) => <strong>{name}</strong> },
            { key: 'email', header: labels.email, render: ({ email }) => email },
            { key: 'kind', header: labels.scope, render: ({ kind }) => words.enums.recordGrantKind[kind] },
            {
              key: 'since',
              header: labels.addedBy,
              render: ({ since, addedBy }) =>
                labels.since({ day: calendarDay(locale, since.slice(0, 10)), by: addedBy }),
            },
            {
              key: 'actions',
              header: t.common.actions,
              hiddenHeader: true,
              align: 'end',
              mobile: 'foot',
              render: (person) =>
                mayChange && (
                  <RowButton label={t.common.remove} about={person.name} onClick={() => setRemoved(person)} />
                ),
            },
          ]}
        />
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title={labels.addTitle}>
        <CoOrganizerForm event={event} onDone={() => setIsAdding(false)} />
      </Dialog>
      {removed && (
        <ConfirmChange
          onClose={() => setRemoved(null)}
          title={t.shared.removeName({ name: removed.name })}
          text={removed.kind === 'SERIES' ? labels.removeSeriesText : labels.removeText}
          submitLabel={t.common.remove}
          pendingLabel={t.common.removing}
          mutation={removeMutation}
          variables={() => ({ eventId: event.id, coOrganizerId: removed.id })}
          successMessage={labels.removed({ name: removed.name })}
        />
      )}
    </Section>
  );
}
