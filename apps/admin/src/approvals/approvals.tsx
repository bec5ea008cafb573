import { Button } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { CheckIcon, KeyboardIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Pager } from '../parts/lists/pager';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import { approvalsQuery } from './queries';
import { Queue } from './queue';

export function Approvals() {
  const { t, labels } = useWords('approvals');
  const state = useSearchState();
  const query = useRead(approvalsQuery, { first: 50, after: state.get('after') || null });
  const { data, error, refetch, isPlaceholderData } = query;
  const rows = data?.approvals.edges.map(({ node }) => node) ?? [];
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead}>
        <Button variant="default" leftSection={<KeyboardIcon />} onClick={() => keysHelp.open()}>
          {t.shared.keyboardShortcuts}
        </Button>
      </PageHeader>
      {!data && <Pending error={error} retry={refetch} noun={labels.what} lines={6} />}
      {data && rows.length === 0 && (
        <Empty title={t.common.caughtUp} text={labels.noneText} icon={<CheckIcon size={26} />} />
      )}
      {data && rows.length > 0 && (
        <>
          <Queue rows={rows} isStale={isPlaceholderData} />
          <Pager {...data.approvals} />
        </>
      )}
    </div>
  );
}
