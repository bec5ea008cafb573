import { languageName, type AdminCatalog } from '@upstander/web-kit';
import type { TadaDocumentNode } from '@upstander/api-client';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import cells from '../lists/cells.module.css';
import type { Column } from '../lists/column';
import type { Connection } from '../lists/connection';
import { ListPage } from '../lists/list-page';
import { useSearchState } from '../lists/list-state';
import { CheckIcon } from '../ui/icons';
import { relativeTime } from '../ui/dates';
import { openStatuses, type RecordStatus, type SealedRecord } from './sealed-record';

type Admin = AdminCatalog['admin'];

interface ListVariables {
  filter?: { status?: RecordStatus[] | null; mine?: boolean | null; needsAttention?: boolean | null } | null;
  first?: number | null;
  after?: string | null;
}

type Row = Pick<SealedRecord, 'id' | 'createdAt' | 'language' | 'takenBy' | 'takenByMe'> & { unread: number };

interface RecordListProps<Of extends Row> {
  name: 'applications' | 'consultations';
  document: TadaDocumentNode<{ records: Connection<Of> }, ListVariables>;
  header: string;
  title: (row: Of) => string;
  secondary: (row: Of) => readonly ReactNode[];
  columns: ReadonlyArray<Column<Of>>;
  icon: ReactNode;
  /** Text of an empty view of action items, for records that can have them. */
  attentionText?: { title: string; text: string };
  buttons?: ReactNode;
}

const views = {
  open: { status: [...openStatuses] },
  mine: { status: [...openStatuses], mine: true },
  attention: { needsAttention: true },
  all: {},
};

/** List of sealed records by assignment. Contains nothing a person wrote, not even their alias. */
export function RecordList<Of extends Row>(props: RecordListProps<Of>) {
  const { name, document, header, title, secondary, columns, icon, buttons, attentionText } = props;
  const { t, locale } = useWords('advocacy', name);
  const state = useSearchState();
  const { list } = t.advocacy;
  const labels: Admin['applications'] | Admin['consultations'] = t[name];
  const requestedView = state.oneOf('view', views) ?? 'open';
  const view = requestedView === 'attention' && !attentionText ? 'open' : requestedView;
  const emptyState = {
    open: { title: labels.noneOpenTitle, text: labels.noneOpenText, icon: <CheckIcon size={26} /> },
    mine: { title: labels.noneMineTitle, text: t.shared.assignOneToYourself, icon: <CheckIcon size={26} /> },
    attention: { title: attentionText?.title ?? '', text: attentionText?.text ?? '', icon: <CheckIcon size={26} /> },
    all: { title: labels.noneTitle, text: labels.noneText, icon },
  };
  return (
    <ListPage
      name={name}
      labels={labels}
      buttons={buttons}
      document={document}
      variables={{ filter: views[view] }}
      first={20}
      path="records"
      sealed
      views={{
        views: Object.keys(views).filter((viewName) => attentionText || viewName !== 'attention'),
        labels: list.views,
        value: view,
      }}
      emptyState={emptyState[view]}
      columns={[
        {
          key: 'what',
          header,
          mobile: 'title',
          linkTo: ({ id }) => `/${name}/${id}`,
          render: title,
          secondary: (row) => [
            ...secondary(row),
            languageName(locale, row.language.toLowerCase()),
            row.unread > 0 && <span className={cells.waits}>{list.unread({ count: row.unread })}</span>,
          ],
        },
        { key: 'createdAt', header: list.asked, render: ({ createdAt }) => relativeTime(locale, createdAt) },
        {
          key: 'takenBy',
          header: list.takenBy,
          render: ({ takenBy, takenByMe }) =>
            takenByMe ? list.you : (takenBy ?? <span className={cells.waits}>{list.nobody}</span>),
        },
        ...columns,
      ]}
    />
  );
}
