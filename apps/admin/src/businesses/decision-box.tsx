import { Button, Group, Title } from '@mantine/core';
import { listText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { CheckIcon, PersonIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { IfMayChange } from '../parts/ui/page-access';
import { ReasonDialog } from '../parts/ui/reason-dialog';
import { useWords } from '../words/words';
import classes from './businesses.module.css';
import { approveMutation, reasonMutations, takeMutation, type Business, type ReasonStep } from './queries';

export function DecisionBox({ business }: { business: Business }) {
  const { t } = useWords('businesses');
  const labels = t.businesses.decision;
  const [reasonStep, setReasonStep] = useState<ReasonStep | null>(null);
  const { status, renewing } = business;
  if (status !== 'SUBMITTED' && status !== 'IN_REVIEW' && !renewing) return null;
  return (
    <section className={classes.decision} aria-labelledby="decision-title">
      <Title order={2} id="decision-title">
        {renewing ? labels.titleRenewing : labels.title}
      </Title>
      <p className={classes.decisionLead}>{labels.lead}</p>
      <ApprovalList business={business} />
      <CannotApproveReason business={business} />
      <IfMayChange>
        <Group gap="xs">
          <MainStep business={business} />
          <Button variant="default" onClick={() => setReasonStep('changes')}>
            {t.shared.requestChanges}
          </Button>
          {!renewing && (
            <Button variant="default" c="var(--u-clay)" onClick={() => setReasonStep('refuse')}>
              {t.common.decline}
            </Button>
          )}
        </Group>
      </IfMayChange>
      <ReasonDialog
        id={business.id}
        step={reasonStep}
        mutations={reasonMutations}
        words={t.businesses.steps}
        onClose={() => setReasonStep(null)}
      />
    </section>
  );
}

function ApprovalList({ business: { approvals, approvalsNeeded } }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const labels = t.businesses.decision;
  const openCount = Math.max(0, approvalsNeeded - approvals.length);
  return (
    <ol className={classes.yeses} aria-label={labels.yeses}>
      {approvals.map(({ accountId, name, approvedAt }) => (
        <li key={accountId} data-given>
          <CheckIcon />
          <span>
            <strong>{name}</strong> <span className={classes.soft}>{formatDateTime(locale, approvedAt)}</span>
          </span>
        </li>
      ))}
      {Array.from({ length: openCount }, (_, index) => (
        <li key={index}>
          <PersonIcon />
          <span>{approvals.length + index === 0 ? labels.firstOpen : labels.secondOpen}</span>
        </li>
      ))}
    </ol>
  );
}

function CannotApproveReason({ business }: { business: Business }) {
  const { t, words: catalog, locale } = useWords('businesses');
  const labels = t.businesses.decision;
  const { cannotApproveBecause: code, checklist } = business;
  if (code === null) return null;
  const quote = (text: string) => (locale === 'es' ? `«${text}»` : `“${text}”`);
  const missingSteps = checklist.filter(({ required, done }) => required && !done);
  const reasons: Record<string, string> = {
    ...labels.because,
    EVIDENCE_MISSING: labels.evidenceMissing({
      missing: listText(
        locale,
        missingSteps.map(({ kind }) => quote(catalog.enums.evidenceKind[kind])),
      ),
    }),
  };
  return <p className={classes.whyNot}>{reasons[code] ?? labels.because.NOT_IN_REVIEW}</p>;
}

function MainStep({ business }: { business: Business }) {
  const { t } = useWords('businesses');
  const labels = t.businesses.decision;
  const takeReview = useChange(takeMutation, { success: () => labels.taken });
  const approve = useChange(approveMutation, {
    success: ({ approveBusiness }) =>
      approveBusiness.status === 'APPROVED' && !approveBusiness.renewing ? labels.approved : labels.yesNoted,
  });
  const { id, round, status, mayApprove, approvals, approvalsNeeded } = business;
  const input = { id, round };
  if (status === 'SUBMITTED') {
    return (
      <Button
        onClick={() => !takeReview.isPending && takeReview.mutate({ input })}
        aria-disabled={takeReview.isPending}
      >
        {takeReview.isPending ? t.shared.starting : labels.take}
      </Button>
    );
  }
  if (!mayApprove) return null;
  const isLastApproval = approvals.length + 1 >= approvalsNeeded;
  return (
    <Button onClick={() => !approve.isPending && approve.mutate({ input })} aria-disabled={approve.isPending}>
      {approve.isPending ? t.common.saving : isLastApproval ? labels.approveLast : labels.approveFirst}
    </Button>
  );
}
