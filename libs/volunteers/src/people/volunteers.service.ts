import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import { IsNull } from 'typeorm';
import { Volunteer } from './volunteer.entity.js';

/** What somebody said about themselves, on a form whose address they have now proven. */
export interface ProvenPerson extends Pick<Volunteer, 'name' | 'phone' | 'locale'> {
  volunteerId: string;
  at: Date;
}

/** The people who help. */
@Injectable()
export class Volunteers {
  /**
   * The owner of an address followed a link sent to it. The first time, what they typed replaces what anybody may have
   * typed before; later their row stays as they have it.
   */
  async prove(tx: Tx, { volunteerId, at, name, phone, locale }: ProvenPerson): Promise<void> {
    await tx.manager.update(Volunteer, { id: volunteerId, provenAt: IsNull() }, { provenAt: at, name, phone, locale });
  }
}
