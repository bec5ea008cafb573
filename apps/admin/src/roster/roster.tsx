import { Anchor, Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { audienceOfFilter, messageLink } from '../event-messages/audience-link';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Failure } from '../parts/ui/failure';
import { MailIcon, PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { clockTime, isPast } from '../parts/ui/dates';
import { guestsText } from '../parts/ui/guests-text';
import { useWords } from '../words/words';
import { EntryMenu } from './entry-menu';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import { RosterDialogs, type RosterDialog } from './roster-dialogs';
import classes from './roster.module.css';
import { ShiftCards } from './shift-cards';
import { ShiftGaps } from './shift-gaps';

export type RosterEntry = RowOf<ResultOf<typeof rosterQuery>, 'roster'>;

const activeStatuses = ['CONFIRMED', 'OFFERED', 'WAITLISTED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'] as const;
const statuses = [...activeStatuses, 'CANCELLED', 'EXPIRED'] as const;

export function Roster() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  if (!event) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading noun={t.roster.what} />;
  return <RosterOf event={event} />;
}

function RosterOf({ event }: { event: RosterEvent }) {
  const { t, words, locale } = useWords('eventMessages', 'roster');
  const state = useSearchState();
  const [dialog, setDialog] = useState<RosterDialog | null>(null);
  const labels = t.roster;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const hasSeveralShifts = event.shifts.length > 1;
  const withGuests = event.maxGuests > 0;
  const mayAdd = event.status === 'PUBLISHED' && event.shifts.some(({ startsAt }) => new Date(startsAt) > new Date());
  const status = state.oneOf('status', statuses);
  const showsAll = state.get('status') === 'all';
  const hasBegun = event.shifts.some(({ startsAt }) => new Date(startsAt) <= new Date());
  const hoursText = (from: string | null, to: string | null) =>
    from && [from, ...(to ? [to] : [])].map((at) => clockTime(locale, new Date(at), event.timeZone)).join(' – ');
  const emptyText = event.status === 'DRAFT' ? labels.noneDraftText : labels.noneText;

  return (
    <>
      <section aria-labelledby="shifts-title">
        <Title order={2} id="shifts-title" mb="sm">
          {labels.shifts}
        </Title>
        <ShiftGaps event={event} />
        <ShiftCards event={event} selectedShiftId={state.get('shift')} onChoose={(shift) => state.set({ shift })} />
      </section>
      <section aria-labelledby="roster-title" className={classes.people}>
        <div className={classes.top}>
          <Title order={2} id="roster-title">
            {labels.title}
          </Title>
          <Group gap="xs">
            {event.status !== 'DRAFT' && (
              <Button
                variant="default"
                leftSection={<MailIcon />}
                component={Link}
                to={messageLink(event.id, audienceOfFilter(state.get('status')), state.get('shift'))}
              >
                {t.eventMessages.compose}
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
          state={state}
          variables={{
            eventId: event.id,
            filter: {
              shiftId: state.text('shift'),
              text: state.text(),
              status: showsAll ? undefined : status ? [status] : [...activeStatuses],
              addressConfirmed: state.get('status') === 'unconfirmed' ? false : undefined,
            },
          }}
          first={50}
          path="roster"
          label={labels.list}
          noun={labels.what}
          search={{ label: labels.searchLabel, hint: labels.searchHint }}
          filters={[
            hasSeveralShifts && {
              name: 'shift',
              label: labels.shift,
              emptyOption: labels.allShifts,
              options: event.shifts.map(({ id, role }) => [id, role] as const),
            },
            {
              name: 'status',
              label: labels.status,
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
          noMatches={labels}
          columns={[
            {
              key: 'name',
              header: labels.person,
              secondary: (entry) => [
                entry.isMinor && <Badge tone="warn">{labels.minor}</Badge>,
                entry.isLead && <Badge tone="good">{labels.lead}</Badge>,
                entry.isFirstTime && labels.firstTime,
                entry.locale === 'ES' && labels.writesSpanish,
                !withGuests && guestsText(t, entry),
                entry.takenOverFromName && labels.takenOver({ name: entry.takenOverFromName }),
                entry.overlapReason && labels.overlap({ reason: entry.overlapReason }),
              ],
            },
            {
              key: 'email',
              header: labels.contact,
              mobile: 'foot',
              render: ({ email, name, volunteerId }) =>
                email === null ? (
                  <>
                    {t.common.noEmail}
                    {volunteerId && (
                      <>
                        {' · '}
                        <Anchor
                          component={Link}
                          to={`/volunteers/${volunteerId}/edit`}
                          aria-label={`${labels.addEmail}: ${name}`}
                        >
                          {labels.addEmail}
                        </Anchor>
                      </>
                    )}
                  </>
                ) : (
                  <Anchor href={`mailto:${email}`}>{email}</Anchor>
                ),
              secondary: ({ phone }) => phone && <Anchor href={`tel:${phone}`}>{phoneText(phone)}</Anchor>,
            },
            withGuests && {
              key: 'guests',
              header: labels.guests,
              align: 'end',
              mobile: 'none',
              render: ({ guests }) => (guests > 0 ? guests : null),
            },
            withGuests && {
              key: 'guestNames',
              header: labels.guestNames,
              mobile: 'plain',
              render: ({ guestNames }) => guestNames.join(', ') || null,
            },
            hasSeveralShifts && {
              key: 'shift',
              header: labels.shift,
              render: ({ shiftId }) => roles.get(shiftId) ?? '',
            },
            {
              key: 'status',
              header: labels.status,
              mobile: 'plain',
              render: (entry) => <StatusBadge kind="signupStatus" status={entry.status} />,
              secondary: ({ position, offerExpiresAt, addressConfirmed, email }) => [
                position !== null && labels.position({ position }),
                offerExpiresAt && <ListTime at={offerExpiresAt} wrap={(when) => labels.offerUntil({ when })} />,
                !addressConfirmed && email !== null && <span className={cells.waits}>{labels.notConfirmed}</span>,
              ],
            },
            hasBegun && {
              key: 'checkedInAt',
              header: labels.times.column,
              mobile: 'plain',
              render: ({ checkedInAt, checkedOutAt }) => hoursText(checkedInAt, checkedOutAt),
            },
            { key: 'createdAt', header: labels.since, mobile: 'none' },
          ]}
          bulk={{
            isSelectable: ({ status }) => status !== 'CANCELLED' && status !== 'EXPIRED',
            bar: ({ rows }) => (
              <Button
                size="xs"
                variant="default"
                leftSection={<MailIcon size={14} />}
                component={Link}
                to={messageLink(event.id)}
                state={{ signupIds: rows.map(({ id }) => id) }}
              >
                {t.eventMessages.compose}
              </Button>
            ),
          }}
          rowActions={(entry) => <EntryMenu entry={entry} event={event} onOpen={setDialog} />}
        />
      </section>
      <RosterDialogs event={event} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
