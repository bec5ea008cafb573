import { Anchor, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { Timeline } from '../parts/ui/timeline';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { AskContacts } from './ask-contacts';
import { AskDocuments } from './ask-documents';
import { AskGive } from './ask-give';
import { AskLessons } from './ask-lessons';
import { AskLetter } from './ask-letter';
import { AskNotes } from './ask-notes';
import { AskPlan } from './ask-plan';
import { AskShifts } from './ask-shifts';
import { MoveMenu } from './move-menu';
import { advanceMutation, askQuery, type AskDetails } from './queries';
import classes from './schools.module.css';

export function SchoolAskShow() {
  const { t, locale } = useWords('schools');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(askQuery, { id, locale: locale === 'es' ? 'ES' : 'EN' });
  if (!data) return <Pending error={error} retry={refetch} noun={t.schools.one} lines={8} />;
  return data.schoolAsk ? <Ask ask={data.schoolAsk} /> : <NotFound />;
}

function Ask({ ask }: { ask: AskDetails }) {
  const { t, labels, words, locale } = useWords('schools');
  const { schoolAskStatus: steps, schoolAskChangeKind: kinds } = words.enums;
  const { id, school, status, nextStatuses } = ask;
  const advance = useChange(advanceMutation, {
    success: ({ advanceSchoolAsk }) => labels.moved({ school, step: steps[advanceSchoolAsk.status] }),
  });
  return (
    <div>
      <PageHeader
        title={school}
        back={{ to: '/schools', label: labels.back }}
        badge={<StatusBadge kind="schoolAskStatus" status={status} />}
      >
        <MoveMenu
          {...{ school, nextStatuses, isWide: true, pending: advance.isPending }}
          onMove={(to) => advance.mutate({ input: { id, from: status, to } })}
        />
        <AskGive ask={ask} />
      </PageHeader>
      <Columns ratio={1.7}>
        <div>
          <AskPlan key={`${ask.nextStep} ${ask.nextStepOn} ${ask.ownerId}`} ask={ask} />
          <AskContacts ask={ask} />
          <Section title={t.common.notes} hasSpaceAbove>
            <AskNotes ask={ask} />
          </Section>
          <AskLessons ask={ask} />
          <AskDocuments ask={ask} />
          <AskShifts ask={ask} />
        </div>
        <div>
          <Section title={t.shared.details}>
            <About ask={ask} />
          </Section>
          <AskLetter ask={ask} />
          <Section title={labels.laws} lead={labels.lawsLead} hasSpaceAbove>
            <ul className={classes.plain}>
              {ask.statutes.map(({ name, year, asks, url }) => (
                <li key={name}>
                  <Anchor href={url} rel="noreferrer" target="_blank" underline="always">
                    {labels.law({ name, year: String(year), asks })}
                  </Anchor>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t.common.history} hasSpaceAbove>
            <Timeline
              label={t.common.history}
              entries={ask.events.map(({ kind, fromStatus, toStatus, detail, by, at }, i) => ({
                key: String(i),
                title:
                  fromStatus && toStatus
                    ? labels.change({ from: steps[fromStatus], to: steps[toStatus] })
                    : kinds[kind],
                when: by ? labels.by({ when: formatDateTime(locale, at), name: by }) : formatDateTime(locale, at),
                text: kind === 'PLAN' && detail ? calendarDay(locale, detail) : undefined,
              }))}
            />
          </Section>
        </div>
      </Columns>
    </div>
  );
}

function About({ ask }: { ask: AskDetails }) {
  const { t, labels, words, locale } = useWords('schools');
  return (
    <>
      {ask.isFictional && <Badge>{t.shared.example}</Badge>}
      <Facts
        facts={[
          { label: labels.city, value: ask.city },
          { label: labels.district, value: ask.districtName },
          { label: t.shared.chapter, value: ask.chapterName ?? t.shared.theOrganization },
          {
            label: labels.asker,
            value: [words.enums.schoolAsker[ask.asker], ask.name].filter(Boolean).join(', '),
          },
          { label: labels.email, value: ask.email && <a href={`mailto:${ask.email}`}>{ask.email}</a> },
          { label: labels.letterSender, value: words.enums.letterSender[ask.letterSender] },
          { label: t.shared.started, value: formatDateTime(locale, ask.createdAt) },
        ]}
      />
      {ask.students > 0 && (
        <Text size="sm">
          {labels.reached}: {ask.students} ({labels.studentsHint})
        </Text>
      )}
    </>
  );
}
