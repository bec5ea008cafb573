import { ActionIcon, Button, Menu } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { audienceOfRegistrations } from '../event-messages/audience-link';
import { MessageButton } from '../event-messages/message-button';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { CloseIcon, DotsIcon, EditIcon, PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { useWords } from '../words/words';
import { AddRegistration } from './add-registration';
import { PartyForm } from './party-form';
import {
  registrationEventQuery,
  registrationsQuery,
  removeRegistrationMutation,
  type EventRegistrations,
  type RegistrationEvent,
  type RegistrationRow,
} from './queries';
import { RegistrationFigures } from './registration-figures';

export function RegistrationList() {
  const { t } = useWords('registrations');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(registrationEventQuery, { eventId: id });
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <NotFound />;
  if (!event) return <Pending error={error} retry={refetch} noun={t.registrations.what} />;
  return <List event={event} registrations={data.manageRegistrations} />;
}

type OpenDialog = { kind: 'add' } | { kind: 'party' | 'cancel'; row: RegistrationRow } | null;

function List({ event, registrations }: { event: RegistrationEvent; registrations: EventRegistrations }) {
  const { t, labels, words } = useWords('registrations');
  const state = useSearchState();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  const status = state.oneOf('status', words.enums.registrationStatus);
  const arrived = state.oneOf('arrived', ['yes', 'no'] as const);
  const sort = state.oneOf('sort', labels.sorts) ?? 'NEWEST';
  const questions = [
    ...(registrations.form?.questions ?? []),
    ...registrations.pastQuestions.map(({ id, label }) => ({ id, label: labels.pastQuestion({ label }) })),
  ];
  return (
    <ListPage
      name="registrations"
      labels={{ ...labels, title: `${labels.title}: ${event.title}` }}
      back={{ to: `/events/${event.id}`, label: t.common.backToEvent }}
      buttons={
        registrations.form && (
          <>
            <MessageButton event={event} audience={audienceOfRegistrations(status ?? null, arrived ?? null)}>
              {labels.message}
            </MessageButton>
            <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'add' })}>
              {labels.add}
            </Button>
          </>
        )
      }
      header={<RegistrationFigures registrations={registrations} />}
      document={registrationsQuery}
      variables={{
        eventId: event.id,
        filter: {
          text: state.text(),
          status: status && [status],
          hasArrived: arrived && arrived === 'yes',
        },
        sort,
      }}
      first={50}
      path="registrations"
      search={{ label: labels.search, hint: t.shared.nameOrEmail }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.registrationStatus },
        {
          name: 'arrived',
          label: labels.arrivedFilter,
          options: [
            ['yes', labels.arrivedYes],
            ['no', labels.arrivedNo],
          ],
        },
      ]}
      sort={sort}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          sort: { ascending: ['NAME', labels.sorts.NAME] },
          secondary: ({ email, addedByName }) => [email, addedByName && labels.addedBy({ name: addedByName })],
        },
        {
          key: 'status',
          header: t.common.status,
          mobile: 'corner',
          badge: 'registrationStatus',
          secondary: ({ position, addressConfirmed, email, status: current }) => [
            position !== null && labels.position({ position }),
            current === 'CONFIRMED' && email !== null && !addressConfirmed && t.shared.notConfirmed,
          ],
        },
        {
          key: 'party',
          header: labels.party,
          align: 'end',
          sort: { descending: ['PARTY', labels.sorts.PARTY] },
        },
        { key: 'arrived', header: labels.arrivedColumn, align: 'end' },
        ...questions.map(({ id, label }) => ({
          key: `answer-${id}`,
          header: label,
          render: ({ answers }: RegistrationRow) => {
            const answer = answers.find(({ questionId }) => questionId === id);
            if (answer?.kind !== 'YES_NO') return answer?.value ?? '';
            return answer.value === 'yes' ? labels.yes : labels.no;
          },
        })),
        {
          key: 'createdAt',
          header: labels.createdAt,
          sort: { descending: ['NEWEST', labels.sorts.NEWEST], ascending: ['OLDEST', labels.sorts.OLDEST] },
        },
      ]}
      rowActions={(row) =>
        (row.status === 'CONFIRMED' || row.status === 'WAITLISTED') && (
          <Menu>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t.common.actionsFor({ name: row.name })}>
                <DotsIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<EditIcon />} onClick={() => setDialog({ kind: 'party', row })}>
                {labels.changeParty}
              </Menu.Item>
              <Menu.Item
                leftSection={<CloseIcon />}
                c="var(--u-clay)"
                onClick={() => setDialog({ kind: 'cancel', row })}
              >
                {labels.cancel}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      <Dialog opened={dialog?.kind === 'add'} onClose={close} title={labels.addTitle}>
        <AddRegistration eventId={event.id} questions={registrations.form?.questions ?? []} onDone={close} />
      </Dialog>
      {dialog?.kind === 'party' && (
        <Dialog onClose={close} title={`${labels.changeParty}: ${dialog.row.name}`}>
          <PartyForm registration={dialog.row} onDone={close} />
        </Dialog>
      )}
      {dialog?.kind === 'cancel' && (
        <ConfirmChange
          onClose={close}
          title={labels.cancelTitle({ name: dialog.row.name })}
          text={labels.cancelText}
          reason={{ label: labels.reason }}
          submitLabel={t.registrations.cancel}
          pendingLabel={t.common.canceling}
          mutation={removeRegistrationMutation}
          variables={(reason) => ({ id: dialog.row.id, reason })}
          successMessage={labels.canceled}
        />
      )}
    </ListPage>
  );
}
