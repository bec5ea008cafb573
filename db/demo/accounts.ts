import { hashing } from '@upstander/identity';
import type { Secrets } from '@upstander/platform';
import { hash } from '@node-rs/argon2';
import { chapters } from './chapters.js';
import type { CustomRoleName } from './custom-roles.js';
import { ana } from './people.js';
import { idOf } from './random.js';

export const demoPassword = 'demo demo demo demo';
export const demoTotpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

interface Login {
  email: string;
  name: string;
  locale: 'en' | 'es';
  role: string;
  chapterId: string | null;
  /** A custom role instead of a role of staff. */
  customRole?: CustomRoleName;
  /** True for the co-organizer of the next event in Los Angeles. */
  isCoOrganizer?: boolean;
}

/** Ana is a volunteer: she gets a code by email instead of a password. */
export const logins: readonly Login[] = [
  { email: 'admin@demo.example', name: 'Alex Kim', locale: 'en', role: 'admin', chapterId: null },
  { email: 'organizer@demo.example', name: 'Rosa Delgado', locale: 'en', role: 'organizer', chapterId: chapters.la.id },
  {
    email: 'organizer.ny@demo.example',
    name: 'Yvonne Okafor',
    locale: 'en',
    role: 'organizer',
    chapterId: chapters.ny.id,
  },
  {
    email: 'organizer.sd@demo.example',
    name: 'Dana Whitaker',
    locale: 'en',
    role: 'organizer',
    chapterId: chapters.sd.id,
  },
  { email: 'finance@demo.example', name: 'Sam Greene', locale: 'en', role: 'finance', chapterId: null },
  {
    email: 'bookkeeper@demo.example',
    name: 'Noor Haddad',
    locale: 'en',
    role: 'volunteer',
    chapterId: null,
    customRole: 'Bookkeeper',
  },
  {
    email: 'coorganizer@demo.example',
    name: 'Tamika Park',
    locale: 'en',
    role: 'volunteer',
    chapterId: null,
    isCoOrganizer: true,
  },
  { email: 'advocate@demo.example', name: 'Inés Duarte', locale: 'es', role: 'advocate', chapterId: null },
  { email: 'moderator@demo.example', name: 'Priya Banerjee', locale: 'en', role: 'moderator', chapterId: null },
  { email: 'business@demo.example', name: 'Marcus Bell', locale: 'en', role: 'business', chapterId: null },
  { email: ana.email, name: ana.name, locale: ana.locale, role: 'volunteer', chapterId: null },
];

export interface DemoAccount extends Login {
  id: string;
  passwordHash: string | null;
  totpSealed: string | null;
}

export async function accounts(secrets: Secrets): Promise<DemoAccount[]> {
  const passwordHash = await hash(demoPassword, hashing);
  return logins.map((login) => {
    const id = idOf('account', login.email);
    const staff = login.role !== 'volunteer' || login.customRole !== undefined || login.isCoOrganizer === true;
    return {
      ...login,
      id,
      passwordHash: staff ? passwordHash : null,
      totpSealed: staff ? secrets.seal(`totp/${id}`, demoTotpSecret) : null,
    };
  });
}
