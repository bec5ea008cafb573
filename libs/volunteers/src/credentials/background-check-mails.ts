import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config } from '@upstander/platform';
import { accountButton, CredentialFacts, dayInWords, type CredentialMailFacts } from './credential-facts.js';
import { words } from './background-check.mail.generated.js';

/** Emails required by law for background checks. They contain nothing from the report. */
@Injectable()
export class BackgroundCheckMails implements OnModuleInit {
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
      render: (
        facts: CredentialMailFacts,
        typeName: string,
        locale: LocaleName,
      ) => Pick<MailText, 'heading' | 'blocks'>,
    ) =>
      this.templates.define<CredentialMailFacts>({
        name,
        load,
        isStillRelevant: (facts) => facts.status === status,
        write: (facts, locale) => {
          const { heading, blocks } = render(facts, locale === 'es' ? facts.typeNameEs : facts.typeName, locale);
          return { subject: heading, heading, blocks: [greeting(facts.name, locale), ...blocks] };
        },
      });
    define('screening-asked', 'requested', (_, typeName, locale) => this.requestText(typeName, locale));
    define('screening-notice', 'under_review', (facts, typeName, locale) => this.noticeText(facts, typeName, locale));
    define('screening-refused', 'rejected', (_, typeName, locale) => this.refusalText(typeName, locale));
  }

  private requestText(typeName: string, locale: LocaleName): Pick<MailText, 'heading' | 'blocks'> {
    const t = words[locale].asked;
    return { heading: t.heading({ typeName }), blocks: [t.lead, accountButton(this.config.PUBLIC_URL, locale)] };
  }

  private noticeText(
    facts: CredentialMailFacts,
    typeName: string,
    locale: LocaleName,
  ): Pick<MailText, 'heading' | 'blocks'> {
    const until = facts.finalFrom ? dayInWords(facts.finalFrom, locale) : '';
    const t = words[locale].notice;
    const blocks = [t.lead, t.rights, t.until({ until }), ...this.agency(locale)];
    return { heading: t.heading({ typeName }), blocks };
  }

  private refusalText(typeName: string, locale: LocaleName): Pick<MailText, 'heading' | 'blocks'> {
    const t = words[locale].refused;
    return { heading: t.heading({ typeName }), blocks: [t.lead, t.rights, ...this.agency(locale)] };
  }

  private agency(locale: LocaleName): string[] {
    const { SCREENING_PROVIDER: agency } = this.config;
    return agency ? [words[locale].agency({ agency })] : [];
  }
}
