import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type { ListingContent } from '../listings/listing-content.js';
import type { RedFlag } from './red-flag.js';

/** Looks for what the rules know in what a listing says. */
@Injectable()
export class RedFlags {
  /** What the rules find in a listing, whoever offers it. */
  check(_content: ListingContent): Promise<RedFlag[]> {
    return Promise.resolve([]);
  }

  /** Puts what was found in the place of what was found before. */
  async store(tx: Tx, listingId: string, flags: readonly RedFlag[], now: Date): Promise<void> {
    await tx.query('DELETE FROM opportunities.red_flag WHERE listing_id = $1', [listingId]);
    await tx.query(
      `INSERT INTO opportunities.red_flag (listing_id, rule, field, excerpt, found_at)
       SELECT $1, f.rule, f.field, f.excerpt, $3
       FROM jsonb_to_recordset($2::jsonb) AS f (rule text, field text, excerpt text)`,
      [listingId, JSON.stringify(flags), now],
    );
  }
}
