import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { CheckIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { useDisputeColumns } from './dispute-columns';
import classes from './disputes.module.css';
import { FraudWarnings } from './fraud-warnings';
import { disputesQuery } from './queries';

/** Disputes and the warnings before them; the open ones unless all are asked for. */
export function Disputes() {
  const { t } = useWords();
  const state = useSearchState();
  const all = state.get('which') === 'all';
  const query = useRead(disputesQuery, {
    open: all ? null : true,
    first: 30,
    after: state.get('after') || null,
  });
  const columns = useDisputeColumns();

  return (
    <div>
      <PageHeader title={t.disputes.title} lead={t.disputes.lead} />
      <div className={classes.filters} role="search">
        <Choice
          label={t.disputes.which}
          any={t.disputes.open}
          value={all ? 'all' : ''}
          onChoose={(which) => state.set({ which })}
          names={{ all: t.disputes.all }}
        />
      </div>
      <List
        query={query}
        of={(data) => data.disputes}
        columns={columns}
        label={t.disputes.list}
        what={t.disputes.what}
        empty={
          <Empty
            title={all ? t.disputes.noneTitle : t.disputes.noneOpenTitle}
            text={t.disputes.noneOpenText}
            icon={<CheckIcon size={26} />}
          />
        }
      />
      <FraudWarnings all={all} />
    </div>
  );
}
