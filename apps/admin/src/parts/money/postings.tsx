import type { MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import { Money } from './money';
import classes from './postings.module.css';

export interface Posting {
  account: string;
  /** Whose account it is, such as a fundraiser. */
  owner?: string | null;
  debit: MoneyValue | null;
  credit: MoneyValue | null;
}

/** The two sides of a transaction as a bookkeeper writes them: debits first, credits set in. */
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
          {debit && <Side name={t.ledger.debit} value={debit} />}
          {credit && <Side name={t.ledger.credit} value={credit} credited />}
        </li>
      ))}
    </ul>
  );
}

function Side({ name, value, credited = false }: { name: string; value: MoneyValue; credited?: boolean }) {
  return (
    <span className={classes.side} data-credited={credited || undefined}>
      <span className={classes.name}>{name} </span>
      <Money value={value} />
    </span>
  );
}
