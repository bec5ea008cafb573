/** Returns the number and plural formatting (CLDR) that compiled messages call; created once per language. */
export function writing(tag: string): {
  number: (n: number) => string;
  plural: (n: number, forms: Forms) => string;
} {
  const rules = new Intl.PluralRules(tag);
  const format = new Intl.NumberFormat(tag);
  return {
    // Small integers look the same in both languages, and Intl is slow.
    number: (n) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : format.format(n)),
    plural: (n, forms) => forms[`=${n}`] ?? forms[rules.select(n)] ?? forms.other,
  };
}

type Forms = { other: string } & { [form in Intl.LDMLPluralRule | `=${number}`]?: string };
