import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from './empty';
import { PageHeader } from './page-header';
import { useWords } from '../../words/words';

/** Shown if an event does not exist or belongs to another chapter. */
export function EventMissing() {
  const { t } = useWords('events');
  const { missing, back } = t.events.show;
  return (
    <div>
      <PageHeader title={missing.title} back={{ to: '/events', label: back }} />
      <Empty title={missing.heading} text={missing.text}>
        <Button component={Link} to="/events">
          {back}
        </Button>
      </Empty>
    </div>
  );
}
