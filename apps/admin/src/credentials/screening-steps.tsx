import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { useToday } from '../session/settings';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
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
  const [doing, set] = useState<'result' | 'approve' | 'refuse' | null>(null);
  if (!isAdmin(me)) return null;
  const { status, finalFrom } = credential;
  const early = finalFrom !== null && today < finalFrom;
  const close = () => set(null);
  const button = (what: 'result' | 'approve' | 'refuse', primary = false) => (
    <Button
      size="compact-sm"
      variant={primary ? 'filled' : 'default'}
      aria-label={`${labels[what]}: ${name}`}
      onClick={() => set(what)}
    >
      {labels[what]}
    </Button>
  );
  return (
    <div className={classes.steps}>
      <Timeline label={labels.title({ name })} entries={stepsOf(credential, { labels, locale, today })} />
      <div className={classes.buttons}>
        {status === 'AUTHORISED' && button('result', true)}
        {status === 'APPROVED' && credential.counts && button('result')}
        {status === 'UNDER_REVIEW' && (
          <>
            {button('approve')}
            {early ? (
              <span className={classes.quiet}>{labels.tooEarly({ day: calendarDay(locale, finalFrom) })}</span>
            ) : (
              button('refuse')
            )}
          </>
        )}
      </div>
      <Dialog opened={doing === 'result'} onClose={close} title={labels.result}>
        <ScreeningResult id={credential.id} again={status === 'APPROVED'} onDone={close} />
      </Dialog>
      {(doing === 'approve' || doing === 'refuse') && (
        <ConfirmChange
          opened
          onClose={close}
          title={labels[doing]}
          text={labels[`${doing}Text`]}
          submitLabel={labels[doing]}
          pendingLabel={t.credentials.working}
          tone={doing === 'approve' ? 'good' : 'warn'}
          mutation={decideMutation}
          variables={() => ({ id: credential.id, approve: doing === 'approve' })}
          successMessage={labels[`${doing}Done`]}
        />
      )}
    </div>
  );
}

interface Words {
  labels: ReturnType<typeof useWords<'credentials'>>['t']['credentials']['steps'];
  locale: 'en' | 'es';
  today: string;
}

function stepsOf(credential: CredentialRow, { labels, locale, today }: Words): TimelineEntry[] {
  const { status, createdAt, disclosedAt, authorisedAt, signedName, textVersion, notifiedAt, finalFrom } = credential;
  const when = (at: string) => formatDateTime(locale, at);
  const done = (key: string, title: string, at: string, text?: string): TimelineEntry => ({
    key,
    title,
    when: when(at),
    tone: 'good',
    ...(text && { text }),
  });
  const next = (key: string, title: string, text: string): TimelineEntry => ({ key, title, when: text, tone: 'warn' });
  const closed = status === 'WITHDRAWN' || status === 'REVOKED';
  const steps = [done('asked', labels.asked, createdAt)];
  if (disclosedAt) steps.push(done('disclosed', labels.disclosed({ version: textVersion ?? 0 }), disclosedAt));
  else if (!closed) steps.push(next('disclosed', labels.toDisclose, labels.waitsVolunteer));
  if (authorisedAt)
    steps.push(done('authorised', labels.authorised, authorisedAt, labels.signedAs({ name: signedName ?? '' })));
  else if (disclosedAt && !closed) steps.push(next('authorised', labels.toAuthorise, labels.waitsVolunteer));
  if (status === 'AUTHORISED') steps.push(next('result', labels.toResult, labels.waitsYou));
  if (notifiedAt) {
    steps.push({ ...done('notice', labels.notice, notifiedAt, labels.noticeText), tone: 'warn' });
    if (status === 'UNDER_REVIEW' && finalFrom) {
      const day = calendarDay(locale, finalFrom);
      steps.push(next('final', today < finalFrom ? labels.time({ day }) : labels.timeOver({ day }), labels.waitsYou));
    }
  }
  if (status === 'APPROVED' && credential.decidedAt)
    steps.push(done('approved', labels.approved, credential.decidedAt));
  if (status === 'REJECTED' && credential.decidedAt) {
    steps.push({ ...done('refused', labels.refused, credential.decidedAt, labels.refusedText), tone: 'bad' });
  }
  return steps;
}
