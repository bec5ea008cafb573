import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { useToday } from '../session/settings';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { isAdmin, useMe } from '../session/use-me';
import { type AreaWords, useWords } from '../words/words';
import classes from './credentials.module.css';
import type { CredentialRow } from './queries';
import { ScreeningResult } from './screening-result';

const decideMutation = graphql(`
  mutation DecideScreening($id: ID!, $approve: Boolean!) {
    decideScreening(id: $id, approve: $approve) {
      id
      status
    }
  }
`);

/**
 * Steps of a background check in the legally required order: disclosure, authorization, result; before a denial, the
 * pre-adverse action notice, its waiting period and the final notice. Administrators only.
 */
export function ScreeningSteps({ credential, name }: { credential: CredentialRow; name: string }) {
  const today = useToday();
  const { t, locale } = useWords('credentials');
  const labels = t.credentials.steps;
  const me = useMe();
  const [openDialog, setOpenDialog] = useState<'result' | 'approve' | 'refuse' | null>(null);
  if (!isAdmin(me)) return null;
  const { status, finalFrom } = credential;
  const isEarly = finalFrom !== null && today < finalFrom;
  const close = () => setOpenDialog(null);
  const renderButton = (dialog: 'result' | 'approve' | 'refuse', isPrimary = false) => (
    <RowButton
      label={labels[dialog]}
      about={name}
      variant={isPrimary ? 'filled' : 'default'}
      onClick={() => setOpenDialog(dialog)}
    />
  );
  return (
    <div className={classes.steps}>
      <Timeline label={labels.title({ name })} entries={stepsOf(credential, { labels, locale, today })} />
      <div className={classes.buttons}>
        {status === 'AUTHORISED' && renderButton('result', true)}
        {status === 'APPROVED' && credential.counts && renderButton('result')}
        {status === 'UNDER_REVIEW' && (
          <>
            {renderButton('approve')}
            {isEarly ? (
              <span className={classes.quiet}>{labels.tooEarly({ day: calendarDay(locale, finalFrom) })}</span>
            ) : (
              renderButton('refuse')
            )}
          </>
        )}
      </div>
      <Dialog opened={openDialog === 'result'} onClose={close} title={labels.result}>
        <ScreeningResult id={credential.id} isRepeat={status === 'APPROVED'} onDone={close} />
      </Dialog>
      {(openDialog === 'approve' || openDialog === 'refuse') && (
        <ConfirmChange
          onClose={close}
          title={labels[openDialog]}
          text={labels[`${openDialog}Text`]}
          submitLabel={labels[openDialog]}
          tone={openDialog === 'approve' ? 'good' : 'warn'}
          mutation={decideMutation}
          variables={() => ({ id: credential.id, approve: openDialog === 'approve' })}
          successMessage={labels[`${openDialog}Done`]}
        />
      )}
    </div>
  );
}

interface Words {
  labels: AreaWords<'credentials'>['t']['credentials']['steps'];
  locale: 'en' | 'es';
  today: string;
}

function stepsOf(credential: CredentialRow, { labels, locale, today }: Words): TimelineEntry[] {
  const { status, createdAt, disclosedAt, authorizedAt, signedName, textVersion, notifiedAt, finalFrom } = credential;
  const formatTime = (at: string) => formatDateTime(locale, at);
  const doneEntry = (key: string, title: string, at: string, text?: string): TimelineEntry => ({
    key,
    title,
    when: formatTime(at),
    tone: 'good',
    ...(text && { text }),
  });
  const nextEntry = (key: string, title: string, text: string): TimelineEntry => ({
    key,
    title,
    when: text,
    tone: 'warn',
  });
  const isClosed = status === 'WITHDRAWN' || status === 'REVOKED';
  const steps = [doneEntry('asked', labels.asked, createdAt)];
  if (disclosedAt) steps.push(doneEntry('disclosed', labels.disclosed({ version: textVersion ?? 0 }), disclosedAt));
  else if (!isClosed) steps.push(nextEntry('disclosed', labels.toDisclose, labels.waitsVolunteer));
  if (authorizedAt)
    steps.push(doneEntry('authorised', labels.authorised, authorizedAt, labels.signedAs({ name: signedName ?? '' })));
  else if (disclosedAt && !isClosed) steps.push(nextEntry('authorised', labels.toAuthorise, labels.waitsVolunteer));
  if (status === 'AUTHORISED') steps.push(nextEntry('result', labels.toResult, labels.waitsYou));
  if (notifiedAt) {
    steps.push({ ...doneEntry('notice', labels.notice, notifiedAt, labels.noticeText), tone: 'warn' });
    if (status === 'UNDER_REVIEW' && finalFrom) {
      const day = calendarDay(locale, finalFrom);
      steps.push(
        nextEntry('final', today < finalFrom ? labels.time({ day }) : labels.timeOver({ day }), labels.waitsYou),
      );
    }
  }
  if (status === 'APPROVED' && credential.decidedAt)
    steps.push(doneEntry('approved', labels.approved, credential.decidedAt));
  if (status === 'REJECTED' && credential.decidedAt) {
    steps.push({ ...doneEntry('refused', labels.refused, credential.decidedAt, labels.refusedText), tone: 'bad' });
  }
  return steps;
}
