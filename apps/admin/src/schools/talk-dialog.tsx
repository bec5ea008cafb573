import { Anchor, Button, NativeSelect } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { formatDateTime } from '../parts/ui/dates';
import { IfMayChange } from '../parts/ui/page-access';
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

export function TalkDialog({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const { t, labels, words, locale } = useWords('schools');
  const { schoolTalkStatus, schoolTalkFormat, schoolTalkLanguage } = words.enums;
  const [isDeleting, setIsDeleting] = useState(false);
  const setStatus = useChange(setStatusMutation, { success: () => labels.talkSaved, onDone: onClose });
  if (isDeleting) {
    return (
      <ConfirmChange
        onClose={onClose}
        title={labels.talkDeleteFor({ school: talk.school })}
        text={labels.talkDeleteText}
        submitLabel={t.shared.delete}
        pendingLabel={t.common.deleting}
        mutation={deleteMutation}
        variables={() => ({ id: talk.id })}
        successMessage={labels.talkDeleted}
      />
    );
  }
  const statusBy =
    talk.statusAt && [talk.statusByName, formatDateTime(locale, talk.statusAt)].filter(Boolean).join(', ');
  return (
    <Dialog onClose={onClose} title={talk.school}>
      <Facts
        facts={[
          { label: t.shared.from, value: `${talk.name}, ${talk.role}` },
          {
            label: labels.talkEmail,
            value: (
              <Anchor href={`mailto:${talk.email}`} underline="always">
                {talk.email}
              </Anchor>
            ),
          },
          { label: t.common.phone, value: talk.phone && phoneText(talk.phone) },
          { label: labels.talkWhere, value: [talk.city, talk.postcode].filter(Boolean).join(' ') },
          { label: labels.talkGrades, value: talk.grades },
          { label: labels.talkStudents, value: talk.students.toLocaleString(locale) },
          { label: labels.talkDates, value: talk.preferredDates ?? labels.talkNoDates },
          { label: labels.talkFormat, value: schoolTalkFormat[talk.format] },
          { label: labels.talkLanguage, value: schoolTalkLanguage[talk.talkLanguage] },
          { label: t.shared.for, value: talk.chapterName ?? t.shared.theOrganization },
          { label: labels.talkReceived, value: formatDateTime(locale, talk.receivedAt) },
          { label: labels.talkStatusBy, value: statusBy },
        ]}
      />
      {talk.message && (
        <p className={classes.written} lang={talk.language === 'ES' ? 'es' : 'en'}>
          {talk.message}
        </p>
      )}
      <IfMayChange>
        <NativeSelect
          label={labels.talkSet}
          mb="md"
          value={talk.status}
          disabled={setStatus.isPending}
          onChange={({ currentTarget }) =>
            setStatus.mutate({ id: talk.id, status: currentTarget.value as Talk['status'] })
          }
          data={Object.entries(schoolTalkStatus).map(([value, label]) => ({ value, label }))}
        />
        <Button size="compact-sm" variant="subtle" onClick={() => setIsDeleting(true)}>
          {t.shared.delete}
        </Button>
      </IfMayChange>
    </Dialog>
  );
}
