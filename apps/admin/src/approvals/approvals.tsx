import { Button } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { CheckIcon, KeyboardIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Pager } from '../parts/lists/pager';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import { approvalsQuery } from './queries';
import { Queue } from './queue';

export function Approvals() {
  const { t } = useWords('approvals');
  const words = t.approvals;
  const state = useSearchState();
  const query = useRead(approvalsQuery, { first: 50, after: state.get('after') || null });
  const { data, error, refetch, isPlaceholderData } = query;
  const rows = data?.approvals.edges.map(({ node }) => node) ?? [];
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        <Button variant="default" leftSection={<KeyboardIcon />} onClick={() => keysHelp.open()}>
          {words.shortcuts}
        </Button>
      </PageHeader>
      {!data && !error && <Loading noun={words.what} lines={6} />}
      {!data && error && <Failure error={error} retry={() => void refetch()} />}
      {data && rows.length === 0 && (
        <Empty title={words.noneTitle} text={words.noneText} icon={<CheckIcon size={26} />} />
      )}
      {data && rows.length > 0 && (
        <>
          <Queue rows={rows} stale={isPlaceholderData} />
          <Pager {...data.approvals} />
        </>
      )}
    </div>
  );
}
