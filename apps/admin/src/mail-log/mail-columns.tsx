import { Button } from '@mantine/core';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { StatusBadge } from '../parts/ui/status-badge';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './mail-log.module.css';
import type { MailRow } from './queries';

/** What the log says of a mail. */
export function useMailColumns(onRetry: (mail: MailRow) => void): ReadonlyArray<Column<MailRow>> {
  const { t, locale } = useWords();
  const kinds: Record<string, string> = t.mailLog.templates;
  return [
    {
      key: 'recipient',
      header: t.mailLog.recipient,
      onCard: 'title',
      cell: (mail) => (
        <>
          <span className={classes.recipient}>{mail.recipient}</span>
          <span className={cells.meta}>{kinds[mail.template] ?? mail.template}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.mailLog.status,
      onCard: 'plain',
      width: '40%',
      cell: (mail) => (
        <>
          <StatusBadge kind="mailStatus" status={mail.status} />
          {mail.attempts > 1 && (
            <span className={classes.tries}>{t.mailLog.attemptsCount({ count: mail.attempts })}</span>
          )}
          {mail.lastError && (
            <span className={classes.why}>
              <span className={classes.whyName}>{t.mailLog.why}: </span>
              {mail.lastError}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'when',
      header: t.mailLog.when,
      cell: (mail) => (
        <span className={classes.when}>
          {mail.sentAt ? moment(locale, mail.sentAt) : t.mailLog.dueAt({ when: moment(locale, mail.dueAt) })}
        </span>
      ),
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'corner',
      cell: (mail) =>
        mail.status === 'FAILED' || mail.status === 'BOUNCED' ? (
          <Button
            variant="default"
            size="xs"
            aria-label={t.mailLog.retryFor({ recipient: mail.recipient })}
            onClick={() => onRetry(mail)}
          >
            {t.mailLog.retry}
          </Button>
        ) : null,
    },
  ];
}
