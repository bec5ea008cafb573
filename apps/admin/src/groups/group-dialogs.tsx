import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import type { RosterEvent } from '../roster/queries';
import type { RosterEntry } from '../roster/roster';
import { useWords } from '../words/words';
import { AddGroupForm } from './add-group-form';
import { GroupNamesForm } from './group-names-form';
import { markAbsentGuestsMutation } from './queries';
import { WhoIsHere } from './who-is-here';

export type GroupDialog =
  | { kind: 'add-group'; shiftId: string }
  | { kind: 'group-names' | 'who-is-here'; entry: RosterEntry };

interface GroupDialogsProps {
  event: RosterEvent;
  dialog: GroupDialog;
  onClose: () => void;
}

export function GroupDialogs({ event, dialog, onClose }: GroupDialogsProps) {
  const { labels } = useWords('groups');
  if (dialog.kind === 'add-group') {
    return (
      <Dialog onClose={onClose} title={labels.add}>
        <AddGroupForm event={event} shiftId={dialog.shiftId} onDone={onClose} />
      </Dialog>
    );
  }
  const { entry } = dialog;
  const group = entry.groupName ?? entry.name;
  return dialog.kind === 'group-names' ? (
    <Dialog onClose={onClose} title={labels.editTitle({ group })}>
      <GroupNamesForm event={event} entry={entry} onDone={onClose} />
    </Dialog>
  ) : (
    <Dialog onClose={onClose} title={labels.whoTitle({ group })}>
      <WhoIsHereNow entry={entry} onDone={onClose} />
    </Dialog>
  );
}

function WhoIsHereNow({ entry, onDone }: { entry: RosterEntry; onDone: () => void }) {
  const { t } = useWords('groups');
  const group = entry.groupName ?? entry.name;
  const save = useChange(markAbsentGuestsMutation, { success: () => t.groups.saved({ group }), onDone });
  return (
    <WhoIsHere
      party={entry}
      pending={save.isPending}
      onCancel={onDone}
      onSave={(absentGuests) => save.mutate({ signupId: entry.id, absentGuests })}
    />
  );
}
