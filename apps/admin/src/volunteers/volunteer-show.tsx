import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { phoneText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { termName } from '../parts/forms/terms-field';
import { Columns } from '../parts/ui/columns';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { MailIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { AreaPart } from '../session/area-part';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { DataRequestLink } from '../parts/record/data-request-link';
import { Timeline } from '../parts/ui/timeline';
import { formatDateTime } from '../parts/ui/dates';
import { VolunteerCredentials } from '../credentials/volunteer-credentials';
import { useWords } from '../words/words';
import { DataWithoutEmail } from './data-without-email';
import { DeliveryProblem } from './delivery-problem';
import { PossibleDuplicates, Merged } from './merged-volunteers';
import { MessageForm } from './message-form';
import { Notes } from './notes';
import { volunteerQuery, type VolunteerDetails } from './queries';
import { languageNames, partOfWeek } from './availability-text';
import { Standings } from './standings';
import { Tags } from './tags';
import classes from './volunteers.module.css';
import { VolunteerHours } from './volunteer-hours';
import { VolunteerMessages } from './volunteer-messages';
import { VolunteerTexts } from './volunteer-texts';
import { VolunteerSignups } from './volunteer-signups';

export function VolunteerShow() {
  const { t } = useWords('volunteers');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(volunteerQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.volunteers.one} lines={8} />;
  return <Volunteer volunteer={data.volunteer} />;
}

function Volunteer({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, labels, words, locale } = useWords('volunteers');
  const [writing, setWriting] = useState(false);
  const { id, name, email, ahead, past, messages, timeline } = volunteer;
  const kinds = words.enums.volunteerEventKind;
  return (
    <div>
      <PageHeader
        title={name}
        back={{ to: '/volunteers', label: labels.back }}
        badge={volunteer.isMinor && <Badge tone="warn">{labels.minor}</Badge>}
      >
        {email && (
          <Button variant="default" leftSection={<MailIcon />} onClick={() => setWriting(true)}>
            {labels.message}
          </Button>
        )}
        <Button component={Link} to={`/volunteers/${id}/edit`} variant="default">
          {t.common.edit}
        </Button>
      </PageHeader>
      <PossibleDuplicates volunteerId={id} />
      <Columns ratio={1.7}>
        <div>
          <Section title={labels.ahead}>
            <VolunteerSignups label={labels.ahead} signups={ahead} none={labels.noneAhead} hasEmail={email !== null} />
          </Section>
          <Section title={labels.past} hasSpaceAbove>
            <VolunteerSignups label={labels.past} signups={past} none={labels.nonePast} hasEmail={email !== null} />
          </Section>
          <AreaPart area="CREDENTIALS">
            <VolunteerCredentials volunteerId={id} credentials={volunteer.credentials} />
          </AreaPart>
          <AreaPart area="HOURS">
            <VolunteerHours volunteer={volunteer} />
          </AreaPart>
          <VolunteerMessages messages={messages} />
          <VolunteerTexts sms={volunteer.sms} />
          <Section title={t.common.notes} lead={labels.notesLead} hasSpaceAbove>
            <Notes volunteer={volunteer} />
          </Section>
        </div>
        <div>
          <Section title={labels.profile}>
            <Profile volunteer={volunteer} />
            <Standings volunteer={volunteer} />
            <Tags volunteer={volunteer} />
            <Merged volunteer={volunteer} />
          </Section>
          {email === null && <DataWithoutEmail volunteer={volunteer} />}
          <Section title={t.shared.timeline} hasSpaceAbove>
            {timeline.length === 0 && <p className={classes.none}>{labels.noTimeline}</p>}
            <Timeline
              label={t.shared.timeline}
              entries={timeline.map((event) => ({
                key: event.id,
                title: kinds[event.kind],
                when: authorText(labels, formatDateTime(locale, event.at), event.by),
                text: event.kind.startsWith('TAG_') ? event.detail : undefined,
              }))}
            />
          </Section>
        </div>
      </Columns>
      <Dialog opened={writing} onClose={() => setWriting(false)} title={t.shared.messageToName({ name })}>
        <MessageForm selected={{ ids: [id] }} onDone={() => setWriting(false)} onCancel={() => setWriting(false)} />
      </Dialog>
    </div>
  );
}

function authorText(
  labels: { by: (params: { when: string; name: string }) => string },
  when: string,
  name: string | null,
): string {
  return name ? labels.by({ when, name }) : when;
}

function MailAddress({ volunteer }: { volunteer: VolunteerDetails }) {
  const { id, email, addressConfirmed } = volunteer;
  const { t } = useWords('volunteers');
  if (email === null) {
    return (
      <>
        {t.common.noEmail}
        <IfMayChange>
          {' · '}
          <Link to={`/volunteers/${id}/edit`}>{t.volunteers.addEmail}</Link>
        </IfMayChange>
      </>
    );
  }
  return (
    <>
      <a href={`mailto:${email}`}>{email}</a>
      {!addressConfirmed && <Badge tone="warn">{t.volunteers.unconfirmed}</Badge>}
      <DataRequestLink email={email} />
      <DeliveryProblem volunteer={volunteer} />
    </>
  );
}

function Profile({ volunteer }: { volunteer: VolunteerDetails }) {
  const { labels, locale } = useWords('volunteers');
  const { phone, availability, homeChapter } = volunteer;
  const terms = (selected: VolunteerDetails['skills']) => selected.map((term) => termName(locale, term)).join(', ');
  return (
    <Facts
      facts={[
        { label: labels.email, value: <MailAddress volunteer={volunteer} /> },
        { label: labels.phone, value: phone && <a href={`tel:${phone}`}>{phoneText(phone)}</a> },
        { label: labels.calledName, value: volunteer.preferredName },
        { label: labels.chapter, value: homeChapter?.name ?? labels.notYet },
        { label: labels.postcode, value: volunteer.postcode },
        { label: labels.writesIn, value: languageNames(locale, [volunteer.locale.toLowerCase()]) },
        { label: labels.spoken, value: languageNames(locale, volunteer.languages) },
        { label: labels.skills, value: terms(volunteer.skills) },
        { label: labels.interests, value: terms(volunteer.interests) },
        {
          label: labels.availability,
          value: availability.length > 0 && (
            <ul className={classes.plain}>
              {availability.map((part) => (
                <li key={`${part.weekday} ${part.from}`}>{partOfWeek(locale, part)}</li>
              ))}
            </ul>
          ),
        },
        { label: labels.accessibility, value: volunteer.accessibilityNeeds },
        { label: labels.activeAt, value: formatDateTime(locale, volunteer.activeAt) },
        { label: labels.since, value: formatDateTime(locale, volunteer.createdAt) },
      ]}
    />
  );
}
