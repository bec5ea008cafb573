import { Injectable } from '@nestjs/common';
import {
  actionFault,
  badInput,
  Config,
  giveFault,
  isUuid,
  readInput,
  type ColorFault,
  type Faults,
  type LogoFile,
} from '@upstander/platform';
import { installedLanguages } from '../languages/installed-languages.generated.js';
import type { Actor } from '../access/actor.js';
import { SettingsStore, type SavedSettings } from '../settings/settings-store.js';
import { Logos } from './logos.service.js';
import {
  organizationFields,
  OrganizationInput,
  type OrganizationProfile,
  type OrganizationSettings,
} from './organization-settings.js';

const screen = { subject: 'organization', fields: organizationFields };

/** Decided by an admin; the environment has the defaults. */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    private readonly config: Config,
    private readonly store: SettingsStore,
    private readonly logos: Logos,
  ) {}

  async find(): Promise<OrganizationSettings> {
    const { version, values } = await this.store.find(screen.subject);
    const history = await this.store.history(screen);
    return { ...this.profileFrom(values), version, logo: logoOf(logoIn(values)), history };
  }

  /**
   * Fields omitted from the input keep their value.
   * @throws Refusal BAD_INPUT, CHANGED_MEANWHILE with the saved values
   */
  async update(actor: Actor, input: OrganizationInput, version: number): Promise<OrganizationSettings> {
    const { values: decided } = await this.store.find(screen.subject);
    const { values, faults } = readInput(OrganizationInput, input, this.profileFrom(decided));
    const { logo, colors } = await this.check(values, faults);
    const languages = installedLanguages.filter((code) => code === 'en' || values.languages.includes(code));
    if (Object.keys(faults).length > 0) throw badInput(faults, undefined, { colors });
    await this.store.save(actor, screen, { version, values: { ...values, languages, logo } });
    return this.find();
  }

  /** Adds faults that depend on the country, on stored logos or on the contrast of colors. */
  private async check(values: Pick<OrganizationProfile, keyof OrganizationProfile>, faults: Faults) {
    const { taxId, accountsUrl, actionColor, giveColor, languages, logoId } = values;
    if (taxId && this.config.COUNTRY === 'US' && !/^\d{2}-\d{7}$/.test(taxId)) faults['taxId'] ??= 'not-an-ein';
    if (accountsUrl && !accountsUrl.startsWith('https:')) faults['accountsUrl'] ??= 'not-a-web-address';
    if (languages.some((code) => !installedLanguages.includes(code))) faults['languages'] ??= 'not-a-language';
    const logo = logoId && isUuid(logoId) ? await this.logos.find(logoId) : null;
    if (logoId && !logo) faults['logoId'] ??= 'not-there';
    const colors: Record<string, ColorFault> = {};
    const judge = (field: 'actionColor' | 'giveColor', color: string | null, faultOf: typeof actionFault) => {
      const fault = color && !faults[field] ? faultOf(color) : null;
      if (!fault) return;
      faults[field] = 'low-contrast';
      colors[field] = fault;
    };
    judge('actionColor', actionColor, actionFault);
    judge('giveColor', giveColor, giveFault);
    return { logo, colors };
  }

  private profileFrom(decided: SavedSettings['values']): OrganizationProfile {
    const profile = this.store.fieldValues<Omit<OrganizationProfile, 'logoId'>>(organizationFields, decided);
    const languages = installedLanguages.filter((code) => profile.languages.includes(code));
    return { ...profile, languages, logoId: logoIn(decided)?.id ?? null };
  }
}

function logoIn(decided: SavedSettings['values']): LogoFile | null {
  return (decided['LOGO'] ?? null) as LogoFile | null;
}

export function logoOf(logo: LogoFile | null | undefined) {
  return logo ? { ...logo, url: logoPath(logo) } : null;
}

/** Path of a logo. It contains the ID, so browsers can keep the file forever. */
export function logoPath({ id }: Pick<LogoFile, 'id'>): string {
  return `/logo/${id}.png`;
}
