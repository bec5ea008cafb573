/** Returns a custom role's name in the user's language. */
export function customRoleName(locale: string, { name, nameEs }: { name: string; nameEs: string | null }): string {
  return (locale === 'es' && nameEs) || name;
}
