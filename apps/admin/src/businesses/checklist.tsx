import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { AlertIcon, CheckIcon, InfoIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './businesses.module.css';
import { EvidenceForm } from './evidence-form';
import type { Business, EvidenceKind } from './queries';

const vettedStatuses: ReadonlyArray<Business['status']> = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED'];

export function Checklist({ business }: { business: Business }) {
  const { t, words: catalog } = useWords('businesses');
  const labels = t.businesses.evidence;
  const [recordedKind, setRecordedKind] = useState<EvidenceKind | null>(null);
  return (
    <Section title={labels.title} lead={labels.lead}>
      <ul className={classes.checklist}>
        {business.checklist.map((step) => (
          <Step key={step.kind} step={step} business={business} onRecord={() => setRecordedKind(step.kind)} />
        ))}
      </ul>
      <Dialog
        opened={recordedKind !== null}
        onClose={() => setRecordedKind(null)}
        title={recordedKind ? catalog.enums.evidenceKind[recordedKind] : ''}
      >
        {recordedKind && <EvidenceForm business={business} kind={recordedKind} onDone={() => setRecordedKind(null)} />}
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
  const { t, words: catalog } = useWords('businesses');
  const labels = t.businesses.evidence;
  const state = failed ? 'failed' : done ? 'done' : 'open';
  const Icon = { done: CheckIcon, failed: AlertIcon, open: InfoIcon }[state];
  const entries = business.evidence.filter((evidence) => evidence.kind === kind);
  const name = catalog.enums.evidenceKind[kind];
  const record = entries.length > 0 ? labels.again : t.common.record;
  return (
    <li data-state={state}>
      <span className={classes.stepIcon}>
        <Icon />
      </span>
      <div className={classes.stepWords}>
        <p className={classes.stepName}>
          {name}
          <span className={classes.stepState}>
            {labels.states[state]}
            {required ? '' : ` · ${labels.optional}`}
          </span>
        </p>
        {kind === 'DOMAIN_MAIL' && !done && <DomainVerification business={business} />}
        {entries.map((evidence) => (
          <EvidenceEntry key={evidence.id} evidence={evidence} />
        ))}
      </div>
      {vettedStatuses.includes(business.status) && (
        <IfMayChange>
          <RowButton label={record} about={name} size="xs" onClick={onRecord} />
        </IfMayChange>
      )}
    </li>
  );
}

function EvidenceEntry({ evidence }: { evidence: Business['evidence'][number] }) {
  const { t, locale } = useWords('businesses');
  const labels = t.businesses.evidence;
  const recorderName = evidence.recordedBy ?? labels.byItself;
  return (
    <div className={classes.look} data-passed={evidence.passed || undefined}>
      {evidence.source && <span>{evidence.source}</span>}
      {evidence.note && <span>{evidence.note}</span>}
      <span className={classes.soft}>
        {evidence.passed ? labels.passed : labels.notPassed} · {recorderName},{' '}
        {formatDateTime(locale, evidence.recordedAt)}
      </span>
    </div>
  );
}

/** The business requests the verification email on its own page. Staff can't verify the domain for it. */
function DomainVerification({ business: { domainVerification } }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const labels = t.businesses.evidence;
  const { state, domain, sentTo, sentAt } = domainVerification;
  return (
    <p className={classes.look}>
      {state === 'SENT' && sentTo && sentAt
        ? labels.mailSent({ address: sentTo, when: formatDateTime(locale, sentAt) })
        : labels.mailNone({ domain })}
    </p>
  );
}
