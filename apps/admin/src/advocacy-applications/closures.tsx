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

const stopped = ['BUSINESS_SUSPENDED', 'BUSINESS_REFUSED'];

/** Closed businesses and opportunities since the application. Shown in full until acknowledged, then on one line. */
export function Closures({ application, onChange }: ClosuresProps) {
  const { t, words, locale } = useWords('applications');
  const labels = t.applications.closure;
  const acknowledge = useChange(acknowledgeActionItemsMutation, {
    quiet: true,
    sealed: true,
    success: () => labels.acknowledged,
    onDone: ({ acknowledgeActionItems }) => onChange(acknowledgeActionItems),
  });
  const { actionItems, businessName: business, state } = application;
  const open = actionItems.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const done = actionItems.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  const what = ({ kind, closedAt }: (typeof actionItems)[number]) =>
    labels.on({ what: words.enums.closureKind[kind], when: formatDateTime(locale, closedAt) });
  const reason = state?.businessReason ?? state?.opportunityReason;
  const next = open.some(({ kind }) => stopped.includes(kind))
    ? labels.next.suspended({ business })
    : open.some(({ kind }) => kind.startsWith('BUSINESS'))
      ? labels.next.paused({ business })
      : labels.next.opportunity;
  return (
    <>
      {open.length > 0 && (
        <Alert color="red" icon={<AlertIcon />} title={labels.title({ business })} mb="lg">
          <ul className={classes.closures}>
            {open.map((item) => (
              <li key={item.id}>{what(item)}</li>
            ))}
          </ul>
          {reason && <p className={classes.closureText}>{labels.why({ reason })}</p>}
          <p className={classes.closureText}>{next}</p>
          {application.takenByMe && (
            <>
              <Button
                aria-disabled={acknowledge.isPending}
                onClick={() => acknowledge.isPending || acknowledge.mutate({ applicationId: application.id })}
              >
                {acknowledge.isPending ? labels.acknowledging : labels.acknowledge}
              </Button>
              <p className={classes.closureText}>{labels.hint}</p>
            </>
          )}
          {acknowledge.error && <Failure error={acknowledge.error} />}
        </Alert>
      )}
      {done.length > 0 && (
        <ul className={classes.closures} data-done>
          {done.map((item) => (
            <li key={item.id}>
              {what(item)}
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
