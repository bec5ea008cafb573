import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/words';
import { Empty } from '../ui/empty';
import { LockIcon } from '../ui/icons';
import { Pending } from '../ui/pending';
import { PageHeader } from '../ui/page-header';
import { ReasonGate } from './reason-gate';
import type { Step } from './record-actions';

interface RecordGateProps<Data, Record> {
  query: UseQueryResult<Data>;
  select: (data: Data) => Record | null;
  title: string;
  back: { to: string; label: string };
  take: Step;
  onReason: (reason: string) => void;
  children: (record: Record) => ReactNode;
}

export function RecordGate<Data, Record>(props: RecordGateProps<Data, Record>) {
  const { query, select, title, back, take, onReason, children } = props;
  const { t } = useWords();
  const { data, error, refetch } = query;
  const record = data && select(data);
  if (record) return children(record);
  if (isRefusal(error, 'REASON_NEEDED')) {
    return <ReasonGate title={title} back={back} take={take} onReason={onReason} />;
  }
  if (data) return <RecordMissing title={title} back={back} />;
  return (
    <div>
      <PageHeader title={title} back={back} />
      {<Pending error={error} retry={refetch} noun={t.common.page} />}
    </div>
  );
}

function RecordMissing({ title, back }: { title: string; back: { to: string; label: string } }) {
  const { record } = useWords('advocacy').t.advocacy;
  return (
    <div>
      <PageHeader title={title} back={back} />
      <Empty title={record.gone} text={record.goneText} icon={<LockIcon size={26} />}>
        <Button component={Link} to={back.to} variant="default">
          {back.label}
        </Button>
      </Empty>
    </div>
  );
}
