import { Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { Facts } from '../ui/facts';
import { Pending } from '../ui/pending';

const contactQuery = graphql(`
  query EmergencyContact($signupId: ID!) {
    emergencyContact(signupId: $signupId) {
      name
      phone
      relation
    }
  }
`);

/** Each look is recorded, so it loads only when the dialog opens. */
export function ContactDialog({ signup, onClose }: { signup: { id: string; name: string }; onClose: () => void }) {
  const { labels } = useWords('volunteers');
  const { data, error, refetch } = useRead(contactQuery, { signupId: signup.id }, { gcTime: 0 });
  const contact = data?.emergencyContact;
  return (
    <Dialog onClose={onClose} title={labels.contactTitle({ name: signup.name })}>
      {!data && <Pending error={error} retry={refetch} noun={labels.contact} />}
      {data && !contact && <Text>{labels.contactNobody}</Text>}
      {contact && (
        <Facts
          facts={[
            { label: labels.name, value: contact.name },
            { label: labels.phone, value: <a href={`tel:${contact.phone}`}>{phoneText(contact.phone)}</a> },
            { label: labels.relation, value: contact.relation },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {labels.contactLead}
      </Text>
    </Dialog>
  );
}
