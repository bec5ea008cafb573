import { languageName, type AdminCatalogue } from '@upstander/web-kit';
import type { TadaDocumentNode } from '@upstander/api-client';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import cells from '../lists/cells.module.css';
import type { Column } from '../lists/column';
import type { Connection } from '../lists/connection';
import { ListPage } from '../lists/list-page';
import { useSearchState } from '../lists/list-state';
import { CheckIcon } from '../ui/icons';
import { fromNow } from '../ui/when';
import { openStates, type RecordStatus, type SealedRecord } from './sealed-record';

type Admin = AdminCatalogue['admin'];

/** The same question for both kinds of record. */
interface Asked {
  filter?: { status?: RecordStatus[] | null; mine?: boolean | null; needsAttention?: boolean | null } | null;
  first?: number | null;
  after?: string | null;
}

type Row = Pick<SealedRecord, 'id' | 'createdAt' | 'language' | 'takenBy' | 'takenByMe'> & { unread: number };

interface RecordListProps<Of extends Row> {
  name: 'applications' | 'consultations';
  document: TadaDocumentNode<{ records: Connection<Of> }, Asked>;
  /** What a row is called, and what else stands by its name. */
  header: string;
  title: (row: Of) => string;
  under: (row: Of) => readonly ReactNode[];
  columns: ReadonlyArray<Column<Of>>;
  /** Stands where there is nothing at all. */
  icon: ReactNode;
  /** Text of an empty view of action items, for records that can have them. */
  attention?: { title: string; text: string };
  buttons?: ReactNode;
}

const views = {
  open: { status: [...openStates] },
  mine: { status: [...openStates], mine: true },
  attention: { needsAttention: true },
  all: {},
};

/** Sealed records: whose turn it is. A list holds nothing that a person wrote: not even the name they use. */
export function RecordList<Of extends Row>(props: RecordListProps<Of>) {
  const { name, document, header, title, under, columns, icon, buttons, attention } = props;
  const { t, locale } = useWords('advocacy', name);
  const state = useSearchState();
  const { list } = t.advocacy;
  const say: Admin['applications'] | Admin['consultations'] = t[name];
  const asked = state.one('view', views) ?? 'open';
  const view = asked === 'attention' && !attention ? 'open' : asked;
  const none = {
    open: { title: say.noneOpenTitle, text: say.noneOpenText, icon: <CheckIcon size={26} /> },
    mine: { title: say.noneMineTitle, text: say.noneMineText, icon: <CheckIcon size={26} /> },
    attention: { title: attention?.title ?? '', text: attention?.text ?? '', icon: <CheckIcon size={26} /> },
    all: { title: say.noneTitle, text: say.noneText, icon },
  };
  return (
    <ListPage
      name={name}
      title={say.title}
      lead={say.lead}
      buttons={buttons}
      document={document}
      state={state}
      variables={{ filter: views[view] }}
      first={20}
      of="records"
      sealed
      label={say.list}
      what={say.what}
      views={{
        views: Object.keys(views).filter((one) => attention || one !== 'attention'),
        names: list.views,
        value: view,
      }}
      none={none[view]}
      columns={[
        {
          key: 'what',
          header,
          onCard: 'title',
          width: '42%',
          to: ({ id }) => `/${name}/${id}`,
          cell: title,
          under: (row) => [
            ...under(row),
            languageName(locale, row.language.toLowerCase()),
            row.unread > 0 && <span className={cells.waits}>{list.unread({ count: row.unread })}</span>,
          ],
        },
        { key: 'createdAt', header: list.asked, cell: ({ createdAt }) => fromNow(locale, createdAt) },
        {
          key: 'takenBy',
          header: list.takenBy,
          cell: ({ takenBy, takenByMe }) =>
            takenByMe ? list.you : (takenBy ?? <span className={cells.waits}>{list.nobody}</span>),
        },
        ...columns,
      ]}
    />
  );
}
