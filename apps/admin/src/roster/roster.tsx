import { Anchor, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Failure } from '../parts/ui/failure';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { clock, isPast } from '../parts/ui/when';
import { guestsText } from '../parts/ui/guests-text';
import { useWords } from '../words/words';
import { EntryMenu } from './entry-menu';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import { RosterDialogs, type RosterDialog } from './roster-dialogs';
import classes from './roster.module.css';
import { ShiftCards } from './shift-cards';
import { ShiftGaps } from './shift-gaps';

export type RosterEntry = RowOf<ResultOf<typeof rosterQuery>, 'roster'>;

/** Who is on the event, waits to be, or was: what a roster is about, unless another state is asked for. */
const active = ['CONFIRMED', 'OFFERED', 'WAITLISTED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'] as const;
const statuses = [...active, 'CANCELLED', 'EXPIRED'] as const;

/** Everybody on an event: how full each shift is, who is on it and in which state, and what to do about it. */
export function Roster() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  if (!event) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={t.roster.what} />;
  return <RosterOf event={event} />;
}

function RosterOf({ event }: { event: RosterEvent }) {
  const { t, words, locale } = useWords('roster');
  const state = useSearchState();
  const [dialog, open] = useState<RosterDialog | null>(null);
  const say = t.roster;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const several = event.shifts.length > 1;
  const withGuests = event.maxGuests > 0;
  const mayAdd = event.status === 'PUBLISHED' && event.shifts.some(({ startsAt }) => new Date(startsAt) > new Date());
  const status = state.one('status', statuses);
  const everybody = state.get('status') === 'all';
  const began = event.shifts.some(({ startsAt }) => new Date(startsAt) <= new Date());
  const hoursText = (from: string | null, to: string | null) =>
    from && [from, ...(to ? [to] : [])].map((at) => clock(locale, new Date(at), event.timeZone)).join(' – ');
  const none = event.status === 'DRAFT' ? say.noneDraftText : say.noneText;

  return (
    <>
      <section aria-labelledby="shifts-title">
        <Title order={2} id="shifts-title" mb="sm">
          {say.shifts}
        </Title>
        <ShiftGaps event={event} />
        <ShiftCards event={event} chosen={state.get('shift')} onChoose={(shift) => state.set({ shift })} />
      </section>
      <section aria-labelledby="roster-title" className={classes.people}>
        <div className={classes.top}>
          <Title order={2} id="roster-title">
            {say.title}
          </Title>
          {mayAdd && (
            <Button leftSection={<PlusIcon />} onClick={() => open({ kind: 'add', shiftId: state.get('shift') })}>
              {say.add}
            </Button>
          )}
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
              status: everybody ? undefined : status ? [status] : [...active],
              addressConfirmed: state.get('status') === 'unconfirmed' ? false : undefined,
            },
          }}
          first={50}
          of="roster"
          label={say.list}
          what={say.what}
          search={{ label: say.searchLabel, hint: say.searchHint }}
          filters={[
            several && {
              name: 'shift',
              label: say.shift,
              any: say.allShifts,
              names: event.shifts.map(({ id, role }) => [id, role] as const),
            },
            {
              name: 'status',
              label: say.status,
              any: say.current,
              names: [
                ...statuses.map((one) => [one, words.enums.signupStatus[one]] as const),
                ['unconfirmed', say.notConfirmed],
                ['all', say.allStates],
              ],
            },
          ]}
          none={{
            title: isPast(event) ? say.noneOverTitle : say.noneTitle,
            text: isPast(event) ? say.noneOverText : none,
            icon: <PeopleIcon size={26} />,
          }}
          noneFound={say}
          columns={[
            {
              key: 'name',
              header: say.person,
              under: (entry) => [
                entry.isMinor && <Badge tone="warn">{say.minor}</Badge>,
                entry.isLead && <Badge tone="good">{say.lead}</Badge>,
                entry.isFirstTime && say.firstTime,
                entry.locale === 'ES' && say.writesSpanish,
                !withGuests && guestsText(t, entry),
                entry.takenOverFromName && say.takenOver({ name: entry.takenOverFromName }),
                entry.overlapReason && say.overlap({ reason: entry.overlapReason }),
              ],
            },
            {
              key: 'email',
              header: say.contact,
              onCard: 'foot',
              cell: ({ email, name, volunteerId }) =>
                email === null ? (
                  <>
                    {t.common.noEmail}
                    {volunteerId && (
                      <>
                        {' · '}
                        <Anchor
                          component={Link}
                          to={`/volunteers/${volunteerId}/edit`}
                          aria-label={`${say.addEmail}: ${name}`}
                        >
                          {say.addEmail}
                        </Anchor>
                      </>
                    )}
                  </>
                ) : (
                  <Anchor href={`mailto:${email}`}>{email}</Anchor>
                ),
              under: ({ phone }) => phone && <Anchor href={`tel:${phone}`}>{phoneText(phone)}</Anchor>,
            },
            withGuests && {
              key: 'guests',
              header: say.guests,
              align: 'end',
              onCard: 'none',
              cell: ({ guests }) => (guests > 0 ? guests : null),
            },
            withGuests && {
              key: 'guestNames',
              header: say.guestNames,
              onCard: 'plain',
              cell: ({ guestNames }) => guestNames.join(', ') || null,
            },
            several && { key: 'shift', header: say.shift, cell: ({ shiftId }) => roles.get(shiftId) ?? '' },
            {
              key: 'status',
              header: say.status,
              onCard: 'plain',
              cell: (entry) => <StatusBadge kind="signupStatus" status={entry.status} />,
              under: ({ position, offerExpiresAt, addressConfirmed, email }) => [
                position !== null && say.position({ position }),
                offerExpiresAt && <ListTime at={offerExpiresAt} say={(when) => say.offerUntil({ when })} />,
                !addressConfirmed && email !== null && <span className={cells.waits}>{say.notConfirmed}</span>,
              ],
            },
            began && {
              key: 'checkedInAt',
              header: say.times.column,
              onCard: 'plain',
              cell: ({ checkedInAt, checkedOutAt }) => hoursText(checkedInAt, checkedOutAt),
            },
            { key: 'createdAt', header: say.since, onCard: 'none' },
          ]}
          rowActions={(entry) => <EntryMenu entry={entry} event={event} onOpen={open} />}
        />
      </section>
      <RosterDialogs event={event} dialog={dialog} onClose={() => open(null)} />
    </>
  );
}
