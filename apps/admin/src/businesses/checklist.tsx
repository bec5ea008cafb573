import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { AlertIcon, CheckIcon, InfoIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './businesses.module.css';
import { EvidenceForm } from './evidence-form';
import type { Business, EvidenceKind } from './queries';

const vettedStatuses: ReadonlyArray<Business['status']> = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED'];

export function Checklist({ business }: { business: Business }) {
  const { t, words: catalogue } = useWords('businesses');
  const words = t.businesses.evidence;
  const [recording, setRecording] = useState<EvidenceKind | null>(null);
  return (
    <Section title={words.title} lead={words.lead}>
      <ul className={classes.checklist}>
        {business.checklist.map((step) => (
          <Step key={step.kind} step={step} business={business} onRecord={() => setRecording(step.kind)} />
        ))}
      </ul>
      <Dialog
        opened={recording !== null}
        onClose={() => setRecording(null)}
        title={recording ? catalogue.enums.evidenceKind[recording] : ''}
      >
        {recording && <EvidenceForm business={business} kind={recording} onDone={() => setRecording(null)} />}
      </Dialog>
    </Section>
  );
}

interface StepProps {
  step: Business['checklist'][number];
  business: Business;
  onRecord: () => void;
}

function Step({ step: { kind, required, done, failed }, business, onRecord }: StepProps) {
  const { t, words: catalogue } = useWords('businesses');
  const words = t.businesses.evidence;
  const state = failed ? 'failed' : done ? 'done' : 'open';
  const Icon = { done: CheckIcon, failed: AlertIcon, open: InfoIcon }[state];
  const looks = business.evidence.filter((look) => look.kind === kind);
  const name = catalogue.enums.evidenceKind[kind];
  const record = looks.length > 0 ? words.again : words.record;
  return (
    <li data-state={state}>
      <span className={classes.stepIcon}>
        <Icon />
      </span>
      <div className={classes.stepWords}>
        <p className={classes.stepName}>
          {name}
          <span className={classes.stepState}>
            {words.states[state]}
            {required ? '' : ` · ${words.optional}`}
          </span>
        </p>
        {kind === 'DOMAIN_MAIL' && !done && <DomainVerification business={business} />}
        {looks.map((look) => (
          <EvidenceEntry key={look.id} look={look} />
        ))}
      </div>
      {vettedStatuses.includes(business.status) && (
        <Button variant="default" size="xs" onClick={onRecord} aria-label={`${record}: ${name}`}>
          {record}
        </Button>
      )}
    </li>
  );
}

function EvidenceEntry({ look }: { look: Business['evidence'][number] }) {
  const { t, locale } = useWords('businesses');
  const words = t.businesses.evidence;
  const who = look.recordedBy ?? words.byItself;
  return (
    <div className={classes.look} data-passed={look.passed || undefined}>
      {look.source && <span>{look.source}</span>}
      {look.note && <span>{look.note}</span>}
      <span className={classes.soft}>
        {look.passed ? words.passed : words.notPassed} · {who}, {formatDateTime(locale, look.recordedAt)}
      </span>
    </div>
  );
}

/** The business requests the verification email on its own page. Staff can't verify the domain for it. */
function DomainVerification({ business: { domainVerification } }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const words = t.businesses.evidence;
  const { state, domain, sentTo, sentAt } = domainVerification;
  return (
    <p className={classes.look}>
      {state === 'SENT' && sentTo && sentAt
        ? words.mailSent({ address: sentTo, when: formatDateTime(locale, sentAt) })
        : words.mailNone({ domain })}
    </p>
  );
}
