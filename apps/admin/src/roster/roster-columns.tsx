import { Anchor } from '@mantine/core';
import { hoursText, phoneText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import { ListTime, type Column } from '../parts/lists/column';
import { clockTime } from '../parts/ui/dates';
import { guestsText } from '../parts/ui/guests-text';
import { IfMayChange } from '../parts/ui/page-access';
import { AreaPart } from '../session/area-part';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import type { AreaWords } from '../words/words';
import { GroupCell } from '../groups/group-cell';
import type { RosterEvent } from './queries';
import type { RosterEntry } from './roster';
import classes from './roster.module.css';

interface RosterColumnsProps {
  event: RosterEvent;
  words: Pick<AreaWords<'roster'>, 't' | 'locale'>;
  /** Null if the user can't edit times. */
  onEditTimes: ((entry: RosterEntry) => void) | null;
}

/** The same columns before, during and after the event. Times and hours appear once it has begun. */
export function rosterColumns(props: RosterColumnsProps): ReadonlyArray<Column<RosterEntry> | false> {
  const { event, words } = props;
  const { t } = words;
  const labels = t.roster;
  const { orders } = labels;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const notConfirmed = <span className={cells.waits}>{labels.notConfirmed}</span>;
  const hasBegun = event.shifts.some(({ checkInOpensAt }) => new Date(checkInOpensAt) <= new Date());
  return [
    {
      key: 'name',
      header: labels.person,
      render: ({ name, groupName }) => <span className={cells.title}>{groupName ?? name}</span>,
      sort: { ascending: ['NAME', orders.NAME] },
      secondary: (entry) => [
        entry.isMinor && <Badge tone="warn">{t.shared.under18}</Badge>,
        entry.leadsShift && <Badge tone="good">{labels.shiftLead.leadsShift}</Badge>,
        entry.isLead && <Badge tone="good">{labels.lead}</Badge>,
        entry.isFirstTime && labels.firstTime,
        entry.locale === 'ES' && labels.writesSpanish,
        entry.groupName === null && guestsText(t, entry),
        entry.takenOverFromName && labels.takenOver({ name: entry.takenOverFromName }),
        entry.overlapReason && labels.overlap({ reason: entry.overlapReason }),
        entry.groupName !== null && <GroupCell entry={entry} />,
      ],
    },
    {
      key: 'email',
      header: labels.email,
      mobile: 'foot',
      render: (entry) => <EmailCell entry={entry} words={words} />,
    },
    {
      key: 'phone',
      header: labels.phone,
      mobile: 'foot',
      render: ({ phone }) =>
        phone && (
          <Anchor className={classes.contact} href={`tel:${phone}`} size="sm">
            {phoneText(phone)}
          </Anchor>
        ),
    },
    event.maxGuests > 0 && {
      key: 'guests',
      header: labels.guests,
      align: 'end',
      wide: true,
      mobile: 'none',
      render: ({ guests }) => (guests > 0 ? guests : null),
    },
    event.shifts.length > 1 && {
      key: 'shift',
      header: t.common.shift,
      sort: { ascending: ['SHIFT', orders.SHIFT] },
      render: ({ shiftId }) => roles.get(shiftId) ?? '',
    },
    {
      key: 'status',
      header: t.common.status,
      mobile: 'corner',
      // An unconfirmed address replaces "Confirmed", so that it fits the column.
      render: (entry) =>
        entry.status === 'CONFIRMED' && isUnconfirmed(entry) ? (
          notConfirmed
        ) : (
          <StatusBadge kind="signupStatus" status={entry.status} />
        ),
      secondary: (entry) => [
        entry.position !== null && labels.position({ position: entry.position }),
        entry.offerExpiresAt && <ListTime at={entry.offerExpiresAt} wrap={(when) => labels.offerUntil({ when })} />,
        entry.status !== 'CONFIRMED' && isUnconfirmed(entry) && notConfirmed,
      ],
    },
    ...attendanceColumns(props),
    // The times of the event replace the time of the sign-up.
    !hasBegun && {
      key: 'createdAt',
      header: labels.since,
      mobile: 'none',
      sort: { ascending: ['SIGNED_UP', orders.SIGNED_UP], descending: ['NEWEST', orders.NEWEST] },
    },
  ];
}

function isUnconfirmed({ addressConfirmed, email }: RosterEntry): boolean {
  return !addressConfirmed && email !== null;
}

function attendanceColumns({
  event,
  words: { t, locale },
  onEditTimes,
}: RosterColumnsProps): ReadonlyArray<Column<RosterEntry> | false> {
  const labels = t.roster;
  const now = new Date();
  if (event.shifts.every(({ checkInOpensAt }) => new Date(checkInOpensAt) > now)) return [];
  const startOf = new Map(event.shifts.map(({ id, startsAt }) => [id, startsAt]));
  const isEditable = ({ status, shiftId }: RosterEntry) =>
    event.status !== 'CANCELLED' &&
    ['CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'].includes(status) &&
    new Date(startOf.get(shiftId) ?? now) <= now;
  const timesOf = ({ checkedInAt, checkedOutAt }: RosterEntry) =>
    [checkedInAt, checkedOutAt]
      .filter((at) => at !== null)
      .map((at) => clockTime(locale, new Date(at), event.timeZone))
      .join(' – ');
  return [
    {
      key: 'checkedInAt',
      header: labels.times.column,
      sort: { ascending: ['ARRIVED', labels.orders.ARRIVED] },
      render: (entry) => {
        const times = timesOf(entry);
        if (!onEditTimes || !isEditable(entry)) return times || null;
        const { name } = entry;
        return (
          <button
            type="button"
            className={classes.times}
            data-empty={times === '' || undefined}
            aria-label={times ? labels.times.edit({ name, times }) : labels.times.addFor({ name })}
            onClick={() => onEditTimes(entry)}
          >
            {times || labels.times.add}
          </button>
        );
      },
      secondary: ({ earlyReason, checkedInByLead }) => [
        earlyReason && labels.early({ reason: earlyReason }),
        checkedInByLead && labels.shiftLead.byLead({ name: checkedInByLead }),
      ],
    },
    {
      key: 'minutes',
      header: labels.hours,
      align: 'end',
      render: ({ minutes }) => minutes !== null && hoursText(locale, minutes),
    },
  ];
}

function EmailCell({ entry, words }: { entry: RosterEntry; words: RosterColumnsProps['words'] }) {
  const { t } = words;
  const { email, name, volunteerId } = entry;
  if (email !== null)
    return (
      <Anchor className={classes.contact} href={`mailto:${email}`} size="sm">
        {email}
      </Anchor>
    );
  return (
    <>
      {t.common.noEmail}
      {volunteerId && (
        <AreaPart area="VOLUNTEERS">
          <IfMayChange>
            {' · '}
            <Anchor
              component={Link}
              to={`/volunteers/${volunteerId}/edit`}
              aria-label={`${t.roster.addEmail}: ${name}`}
              size="sm"
            >
              {t.roster.addEmail}
            </Anchor>
          </IfMayChange>
        </AreaPart>
      )}
    </>
  );
}
