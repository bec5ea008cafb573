import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, dayIn } from '@upstander/platform';
import type { DutyName } from '../duty-name.js';

interface Lapse {
  name: string;
  /** True if the partner can no longer receive gifts. */
  isOver: boolean;
  duties: DutyName[];
}

const duties: Readonly<Record<LocaleName, Readonly<Record<DutyName, string>>>> = {
  en: {
    good_standing: 'Good standing in the registers',
    written_consent: 'Written consent of the partner',
    platform_registration: 'Our registration as a platform',
    segregated_account: 'A separate account for its money',
    donor_disclosures: 'Disclosures to donors',
    prompt_sending: 'Prompt transfer of the money',
    timely_receipts: 'Timely receipts',
  },
  es: {
    good_standing: 'Situación regular en los registros',
    written_consent: 'Consentimiento escrito de la entidad',
    platform_registration: 'Nuestro registro como plataforma',
    segregated_account: 'Cuenta separada para su dinero',
    donor_disclosures: 'Lo que debe decirse a los donantes',
    prompt_sending: 'Entrega puntual del dinero',
    timely_receipts: 'Recibos a tiempo',
  },
};

const words = {
  en: {
    over: (name: string) => `Gifts paused: ${name}`,
    soon: (name: string) => `Documents expire soon: ${name}`,
    overSaid: 'This partner can’t receive gifts because these documents are missing or have expired:',
    soonSaid: 'These documents expire within 30 days. After that, this partner can’t receive gifts:',
    button: 'View documents',
  },
  es: {
    over: (name: string) => `Donaciones detenidas: ${name}`,
    soon: (name: string) => `Documentos por vencer: ${name}`,
    overSaid: 'No se reciben donaciones para esta entidad, porque faltan o vencieron estos documentos:',
    soonSaid:
      'En treinta días o menos vencen estos documentos, y entonces no se recibirán donaciones para esta entidad:',
    button: 'Ver los documentos',
  },
} as const;

@Injectable()
export class BeneficiaryLapseMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Lapse>({
      name: 'beneficiary-lapse',
      load: (ids) => this.load(ids),
      stillTrue: ({ duties: missing }) => missing.length > 0,
      write: (lapse, locale) => this.letter(lapse, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Lapse>> {
    const found = await this.db.query<{ id: string; name: string; lapsed: DutyName[]; soon: DutyName[] }>(
      `SELECT b.id, b.name, fundraising.duties_missing(b.id, $2::date) AS lapsed,
         fundraising.duties_missing(b.id, $2::date + 30) AS soon
       FROM fundraising.beneficiary b WHERE b.id = ANY ($1::uuid[]) AND b.archived_at IS NULL`,
      [ids, dayIn(this.config.TIME_ZONE, this.clock.now())],
    );
    return new Map(
      found.map(({ id, name, lapsed, soon }) => {
        const isOver = lapsed.length > 0;
        return [id, { name, isOver, duties: isOver ? lapsed : soon }];
      }),
    );
  }

  private letter({ name, isOver, duties: missing }: Lapse, locale: LocaleName): MailText {
    const t = words[locale];
    const subject = isOver ? t.over(name) : t.soon(name);
    const list = missing.map((duty) => `– ${duties[locale][duty]}`).join('\n');
    const button = { label: t.button, url: `${this.config.adminUrl}/admin/beneficiaries` };
    const blocks = [isOver ? t.overSaid : t.soonSaid, list, { buttons: [button] }];
    return { subject, heading: subject, blocks };
  }
}
