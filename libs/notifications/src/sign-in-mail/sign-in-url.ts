import { languageQuery, type LocaleName } from '@upstander/identity';
import type { Config } from '@upstander/platform';

/** Returns where somebody signs in: staff at the admin if it has a host of its own, everyone else on the site. */
export function signInUrl(
  { PUBLIC_URL, ADMIN_URL }: Pick<Config, 'PUBLIC_URL' | 'ADMIN_URL'>,
  { isStaff, locale }: { isStaff: boolean; locale: LocaleName },
): string {
  if (isStaff && ADMIN_URL !== undefined) return `${ADMIN_URL}/admin/sign-in?step=code`;
  return `${PUBLIC_URL}/sign-in${languageQuery(locale)}`;
}
