import { Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { randomUuid } from '../api/new-key';
import { useChange } from '../api/use-api';
import { MessageButton } from '../event-messages/message-button';
import { Dialog } from '../parts/ui/dialog';
import { ClockIcon, MoveIcon } from '../parts/ui/icons';
import { TagForm } from '../volunteers/tag-form';
import { useWords } from '../words/words';
import { markAttendanceMutation, type RosterEvent } from './queries';
import { MoveSelected } from './move-selected';
import type { RosterEntry } from './roster';
import { eligibleFor, type MarkKind } from './roster-rules';

interface RosterBulkProps {
  event: RosterEvent;
  rows: readonly RosterEntry[];
  onDone: () => void;
}

/** Actions for the selected people: message, attendance, move, tag. */
export function RosterBulk({ event, rows, onDone }: RosterBulkProps) {
  const { t } = useWords('roster');
  const labels = t.roster.bulk;
  const [openDialog, setOpenDialog] = useState<'move' | 'tag' | null>(null);
  const close = () => setOpenDialog(null);
  const finish = () => {
    close();
    onDone();
  };
  const movable = rows.filter(({ status }) => ['CONFIRMED', 'OFFERED', 'WAITLISTED'].includes(status));
  return (
    <>
      <MessageButton size="xs" event={event} signupIds={rows.map(({ id }) => id)}>
        {t.common.message}
      </MessageButton>
      <AttendanceMenu event={event} rows={rows} onDone={onDone} />
      {event.status === 'PUBLISHED' && event.shifts.length > 1 && movable.length > 0 && (
        <Button size="xs" variant="default" leftSection={<MoveIcon size={14} />} onClick={() => setOpenDialog('move')}>
          {t.shared.move}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setOpenDialog('tag')}>
        {labels.tag}
      </Button>
      <Dialog opened={openDialog === 'move'} onClose={close} title={labels.moveTitle({ count: movable.length })}>
        <MoveSelected event={event} people={movable} onDone={finish} onCancel={close} />
      </Dialog>
      <Dialog opened={openDialog === 'tag'} onClose={close} title={labels.tagTitle({ count: rows.length })}>
        <TagSelected rows={rows} onDone={finish} onCancel={close} />
      </Dialog>
    </>
  );
}

function AttendanceMenu({ event, rows, onDone }: RosterBulkProps) {
  const { t } = useWords('checkIn', 'roster');
  const labels = t.roster.bulk;
  const mark = useChange(markAttendanceMutation, {
    success: ({ recordAttendance }, { marks }) => {
      const refused = recordAttendance.filter(({ code }) => code !== 'RECORDED' && code !== 'ALREADY');
      const recorded = labels.recorded({ count: recordAttendance.length - refused.length });
      if (refused.length === 0) return recorded;
      const problems = refused.map(({ markId, code }) => {
        const signupId = [marks].flat().find(({ id }) => id === markId)?.signupId;
        const texts: Record<string, ((named: { name: string }) => string) | undefined> = t.checkIn.problem;
        return (texts[code] ?? t.checkIn.problem.OTHER)({ name: rows.find(({ id }) => id === signupId)?.name ?? '' });
      });
      return { warning: [recorded, ...problems].join(' ') };
    },
    onDone,
  });
  const record = (kind: MarkKind) => {
    const at = new Date().toISOString();
    const marks = eligibleFor(kind, rows, event).map(({ id }) => ({ id: randomUuid(), signupId: id, kind, at }));
    mark.mutate({ marks });
  };
  const choices = (
    [
      ['CHECK_IN', labels.checkIn],
      ['CHECK_OUT', labels.checkOut],
      ['NO_SHOW', labels.noShow],
    ] as const
  ).map(([kind, label]) => ({ kind, label, count: eligibleFor(kind, rows, event).length }));
  if (choices.every(({ count }) => count === 0)) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<ClockIcon size={14} />} aria-disabled={mark.isPending}>
          {labels.attendance}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ kind, label, count }) => (
          <Menu.Item key={kind} disabled={count === 0 || mark.isPending} onClick={() => record(kind)}>
            {label({ count })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface TagSelectedProps {
  rows: readonly RosterEntry[];
  onDone: () => void;
  onCancel: () => void;
}

/** People whose address isn't confirmed have no record that the chapter may change. */
function TagSelected({ rows, onDone, onCancel }: TagSelectedProps) {
  const { t } = useWords('roster');
  const ids = [...new Set(rows.map(({ volunteerId }) => volunteerId).filter((id) => id !== null))];
  const unknown = rows.filter(({ volunteerId }) => volunteerId === null).length;
  if (ids.length === 0) return <Text>{t.roster.bulk.tagNobody}</Text>;
  return (
    <>
      {unknown > 0 && <Text size="sm">{t.roster.bulk.tagUnknown({ count: unknown })}</Text>}
      <TagForm selected={{ ids }} onDone={onDone} onCancel={onCancel} />
    </>
  );
}
