import type { TadaDocumentNode } from '@upstander/api-client';
import type { AdminCatalogue } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import type { Column } from '../lists/data-table';
import { Empty } from '../ui/empty';
import { CheckIcon } from '../ui/icons';
import { List, type Connection } from '../lists/list';
import { PageHeader } from '../ui/page-header';
import { useSearchState } from '../lists/use-search-state';
import { Views } from '../lists/views';
import { listVariables, viewOf, views } from './list-views';

type Admin = AdminCatalogue['admin'];

interface RecordListProps<Row> {
  document: TadaDocumentNode<{ records: Connection<Row> }, ReturnType<typeof listVariables>>;
  columns: ReadonlyArray<Column<Row>>;
  words: Admin['applications'] | Admin['consultations'];
  /** Stands where there is nothing at all. */
  icon: ReactNode;
  /** Beside the title. */
  children?: ReactNode;
}

/** Sealed records: whose turn it is. A list holds nothing that a person wrote: not even the name they use. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { document, columns, words, icon, children } = props;
  const { list } = useWords().t.advocacy;
  const state = useSearchState();
  const view = viewOf(state.get('view'));
  const query = useRead(document, listVariables(state.get), { gcTime: 0 });
  const none = {
    open: [words.noneOpenTitle, words.noneOpenText],
    mine: [words.noneMineTitle, words.noneMineText],
    all: [words.noneTitle, words.noneText],
  } as const;
  const [title, text] = none[view];
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        {children}
      </PageHeader>
      <Views
        label={list.views.label}
        views={views}
        names={list.views}
        value={view}
        onChoose={(chosen) => state.set({ view: chosen })}
      />
      <List
        query={query}
        of={({ records }) => records}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={<Empty title={title} text={text} icon={view === 'all' ? icon : <CheckIcon size={26} />} />}
      />
    </div>
  );
}
