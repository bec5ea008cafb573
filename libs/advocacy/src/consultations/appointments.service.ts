import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { calendarUid } from '@upstander/notifications';
import { Config, isUuid, notFound } from '@upstander/platform';
import { ReplyCodes } from '../codes/reply-codes.js';
import { accountOf, advocateReader } from '../database/sealed-reader.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { appointmentEntry } from './appointment-entry.js';

const words = { en: 'Appointment', es: 'Cita' } as const;

interface Row extends Record<string, unknown> {
  id: string;
  startsAt: Date;
  minutes: number;
  revision: number;
}

@Injectable()
export class Appointments {
  constructor(
    private readonly zone: SealedZone,
    private readonly codes: ReplyCodes,
    private readonly config: Config,
  ) {}

  /** @throws Refusal NOT_FOUND */
  async entry(actor: Actor, id: string): Promise<string> {
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const [row] = isUuid(id)
        ? await tx.query<Row>(
            `SELECT id, appointment_at AS "startsAt", appointment_minutes AS minutes, appointment_revision AS revision
             FROM sealed.consultation WHERE id = $1 AND taken_by = $2
               AND appointment_at IS NOT NULL AND appointment_minutes IS NOT NULL`,
            [id, accountOf(tx.reader)],
          )
        : [];
      if (!row) throw notFound('This appointment');
      tx.audit({ action: 'calendar', recordKind: 'consultation', recordId: row.id });
      // The consultation ID stays out of calendars, which are synchronized and shared.
      const uid = calendarUid(await this.codes.idOf('appointment', row.id), this.config);
      return appointmentEntry({ ...row, uid, writtenAt: tx.at, word: words[actor.locale ?? 'en'] });
    });
  }
}
