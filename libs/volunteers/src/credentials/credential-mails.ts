import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, SignedIds } from '@upstander/platform';
import { accountButton, CredentialFacts, dayInWords, type CredentialMailFacts } from './credential-facts.js';
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
    this.templates.define<CredentialMailFacts>({
      name: 'credential-decided',
      load,
      stillTrue: ({ status }) => status === 'approved' || status === 'rejected' || status === 'revoked',
      write: (facts, locale) => this.decided(facts, locale),
    });
    this.templates.define<CredentialMailFacts>({
      name: 'credential-expiring',
      load,
      stillTrue: ({ status }) => status === 'approved',
      write: (facts, locale) => this.expiring(facts, locale),
    });
    this.templates.define<CredentialMailFacts>({
      name: 'guardian-waiver',
      load,
      stillTrue: ({ status }) => status === 'requested',
      write: (facts, locale) => this.guardian(facts, locale),
    });
  }

  private decided(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const approved = facts.status === 'approved';
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const until = facts.expiresOn && dayInWords(facts.expiresOn, locale);
    const button = accountButton(this.config.PUBLIC_URL, locale);
    const reasonBlocks = facts.reason ? [{ quote: facts.reason, by: this.config.ORGANIZATION_NAME }] : [];
    const heading = {
      en: {
        approved: `${typeName}: approved`,
        revoked: `${typeName} was revoked`,
        rejected: `${typeName}: declined`,
      },
      es: {
        approved: `${typeName}: aprobado`,
        revoked: `${typeName} ya no es válido`,
        rejected: `${typeName}: no aprobado`,
      },
    }[locale][facts.status as 'approved' | 'revoked' | 'rejected'];
    const text = {
      en: approved
        ? `You can now take shifts that require it.${until ? ` It’s valid until ${until}.` : ''}`
        : 'It doesn’t count for shifts that require it. The reason:',
      es: approved
        ? `Ya puedes tomar turnos que lo piden.${until ? ` Vale hasta el ${until}.` : ''}`
        : 'No sirve para los turnos que lo piden. Este es el motivo:',
    }[locale];
    return { subject: heading, heading, blocks: [greeting(facts.name, locale), text, ...reasonBlocks, button] };
  }

  private expiring(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const until = facts.expiresOn ? dayInWords(facts.expiresOn, locale) : '';
    const instructions = locale === 'es' ? facts.howToGetEs : facts.howToGet;
    const { heading, text } = {
      en: {
        heading: `${typeName} expires on ${until}`,
        text: 'After that day, it no longer counts for shifts that require it. You can renew it now.',
      },
      es: {
        heading: `${typeName} vence el ${until}`,
        text: 'Después de ese día ya no vale para los turnos que lo piden. Puedes renovarlo desde ahora.',
      },
    }[locale];
    const blocks = [
      greeting(facts.name, locale),
      text,
      ...(instructions ? [instructions] : []),
      accountButton(this.config.PUBLIC_URL, locale),
    ];
    return { subject: heading, heading, blocks };
  }

  private guardian(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const organization = this.config.ORGANIZATION_NAME;
    const token = this.signed.sign(guardianPurpose, facts.id, facts.tokenVersion);
    const url = `${this.config.PUBLIC_URL}/guardian/${token}${locale === 'es' ? '?lang=es' : ''}`;
    const { heading, text, button, disclaimer } = {
      en: {
        heading: `${facts.firstName} asks you to sign: ${typeName}`,
        text: `${facts.firstName} would like to volunteer with ${organization} and is under 18. Please read this and sign it as their parent or guardian.`,
        button: 'Read and sign',
        disclaimer: 'If you don’t know this person, you don’t have to do anything. Nothing will be signed.',
      },
      es: {
        heading: `${facts.firstName} te pide que firmes: ${typeName}`,
        text: `${facts.firstName} quiere ser parte del voluntariado de ${organization} y es menor de 18 años. Por favor, léelo y fírmalo como su madre, padre o tutor.`,
        button: 'Leer y firmar',
        disclaimer: '¿No conoces a esta persona? Entonces no tienes que hacer nada, y nada queda firmado.',
      },
    }[locale];
    return { subject: heading, heading, blocks: [text, { buttons: [{ label: button, url }] }, { small: disclaimer }] };
  }
}
