import { NativeSelect, TextInput } from '@mantine/core';
import { isoDay } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { useWords } from '../words/words';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { MoneyChart } from '../parts/charts/money-chart';
import { moneyOverTimeQuery } from '../parts/charts/money-over-time';
import classes from './money-over-time.module.css';
import { monthsBefore, type Unit } from '../parts/ui/dates';

interface MoneyOverTimeProps {
  campaignId: string;
  timeZone: string;
  /** Time range: the first gift and the end of the fundraiser. */
  firstGiftAt: string;
  endedAt: string | null;
}

const units = ['DAY', 'WEEK', 'MONTH'] as const;

/** Defaults to the whole lifetime, at most a year. */
export function MoneyOverTime({ campaignId, timeZone, firstGiftAt, endedAt }: MoneyOverTimeProps) {
  const { t } = useWords('money');
  const labels = t.money.chart;
  const lastDay = isoDay(endedAt ? new Date(endedAt) : new Date(), timeZone);
  const yearBefore = monthsBefore(lastDay, 12);
  const firstDay = isoDay(new Date(firstGiftAt), timeZone);
  const [from, setFrom] = useState(firstDay < yearBefore ? yearBefore : firstDay);
  const [to, setTo] = useState(lastDay);
  const [unit, setUnit] = useState<Unit>(() => unitForRange(from, to));
  const isValidRange = from !== '' && to !== '' && from <= to;
  const { data, error, refetch } = useRead(
    moneyOverTimeQuery,
    { campaignId, unit, from, to },
    { enabled: isValidRange },
  );
  const points = data?.moneyOverTime ?? [];
  return (
    <div>
      <div className={classes.span}>
        <TextInput
          type="date"
          size="sm"
          label={t.common.from}
          value={from}
          max={to}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          size="sm"
          label={t.common.until}
          value={to}
          min={from}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <NativeSelect
          size="sm"
          label={labels.unit}
          value={unit}
          onChange={(event) => setUnit(units.find((option) => option === event.currentTarget.value) ?? 'WEEK')}
          data={units.map((value) => ({ value, label: labels.units[value] }))}
        />
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && isValidRange && <Loading noun={labels.what} lines={4} />}
      {points[0] && <MoneyChart points={points} unit={unit} currency={points[0].gifts.currency} />}
      {data && points.length === 0 && <p className={classes.none}>{labels.none}</p>}
    </div>
  );
}

function unitForRange(from: string, to: string): Unit {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 31 ? 'DAY' : days <= 220 ? 'WEEK' : 'MONTH';
}
