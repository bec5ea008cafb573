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

/** Everybody we know at schools and districts. */
export function SchoolContactList() {
  const { t } = useWords('schools');
  const state = useSearchState();
  const say = t.schools;
  return (
    <ListPage
      name="school-contacts"
      title={say.contactsTitle}
      lead={say.contactsLead}
      above={<SchoolTabs />}
      document={contactsQuery}
      state={state}
      variables={{ search: state.text() }}
      first={30}
      of="schoolContacts"
      label={say.contacts}
      what={say.contactsWhat}
      search={{ label: say.search, hint: say.searchHint }}
      none={{ title: say.contactsNone, text: say.contactsNoneText, icon: <PeopleIcon size={26} /> }}
      noneFound={say}
      columns={[
        { key: 'name', header: say.name, to: ({ askId }) => `/schools/${askId}`, under: ({ role }) => role },
        { key: 'school', header: say.school },
        { key: 'email', header: say.email },
        { key: 'phone', header: say.phone, cell: ({ phone }) => phone && phoneText(phone) },
      ]}
    />
  );
}
