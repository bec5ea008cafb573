import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Pending } from '../parts/ui/pending';
import { MoneyChart } from '../parts/charts/money-chart';
import { moneyOverTimeQuery } from '../parts/charts/money-over-time';
import { useToday } from '../session/settings';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import classes from './ledger.module.css';
import { spanOf } from './span';

export function OverTime() {
  const { t } = useWords('ledger', 'money');
  const state = useSearchState();
  const span = spanOf(state.get, useToday());
  const { data, error, refetch } = useRead(moneyOverTimeQuery, span);
  const points = data?.moneyOverTime ?? [];
  const currency = points[0]?.gifts.currency;
  return (
    <>
      <div className={classes.filters} role="group" aria-label={t.ledger.range}>
        <TextInput
          type="date"
          label={t.common.from}
          value={span.from}
          max={span.to}
          onChange={(event) => state.set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t.common.until}
          value={span.to}
          onChange={(event) => state.set({ to: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.ledger.unit}
          value={span.unit}
          onChange={(event) => state.set({ unit: event.currentTarget.value })}
          data={Object.entries(t.money.chart.units).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {!data && <Pending error={error} retry={refetch} noun={t.money.chart.what} lines={6} />}
      {data && !points.some(({ count }) => count > 0) && <Text c="dimmed">{t.money.chart.none}</Text>}
      {currency && points.some(({ count }) => count > 0) && (
        <MoneyChart points={points} unit={span.unit} currency={currency} />
      )}
    </>
  );
}
