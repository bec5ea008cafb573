import { Button, Group } from '@mantine/core';
import { intlTag, moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import bar from '../parts/ui/fill-bar.module.css';
import { Facts } from '../parts/ui/facts';
import { isNegative, isZero, Money, negate, shareOf } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { calendarDay, todayIn } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './matching.module.css';
import type { Pool } from './queries';

export type PoolDialog = { kind: 'new' } | { kind: 'edit' | 'pay' | 'close'; pool: Pool };

export function PoolCard({ pool, onDialog }: { pool: Pool; onDialog: (dialog: PoolDialog) => void }) {
  const { t, labels, locale } = useWords('matching');
  const isRunning = pool.status === 'OPEN' || pool.status === 'UPCOMING' || pool.status === 'USED_UP';
  return (
    <li className={classes.pool}>
      <div className={classes.top}>
        <div className={classes.words}>
          <h2 className={classes.name}>{pool.sponsorName}</h2>
          <span className={cells.meta}>
            <Link to={`/fundraisers/${pool.campaignId}`}>{pool.campaignTitle}</Link>
            {pool.sponsorHidden && ` · ${labels.hidden}`}
          </span>
        </div>
        <StatusBadge kind="poolStatus" status={pool.status} />
      </div>
      <div className={bar.fill}>
        <div className={bar.track} aria-hidden="true">
          <div className={bar.bar} style={{ transform: `scaleX(${shareOf(pool.matched, pool.cap)})` }} />
        </div>
        <span className={bar.text}>
          <span>
            {labels.matchedOf({
              matched: moneyText(locale, pool.matched, { short: true }),
              cap: moneyText(locale, pool.cap, { short: true }),
            })}
          </span>
          <span>{labels.left({ amount: moneyText(locale, pool.remaining, { short: true }) })}</span>
          <span>{labels.matchedGifts({ count: pool.giftCount })}</span>
        </span>
      </div>
      <Facts
        facts={[
          { label: labels.rule, value: <Rule pool={pool} /> },
          {
            label: labels.period,
            value: t.shared.fromTo({
              from: calendarDay(locale, todayIn(pool.timeZone, new Date(pool.startsAt))),
              until: calendarDay(locale, todayIn(pool.timeZone, new Date(pool.endsAt))),
            }),
          },
          { label: labels.matched, value: <Money value={pool.matched} /> },
          { label: labels.received, value: <Received pool={pool} /> },
        ]}
      />
      <Group gap="xs">
        {BigInt(pool.outstanding.amountMinor) > 0n && (
          <RowButton
            label={labels.pay}
            ariaLabel={labels.payFor({ name: pool.sponsorName })}
            size="xs"
            variant="filled"
            onClick={() => onDialog({ kind: 'pay', pool })}
          />
        )}
        {isRunning && (
          <RowButton
            label={t.common.edit}
            ariaLabel={labels.editFor({ name: pool.sponsorName })}
            size="xs"
            onClick={() => onDialog({ kind: 'edit', pool })}
          />
        )}
        {isRunning && (
          <Button
            size="xs"
            variant="default"
            c="var(--u-clay)"
            aria-label={labels.closeFor({ name: pool.sponsorName })}
            onClick={() => onDialog({ kind: 'close', pool })}
          >
            {labels.close}
          </Button>
        )}
      </Group>
    </li>
  );
}

function Rule({ pool }: { pool: Pool }) {
  const { t, locale } = useWords('matching');
  const percent = new Intl.NumberFormat(intlTag(locale), { style: 'percent' }).format(pool.ratioPercent / 100);
  return (
    <>
      {t.matching.ratio({ percent })}
      {pool.perGiftCap && `, ${t.matching.perGift({ amount: moneyText(locale, pool.perGiftCap, { short: true }) })}`}
    </>
  );
}

function Received({ pool }: { pool: Pool }) {
  const { labels, locale } = useWords('matching');
  const { outstanding, received, payments } = pool;
  const state = isNegative(outstanding)
    ? labels.overpaid({ amount: moneyText(locale, negate(outstanding)) })
    : isZero(outstanding)
      ? isZero(received)
        ? null
        : labels.settled
      : labels.outstanding({ amount: moneyText(locale, outstanding) });
  return (
    <>
      <Money value={received} />
      {state && <span className={cells.meta}>{state}</span>}
      {payments.map(({ id, amount, receivedOn, reference }) => (
        <span key={id} className={cells.meta}>
          {moneyText(locale, amount)} · {calendarDay(locale, receivedOn)}
          {reference && ` · ${reference}`}
        </span>
      ))}
    </>
  );
}
