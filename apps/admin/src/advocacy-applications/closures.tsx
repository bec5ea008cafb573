import { Alert, Button } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { AlertIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './applications.module.css';
import { acknowledgeActionItemsMutation, type Application } from './queries';

interface ClosuresProps {
  application: Application;
  onChange: (application: Application) => void;
}

const stoppingKinds = ['BUSINESS_SUSPENDED', 'BUSINESS_REFUSED'];

/** Shown in full until acknowledged, then on one line. */
export function Closures({ application, onChange }: ClosuresProps) {
  const { t, words, locale } = useWords('applications');
  const labels = t.applications.closure;
  const acknowledgeItems = useChange(acknowledgeActionItemsMutation, {
    quiet: true,
    sealed: true,
    success: () => labels.acknowledged,
    onDone: ({ acknowledgeActionItems }) => onChange(acknowledgeActionItems),
  });
  const { actionItems, businessName: business, state } = application;
  const openItems = actionItems.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const doneItems = actionItems.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  const closureText = ({ kind, closedAt }: (typeof actionItems)[number]) =>
    labels.on({ what: words.enums.closureKind[kind], when: formatDateTime(locale, closedAt) });
  const reason = state?.businessReason ?? state?.opportunityReason;
  const nextStepText = openItems.some(({ kind }) => stoppingKinds.includes(kind))
    ? labels.next.suspended({ business })
    : openItems.some(({ kind }) => kind.startsWith('BUSINESS'))
      ? labels.next.paused({ business })
      : labels.next.opportunity;
  return (
    <>
      {openItems.length > 0 && (
        <Alert color="red" icon={<AlertIcon />} title={labels.title({ business })} mb="lg">
          <ul className={classes.closures}>
            {openItems.map((item) => (
              <li key={item.id}>{closureText(item)}</li>
            ))}
          </ul>
          {reason && <p className={classes.closureText}>{labels.why({ reason })}</p>}
          <p className={classes.closureText}>{nextStepText}</p>
          {application.takenByMe && (
            <>
              <Button
                aria-disabled={acknowledgeItems.isPending}
                onClick={() => acknowledgeItems.isPending || acknowledgeItems.mutate({ applicationId: application.id })}
              >
                {acknowledgeItems.isPending ? t.common.saving : labels.acknowledge}
              </Button>
              <p className={classes.closureText}>{labels.hint}</p>
            </>
          )}
          {acknowledgeItems.error && <Failure error={acknowledgeItems.error} />}
        </Alert>
      )}
      {doneItems.length > 0 && (
        <ul className={classes.closures} data-done>
          {doneItems.map((item) => (
            <li key={item.id}>
              {closureText(item)}
              {item.acknowledgedBy && item.acknowledgedAt && (
                <span className={classes.meta}>
                  {labels.acknowledgedBy({
                    name: item.acknowledgedBy,
                    when: formatDateTime(locale, item.acknowledgedAt),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
