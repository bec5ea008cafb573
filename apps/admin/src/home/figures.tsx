import { Title } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { hoursText, intlTag, moneyText, type MoneyValue } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { cashQuery } from '../offline-gifts/queries';
import { daysAfter, monthsBefore, relativeTime, startOf } from '../parts/ui/dates';
import { Figures, type Figure } from '../parts/ui/figures';
import { canSeeMoney, mayOrganize, useMe } from '../session/use-me';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { financeActionItemsQuery } from './money-queries';

const volunteersQuery = graphql(`
  query HomeVolunteers($from: LocalDate!, $to: LocalDate!, $fromBefore: LocalDate!, $toBefore: LocalDate!) {
    hoursReport(from: $from, to: $to) {
      minutes
      people
    }
    before: hoursReport(from: $fromBefore, to: $toBefore) {
      minutes
      people
    }
    siteMessages(filter: { status: OPEN }, first: 100) {
      edges {
        node {
          id
          receivedAt
        }
      }
    }
  }
`);

const raisedQuery = graphql(`
  query HomeRaised($week: GiftFilter, $weekBefore: GiftFilter) {
    giftSums(filter: $week) {
      received {
        amountMinor
        currency
      }
    }
    before: giftSums(filter: $weekBefore) {
      received {
        amountMinor
        currency
      }
    }
  }
`);

/** Three figures for organizers and three for finance, each with what it was before. */
export function HomeFigures() {
  const me = useMe();
  const { t } = useWords('home');
  const organizes = mayOrganize(me);
  const seesMoney = canSeeMoney(me);
  const volunteerFigures = useVolunteerFigures(organizes);
  const moneyFigures = useMoneyFigures(seesMoney);
  const figures = [...volunteerFigures, ...moneyFigures];
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <Title order={2} id="figures" mb="sm">
        {t.home.figures.title}
      </Title>
      <Figures figures={figures} />
    </section>
  );
}

function useVolunteerFigures(enabled: boolean): Figure[] {
  const { t, locale } = useWords('home');
  const labels = t.home.figures;
  const today = useToday();
  const from = `${today.slice(0, 8)}01`;
  const { data } = useRead(
    volunteersQuery,
    { from, to: today, fromBefore: monthsBefore(from, 1), toBefore: monthsBefore(today, 1) },
    { enabled },
  );
  if (!enabled || !data) return [];
  const { hoursReport, before } = data;
  const oldest = oldestOf(data);
  return [
    {
      key: 'volunteers',
      label: labels.volunteers,
      value: hoursReport.people,
      hint: labels.lastMonth({ value: before.people.toLocaleString(intlTag(locale)) }),
    },
    {
      key: 'hours',
      label: labels.hours,
      value: hoursText(locale, hoursReport.minutes),
      hint: labels.lastMonth({ value: hoursText(locale, before.minutes) }),
    },
    {
      key: 'oldest',
      label: labels.oldest,
      value: oldest ? relativeTime(locale, oldest) : labels.none,
      hint: oldest && <Link to="/site-messages?status=OPEN">{labels.answer}</Link>,
    },
  ];
}

function oldestOf({ siteMessages }: ResultOf<typeof volunteersQuery>): string | null {
  const times = siteMessages.edges.map(({ node }) => node.receivedAt).sort();
  return times[0] ?? null;
}

function useMoneyFigures(enabled: boolean): Figure[] {
  const { t, locale } = useWords('home');
  const labels = t.home.figures;
  const today = useToday();
  const raised = useRead(
    raisedQuery,
    {
      week: { from: startOf(daysAfter(today, -6)), to: startOf(today, 1) },
      weekBefore: { from: startOf(daysAfter(today, -13)), to: startOf(daysAfter(today, -6)) },
    },
    { enabled },
  ).data;
  const cash = useRead(cashQuery, {}, { enabled }).data;
  const tasks = useRead(financeActionItemsQuery, {}, { enabled }).data?.moneyTasks;
  if (!enabled || !raised || !cash || !tasks) return [];
  const textOf = (amounts: readonly MoneyValue[]) =>
    amounts.length === 0
      ? labels.none
      : amounts.map((amount) => moneyText(locale, amount, { short: true })).join(' + ');
  const received = (sums: ResultOf<typeof raisedQuery>['giftSums']) => textOf((sums ?? []).map((sum) => sum.received));
  const payouts = tasks.find(({ kind }) => kind === 'PAYOUTS_UNCONFIRMED');
  return [
    {
      key: 'raised',
      label: labels.raised,
      value: received(raised.giftSums),
      hint: labels.weekBefore({ value: received(raised.before) }),
    },
    {
      key: 'cash',
      label: labels.cash,
      value: textOf(cash.cashInHand),
      hint: <Link to="/gifts/cash">{labels.deposit}</Link>,
    },
    {
      key: 'payouts',
      label: labels.payouts,
      value: payouts?.count ?? 0,
      hint: payouts?.oldestAt ? (
        <Link to="/reconciliation">{labels.oldestPayout({ when: relativeTime(locale, payouts.oldestAt) })}</Link>
      ) : undefined,
    },
  ];
}
