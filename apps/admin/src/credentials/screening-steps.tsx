import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { useToday } from '../parts/ui/settings';
import { calendarDay, formatDateTime } from '../parts/ui/when';
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
 * A background check step by step, in the order of the law: disclosure, authorisation, result; before a refusal the notice,
 * its time, and the final notice. Only administrators see the steps and take them.
 */
export function ScreeningSteps({ credential, name }: { credential: CredentialRow; name: string }) {
  const today = useToday();
  const { t, locale } = useWords('credentials');
  const say = t.credentials.steps;
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
      aria-label={`${say[what]}: ${name}`}
      onClick={() => set(what)}
    >
      {say[what]}
    </Button>
  );
  return (
    <div className={classes.steps}>
      <Timeline label={say.title({ name })} entries={stepsOf(credential, { say, locale, today })} />
      <div className={classes.buttons}>
        {status === 'AUTHORISED' && button('result', true)}
        {status === 'APPROVED' && credential.counts && button('result')}
        {status === 'UNDER_REVIEW' && (
          <>
            {button('approve')}
            {early ? (
              <span className={classes.quiet}>{say.tooEarly({ day: calendarDay(locale, finalFrom) })}</span>
            ) : (
              button('refuse')
            )}
          </>
        )}
      </div>
      <Dialog opened={doing === 'result'} onClose={close} title={say.result}>
        <ScreeningResult id={credential.id} again={status === 'APPROVED'} onDone={close} />
      </Dialog>
      {(doing === 'approve' || doing === 'refuse') && (
        <ConfirmChange
          opened
          onClose={close}
          title={say[doing]}
          text={say[`${doing}Text`]}
          submit={say[doing]}
          working={t.credentials.working}
          tone={doing === 'approve' ? 'good' : 'warn'}
          mutation={decideMutation}
          variables={() => ({ id: credential.id, approve: doing === 'approve' })}
          done={say[`${doing}Done`]}
        />
      )}
    </div>
  );
}

interface Words {
  say: ReturnType<typeof useWords<'credentials'>>['t']['credentials']['steps'];
  locale: 'en' | 'es';
  today: string;
}

/** Each step with its time; the next one says for whom it waits. */
function stepsOf(credential: CredentialRow, { say, locale, today }: Words): TimelineEntry[] {
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
  const steps = [done('asked', say.asked, createdAt)];
  if (disclosedAt) steps.push(done('disclosed', say.disclosed({ version: textVersion ?? 0 }), disclosedAt));
  else if (!closed) steps.push(next('disclosed', say.toDisclose, say.waitsVolunteer));
  if (authorisedAt)
    steps.push(done('authorised', say.authorised, authorisedAt, say.signedAs({ name: signedName ?? '' })));
  else if (disclosedAt && !closed) steps.push(next('authorised', say.toAuthorise, say.waitsVolunteer));
  if (status === 'AUTHORISED') steps.push(next('result', say.toResult, say.waitsYou));
  if (notifiedAt) {
    steps.push({ ...done('notice', say.notice, notifiedAt, say.noticeText), tone: 'warn' });
    if (status === 'UNDER_REVIEW' && finalFrom) {
      const day = calendarDay(locale, finalFrom);
      steps.push(next('final', today < finalFrom ? say.time({ day }) : say.timeOver({ day }), say.waitsYou));
    }
  }
  if (status === 'APPROVED' && credential.decidedAt) steps.push(done('approved', say.approved, credential.decidedAt));
  if (status === 'REJECTED' && credential.decidedAt) {
    steps.push({ ...done('refused', say.refused, credential.decidedAt, say.refusedText), tone: 'bad' });
  }
  return steps;
}
