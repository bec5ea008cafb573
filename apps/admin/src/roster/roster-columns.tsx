import { ActionIcon, Anchor, Menu } from '@mantine/core';
import type { Column } from '../parts/lists/data-table';
import { CloseIcon, DotsIcon, MailIcon, MoveIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { isPast, moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { RosterEntry, RosterEvent } from './queries';
import type { RosterDialog } from './roster-dialogs';
import classes from './roster.module.css';

type OpenDialog = (dialog: RosterDialog) => void;

/** What the roster says of a person, and what can be done for them. */
export function useRosterColumns(event: RosterEvent, onOpen: OpenDialog): ReadonlyArray<Column<RosterEntry>> {
  const { t, locale } = useWords();
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const columns: Array<Column<RosterEntry> | null> = [
    {
      key: 'person',
      header: t.roster.person,
      onCard: 'title',
      cell: (entry) => (
        <>
          <span className={classes.name}>{entry.name}</span>
          {entry.locale === 'ES' && <span className={classes.meta}>{t.roster.writesSpanish}</span>}
          {entry.overlapReason && (
            <span className={classes.meta}>{t.roster.overlap({ reason: entry.overlapReason })}</span>
          )}
        </>
      ),
    },
    {
      key: 'contact',
      header: t.roster.contact,
      onCard: 'foot',
      cell: (entry) => (
        <>
          <Anchor href={`mailto:${entry.email}`} className={classes.contact}>
            {entry.email}
          </Anchor>
          {entry.phone && (
            <Anchor href={`tel:${entry.phone}`} className={classes.contact}>
              {entry.phone}
            </Anchor>
          )}
        </>
      ),
    },
    event.shifts.length > 1
      ? { key: 'shift', header: t.roster.shift, cell: (entry) => roles.get(entry.shiftId) ?? '' }
      : null,
    { key: 'status', header: t.roster.status, onCard: 'plain', cell: (entry) => <EntryState entry={entry} /> },
    {
      key: 'since',
      header: t.roster.since,
      onCard: 'none',
      cell: (entry) => <span className={classes.since}>{moment(locale, entry.createdAt)}</span>,
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'corner',
      cell: (entry) => <EntryMenu entry={entry} event={event} onOpen={onOpen} />,
    },
  ];
  return columns.filter((column) => column !== null);
}

function EntryState({ entry }: { entry: RosterEntry }) {
  const { t, locale } = useWords();
  return (
    <>
      <StatusBadge kind="signupStatus" status={entry.status} />
      {entry.position !== null && (
        <span className={classes.meta}>{t.roster.position({ position: entry.position })}</span>
      )}
      {entry.offerExpiresAt && (
        <span className={classes.meta}>{t.roster.offerUntil({ when: moment(locale, entry.offerExpiresAt) })}</span>
      )}
      {!entry.addressConfirmed && <span className={classes.warn}>{t.roster.notConfirmed}</span>}
    </>
  );
}

function EntryMenu({ entry, event, onOpen }: { entry: RosterEntry; event: RosterEvent; onOpen: OpenDialog }) {
  const { t } = useWords();
  const active = entry.status === 'CONFIRMED' || entry.status === 'OFFERED' || entry.status === 'WAITLISTED';
  if (!active) return null;
  // Who was there is a record: afterwards one may still write to somebody, and no more.
  const shift = event.shifts.find(({ id }) => id === entry.shiftId);
  const over = isPast({ status: event.status, endsAt: shift?.endsAt ?? event.endsAt });
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t.common.actionsFor({ name: entry.name })}>
          <DotsIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<MailIcon />} onClick={() => onOpen({ kind: 'message', entry })}>
          {t.roster.message}
        </Menu.Item>
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
