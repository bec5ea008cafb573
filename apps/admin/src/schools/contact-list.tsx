import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { SchoolTabs } from './school-tabs';

const contactsQuery = graphql(`
  query SchoolContacts($search: String, $first: Int, $after: String) {
    schoolContacts(search: $search, first: $first, after: $after) {
      edges {
        node {
          id
          askId
          name
          role
          school
          email
          phone
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
`);

export function SchoolContactList() {
  const { t, labels } = useWords('schools');
  const state = useSearchState();
  return (
    <ListPage
      name="school-contacts"
      labels={{
        ...labels,
        title: labels.contactsTitle,
        lead: labels.contactsLead,
        list: labels.contacts,
        what: labels.contactsWhat,
      }}
      header={<SchoolTabs />}
      document={contactsQuery}
      variables={{ search: state.text() }}
      first={30}
      path="schoolContacts"
      search={{ label: t.common.search, hint: labels.searchHint }}
      emptyState={{ title: labels.contactsNone, text: labels.contactsNoneText, icon: <PeopleIcon size={26} /> }}
      columns={[
        { key: 'name', header: labels.name, linkTo: ({ askId }) => `/schools/${askId}`, secondary: ({ role }) => role },
        { key: 'school', header: labels.school },
        { key: 'email', header: labels.email },
        { key: 'phone', header: labels.phone, render: ({ phone }) => phone && phoneText(phone) },
      ]}
    />
  );
}
