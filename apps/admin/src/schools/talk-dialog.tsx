import { Anchor, Button, NativeSelect } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './schools.module.css';
import type { Talk } from './talk-list';

const setStatusMutation = graphql(`
  mutation SetSchoolTalkStatus($id: ID!, $status: SchoolTalkStatus!) {
    setSchoolTalkStatus(id: $id, status: $status) {
      id
      status
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteSchoolTalk($id: ID!) {
    deleteSchoolTalk(id: $id) {
      ok
    }
  }
`);

/** One request with all its facts. Staff set its status or delete it here. */
export function TalkDialog({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const { t, words, locale } = useWords('schools');
  const say = t.schools;
  const { schoolTalkStatus, schoolTalkFormat, schoolTalkLanguage } = words.enums;
  const [deleting, setDeleting] = useState(false);
  const setStatus = useChange(setStatusMutation, { success: () => say.talkSaved, onDone: onClose });
  if (deleting) {
    return (
      <ConfirmChange
        opened
        onClose={onClose}
        title={say.talkDeleteFor({ school: talk.school })}
        text={say.talkDeleteText}
        submit={say.talkDelete}
        working={say.talkDeleting}
        mutation={deleteMutation}
        variables={() => ({ id: talk.id })}
        done={say.talkDeleted}
      />
    );
  }
  const statusBy =
    talk.statusAt && [talk.statusByName, formatDateTime(locale, talk.statusAt)].filter(Boolean).join(', ');
  return (
    <Dialog opened onClose={onClose} title={talk.school}>
      <Facts
        facts={[
          { label: say.talkFrom, value: `${talk.name}, ${talk.role}` },
          {
            label: say.talkEmail,
            value: (
              <Anchor href={`mailto:${talk.email}`} underline="always">
                {talk.email}
              </Anchor>
            ),
          },
          { label: say.talkPhone, value: talk.phone && phoneText(talk.phone) },
          { label: say.talkWhere, value: [talk.city, talk.postcode].filter(Boolean).join(' ') },
          { label: say.talkGrades, value: talk.grades },
          { label: say.talkStudents, value: talk.students.toLocaleString(locale) },
          { label: say.talkDates, value: talk.preferredDates ?? say.talkNoDates },
          { label: say.talkFormat, value: schoolTalkFormat[talk.format] },
          { label: say.talkLanguage, value: schoolTalkLanguage[talk.talkLanguage] },
          { label: say.talkFor, value: talk.chapterName ?? say.noChapter },
          { label: say.talkReceived, value: formatDateTime(locale, talk.receivedAt) },
          { label: say.talkStatusBy, value: statusBy },
        ]}
      />
      {talk.message && (
        <p className={classes.written} lang={talk.language === 'ES' ? 'es' : 'en'}>
          {talk.message}
        </p>
      )}
      <NativeSelect
        label={say.talkSet}
        mb="md"
        value={talk.status}
        disabled={setStatus.isPending}
        onChange={({ currentTarget }) =>
          setStatus.mutate({ id: talk.id, status: currentTarget.value as Talk['status'] })
        }
        data={Object.entries(schoolTalkStatus).map(([value, label]) => ({ value, label }))}
      />
      <Button size="compact-sm" variant="subtle" onClick={() => setDeleting(true)}>
        {say.talkDelete}
      </Button>
    </Dialog>
  );
}
