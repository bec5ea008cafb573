import { Modal } from '@mantine/core';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { AddForm } from './add-form';
import { MoveForm } from './move-form';
import { removeSignupMutation, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';

export type RosterDialog = { kind: 'add'; shiftId: string } | { kind: 'move' | 'remove'; entry: RosterEntry };

interface RosterDialogsProps {
  event: RosterEvent;
  dialog: RosterDialog | null;
  onClose: () => void;
}

/** The one dialog that is open, if any. */
export function RosterDialogs({ event, dialog, onClose }: RosterDialogsProps) {
  const { t } = useWords('roster');
  if (dialog === null) return null;
  if (dialog.kind === 'remove') return <Remove entry={dialog.entry} onClose={onClose} />;
  const title = {
    add: () => t.roster.addTitle,
    move: (name: string) => t.roster.moveTitle({ name }),
  }[dialog.kind](dialog.kind === 'add' ? '' : dialog.entry.name);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      {dialog.kind === 'add' && <AddForm event={event} shiftId={dialog.shiftId} onDone={onClose} />}
      {dialog.kind === 'move' && <MoveForm event={event} entry={dialog.entry} onDone={onClose} />}
    </Modal>
  );
}

function Remove({ entry, onClose }: { entry: RosterEntry; onClose: () => void }) {
  const { t } = useWords('roster');
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.roster.removeTitle({ name: entry.name })}
      text={t.roster.removeText}
      reason={{ label: t.roster.removeReason }}
      submit={t.roster.removeSubmit}
      working={t.roster.removing}
      mutation={removeSignupMutation}
      variables={(reason) => ({ id: entry.id, reason: reason === '' ? null : reason })}
      done={t.roster.removed({ name: entry.name })}
    />
  );
}
