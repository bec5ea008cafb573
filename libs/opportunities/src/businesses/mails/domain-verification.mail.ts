import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { domainVerificationPurpose } from '../domain-verification-purpose.js';

interface Verification {
  id: string;
  name: string;
  domain: string;
}

const texts = {
  en: {
    subject: ({ domain }: Verification) => `Please confirm that ${domain} is yours`,
    heading: 'Is this your business?',
    why: ({ name, domain }: Verification, organization: string) =>
      `${name} has registered with ${organization} to offer work and gave ${domain} as its website. If that’s right, open the page and press the button. This shows us that you receive email there.`,
    button: 'Open the page',
    ignore:
      'If you don’t recognize this, you don’t have to do anything. The business won’t be approved without your confirmation. The link works for seven days.',
  },
  es: {
    subject: ({ domain }: Verification) => `Por favor, confirma que ${domain} es tuyo`,
    heading: '¿Es esta tu empresa?',
    why: ({ name, domain }: Verification, organization: string) =>
      `${name} se registró en ${organization} para ofrecer trabajo e indica ${domain} como su sitio web. Si es correcto, abre la página y presiona su botón: así vemos que recibes correo ahí.`,
    button: 'Abrir la página',
    ignore:
      'Si no sabes a qué viene este correo, no hagas nada: sin tu confirmación, la empresa no se aprueba. El enlace sirve por siete días.',
  },
} as const;

/** Asks a mailbox at the website's domain to confirm. The recipient may never have heard of us. */
@Injectable()
export class DomainVerificationMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<Verification>({
      name: 'business-domain-verification',
      load: (ids) => this.load(ids),
      write: (verification, locale) => this.writeMail(verification, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Verification>> {
    const found = await this.db.query<Verification>(
      `SELECT p.id, b.legal_name AS name, p.domain
       FROM opportunities.domain_verification p JOIN opportunities.business b ON b.id = p.business_id
       WHERE p.id = ANY ($1::uuid[]) AND p.verified_at IS NULL AND p.expires_at > $2 AND p.domain = b.mail_domain
         AND b.status NOT IN ('refused', 'suspended')`,
      [ids, this.clock.now()],
    );
    return new Map(found.map((verification) => [verification.id, verification]));
  }

  private writeMail(verification: Verification, locale: LocaleName): MailText {
    const t = texts[locale];
    const token = this.signedIds.sign(domainVerificationPurpose, verification.id);
    const language = locale === 'es' ? '?lang=es' : '';
    const url = `${this.config.PUBLIC_URL}/business/domain/${token}${language}`;
    const why = t.why(verification, this.config.ORGANIZATION_NAME);
    const blocks = [why, { buttons: [{ label: t.button, url }] }, { small: t.ignore }];
    return { subject: t.subject(verification), heading: t.heading, blocks };
  }
}
