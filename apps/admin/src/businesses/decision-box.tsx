import { Button, Title } from '@mantine/core';
import { listText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { CheckIcon, PersonIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { ReasonDialog } from '../parts/ui/reason-dialog';
import { useWords } from '../words/words';
import classes from './businesses.module.css';
import { approveMutation, reasonMutations, takeMutation, type Business, type ReasonStep } from './queries';

/** The two approvals a business needs: who gave them, who still can, and why the user can't. */
export function DecisionBox({ business }: { business: Business }) {
  const { t } = useWords('businesses');
  const words = t.businesses.decision;
  const [asking, setAsking] = useState<ReasonStep | null>(null);
  const { status, renewing } = business;
  if (status !== 'SUBMITTED' && status !== 'IN_REVIEW' && !renewing) return null;
  return (
    <section className={classes.decision} aria-labelledby="decision-title">
      <Title order={2} id="decision-title">
        {renewing ? words.titleRenewing : words.title}
      </Title>
      <p className={classes.decisionLead}>{words.lead}</p>
      <ApprovalList business={business} />
      <CannotApproveReason business={business} />
      <div className={classes.buttons}>
        <MainStep business={business} />
        <Button variant="default" onClick={() => setAsking('changes')}>
          {words.changes}
        </Button>
        {!renewing && (
          <Button variant="default" c="var(--u-clay)" onClick={() => setAsking('refuse')}>
            {words.refuse}
          </Button>
        )}
      </div>
      <ReasonDialog
        id={business.id}
        step={asking}
        mutations={reasonMutations}
        words={t.businesses.steps}
        onClose={() => setAsking(null)}
      />
    </section>
  );
}

function ApprovalList({ business: { approvals, approvalsNeeded } }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const words = t.businesses.decision;
  const open = Math.max(0, approvalsNeeded - approvals.length);
  return (
    <ol className={classes.yeses} aria-label={words.yeses}>
      {approvals.map(({ accountId, name, approvedAt }) => (
        <li key={accountId} data-given>
          <CheckIcon />
          <span>
            <strong>{name}</strong> <span className={classes.soft}>{formatDateTime(locale, approvedAt)}</span>
          </span>
        </li>
      ))}
      {Array.from({ length: open }, (_, index) => (
        <li key={index}>
          <PersonIcon />
          <span>{approvals.length + index === 0 ? words.firstOpen : words.secondOpen}</span>
        </li>
      ))}
    </ol>
  );
}

function CannotApproveReason({ business }: { business: Business }) {
  const { t, words: catalogue, locale } = useWords('businesses');
  const words = t.businesses.decision;
  const { cannotApproveBecause: code, checklist } = business;
  if (code === null) return null;
  const quoted = (text: string) => (locale === 'es' ? `«${text}»` : `“${text}”`);
  const missing = checklist.filter(({ required, done }) => required && !done);
  const reasons: Record<string, string> = {
    ...words.because,
    EVIDENCE_MISSING: words.evidenceMissing({
      missing: listText(
        locale,
        missing.map(({ kind }) => quoted(catalogue.enums.evidenceKind[kind])),
      ),
    }),
  };
  return <p className={classes.whyNot}>{reasons[code] ?? words.because.NOT_IN_REVIEW}</p>;
}

function MainStep({ business }: { business: Business }) {
  const { t } = useWords('businesses');
  const words = t.businesses.decision;
  const take = useChange(takeMutation, { success: () => words.taken });
  const approve = useChange(approveMutation, {
    success: ({ approveBusiness }) =>
      approveBusiness.status === 'APPROVED' && !approveBusiness.renewing ? words.approved : words.yesNoted,
  });
  const { id, round, status, mayApprove, approvals, approvalsNeeded } = business;
  const input = { id, round };
  if (status === 'SUBMITTED') {
    return (
      <Button onClick={() => !take.isPending && take.mutate({ input })} aria-disabled={take.isPending}>
        {take.isPending ? words.taking : words.take}
      </Button>
    );
  }
  if (!mayApprove) return null;
  const last = approvals.length + 1 >= approvalsNeeded;
  return (
    <Button onClick={() => !approve.isPending && approve.mutate({ input })} aria-disabled={approve.isPending}>
      {approve.isPending ? words.approving : last ? words.approveLast : words.approveFirst}
    </Button>
  );
}
