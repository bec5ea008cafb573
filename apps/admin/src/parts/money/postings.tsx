import type { MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import { Money } from './money';
import classes from './postings.module.css';

export interface Posting {
  account: string;
  /** Owner of the account, for example a fundraiser. */
  owner?: string | null;
  debit: MoneyValue | null;
  credit: MoneyValue | null;
}

/** Debits first, then indented credits. */
export function Postings({ postings }: { postings: readonly Posting[] }) {
  const { t } = useWords('ledger');
  return (
    <ul className={classes.postings}>
      {postings.map(({ account, owner, debit, credit }, n) => (
        <li key={`${account}-${n}`} className={classes.line}>
          <span className={credit ? classes.credited : undefined}>
            {account}
            {owner && <span className={classes.owner}>{owner}</span>}
          </span>
          {debit && <PostingSide name={t.ledger.debit} value={debit} />}
          {credit && <PostingSide name={t.ledger.credit} value={credit} isCredit />}
        </li>
      ))}
    </ul>
  );
}

function PostingSide({ name, value, isCredit = false }: { name: string; value: MoneyValue; isCredit?: boolean }) {
  return (
    <span className={classes.side} data-credited={isCredit || undefined}>
      <span className={classes.name}>{name} </span>
      <Money value={value} />
    </span>
  );
}
