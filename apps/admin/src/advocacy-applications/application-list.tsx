import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { InboxIcon, PlusIcon } from '../parts/ui/icons';
import { RecordList } from '../parts/record/record-list';
import { useWords } from '../words/words';
import { useApplicationColumns } from './application-columns';
import { applicationsQuery } from './queries';

/** Who asked to be introduced. */
export function ApplicationList() {
  const words = useWords().t.applications;
  const columns = useApplicationColumns();
  return (
    <RecordList document={applicationsQuery} columns={columns} words={words} icon={<InboxIcon size={26} />}>
      <Button component={Link} to="/applications/new" variant="default" leftSection={<PlusIcon />}>
        {words.forPerson}
      </Button>
    </RecordList>
  );
}
