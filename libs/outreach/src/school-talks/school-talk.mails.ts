import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import type { SchoolTalk } from './school-talk.entity.js';

type Facts = Pick<
  SchoolTalk,
  'id' | 'entryId' | 'school' | 'city' | 'name' | 'role' | 'email' | 'grades' | 'students' | 'preferredDates' | 'status'
> & { chapterName: string | null };

/** Emails about requests for school talks: one to the requester, one to the chapter or the organization. */
@Injectable()
export class SchoolTalkMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<Facts>({
      name: 'school-talk-received',
      load,
      write: (talk, locale) => this.received(talk, locale),
    });
    this.templates.define<Facts>({
      name: 'school-talk-new',
      load,
      stillTrue: ({ status }) => status === 'new',
      write: (talk) => this.arrived(talk),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const found = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT t.id, t.entry_id AS "entryId", t.school, t.city, t.name, t.role, t.email::text, t.grades, t.students,
         t.preferred_dates AS "preferredDates", t.status, c.name AS "chapterName"
       FROM outreach.school_talk t LEFT JOIN identity.chapter c ON c.id = t.chapter_id WHERE t.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((talk) => [talk.id, talk]));
  }

  /** The address is not verified and may belong to someone else, so the email repeats nothing that was typed. */
  private received({ entryId, school }: Facts, locale: LocaleName): MailText {
    const { ORGANIZATION_NAME: organization, contactEmail } = this.config;
    const listed = entryId === null ? null : school;
    if (locale === 'es') {
      return {
        subject: 'Recibimos tu solicitud de una charla escolar',
        heading: 'Gracias por pedir una charla',
        blocks: [
          `Alguien, esperamos que tú, pidió a ${organization} una charla para ${listed ?? 'una escuela'} y dio este correo.`,
          'Esto es lo que sigue:',
          '1. Alguien de nuestro equipo te escribe en un plazo de cinco días hábiles.',
          '2. Juntos acordamos la fecha, la duración y lo que se va a tratar según los grados. Hasta entonces no hay nada reservado.',
          '3. La charla no tiene costo para la escuela.',
          { small: `¿No fuiste tú? Escribe a ${contactEmail} y borramos la solicitud.` },
        ],
      };
    }
    return {
      subject: 'We received your request for a school talk',
      heading: 'Thanks for requesting a talk',
      blocks: [
        `Someone (we hope it was you) asked ${organization} for a talk at ${listed ?? 'a school'} and gave this email address.`,
        'Here’s what happens next:',
        '1. Someone on our team will email you within five business days.',
        '2. Together we’ll agree on a date, a length, and what to cover for your grades. Nothing is booked until then.',
        '3. There’s no cost to the school.',
        { small: `If this wasn’t you, write to ${contactEmail} and we’ll delete the request.` },
      ],
    };
  }

  /** The recipient may be a shared mailbox, so it is written in both languages. */
  private arrived(talk: Facts): MailText {
    const title = 'A school talk was requested / Solicitud de charla escolar';
    return {
      subject: title,
      heading: title,
      blocks: [
        {
          facts: [
            ['School / Escuela', `${talk.school}, ${talk.city}`],
            ['From / De', `${talk.name}, ${talk.role}`],
            ['Email / Correo', talk.email],
            ['Grades / Grados', talk.grades],
            ['Students / Estudiantes', String(talk.students)],
            ['Dates / Fechas', talk.preferredDates ?? 'No date yet / Sin fecha'],
            ['To / Para', talk.chapterName ?? this.config.ORGANIZATION_NAME],
          ],
        },
        'Reply to their email, then set the status. / Responde a su correo y actualiza el estado.',
        {
          buttons: [
            {
              label: 'See the request / Ver la solicitud',
              url: `${this.config.adminUrl}/admin/schools/talks?status=NEW`,
            },
          ],
        },
      ],
    };
  }
}
