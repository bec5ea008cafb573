import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { AlertIcon, CheckIcon, InfoIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { formatShortDateTime } from '../parts/ui/dates';
import { canSeeMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import classes from './home.module.css';
import { financeActionItemsQuery, type MoneyTask } from './money-queries';

type Kind = MoneyTask['kind'];

/** Links for each kind of pending finance item. Externally set deadlines come first, then waiting people. */
const places: ReadonlyArray<{ kind: Kind; to: string; tone: 'bad' | 'warn' | 'calm' }> = [
  { kind: 'DISPUTES_DUE', to: '/disputes', tone: 'bad' },
  { kind: 'FRAUD_WARNINGS', to: '/disputes?view=warnings', tone: 'bad' },
  { kind: 'REFUNDS_TO_APPROVE', to: '/gifts/refunds', tone: 'warn' },
  { kind: 'CAMPAIGNS_TO_REVIEW', to: '/fundraisers?view=review', tone: 'warn' },
  { kind: 'DISBURSEMENTS_TO_APPROVE', to: '/disbursements?view=waiting', tone: 'warn' },
  { kind: 'DISBURSEMENTS_OVERDUE', to: '/disbursements', tone: 'bad' },
  { kind: 'DISCREPANCIES', to: '/reconciliation/discrepancies', tone: 'bad' },
  { kind: 'PAYOUTS_UNCONFIRMED', to: '/reconciliation', tone: 'calm' },
  { kind: 'BENEFICIARY_CHECKS_DUE', to: '/beneficiaries', tone: 'warn' },
  { kind: 'TAX_NUMBER_MISSING', to: '/beneficiaries', tone: 'warn' },
  { kind: 'PLEDGES_OVERDUE', to: '/gifts/pledges', tone: 'calm' },
];

export function FinanceActionItems() {
  const { t } = useWords('home', 'money');
  const title = canSeeMoney(useMe()) ? t.money.needs.title : t.home.needsYou;
  const { data, error, refetch } = useRead(financeActionItemsQuery, {});
  const waiting = places.flatMap((place) => {
    const task = data?.moneyTasks.find(({ kind, count }) => kind === place.kind && count > 0);
    return task ? [{ ...place, task }] : [];
  });
  return (
    <section aria-labelledby="finance-action-items">
      <Title order={2} id="finance-action-items" mb="sm">
        {title}
      </Title>
      {!data && !error && <Loading noun={title} lines={2} />}
      {!data && error && <Failure error={error} retry={() => void refetch()} />}
      {data && waiting.length === 0 && (
        <div className={classes.calm}>
          <span className={classes.calmIcon}>
            <CheckIcon size={20} />
          </span>
          <Text fw={600}>{t.money.needs.calm}</Text>
        </div>
      )}
      {waiting.length > 0 && (
        <ul className={classes.needs}>
          {waiting.map(({ kind, to, tone, task }) => (
            <Task key={kind} to={to} tone={tone} task={task} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Task({ to, tone, task }: { to: string; tone: 'bad' | 'warn' | 'calm'; task: MoneyTask }) {
  const { t, locale } = useWords('money');
  const { kinds, since } = t.money.needs;
  const text = kinds[task.kind];
  return (
    <li className={classes.need}>
      <span className={classes.needIcon} data-tone={tone}>
        {tone === 'calm' ? <InfoIcon /> : <AlertIcon />}
      </span>
      <div className={classes.needWords}>
        <Link to={to} className={classes.strong}>
          {typeof text === 'string' ? text : text({ count: task.count })}
        </Link>
        {task.oldestAt && (
          <Text c="dimmed" size="sm">
            {since({ when: formatShortDateTime(locale, task.oldestAt) })}
          </Text>
        )}
      </div>
    </li>
  );
}
