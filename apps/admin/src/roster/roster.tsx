import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { audienceOfFilter } from '../event-messages/audience-link';
import { MessageButton } from '../event-messages/message-button';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon, PhoneIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { isPast } from '../parts/ui/dates';
import { useEventAccess } from '../session/use-event-access';
import { useWords } from '../words/words';
import { EntryMenu } from './entry-menu';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import { RosterBulk } from './roster-bulk';
import { rosterColumns } from './roster-columns';
import { RosterDialogs, type RosterDialog } from './roster-dialogs';
import classes from './roster.module.css';
import { ShiftCards } from './shift-cards';
import { ShiftGaps } from './shift-gaps';

export type RosterEntry = RowOf<ResultOf<typeof rosterQuery>, 'roster'>;

const activeStatuses = ['CONFIRMED', 'OFFERED', 'WAITLISTED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'] as const;
const statuses = [...activeStatuses, 'CANCELLED', 'EXPIRED'] as const;

/** The API lists emergency contacts until a day after the shift. */
const dayMs = 86_400_000;

export function Roster() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  if (!event) return <Pending error={error} retry={refetch} noun={t.roster.what} />;
  return <RosterOf event={event} />;
}

function RosterOf({ event }: { event: RosterEvent }) {
  const { t, labels, words, locale } = useWords('roster', 'checkIn', 'eventMessages', 'groups');
  const state = useSearchState();
  const [dialog, setDialog] = useState<RosterDialog | null>(null);
  const { canView, canManage } = useEventAccess(event);
  const hasSeveralShifts = event.shifts.length > 1;
  const mayAdd =
    canManage('ROSTER') &&
    event.status === 'PUBLISHED' &&
    event.shifts.some(({ startsAt }) => new Date(startsAt) > new Date());
  const status = state.oneOf('status', statuses);
  const order = state.oneOf('sort', labels.orders) ?? 'SIGNED_UP';
  const showsAll = state.get('status') === 'all';
  const isNow = event.shifts.some(
    ({ checkInOpensAt, endsAt }) => Date.parse(checkInOpensAt) <= Date.now() && Date.now() < Date.parse(endsAt) + dayMs,
  );
  const emptyText = event.status === 'DRAFT' ? labels.noneDraftText : labels.noneText;

  return (
    <>
      <section aria-labelledby="shifts-title">
        <Title order={2} id="shifts-title" mb="sm">
          {labels.shifts}
        </Title>
        {canView('ROSTER') && <ShiftGaps event={event} />}
        <ShiftCards event={event} selectedShiftId={state.get('shift')} onChoose={(shift) => state.set({ shift })} />
      </section>
      {canView('ROSTER') && (
        <section aria-labelledby="roster-title" className={classes.people}>
          <div className={classes.top}>
            <Title order={2} id="roster-title">
              {labels.title}
            </Title>
            <Group gap="xs">
              {isNow && (
                <Button
                  variant="default"
                  leftSection={<PhoneIcon />}
                  component={Link}
                  to={`/events/${event.id}/emergency-contacts`}
                >
                  {labels.contacts.open}
                </Button>
              )}
              {event.status !== 'DRAFT' && (
                <MessageButton
                  event={event}
                  audience={audienceOfFilter(state.get('status'))}
                  shiftId={state.get('shift')}
                >
                  {t.common.message}
                </MessageButton>
              )}
              {mayAdd && (
                <Button
                  variant="default"
                  leftSection={<PeopleIcon />}
                  onClick={() => setDialog({ kind: 'add-group', shiftId: state.get('shift') })}
                >
                  {t.groups.add}
                </Button>
              )}
              {mayAdd && (
                <Button
                  leftSection={<PlusIcon />}
                  onClick={() => setDialog({ kind: 'add', shiftId: state.get('shift') })}
                >
                  {labels.add}
                </Button>
              )}
            </Group>
          </div>
          <List
            name="roster"
            document={rosterQuery}
            variables={{
              eventId: event.id,
              order,
              filter: {
                shiftId: state.text('shift'),
                text: state.text(),
                status: showsAll ? undefined : status ? [status] : [...activeStatuses],
                addressConfirmed: state.get('status') === 'unconfirmed' ? false : undefined,
              },
            }}
            first={50}
            path="roster"
            labels={labels}
            search={{ label: t.shared.searchPeople, hint: t.shared.nameEmailOrPhone }}
            filters={[
              hasSeveralShifts && {
                name: 'shift',
                label: t.common.shift,
                emptyOption: labels.allShifts,
                options: event.shifts.map(({ id, role }) => [id, role] as const),
              },
              {
                name: 'status',
                label: t.common.status,
                emptyOption: labels.current,
                options: [
                  ...statuses.map((status) => [status, words.enums.signupStatus[status]] as const),
                  ['unconfirmed', labels.notConfirmed],
                  ['all', labels.allStates],
                ],
              },
            ]}
            emptyState={{
              title: isPast(event) ? labels.noneOverTitle : labels.noneTitle,
              text: isPast(event) ? labels.noneOverText : emptyText,
              icon: <PeopleIcon size={26} />,
            }}
            columns={rosterColumns({
              event,
              words: { t, locale },
              onEditTimes: canManage('ROSTER') ? (entry) => setDialog({ kind: 'times', entry }) : null,
            })}
            sort={order}
            bulk={
              canManage('ROSTER')
                ? {
                    isSelectable: ({ status }) => status !== 'CANCELLED' && status !== 'EXPIRED',
                    bar: ({ rows }, clear) => <RosterBulk event={event} rows={rows} onDone={clear} />,
                  }
                : undefined
            }
            rowActions={
              canManage('ROSTER') ? (entry) => <EntryMenu entry={entry} event={event} onOpen={setDialog} /> : undefined
            }
          />
        </section>
      )}
      <RosterDialogs event={event} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
