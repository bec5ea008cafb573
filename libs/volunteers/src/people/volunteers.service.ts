import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';

/** What somebody said about themselves, on a form whose address they have now proven. */
export interface ProvenPerson {
  volunteerId: string;
  name: string;
  phone: string | null;
  locale: 'en' | 'es';
  at: Date;
}

/** The people who help. */
@Injectable()
export class Volunteers {
  /**
   * The owner of an address followed a link sent to it. The first time, what they typed replaces what anybody may have
   * typed before; later their row stays as they have it.
   */
  async prove(tx: Tx, person: ProvenPerson): Promise<void> {
    await tx.query(
      `UPDATE volunteers.volunteer SET proven_at = $2, name = $3, phone = $4, locale = $5
       WHERE id = $1 AND proven_at IS NULL`,
      [person.volunteerId, person.at, person.name, person.phone, person.locale],
    );
  }
}
