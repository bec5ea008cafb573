import { Modal } from '@mantine/core';
import { GroupDialogs, type GroupDialog } from '../groups/group-dialogs';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { AddForm } from './add-form';
import { MoveForm } from './move-form';
import { appointLeadMutation, dismissLeadMutation, removeSignupMutation, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';
import { TimesForm } from './times-form';

export type RosterDialog =
  | { kind: 'add'; shiftId: string }
  | { kind: 'move' | 'remove' | 'times' | 'lead'; entry: RosterEntry }
  | GroupDialog;

interface RosterDialogsProps {
  event: RosterEvent;
  dialog: RosterDialog | null;
  onClose: () => void;
}

export function RosterDialogs({ event, dialog, onClose }: RosterDialogsProps) {
  const { t } = useWords('roster');
  if (dialog === null) return null;
  if (dialog.kind === 'add-group' || dialog.kind === 'group-names' || dialog.kind === 'who-is-here')
    return <GroupDialogs event={event} dialog={dialog} onClose={onClose} />;
  if (dialog.kind === 'remove') return <Remove entry={dialog.entry} onClose={onClose} />;
  if (dialog.kind === 'lead') return <ShiftLeadDialog entry={dialog.entry} onClose={onClose} />;
  const title = {
    add: () => t.roster.add,
    times: (name: string) => t.roster.times.title({ name }),
    move: (name: string) => t.roster.moveTitle({ name }),
  }[dialog.kind](dialog.kind === 'add' ? '' : dialog.entry.name);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      {dialog.kind === 'add' && <AddForm event={event} shiftId={dialog.shiftId} onDone={onClose} />}
      {dialog.kind === 'times' && <Times event={event} entry={dialog.entry} onDone={onClose} />}
      {dialog.kind === 'move' && <MoveForm event={event} entry={dialog.entry} onDone={onClose} />}
    </Modal>
  );
}

function Times({ event, entry, onDone }: { event: RosterEvent; entry: RosterEntry; onDone: () => void }) {
  const shift = event.shifts.find(({ id }) => id === entry.shiftId);
  return shift && <TimesForm event={event} entry={entry} shift={shift} onDone={onDone} />;
}

function ShiftLeadDialog({ entry, onClose }: { entry: RosterEntry; onClose: () => void }) {
  const { t } = useWords('roster');
  const labels = t.roster.shiftLead;
  const { id, name } = entry;
  const dialog = { opened: true, onClose, variables: () => ({ signupId: id }) };
  return entry.leadsShift ? (
    <ConfirmChange
      {...dialog}
      title={labels.dismissTitle({ name })}
      text={labels.dismissText}
      submitLabel={t.common.remove}
      pendingLabel={t.common.removing}
      mutation={dismissLeadMutation}
      successMessage={labels.dismissed({ name })}
    />
  ) : (
    <ConfirmChange
      {...dialog}
      tone="good"
      title={labels.appointTitle({ name })}
      text={labels.appointText}
      submitLabel={labels.appointSubmit}
      mutation={appointLeadMutation}
      successMessage={labels.appointed({ name })}
    />
  );
}

function Remove({ entry, onClose }: { entry: RosterEntry; onClose: () => void }) {
  const { t } = useWords('roster');
  return (
    <ConfirmChange
      onClose={onClose}
      title={t.shared.removeName({ name: entry.name })}
      text={t.roster.removeText}
      reason={{ label: t.roster.removeReason }}
      submitLabel={t.common.remove}
      pendingLabel={t.common.removing}
      mutation={removeSignupMutation}
      variables={(reason) => ({ id: entry.id, reason: reason === '' ? null : reason })}
      successMessage={t.roster.removed({ name: entry.name })}
    />
  );
}
