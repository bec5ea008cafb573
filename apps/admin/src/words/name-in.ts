/** Returns the name of a record in the user's language. */
export function nameIn(locale: string, { name, nameEs }: { name: string; nameEs: string | null }): string {
  return (locale === 'es' && nameEs) || name;
}
