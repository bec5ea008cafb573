import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { eventRegistrationsQuery } from './queries';
import { RegistrationFigures } from './registration-figures';

/** Registration on the page of an event. Shows nothing if it was never turned on. */
export function EventRegistration({ eventId, mayManage }: { eventId: string; mayManage: boolean }) {
  const { labels } = useWords('registrations');
  const { data } = useRead(eventRegistrationsQuery, { eventId });
  const registrations = data?.manageRegistrations;
  if (!registrations?.form) return null;
  return (
    <Section
      title={labels.title}
      lead={labels.phases[registrations.form.phase]}
      hasSpaceAbove
      actions={
        <Group gap="xs">
          <Button variant="default" component={Link} to={`/events/${eventId}/registrations`}>
            {labels.open}
          </Button>
          {mayManage && (
            <>
              <Button variant="default" component={Link} to={`/events/${eventId}/door-list`}>
                {labels.doorList}
              </Button>
              <Button variant="default" component={Link} to={`/events/${eventId}/registration`}>
                {labels.settings}
              </Button>
            </>
          )}
        </Group>
      }
    >
      <RegistrationFigures registrations={registrations} />
    </Section>
  );
}
