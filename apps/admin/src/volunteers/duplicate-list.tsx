import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { phoneText } from '@upstander/web-kit';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { duplicatesQuery } from './merge-queries';

/** Records that may be of one person; only for administrators. */
export function DuplicateList() {
  const { t, words } = useWords('volunteers');
  const noEmail = t.common.noEmail;
  const state = useSearchState();
  const say = t.volunteers.merge;
  return (
    <ListPage
      name="volunteer-duplicates"
      title={say.duplicatesTitle}
      lead={say.duplicatesLead}
      document={duplicatesQuery}
      state={state}
      variables={{ volunteerId: null }}
      of="volunteerDuplicates"
      label={say.duplicatesList}
      what={say.duplicatesWhat}
      none={{ title: say.noDuplicatesTitle, text: say.noDuplicatesText, icon: <PeopleIcon size={26} /> }}
      csv={false}
      columns={[
        {
          key: 'other',
          header: say.other,
          cell: ({ other }) => <Link to={`/volunteers/${other.id}`}>{other.name}</Link>,
          under: ({ other }) => [other.email ?? noEmail, other.phone && phoneText(other.phone)],
        },
        {
          key: 'one',
          header: say.one,
          cell: ({ one }) => <Link to={`/volunteers/${one.id}`}>{one.name}</Link>,
          under: ({ one }) => [one.email ?? noEmail, one.phone && phoneText(one.phone)],
        },
        { key: 'reason', header: say.reason, cell: ({ reason }) => words.enums.volunteerDuplicateReason[reason] },
      ]}
      rowActions={({ one, other }) => (
        <Button
          component={Link}
          to={`/volunteers/${other.id}/merge/${one.id}`}
          size="compact-sm"
          variant="default"
          aria-label={`${say.compare}: ${other.email ?? other.name}, ${one.email ?? one.name}`}
        >
          {say.compare}
        </Button>
      )}
    />
  );
}
