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

export function SchoolDirectory() {
  const { t, labels, words } = useWords('schools');
  const state = useSearchState();
  const { directoryKind, schoolLevel } = words.enums;
  return (
    <ListPage
      name="school-directory"
      labels={{
        ...labels,
        title: labels.directoryTitle,
        lead: labels.directoryLead,
        list: labels.directory,
        what: labels.directoryWhat,
      }}
      header={<SchoolTabs />}
      document={directoryQuery}
      variables={{ filter: { search: state.text(), kind: state.oneOf('kind', directoryKind) } }}
      first={30}
      path="schoolDirectory"
      search={{ label: t.common.search, hint: labels.searchHint }}
      filters={[{ name: 'kind', label: t.shared.kind, options: directoryKind }]}
      emptyState={{ title: labels.directoryNone, text: labels.directoryNoneText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          secondary: ({ districtName, isFictional }) => [
            districtName,
            isFictional && <Badge>{t.shared.example}</Badge>,
          ],
        },
        { key: 'kind', header: t.shared.kind, render: ({ kind }) => directoryKind[kind] },
        { key: 'level', header: labels.level, render: ({ level }) => level && schoolLevel[level] },
        { key: 'city', header: labels.city },
        { key: 'ncesId', header: labels.number, mobile: 'none' },
      ]}
    >
      {isAdmin(useMe()) && <DirectoryImport />}
    </ListPage>
  );
}
