import { Injectable, type OnModuleInit } from '@nestjs/common';
import { myDataLink, type LocaleName } from '@upstander/identity';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';

const en = {
  link: {
    subject: 'Your link',
    heading: 'What we keep about you',
    said: (hours: number) =>
      `You asked what we keep about you. The link below works for ${hours} hours. You can read your data, download it, correct it or have it erased.`,
    button: 'See your data',
    ignore: 'If you didn’t ask for this, you can ignore this email. Nothing happens unless you use the link.',
  },
  held: {
    subject: 'About your request',
    heading: 'We can’t erase your data yet',
    said: 'You asked us to erase what we keep about you. The law requires us to keep part of it for now, so nothing was erased. We’ll carry out your request as soon as we may, and email you.',
    more: (address: string) => `If you have questions, or think this is wrong, write to ${address}.`,
  },
  done: {
    subject: 'Your request is done',
    heading: 'Your data is erased',
    said: 'What we kept about you is erased. Your spots on upcoming shifts went to others, and recurring gifts have ended.',
    stays:
      'If you gave, amounts, dates and receipt numbers stay in our accounting without your name and address, as tax law requires. Stripe, which processed your payments, keeps its own records. Backups still contain your data until they’re overwritten.',
    last: 'This is our last email to you. We’ll delete your address after sending it.',
  },
  withdrawn: {
    subject: 'About your request',
    heading: 'Your request is withdrawn',
    said: (erasure: boolean): string =>
      erasure
        ? 'Your request to erase your data is withdrawn, so nothing was erased.'
        : 'Your request for a copy of your data is withdrawn.',
    again: (address: string) =>
      `If you didn’t want this, you can make the request again yourself. If you have questions, write to ${address}.`,
    button: 'See your data',
  },
};

const es: typeof en = {
  link: {
    subject: 'Tu enlace',
    heading: 'Lo que guardamos sobre ti',
    said: (hours) =>
      `Preguntaste qué guardamos sobre ti. El enlace de abajo lo muestra durante ${hours} horas: puedes leerlo, llevártelo, corregirlo o hacer que se borre.`,
    button: 'Ver lo que se guarda',
    ignore: 'Si no lo pediste, puedes ignorar este correo: sin el enlace no pasa nada.',
  },
  held: {
    subject: 'Sobre tu solicitud',
    heading: 'Todavía no podemos borrarlo',
    said: 'Nos pediste borrar lo que guardamos sobre ti. Por ahora una ley nos obliga a conservar una parte, así que no se borró nada. Cumpliremos tu solicitud cuando eso termine, y te escribiremos.',
    more: (address) => `Si quieres saber más, o crees que es un error, escribe a ${address}.`,
  },
  done: {
    subject: 'Atendimos tu solicitud',
    heading: 'Está borrado',
    said: 'Lo que guardábamos sobre ti está borrado. Los lugares que tenías en turnos por venir pasaron a otras personas, y las donaciones recurrentes terminaron.',
    stays:
      'Si donaste, los montos, las fechas y los números de recibo quedan en nuestra contabilidad, como pide la ley fiscal, sin tu nombre ni tu dirección; Stripe, que recibió tus pagos, conserva sus propios registros. Las copias para emergencias aún tienen tus datos hasta que se sobrescriben.',
    last: 'Este es el último correo que te enviamos. Después de él se borra la dirección a la que llegó.',
  },
  withdrawn: {
    subject: 'Sobre tu solicitud',
    heading: 'Tu solicitud se retiró',
    said: (erasure) =>
      erasure
        ? 'Se retiró tu solicitud de borrar tus datos, así que no se borró nada.'
        : 'Se retiró tu solicitud de una copia de tus datos.',
    again: (address) =>
      `Si no querías esto, puedes volver a pedirlo por tu cuenta. Si tienes preguntas, escribe a ${address}.`,
    button: 'Ver tus datos',
  },
};

const texts: Readonly<Record<LocaleName, typeof en>> = { en, es };

/** Subjects reveal nothing, because others may see the inbox. */
@Injectable()
export class DataMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<{ id: string }>({
      name: 'my-data-link',
      load: (ids) =>
        this.load(`SELECT id FROM identity.data_link WHERE id = ANY ($1::uuid[]) AND expires_at > $2`, ids),
      write: ({ id }, locale) => this.writeLink(id, locale),
    });
    this.templates.define<{ id: string }>({
      name: 'my-data-held',
      load: (ids) =>
        this.load(
          `SELECT id FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'open' AND requested_at <= $2`,
          ids,
        ),
      write: (_, locale) => {
        const { subject, heading, said, more } = texts[locale].held;
        return { subject, heading, blocks: [said, more(this.config.MAIL_FROM)] };
      },
    });
    this.templates.define<{ id: string }>({
      name: 'my-data-done',
      load: (ids) =>
        this.load(
          `SELECT id FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'done' AND requested_at <= $2`,
          ids,
        ),
      write: (_, locale) => {
        const { subject, heading, said, stays, last } = texts[locale].done;
        return { subject, heading, blocks: [said, stays, { small: last }] };
      },
    });
    this.templates.define<{ id: string; kind: string }>({
      name: 'my-data-withdrawn',
      load: (ids) =>
        this.load(
          `SELECT id, kind FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'withdrawn' AND requested_at <= $2`,
          ids,
        ),
      write: ({ kind }, locale) => {
        const { subject, heading, said, again, button } = texts[locale].withdrawn;
        const buttons = [{ label: button, url: `${this.config.PUBLIC_URL}/my-data` }];
        return { subject, heading, blocks: [said(kind === 'erasure'), { buttons }, again(this.config.MAIL_FROM)] };
      },
    });
  }

  private writeLink(id: string, locale: LocaleName): MailText {
    const { subject, heading, said, button, ignore } = texts[locale].link;
    const url = `${this.config.PUBLIC_URL}/my-data/${this.signedIds.sign(myDataLink, id)}`;
    const blocks = [said(this.config.DATA_LINK_HOURS), { buttons: [{ label: button, url }] }, { small: ignore }];
    return { subject, heading, blocks };
  }

  private async load<Found extends { id: string }>(sql: string, ids: readonly string[]): Promise<Map<string, Found>> {
    const found = await this.db.query<Found & Record<string, unknown>>(sql, [ids, this.clock.now()]);
    return new Map(found.map((one) => [one.id, one]));
  }
}
