import { Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { useWords } from '../words/words';
import type { RosterEntry } from './roster';

const contactQuery = graphql(`
  query EmergencyContact($signupId: ID!) {
    emergencyContact(signupId: $signupId) {
      name
      phone
      relation
    }
  }
`);

/** Whom to call about somebody on a shift. Looking is written down, so it is asked for only when somebody opens it. */
export function ContactDialog({ entry, onClose }: { entry: RosterEntry; onClose: () => void }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers;
  const { data, error, refetch } = useRead(contactQuery, { signupId: entry.id }, { gcTime: 0 });
  const contact = data?.emergencyContact;
  return (
    <Dialog opened onClose={onClose} title={say.contactTitle({ name: entry.name })}>
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={say.contact} />)}
      {data && !contact && <Text>{say.contactNobody}</Text>}
      {contact && (
        <Facts
          facts={[
            { label: say.name, value: contact.name },
            { label: say.phone, value: <a href={`tel:${contact.phone}`}>{phoneText(contact.phone)}</a> },
            { label: say.relation, value: contact.relation },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {say.contactLead}
      </Text>
    </Dialog>
  );
}
