import { useRead } from '../api/use-api';
import { formatShortDateTime } from '../parts/ui/dates';
import { mayReview, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { financeActionItemsQuery, type MoneyTask } from './money-queries';
import { weights, type Tasks } from './task';

const { late, decision, upkeep } = weights;

/** Externally set deadlines come first, then waiting people. */
const places: ReadonlyArray<{ kind: MoneyTask['kind']; to: string; weight: number }> = [
  { kind: 'DISPUTES_DUE', to: '/disputes', weight: late },
  { kind: 'FRAUD_WARNINGS', to: '/disputes?view=warnings', weight: late },
  { kind: 'DISBURSEMENTS_OVERDUE', to: '/disbursements', weight: late },
  { kind: 'DISCREPANCIES', to: '/reconciliation/discrepancies', weight: late },
  { kind: 'REFUNDS_TO_APPROVE', to: '/gifts/refunds', weight: decision },
  { kind: 'CAMPAIGNS_TO_REVIEW', to: '/fundraisers?view=review', weight: decision },
  { kind: 'DISBURSEMENTS_TO_APPROVE', to: '/disbursements?view=waiting', weight: decision },
  { kind: 'PAYOUTS_UNCONFIRMED', to: '/reconciliation', weight: upkeep },
  { kind: 'BENEFICIARY_CHECKS_DUE', to: '/beneficiaries', weight: upkeep },
  { kind: 'TAX_NUMBER_MISSING', to: '/beneficiaries', weight: upkeep },
  { kind: 'PLEDGES_OVERDUE', to: '/gifts/pledges', weight: upkeep },
];

export function useFinanceTasks(): Tasks {
  const { t, locale } = useWords('money');
  const { kinds, since } = t.money.needs;
  const enabled = mayReview(useMe());
  const { data, error, refetch } = useRead(financeActionItemsQuery, {}, { enabled });
  return {
    tasks: places.flatMap(({ kind, to, weight }) => {
      const task = data?.moneyTasks.find((found) => found.kind === kind && found.count > 0);
      if (!task) return [];
      const title = kinds[kind];
      return [
        {
          key: kind,
          weight,
          isUrgent: weight === late,
          to,
          title: typeof title === 'string' ? title : title({ count: task.count }),
          hint: task.oldestAt ? since({ when: formatShortDateTime(locale, task.oldestAt) }) : undefined,
        },
      ];
    }),
    isLoading: enabled && !data && !error,
    error: data ? null : error,
    retry: () => void refetch(),
  };
}
