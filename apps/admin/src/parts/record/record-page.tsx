import type { TadaDocumentNode } from '@upstander/api-client';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useChange } from '../../api/use-api';
import { useSealedRead } from '../../api/use-sealed';
import { useWords } from '../../words/words';
import type { Fact } from '../ui/facts';
import { PageHeader } from '../ui/page-header';
import { StatusBadge } from '../ui/status-badge';
import { PersonConversation } from './person-talk';
import { RecordActions, type Step } from './record-actions';
import { RecordFacts } from './record-facts';
import { RecordGate } from './record-gate';
import { RecordHolder } from './record-holder';
import classes from './record.module.css';
import { SafeContact } from './safe-contact';
import type { RecordKind, SealedRecord } from './sealed-record';
import { useReloadRecord } from './use-reload-record';

/** Each returns the full record. */
export interface RecordSteps<Opened> {
  read: TadaDocumentNode<{ record: Opened | null }, { id: string; reason?: string | null }>;
  take: TadaDocumentNode<{ record: Opened }, { id: string; reason?: string | null }>;
  close: TadaDocumentNode<{ record: Opened }, { id: string }>;
}

interface RecordPageProps<Opened> {
  kind: RecordKind;
  steps: RecordSteps<Opened>;
  /** Also the window title, so it must be neutral: browsers store titles in their history. */
  title: string;
  back: { to: string; label: string };
  lead: (record: Opened) => string;
  facts: (record: Opened) => readonly Fact[];
  /** Content of the page. `talk` is the conversation with the person. */
  children: (record: Opened, onChange: (record: Opened) => void, talk: ReactNode) => ReactNode;
}

export function RecordPage<Opened extends SealedRecord>(props: RecordPageProps<Opened>) {
  const { id = '' } = useParams();
  return <Gated key={id} id={id} {...props} />;
}

function Gated<Opened extends SealedRecord>({ id, ...page }: RecordPageProps<Opened> & { id: string }) {
  const { t } = useWords('advocacy');
  const { steps, title, back } = page;
  const [reason, setReason] = useState<string | null>(null);
  const { query, setResult } = useSealedRead(steps.read, { id, reason });
  const takeRecord = useChange(steps.take, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.taken,
    onDone: setResult,
  });
  const reloadRecord = useReloadRecord(query);
  const takeStep = {
    run: () => takeRecord.mutate({ id, reason }),
    pending: takeRecord.isPending,
    error: takeRecord.error,
  };
  return (
    <RecordGate
      query={query}
      select={({ record }) => record}
      title={title}
      back={back}
      take={takeStep}
      onReason={setReason}
    >
      {(record) => (
        <OpenRecord
          {...page}
          record={record}
          take={takeStep}
          onChange={(updated) => setResult({ record: updated })}
          onReload={reloadRecord}
          isReloading={query.isFetching}
        />
      )}
    </RecordGate>
  );
}

interface LoadedRecordProps<Opened> extends RecordPageProps<Opened> {
  record: Opened;
  take: Step;
  onChange: (record: Opened) => void;
  onReload: () => void;
  isReloading: boolean;
}

function OpenRecord<Opened extends SealedRecord>(props: LoadedRecordProps<Opened>) {
  const { kind, steps, title, back, lead, facts, children, record, take, onChange, onReload, isReloading } = props;
  const { t } = useWords('advocacy');
  const closeRecord = useChange(steps.close, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.closed,
    onDone: (result) => onChange(result.record),
  });
  return (
    <div>
      <PageHeader
        title={record.nameToUse}
        windowTitle={title}
        lead={lead(record)}
        back={back}
        badge={<StatusBadge kind="recordStatus" status={record.status} />}
      >
        <RecordActions
          kind={kind}
          record={record}
          take={take}
          close={{
            run: (onDone) => closeRecord.mutate({ id: record.id }, { onSuccess: onDone }),
            pending: closeRecord.isPending,
            error: closeRecord.error,
          }}
          onChanged={(change) => onChange({ ...record, ...change })}
        />
      </PageHeader>
      <div className={classes.layout}>
        <div className={classes.contact}>
          <SafeContact contact={record.safeContact} />
        </div>
        <div className={classes.main}>
          <RecordHolder record={record} />
          {children(
            record,
            onChange,
            <PersonConversation
              kind={kind}
              record={record}
              onWritten={(message) =>
                onChange({
                  ...record,
                  messages: [...record.messages, message],
                  notice: record.notice.state === 'READY' ? { ...record.notice, state: 'WAITING' } : record.notice,
                })
              }
              onReload={onReload}
              isReloading={isReloading}
            />,
          )}
        </div>
        <div className={classes.facts}>
          <RecordFacts record={record} extraFacts={facts(record)} />
        </div>
      </div>
    </div>
  );
}
