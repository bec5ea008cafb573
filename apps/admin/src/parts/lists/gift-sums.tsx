import { graphql, type VariablesOf } from '@upstander/api-client';
import { intlTag, moneyText } from '@upstander/web-kit';
import { Fragment } from 'react';
import { useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import lists from './list.module.css';
import { isZero } from '../money/money';
import { SumText } from './sums';

const giftSumsQuery = graphql(`
  query GiftSums($filter: GiftFilter) {
    giftSums(filter: $filter) {
      count
      received {
        amountMinor
        currency
      }
      refunded {
        amountMinor
        currency
      }
      lost {
        amountMinor
        currency
      }
    }
  }
`);

export function GiftSums({ filter }: Pick<VariablesOf<typeof giftSumsQuery>, 'filter'>) {
  const { t, locale } = useWords('gifts', 'money');
  const { data } = useRead(giftSumsQuery, { filter });
  if (data && !data.giftSums) return <p className={lists.sums}>{t.money.tooManyToSum}</p>;
  return (
    <ul className={lists.sums} aria-label={t.gifts.sums}>
      {data?.giftSums?.map(({ count, received, refunded, lost }) => {
        const named = { count: count.toLocaleString(intlTag(locale)), one: count === 1 };
        return (
          <Fragment key={received.currency}>
            <li>
              <SumText
                text={({ amount }) => t.gifts.sumOf({ amount, ...named })}
                amount={moneyText(locale, received)}
              />
            </li>
            {!isZero(refunded) && (
              <li>
                <SumText text={t.gifts.sumRefunded} amount={moneyText(locale, refunded)} />
              </li>
            )}
            {!isZero(lost) && (
              <li>
                <SumText text={t.gifts.sumLost} amount={moneyText(locale, lost)} />
              </li>
            )}
          </Fragment>
        );
      })}
    </ul>
  );
}
