import { Menu } from '@mantine/core';
import { randomUuid } from '../api/new-key';
import { useChange } from '../api/use-api';
import { SignupMenu } from '../parts/signups/signup-menu';
import { BadgeIcon, CheckIcon, ClockIcon, CloseIcon, MoveIcon, PeopleIcon } from '../parts/ui/icons';
import { isPast } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { markAttendanceMutation, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';
import { eligibleFor } from './roster-rules';
import type { RosterDialog } from './roster-dialogs';

interface EntryMenuProps {
  entry: RosterEntry;
  event: RosterEvent;
  onOpen: (dialog: RosterDialog) => void;
}

/** People who attended, or whose shift is over, can't be moved or removed. */
export function EntryMenu({ entry, event, onOpen }: EntryMenuProps) {
  const { t } = useWords('checkIn', 'groups', 'roster');
  const record = useChange(markAttendanceMutation, {
    success: ({ recordAttendance: [outcome] }) => {
      if (outcome?.code === 'RECORDED' || outcome?.code === 'ALREADY') return t.roster.bulk.recorded({ count: 1 });
      const texts: Record<string, ((named: { name: string }) => string) | undefined> = t.checkIn.problem;
      return { warning: (texts[outcome?.code ?? ''] ?? t.checkIn.problem.OTHER)(entry) };
    },
  });
  const shift = event.shifts.find(({ id }) => id === entry.shiftId);
  const isActive = ['CONFIRMED', 'OFFERED', 'WAITLISTED'].includes(entry.status);
  const canChange = isActive && !isPast({ status: event.status, endsAt: shift?.endsAt ?? event.endsAt });
  const mayLead =
    ['CONFIRMED', 'CHECKED_IN'].includes(entry.status) &&
    entry.addressConfirmed &&
    entry.email !== null &&
    !entry.isMinor &&
    !isPast({ status: event.status, endsAt: shift?.endsAt ?? event.endsAt }) &&
    event.status === 'PUBLISHED';
  const hasStarted = shift !== undefined && new Date(shift.startsAt) <= new Date();
  const canAttend = ['CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'].includes(entry.status);
  const hasCome = entry.status === 'CHECKED_IN' || entry.status === 'COMPLETED';
  return (
    <SignupMenu signup={{ ...entry, hasEmail: entry.email !== null }} event={event} shift={shift}>
      {(['CHECK_IN', 'CHECK_OUT', 'NO_SHOW'] as const)
        .filter((kind) => eligibleFor(kind, [entry], event).length > 0)
        .map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<CheckIcon />}
            onClick={() =>
              record.mutate({
                marks: [{ id: randomUuid(), signupId: entry.id, kind, at: new Date().toISOString() }],
              })
            }
          >
            {{ CHECK_IN: t.checkIn.checkIn, CHECK_OUT: t.checkIn.checkOut, NO_SHOW: t.checkIn.noShow }[kind]}
          </Menu.Item>
        ))}
      {entry.groupName !== null && (canChange || hasCome) && (
        <Menu.Item leftSection={<PeopleIcon />} onClick={() => onOpen({ kind: 'group-names', entry })}>
          {t.groups.edit}
        </Menu.Item>
      )}
      {entry.guests > 0 && hasCome && (
        <Menu.Item leftSection={<CheckIcon />} onClick={() => onOpen({ kind: 'who-is-here', entry })}>
          {t.groups.whoIsHere}
        </Menu.Item>
      )}
      {hasStarted && canAttend && event.status !== 'CANCELLED' && (
        <Menu.Item leftSection={<ClockIcon />} onClick={() => onOpen({ kind: 'times', entry })}>
          {t.roster.times.open}
        </Menu.Item>
      )}
      {mayLead && (
        <Menu.Item leftSection={<BadgeIcon />} onClick={() => onOpen({ kind: 'lead', entry })}>
          {entry.leadsShift ? t.roster.shiftLead.dismiss : t.roster.shiftLead.appoint}
        </Menu.Item>
      )}
      {canChange && event.shifts.length > 1 && (
        <Menu.Item leftSection={<MoveIcon />} onClick={() => onOpen({ kind: 'move', entry })}>
          {t.roster.move}
        </Menu.Item>
      )}
      {canChange && (
        <Menu.Item leftSection={<CloseIcon />} c="var(--u-clay)" onClick={() => onOpen({ kind: 'remove', entry })}>
          {t.roster.remove}
        </Menu.Item>
      )}
    </SignupMenu>
  );
}
