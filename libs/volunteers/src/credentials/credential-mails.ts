import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, SignedIds } from '@upstander/platform';
import { accountButton, CredentialFacts, dayInWords, type CredentialMailFacts } from './credential-facts.js';
import { guardianPurpose } from './guardian-waivers.service.js';
import { words } from './credential.mail.generated.js';

@Injectable()
export class CredentialMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly facts: CredentialFacts,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.facts.load(ids);
    this.templates.define<CredentialMailFacts>({
      name: 'credential-decided',
      load,
      isStillRelevant: ({ status }) => status === 'approved' || status === 'rejected' || status === 'revoked',
      write: (facts, locale) => this.renderDecision(facts, locale),
    });
    this.templates.define<CredentialMailFacts>({
      name: 'credential-expiring',
      load,
      isStillRelevant: ({ status }) => status === 'approved',
      write: (facts, locale) => this.renderExpiring(facts, locale),
    });
    this.templates.define<CredentialMailFacts>({
      name: 'guardian-waiver',
      load,
      isStillRelevant: ({ status }) => status === 'requested',
      write: (facts, locale) => this.guardian(facts, locale),
    });
  }

  private renderDecision(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const until = facts.expiresOn && dayInWords(facts.expiresOn, locale);
    const t = words[locale];
    const heading = t[facts.status as 'approved' | 'revoked' | 'rejected'].heading({ typeName });
    const lead = facts.status === 'approved' ? t.approved.lead({ until }) : t.reason;
    const reasonBlocks = facts.reason ? [{ quote: facts.reason, by: this.config.ORGANIZATION_NAME }] : [];
    const button = accountButton(this.config.PUBLIC_URL, locale);
    return { subject: heading, heading, blocks: [greeting(facts.name, locale), lead, ...reasonBlocks, button] };
  }

  private renderExpiring(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const until = facts.expiresOn ? dayInWords(facts.expiresOn, locale) : '';
    const instructions = locale === 'es' ? facts.howToGetEs : facts.howToGet;
    const t = words[locale].expiring;
    const heading = t.heading({ typeName, until });
    const blocks = [
      greeting(facts.name, locale),
      t.lead,
      ...(instructions ? [instructions] : []),
      accountButton(this.config.PUBLIC_URL, locale),
    ];
    return { subject: heading, heading, blocks };
  }

  private guardian(facts: CredentialMailFacts, locale: LocaleName): MailText {
    const typeName = locale === 'es' ? facts.typeNameEs : facts.typeName;
    const organization = this.config.ORGANIZATION_NAME;
    const token = this.signedIds.sign(guardianPurpose, facts.id, facts.tokenVersion);
    const url = `${this.config.PUBLIC_URL}/guardian/${token}${languageQuery(locale)}`;
    const t = words[locale].guardian;
    const name = facts.firstName;
    const heading = t.heading({ name, typeName });
    const blocks = [t.lead({ name, organization }), { buttons: [{ label: t.button, url }] }, { small: t.disclaimer }];
    return { subject: heading, heading, blocks };
  }
}
