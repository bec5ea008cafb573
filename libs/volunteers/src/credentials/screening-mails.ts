import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config } from '@upstander/platform';
import { accountButton, CredentialFacts, dayInWords, type CredentialMailFacts } from './credential-facts.js';

/** Emails required by law for background checks. They contain nothing from the report. */
@Injectable()
export class ScreeningMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly facts: CredentialFacts,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.facts.load(ids);
    const define = (
      name: string,
      status: CredentialMailFacts['status'],
      write: (told: CredentialMailFacts, what: string, locale: LocaleName) => Pick<MailText, 'heading' | 'blocks'>,
    ) =>
      this.templates.define<CredentialMailFacts>({
        name,
        load,
        stillTrue: (facts) => facts.status === status,
        write: (facts, locale) => {
          const { heading, blocks } = write(facts, locale === 'es' ? facts.typeNameEs : facts.typeName, locale);
          return { subject: heading, heading, blocks: [greeting(facts.name, locale), ...blocks] };
        },
      });
    define('screening-asked', 'requested', (_, typeName, locale) => this.requestText(typeName, locale));
    define('screening-notice', 'under_review', (facts, typeName, locale) => this.noticeText(facts, typeName, locale));
    define('screening-refused', 'rejected', (_, typeName, locale) => this.refusalText(typeName, locale));
  }

  private requestText(typeName: string, locale: LocaleName): Pick<MailText, 'heading' | 'blocks'> {
    const { heading, says } = {
      en: {
        heading: `Before you start: ${typeName}`,
        says: 'Some shifts require a background check. It has two steps, both on our site: first you read what it involves, then you authorize it in writing. Nothing is checked before that, and you can say no.',
      },
      es: {
        heading: `Antes de empezar: ${typeName}`,
        says: 'Algunos turnos piden una verificación de antecedentes. Son dos pasos, ambos en nuestro sitio: primero lees en qué consiste y luego la autorizas por escrito. Antes de eso no se verifica nada, y puedes decir que no.',
      },
    }[locale];
    return { heading, blocks: [says, accountButton(this.config.PUBLIC_URL, locale)] };
  }

  private noticeText(
    facts: CredentialMailFacts,
    typeName: string,
    locale: LocaleName,
  ): Pick<MailText, 'heading' | 'blocks'> {
    const until = facts.finalFrom ? dayInWords(facts.finalFrom, locale) : '';
    const { heading, blocks } = {
      en: {
        heading: `About your background check: ${typeName}`,
        blocks: [
          'We may decide not to approve it, based in whole or in part on the report. No decision has been made yet.',
          'You were given a copy of the report and “A Summary of Your Rights Under the Fair Credit Reporting Act”. Please read the report. If something in it is wrong or incomplete, tell the agency that prepared it and reply to this email.',
          `We won’t decide before ${until}.`,
        ],
      },
      es: {
        heading: `Sobre tu verificación de antecedentes: ${typeName}`,
        blocks: [
          'Es posible que decidamos no aprobarla, en todo o en parte por lo que dice el informe. Todavía no hay nada decidido.',
          'Recibiste una copia del informe y el «Resumen de tus derechos según la Ley de Informe Imparcial de Crédito (FCRA)». Lee el informe, por favor. Si algo está mal o incompleto, dilo a la agencia que lo hizo y responde a este correo.',
          `No decidiremos antes del ${until}.`,
        ],
      },
    }[locale];
    return { heading, blocks: [...blocks, ...this.agency(locale)] };
  }

  private refusalText(typeName: string, locale: LocaleName): Pick<MailText, 'heading' | 'blocks'> {
    const { heading, blocks } = {
      en: {
        heading: `Not approved: ${typeName}`,
        blocks: [
          'We decided not to approve it, based in whole or in part on the report. You can’t take shifts that require it, but other shifts are open to you.',
          'The agency that made the report didn’t make this decision and can’t explain it. Within 60 days you have the right to a free copy of the report from the agency. At any time you have the right to dispute anything inaccurate or incomplete with it.',
        ],
      },
      es: {
        heading: `No aprobada: ${typeName}`,
        blocks: [
          'Decidimos no aprobarla, en todo o en parte por lo que dice el informe. Por eso no puedes tomar turnos que la piden; otros siguen abiertos para ti.',
          'La agencia que hizo el informe no tomó esta decisión y no puede explicarla. Durante 60 días puedes pedirle una copia gratis del informe y, en cualquier momento, disputar con ella lo que esté mal o incompleto.',
        ],
      },
    }[locale];
    return { heading, blocks: [...blocks, ...this.agency(locale)] };
  }

  private agency(locale: LocaleName): string[] {
    const { SCREENING_PROVIDER: provider } = this.config;
    return provider ? [{ en: `The agency: ${provider}`, es: `La agencia: ${provider}` }[locale]] : [];
  }
}
