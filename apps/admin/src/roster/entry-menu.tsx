import { ActionIcon, Menu } from '@mantine/core';
import { CloseIcon, DotsIcon, MailIcon, MoveIcon, PersonIcon } from '../parts/ui/icons';
import { isPast } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { RosterEvent } from './queries';
import type { RosterEntry } from './roster';
import type { RosterDialog } from './roster-dialogs';

interface EntryMenuProps {
  entry: RosterEntry;
  event: RosterEvent;
  onOpen: (dialog: RosterDialog) => void;
}

/** What can be done for a person on an event. */
export function EntryMenu({ entry, event, onOpen }: EntryMenuProps) {
  const { t } = useWords('roster', 'volunteers');
  const active = entry.status === 'CONFIRMED' || entry.status === 'OFFERED' || entry.status === 'WAITLISTED';
  if (!active) return null;
  // Who was there is a record: afterwards one may still write to somebody, and no more.
  const shift = event.shifts.find(({ id }) => id === entry.shiftId);
  const over = isPast({ status: event.status, endsAt: shift?.endsAt ?? event.endsAt });
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t.common.actionsFor({ name: entry.name })}>
          <DotsIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<MailIcon />} onClick={() => onOpen({ kind: 'message', entry })}>
          {t.roster.message}
        </Menu.Item>
        {mayCall(entry, shift) && (
          <Menu.Item leftSection={<PersonIcon />} onClick={() => onOpen({ kind: 'contact', entry })}>
            {t.volunteers.contact}
          </Menu.Item>
        )}
        {!over && event.shifts.length > 1 && (
          <Menu.Item leftSection={<MoveIcon />} onClick={() => onOpen({ kind: 'move', entry })}>
            {t.roster.move}
          </Menu.Item>
        )}
        {!over && (
          <Menu.Item leftSection={<CloseIcon />} c="var(--u-clay)" onClick={() => onOpen({ kind: 'remove', entry })}>
            {t.roster.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const dayLong = 86_400_000;

/** Whom to call is told around the day of the shift: a day before to a day after. */
function mayCall({ status, addressConfirmed }: RosterEntry, shift: RosterEvent['shifts'][number] | undefined): boolean {
  if (!shift || status !== 'CONFIRMED' || !addressConfirmed) return false;
  const now = Date.now();
  return now >= Date.parse(shift.startsAt) - dayLong && now <= Date.parse(shift.endsAt) + dayLong;
}
