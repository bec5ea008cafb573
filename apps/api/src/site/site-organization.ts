import { featuresOf, type FeatureName, logoPath } from '@upstander/identity';
import { actionColors, giveColors, type Config } from '@upstander/platform';
import { createHash } from 'node:crypto';

/** Facts of the organization on every page. The same object until an admin changes a setting, so caches depend on it. */
export interface SiteOrganization {
  readonly name: string;
  readonly contactEmail: string;
  /** E.164 */
  readonly contactPhone: string | null;
  /** The most guests that a volunteer may bring. An event can allow fewer. */
  readonly guestsPerSignup: number;
  /** Languages that the site offers, English first. */
  readonly languages: readonly string[];
  /** Features of this installation. */
  readonly features: readonly FeatureName[];
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  /** Color of buttons, if it isn't the default. */
  readonly actionColor: string | null;
  /** Path of the style sheet with the organization's colors, or null for the default ones. */
  readonly colorsPath: string | null;
}

export function siteOrganization(config: Config): () => SiteOrganization {
  let known: { revision: object; organization: SiteOrganization } | undefined;
  return () => {
    if (known?.revision === config.revision) return known.organization;
    const { revision, logo } = config;
    const organization = {
      name: config.ORGANIZATION_NAME,
      contactEmail: config.contactEmail,
      contactPhone: config.CONTACT_PHONE ?? null,
      guestsPerSignup: config.GUESTS_PER_SIGNUP,
      languages: config.SITE_LANGUAGES,
      features: featuresOf(config),
      logo: logo && { url: logoPath(logo), width: logo.width, height: logo.height },
      actionColor: config.ACTION_COLOR ?? null,
      colorsPath: colorsPath(config),
    };
    known = { revision, organization };
    return organization;
  };
}

type Colors = Pick<Config, 'ACTION_COLOR' | 'GIVE_COLOR'>;

/**
 * Style sheet of the chosen colors, or an empty text. Quiet pages keep theirs: they have no color by which someone else
 * could recognize the site.
 */
export function colorsSheet({ ACTION_COLOR, GIVE_COLOR }: Colors): string {
  const action = ACTION_COLOR === undefined ? { light: {}, dark: {} } : actionColors(ACTION_COLOR);
  const give = GIVE_COLOR === undefined ? {} : giveColors(GIVE_COLOR);
  const [light, dark] = [action.light, action.dark].map((theme) => declarations({ ...theme, ...give }));
  if (!light) return '';
  const root = ':root:not([data-quiet])';
  return `${root}{${light}}@media (prefers-color-scheme:dark){${root}{${dark}}}`;
}

/** The path contains a hash of the content, so browsers can keep the file. */
export function colorsPath(colors: Colors): string | null {
  const sheet = colorsSheet(colors);
  if (sheet === '') return null;
  return `/colors/${createHash('sha256').update(sheet).digest('hex').slice(0, 16)}.css`;
}

function declarations(roles: Readonly<Record<string, string>>): string {
  return Object.entries(roles)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';');
}
