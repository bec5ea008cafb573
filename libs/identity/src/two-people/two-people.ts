import { Injectable } from '@nestjs/common';
import { Config, Refusal, type Tx } from '@upstander/platform';

/**
 * Whether two accounts are two people: the one question behind every rule that asks for a second one. It is answered
 * by the database (`identity.are_two_people`), whose triggers ask it again of whoever writes.
 */
@Injectable()
export class TwoPeople {
  constructor(private readonly config: Config) {}

  /** Whether this account is old enough, or vouched for, to count as a person beside another. */
  async counts(tx: Tx, accountId: string | null, at: Date): Promise<boolean> {
    await this.sayDays(tx);
    const [row] = await tx.query<{ counts: boolean }>('SELECT identity.counts_as_person($1, $2) AS counts', [
      accountId,
      at,
    ]);
    return row?.counts === true;
  }

  /** Whether these are two people now. False where one of them is nobody. */
  async are(tx: Tx, one: string | null, other: string | null, at: Date): Promise<boolean> {
    await this.sayDays(tx);
    const [row] = await tx.query<{ two: boolean | null }>('SELECT identity.are_two_people($1, $2, $3) AS two', [
      one,
      other,
      at,
    ]);
    return row?.two === true;
  }

  /** @throws Refusal NOT_TWO_PEOPLE unless they are. */
  async require(tx: Tx, one: string | null, other: string | null, at: Date): Promise<void> {
    if (!(await this.are(tx, one, other, at))) throw notTwoPeople();
  }

  /** Says the settings to the functions and triggers of this transaction, and of no other. */
  private async sayDays(tx: Tx): Promise<void> {
    await tx.query(
      `SELECT set_config('upstander.account_age_days', $1, true), set_config('upstander.made_by_days', $2, true)`,
      [String(this.config.ACCOUNT_AGE_DAYS), String(this.config.MADE_BY_DAYS)],
    );
  }
}

/** Not a lie and not a clue: it says what would help. */
export function notTwoPeople(): Refusal {
  return new Refusal(
    'NOT_TWO_PEOPLE',
    'This needs somebody else: one of the two accounts is new, or was made or given its role by the other a short while ago.',
  );
}
