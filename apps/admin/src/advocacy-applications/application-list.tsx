import { Button, SegmentedControl } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/empty';
import { CheckIcon, InboxIcon, PlusIcon } from '../parts/icons';
import { List } from '../parts/list';
import { PageHeader } from '../parts/page-header';
import { listVariables, viewOf, views } from '../parts/record/list-views';
import classes from '../parts/record/record-list.module.css';
import { useSearchState } from '../parts/use-search-state';
import { useWords } from '../words/words';
import { useApplicationColumns } from './application-columns';
import { applicationsQuery } from './queries';

/** Who asked to be introduced. The list holds nothing that a person wrote: not even the name they use. */
export function ApplicationList() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useApplicationColumns();
  const view = viewOf(state.get('view'));
  const query = useRead(applicationsQuery, listVariables(state.get), { gcTime: 0 });
  const words = t.applications;
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        <Button component={Link} to="/applications/new" variant="default" leftSection={<PlusIcon />}>
          {words.forPerson}
        </Button>
      </PageHeader>
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
        of={({ sealedApplications }) => sealedApplications}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={
          view === 'all' ? (
            <Empty title={words.noneTitle} text={words.noneText} icon={<InboxIcon size={26} />} />
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
