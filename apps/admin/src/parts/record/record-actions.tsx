import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Confirm } from '../ui/confirm';
import { DotsIcon, EyeIcon } from '../ui/icons';
import { contactedMutation } from './queries';
import { LegalHoldDialog } from './legal-hold-dialog';
import { canEdit, isOpen, type RecordKind, type SealedRecord } from './sealed-record';

export interface Step {
  run: (closeDialog?: () => void) => void;
  pending: boolean;
  error: unknown;
}

interface RecordActionsProps {
  kind: RecordKind;
  record: SealedRecord;
  take: Step;
  close: Step;
  onChanged: (change: Partial<SealedRecord>) => void;
}

export function RecordActions({ kind, record, take, close, onChanged }: RecordActionsProps) {
  const words = useWords('advocacy').t.advocacy.record;
  const contacted = useChange(contactedMutation, {
    sealed: true,
    success: () => words.contactedDone,
    onDone: () => onChanged({ status: 'CONTACTED' }),
  });
  const isOpenRecord = isOpen(record);
  const canEditRecord = canEdit(record);
  return (
    <>
      {!canEditRecord && record.status !== 'WITHDRAWN' && (
        <Button
          variant={isOpenRecord ? 'filled' : 'default'}
          onClick={() => !take.pending && take.run()}
          aria-disabled={take.pending}
        >
          {take.pending ? words.taking : isOpenRecord ? words.take : words.reopen}
        </Button>
      )}
      {canEditRecord && record.status === 'NEW' && (
        <Button
          onClick={() => !contacted.isPending && contacted.mutate({ input: { recordId: record.id, kind } })}
          aria-disabled={contacted.isPending}
        >
          {contacted.isPending ? words.contactedWorking : words.contacted}
        </Button>
      )}
      <MoreActions kind={kind} record={record} close={close} onChanged={onChanged} />
    </>
  );
}

function MoreActions({ kind, record, close, onChanged }: Omit<RecordActionsProps, 'take'>) {
  const { t } = useWords('advocacy');
  const words = t.advocacy.record;
  const [openDialog, setOpenDialog] = useState<'close' | 'hold' | null>(null);
  const closeDialog = () => setOpenDialog(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={t.common.moreActions} px={8}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<EyeIcon />} component={Link} to={`/trail?record=${record.id}`}>
            {words.trail}
          </Menu.Item>
          <Menu.Item onClick={() => setOpenDialog('hold')}>{record.legalHold ? words.lift : words.hold}</Menu.Item>
          {canEdit(record) && (
            <Menu.Item c="var(--u-clay)" onClick={() => setOpenDialog('close')}>
              {words.close}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={openDialog === 'close'}
        onClose={closeDialog}
        title={words.closeTitle}
        text={words.closeText}
        submitLabel={words.closeSubmit}
        pendingLabel={t.common.closing}
        pending={close.pending}
        error={close.error}
        onConfirm={() => close.run(closeDialog)}
      />
      <LegalHoldDialog
        opened={openDialog === 'hold'}
        onClose={closeDialog}
        kind={kind}
        record={record}
        onChanged={onChanged}
      />
    </>
  );
}
