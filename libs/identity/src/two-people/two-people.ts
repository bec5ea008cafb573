import { Injectable } from '@nestjs/common';
import { Config, Refusal, type Tx } from '@upstander/platform';

/** For every rule that requires a second person. The triggers also check `identity.are_two_people`. */
@Injectable()
export class TwoPersonRule {
  constructor(private readonly config: Config) {}

  /** True if the account is old enough, or vouched for. */
  async counts(tx: Tx, accountId: string | null, at: Date): Promise<boolean> {
    await this.setDays(tx);
    const [row] = await tx.query<{ counts: boolean }>('SELECT identity.counts_as_person($1, $2) AS counts', [
      accountId,
      at,
    ]);
    return row?.counts === true;
  }

  /** Returns false if one is null. */
  async areDistinct(tx: Tx, one: string | null, other: string | null, at: Date): Promise<boolean> {
    await this.setDays(tx);
    const [row] = await tx.query<{ two: boolean | null }>('SELECT identity.are_two_people($1, $2, $3) AS two', [
      one,
      other,
      at,
    ]);
    return row?.two === true;
  }

  /** @throws Refusal NOT_TWO_PEOPLE */
  async require(tx: Tx, one: string | null, other: string | null, at: Date): Promise<void> {
    if (!(await this.areDistinct(tx, one, other, at))) throw secondPersonRefusal();
  }

  /** Passes the settings to this transaction's functions and triggers. */
  private async setDays(tx: Tx): Promise<void> {
    await tx.query(
      `SELECT set_config('upstander.account_age_days', $1, true), set_config('upstander.made_by_days', $2, true)`,
      [String(this.config.ACCOUNT_AGE_DAYS), String(this.config.MADE_BY_DAYS)],
    );
  }
}

/** States what would help without revealing which reason applies. */
export function secondPersonRefusal(): Refusal {
  return new Refusal(
    'NOT_TWO_PEOPLE',
    'This needs a different person. One of the two accounts is new, or one recently created the other or gave it its role.',
  );
}
