import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { CheckIcon, PlusIcon, SendIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useSearchState } from '../parts/lists/use-search-state';
import { Views } from '../parts/lists/views';
import { useWords } from '../words/words';
import { DecideDialogs, type Deciding } from './decide-dialogs';
import { useDisbursementColumns } from './disbursement-columns';
import { Overdue } from './overdue';
import { disbursementsQuery } from './queries';
import { RecordForm } from './record-form';

const statuses = { waiting: ['PROPOSED'], approved: ['APPROVED'], refused: ['REFUSED'] } as const;
const views = ['all', 'waiting', 'approved', 'refused'] as const;

/** What was handed over and what waits for a second person. `?record=<fundraiser>` opens the form for it. */
export function Disbursements() {
  const { t } = useWords();
  const words = t.disbursements;
  const state = useSearchState();
  const view = views.find((each) => each === state.get('view')) ?? 'all';
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const columns = useDisbursementColumns(setDeciding);
  const recording = state.get('record');
  const query = useRead(disbursementsQuery, {
    status: view === 'all' ? null : [...statuses[view]],
    first: 20,
    after: state.get('after') || null,
  });
  const record = (campaignId: string) => state.set({ record: campaignId });
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        <Button leftSection={<PlusIcon />} onClick={() => record('choose')}>
          {words.record}
        </Button>
      </PageHeader>
      <Overdue onRecord={record} />
      <Section title={words.list}>
        <Views
          label={words.views.label}
          views={views}
          names={words.views}
          value={view}
          onChoose={(chosen) => state.set({ view: chosen })}
        />
        <List
          query={query}
          of={({ disbursements }) => disbursements}
          columns={columns}
          label={words.list}
          what={words.what}
          empty={
            view === 'waiting' ? (
              <Empty title={words.noneWaitingTitle} text={words.noneWaitingText} icon={<CheckIcon size={26} />} />
            ) : (
              <Empty title={words.noneTitle} text={words.noneText} icon={<SendIcon size={26} />} />
            )
          }
        />
      </Section>
      <Dialog opened={recording !== ''} onClose={() => record('')} title={words.record} size="lg">
        <RecordForm campaignId={recording === 'choose' ? '' : recording} onDone={() => record('')} />
      </Dialog>
      <DecideDialogs deciding={deciding} onClose={() => setDeciding(null)} />
    </div>
  );
}
