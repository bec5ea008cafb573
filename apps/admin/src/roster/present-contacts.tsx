import { Anchor, Button } from '@mantine/core';
import { phoneText } from '@upstander/web-kit';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { guestsText } from '../parts/ui/guests-text';
import { PeopleIcon, PrintIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { presentContactsQuery } from './queries';
import classes from './roster.module.css';

/** Each view is recorded, so nothing is kept in the cache. */
export function PresentContacts() {
  const { t } = useWords('roster');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(presentContactsQuery, { eventId: id }, { gcTime: 0 });
  const labels = t.roster.contacts;
  if (!data) return <Pending error={error} retry={refetch} noun={labels.what} />;
  const people = data.presentEmergencyContacts;
  return (
    <div className={classes.contacts}>
      <PageHeader
        title={`${t.roster.contacts.open}: ${data.manageEvent?.title ?? ''}`}
        lead={labels.lead}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      >
        {people.length > 0 && (
          <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
            {t.common.print}
          </Button>
        )}
      </PageHeader>
      {people.length === 0 ? (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<PeopleIcon size={26} />} />
      ) : (
        <>
          <DataTable
            label={labels.list}
            rows={people}
            idOf={({ signupId }) => signupId}
            columns={[
              {
                key: 'name',
                header: t.common.name,
                mobile: 'title',
                secondary: (person) => [
                  person.isMinor && <Badge tone="warn">{t.shared.under18}</Badge>,
                  person.role,
                  guestsText(t, { guests: person.guests, guestNames: [] }),
                ],
              },
              { key: 'phone', header: t.common.phone, render: ({ phone }) => phone && <Phone number={phone} /> },
              {
                key: 'contact',
                header: labels.contact,
                render: ({ contact }) => contact?.name ?? labels.noContact,
                secondary: ({ contact }) => contact?.relation,
              },
              {
                key: 'contactPhone',
                header: labels.contactPhone,
                render: ({ contact }) => contact && <Phone number={contact.phone} />,
              },
            ]}
          />
          <p className={classes.shred}>{labels.shred}</p>
        </>
      )}
    </div>
  );
}

function Phone({ number }: { number: string }) {
  return <Anchor href={`tel:${number}`}>{phoneText(number)}</Anchor>;
}
