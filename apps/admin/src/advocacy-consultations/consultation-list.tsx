import { SegmentedControl } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/empty';
import { CheckIcon, TalkIcon } from '../parts/icons';
import { List } from '../parts/list';
import { PageHeader } from '../parts/page-header';
import { listVariables, viewOf, views } from '../parts/record/list-views';
import classes from '../parts/record/record-list.module.css';
import { useSearchState } from '../parts/use-search-state';
import { useWords } from '../words/words';
import { useConsultationColumns } from './consultation-columns';
import { consultationsQuery } from './queries';

/** Who asked for a talk with the legal team; nothing of what they wrote, and no name. */
export function ConsultationList() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useConsultationColumns();
  const view = viewOf(state.get('view'));
  const query = useRead(consultationsQuery, listVariables(state.get), { gcTime: 0 });
  const words = t.consultations;
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead} />
      <div className={classes.views}>
        <SegmentedControl
          aria-label={t.advocacy.list.views.label}
          value={view}
          onChange={(chosen) => state.set({ view: chosen === 'open' ? '' : chosen })}
          data={views.map((value) => ({ value, label: t.advocacy.list.views[value] }))}
        />
      </div>
      <List
        query={query}
        of={({ sealedConsultations }) => sealedConsultations}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={
          view === 'all' ? (
            <Empty title={words.noneTitle} text={words.noneText} icon={<TalkIcon size={26} />} />
          ) : (
            <Empty
              title={view === 'mine' ? words.noneMineTitle : words.noneOpenTitle}
              text={view === 'mine' ? words.noneMineText : words.noneOpenText}
              icon={<CheckIcon size={26} />}
            />
          )
        }
      />
    </div>
  );
}
