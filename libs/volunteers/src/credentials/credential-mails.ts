import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type Letter } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import type { CredentialStatus } from './credential-status.js';
import { guardianPurpose } from './guardian-waivers.service.js';

interface Told {
  id: string;
  name: string;
  firstName: string;
  typeName: string;
  typeNameEs: string;
  status: CredentialStatus;
  reason: string | null;
  expiresOn: string | null;
  tokenVersion: number;
}

/** What volunteers hear of their credentials, and guardians of the waivers they are asked to sign. */
@Injectable()
export class CredentialMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signed: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<Told>({
      name: 'credential-decided',
      load,
      stillTrue: ({ status }) => status === 'approved' || status === 'rejected' || status === 'revoked',
      write: (told, locale) => this.decided(told, locale),
    });
    this.templates.define<Told>({
      name: 'guardian-waiver',
      load,
      stillTrue: ({ status }) => status === 'requested',
      write: (told, locale) => this.guardian(told, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Told>> {
    const found = await this.db.query<Told & Record<string, unknown>>(
      `SELECT c.id, coalesce(v.preferred_name, v.name) AS name, split_part(coalesce(v.preferred_name, v.name), ' ', 1) AS "firstName",
         t.name AS "typeName", t.name_es AS "typeNameEs", c.status, c.reason, c.expires_on::text AS "expiresOn",
         c.token_version AS "tokenVersion"
       FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
         JOIN volunteers.volunteer v ON v.id = c.volunteer_id
       WHERE c.id = ANY ($1::uuid[]) AND v.erased_at IS NULL`,
      [ids],
    );
    return new Map(found.map((told) => [told.id, told]));
  }

  private decided(told: Told, locale: LocaleName): Letter {
    const approved = told.status === 'approved';
    const what = locale === 'es' ? told.typeNameEs : told.typeName;
    const until = told.expiresOn && dayInWords(told.expiresOn, locale);
    const label = { en: 'Your credentials', es: 'Tus requisitos' }[locale];
    const button = { buttons: [{ label, url: this.account(locale) }] };
    const why = told.reason ? [{ quote: told.reason, by: this.config.ORGANISATION_NAME }] : [];
    const heading = {
      en: { approved: `${what}: approved`, revoked: `${what} no longer counts`, rejected: `${what}: not approved` },
      es: { approved: `${what}: aprobado`, revoked: `${what} ya no es válido`, rejected: `${what}: no aprobado` },
    }[locale][told.status as 'approved' | 'revoked' | 'rejected'];
    const said = {
      en: approved
        ? `You can now take shifts that ask for it.${until ? ` It counts until ${until}.` : ''}`
        : 'Shifts that ask for it cannot be taken with it. This is why:',
      es: approved
        ? `Ya puedes tomar turnos que lo piden.${until ? ` Vale hasta el ${until}.` : ''}`
        : 'No sirve para los turnos que lo piden. Este es el motivo:',
    }[locale];
    return { subject: heading, heading, blocks: [greeting(told.name, locale), said, ...why, button] };
  }

  private guardian(told: Told, locale: LocaleName): Letter {
    const what = locale === 'es' ? told.typeNameEs : told.typeName;
    const whose = this.config.ORGANISATION_NAME;
    const token = this.signed.sign(guardianPurpose, told.id, told.tokenVersion);
    const url = `${this.config.PUBLIC_URL}/guardian/${token}${locale === 'es' ? '?lang=es' : ''}`;
    const { heading, says, button, not } = {
      en: {
        heading: `${told.firstName} asks you to sign: ${what}`,
        says: `${told.firstName} would like to volunteer with ${whose} and is under 18. Please read this and sign it as their parent or guardian.`,
        button: 'Read and sign',
        not: 'You do not know this person? Then there is nothing to do, and nothing is signed.',
      },
      es: {
        heading: `${told.firstName} te pide que firmes: ${what}`,
        says: `${told.firstName} quiere ser parte del voluntariado de ${whose} y es menor de 18 años. Por favor, léelo y fírmalo como su madre, padre o tutor.`,
        button: 'Leer y firmar',
        not: '¿No conoces a esta persona? Entonces no tienes que hacer nada, y nada queda firmado.',
      },
    }[locale];
    return { subject: heading, heading, blocks: [says, { buttons: [{ label: button, url }] }, { small: not }] };
  }

  private account(locale: LocaleName): string {
    return `${this.config.PUBLIC_URL}/account/credentials${locale === 'es' ? '?lang=es' : ''}`;
  }
}

/** A day of the calendar in words: "June 3, 2027". */
export function dayInWords(day: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
