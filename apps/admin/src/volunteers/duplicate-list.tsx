import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { phoneText } from '@upstander/web-kit';
import { ListPage } from '../parts/lists/list-page';
import { PeopleIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { duplicatesQuery } from './merge-queries';

export function DuplicateList() {
  const { t, words } = useWords('volunteers');
  const noEmail = t.common.noEmail;
  const labels = t.volunteers.merge;
  return (
    <ListPage
      name="volunteer-duplicates"
      labels={{
        title: t.volunteers.merge.duplicates,
        lead: labels.duplicatesLead,
        list: labels.duplicatesList,
        what: labels.duplicatesWhat,
      }}
      document={duplicatesQuery}
      variables={{ volunteerId: null }}
      path="volunteerDuplicates"
      emptyState={{ title: labels.noDuplicatesTitle, text: labels.noDuplicatesText, icon: <PeopleIcon size={26} /> }}
      csv={false}
      columns={[
        {
          key: 'other',
          header: labels.other,
          render: ({ original }) => <Link to={`/volunteers/${original.id}`}>{original.name}</Link>,
          secondary: ({ original }) => [original.email ?? noEmail, original.phone && phoneText(original.phone)],
        },
        {
          key: 'one',
          header: labels.one,
          render: ({ duplicate }) => <Link to={`/volunteers/${duplicate.id}`}>{duplicate.name}</Link>,
          secondary: ({ duplicate }) => [duplicate.email ?? noEmail, duplicate.phone && phoneText(duplicate.phone)],
        },
        {
          key: 'reason',
          header: t.common.reason,
          render: ({ reason }) => words.enums.volunteerDuplicateReason[reason],
        },
      ]}
      rowActions={({ duplicate, original }) => (
        <Button
          component={Link}
          to={`/volunteers/${original.id}/merge/${duplicate.id}`}
          size="compact-sm"
          variant="default"
          aria-label={`${labels.compare}: ${original.email ?? original.name}, ${duplicate.email ?? duplicate.name}`}
        >
          {labels.compare}
        </Button>
      )}
    />
  );
}
