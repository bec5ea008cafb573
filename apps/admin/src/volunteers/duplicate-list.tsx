import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { phoneText } from '@upstander/web-kit';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { duplicatesQuery } from './merge-queries';

export function DuplicateList() {
  const { t, words } = useWords('volunteers');
  const noEmail = t.common.noEmail;
  const state = useSearchState();
  const labels = t.volunteers.merge;
  return (
    <ListPage
      name="volunteer-duplicates"
      title={labels.duplicatesTitle}
      lead={labels.duplicatesLead}
      document={duplicatesQuery}
      state={state}
      variables={{ volunteerId: null }}
      path="volunteerDuplicates"
      label={labels.duplicatesList}
      noun={labels.duplicatesWhat}
      emptyState={{ title: labels.noDuplicatesTitle, text: labels.noDuplicatesText, icon: <PeopleIcon size={26} /> }}
      csv={false}
      columns={[
        {
          key: 'other',
          header: labels.other,
          render: ({ other }) => <Link to={`/volunteers/${other.id}`}>{other.name}</Link>,
          secondary: ({ other }) => [other.email ?? noEmail, other.phone && phoneText(other.phone)],
        },
        {
          key: 'one',
          header: labels.one,
          render: ({ one }) => <Link to={`/volunteers/${one.id}`}>{one.name}</Link>,
          secondary: ({ one }) => [one.email ?? noEmail, one.phone && phoneText(one.phone)],
        },
        { key: 'reason', header: labels.reason, render: ({ reason }) => words.enums.volunteerDuplicateReason[reason] },
      ]}
      rowActions={({ one, other }) => (
        <Button
          component={Link}
          to={`/volunteers/${other.id}/merge/${one.id}`}
          size="compact-sm"
          variant="default"
          aria-label={`${labels.compare}: ${other.email ?? other.name}, ${one.email ?? one.name}`}
        >
          {labels.compare}
        </Button>
      )}
    />
  );
}
