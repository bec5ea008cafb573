import { directoryEntry, graphql } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { DirectoryImport } from './directory-import';
import { SchoolTabs } from './school-tabs';

const directoryQuery = graphql(
  `
    query SchoolDirectory($filter: DirectoryFilter, $first: Int, $after: String) {
      schoolDirectory(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...DirectoryEntryRow
            level
            ncesId
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [directoryEntry],
);

/** What people choose from when they write to a school, and where files of NCES come in. */
export function SchoolDirectory() {
  const { t, words } = useWords('schools');
  const state = useSearchState();
  const say = t.schools;
  const { directoryKind, schoolLevel } = words.enums;
  return (
    <ListPage
      name="school-directory"
      title={say.directoryTitle}
      lead={say.directoryLead}
      above={<SchoolTabs />}
      document={directoryQuery}
      state={state}
      variables={{ filter: { search: state.text(), kind: state.one('kind', directoryKind) } }}
      first={30}
      of="schoolDirectory"
      label={say.directory}
      what={say.directoryWhat}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[{ name: 'kind', label: say.kind, names: directoryKind }]}
      none={{ title: say.directoryNone, text: say.directoryNoneText, icon: <BookIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'name',
          header: say.name,
          under: ({ districtName, madeUp }) => [districtName, madeUp && <Badge>{say.madeUp}</Badge>],
        },
        { key: 'kind', header: say.kind, cell: ({ kind }) => directoryKind[kind] },
        { key: 'level', header: say.level, cell: ({ level }) => level && schoolLevel[level] },
        { key: 'city', header: say.city },
        { key: 'ncesId', header: say.number, onCard: 'none' },
      ]}
    >
      {isAdmin(useMe()) && <DirectoryImport />}
    </ListPage>
  );
}
