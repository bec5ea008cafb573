import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, SignedIds } from '@upstander/platform';
import { accountButton, CredentialFacts, dayInWords, type Told } from './credential-facts.js';
import { guardianPurpose } from './guardian-waivers.service.js';

@Injectable()
export class CredentialMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly facts: CredentialFacts,
    private readonly config: Config,
    private readonly signed: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.facts.load(ids);
    this.templates.define<Told>({
      name: 'credential-decided',
      load,
      stillTrue: ({ status }) => status === 'approved' || status === 'rejected' || status === 'revoked',
      write: (told, locale) => this.decided(told, locale),
    });
    this.templates.define<Told>({
      name: 'credential-expiring',
      load,
      stillTrue: ({ status }) => status === 'approved',
      write: (told, locale) => this.expiring(told, locale),
    });
    this.templates.define<Told>({
      name: 'guardian-waiver',
      load,
      stillTrue: ({ status }) => status === 'requested',
      write: (told, locale) => this.guardian(told, locale),
    });
  }

  private decided(told: Told, locale: LocaleName): MailText {
    const approved = told.status === 'approved';
    const what = locale === 'es' ? told.typeNameEs : told.typeName;
    const until = told.expiresOn && dayInWords(told.expiresOn, locale);
    const button = accountButton(this.config.PUBLIC_URL, locale);
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

  private expiring(told: Told, locale: LocaleName): MailText {
    const what = locale === 'es' ? told.typeNameEs : told.typeName;
    const until = told.expiresOn ? dayInWords(told.expiresOn, locale) : '';
    const how = locale === 'es' ? told.howToGetEs : told.howToGet;
    const { heading, says } = {
      en: {
        heading: `${what} expires on ${until}`,
        says: 'After that day it no longer counts for shifts that ask for it. You can renew it now.',
      },
      es: {
        heading: `${what} vence el ${until}`,
        says: 'Después de ese día ya no vale para los turnos que lo piden. Puedes renovarlo desde ahora.',
      },
    }[locale];
    const blocks = [
      greeting(told.name, locale),
      says,
      ...(how ? [how] : []),
      accountButton(this.config.PUBLIC_URL, locale),
    ];
    return { subject: heading, heading, blocks };
  }

  private guardian(told: Told, locale: LocaleName): MailText {
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
}
