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

/** An action provided by the record's page. */
export interface Step {
  run: (done?: () => void) => void;
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

/** Actions on a sealed record: take it, record contact, close it, or place a legal hold. */
export function RecordActions({ kind, record, take, close, onChanged }: RecordActionsProps) {
  const words = useWords('advocacy').t.advocacy.record;
  const contacted = useChange(contactedMutation, {
    sealed: true,
    success: () => words.contactedDone,
    onDone: () => onChanged({ status: 'CONTACTED' }),
  });
  const open = isOpen(record);
  const mine = canEdit(record);
  return (
    <>
      {!mine && record.status !== 'WITHDRAWN' && (
        <Button
          variant={open ? 'filled' : 'default'}
          onClick={() => !take.pending && take.run()}
          aria-disabled={take.pending}
        >
          {take.pending ? words.taking : open ? words.take : words.reopen}
        </Button>
      )}
      {mine && record.status === 'NEW' && (
        <Button
          onClick={() => !contacted.isPending && contacted.mutate({ input: { recordId: record.id, kind } })}
          aria-disabled={contacted.isPending}
        >
          {contacted.isPending ? words.contactedWorking : words.contacted}
        </Button>
      )}
      <More kind={kind} record={record} close={close} onChanged={onChanged} />
    </>
  );
}

function More({ kind, record, close, onChanged }: Omit<RecordActionsProps, 'take'>) {
  const words = useWords('advocacy').t.advocacy.record;
  const [asking, setAsking] = useState<'close' | 'hold' | null>(null);
  const done = () => setAsking(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={words.more} px={10}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<EyeIcon />} component={Link} to={`/trail?record=${record.id}`}>
            {words.trail}
          </Menu.Item>
          <Menu.Item onClick={() => setAsking('hold')}>{record.legalHold ? words.lift : words.hold}</Menu.Item>
          {canEdit(record) && (
            <Menu.Item c="var(--u-clay)" onClick={() => setAsking('close')}>
              {words.close}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking === 'close'}
        onClose={done}
        title={words.closeTitle}
        text={words.closeText}
        submitLabel={words.closeSubmit}
        pendingLabel={words.closing}
        pending={close.pending}
        error={close.error}
        onConfirm={() => close.run(done)}
      />
      <LegalHoldDialog opened={asking === 'hold'} onClose={done} kind={kind} record={record} onChanged={onChanged} />
    </>
  );
}
