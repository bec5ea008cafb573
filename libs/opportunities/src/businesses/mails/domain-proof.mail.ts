import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type Letter } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { domainProofPurpose } from '../vetting/domain-proof-purpose.js';

interface Proof {
  id: string;
  name: string;
  domain: string;
}

const texts = {
  en: {
    subject: ({ domain }: Proof) => `Please confirm that ${domain} is yours`,
    heading: 'Is this your business?',
    why: ({ name, domain }: Proof, organisation: string) =>
      `${name} has registered with ${organisation} to offer work, and names ${domain} as its website. If that is right, open the page and press its button: it shows us that you read mail there.`,
    button: 'Open the page',
    ignore:
      'If you know nothing of this, please do nothing: without your yes the business is not approved. The link is good for seven days.',
  },
  es: {
    subject: ({ domain }: Proof) => `Por favor, confirma que ${domain} es tuyo`,
    heading: '¿Es esta tu empresa?',
    why: ({ name, domain }: Proof, organisation: string) =>
      `${name} se registró en ${organisation} para ofrecer trabajo e indica ${domain} como su sitio web. Si es correcto, abre la página y presiona su botón: así vemos que recibes correo ahí.`,
    button: 'Abrir la página',
    ignore:
      'Si no sabes a qué viene este correo, no hagas nada: sin tu confirmación, la empresa no se aprueba. El enlace sirve por siete días.',
  },
} as const;

/** Asks a mailbox at the domain of a website to press a button. It goes to somebody who may know nothing of us. */
@Injectable()
export class DomainProofMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<Proof>({
      name: 'business-domain-proof',
      load: (ids) => this.load(ids),
      write: (proof, locale) => this.letter(proof, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Proof>> {
    const found = await this.db.query<Proof>(
      `SELECT p.id, b.legal_name AS name, p.domain
       FROM opportunities.domain_proof p JOIN opportunities.business b ON b.id = p.business_id
       WHERE p.id = ANY ($1::uuid[]) AND p.proven_at IS NULL AND p.expires_at > $2 AND p.domain = b.mail_domain
         AND b.status NOT IN ('refused', 'suspended')`,
      [ids, this.clock.now()],
    );
    return new Map(found.map((proof) => [proof.id, proof]));
  }

  private letter(proof: Proof, locale: LocaleName): Letter {
    const t = texts[locale];
    const token = this.signedIds.sign(domainProofPurpose, proof.id);
    const language = locale === 'es' ? '?lang=es' : '';
    const url = `${this.config.PUBLIC_URL}/business/domain/${token}${language}`;
    const why = t.why(proof, this.config.ORGANISATION_NAME);
    const blocks = [why, { buttons: [{ label: t.button, url }] }, { small: t.ignore }];
    return { subject: t.subject(proof), heading: t.heading, blocks };
  }
}
