/** How a language counts (CLDR) and writes numbers. What the compiled messages call; made once for each language. */
export function writing(tag: string): {
  number: (n: number) => string;
  plural: (n: number, forms: Forms) => string;
} {
  const rules = new Intl.PluralRules(tag);
  const format = new Intl.NumberFormat(tag);
  return {
    // What is small and whole is written the same in both our languages, and Intl takes long.
    number: (n) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : format.format(n)),
    plural: (n, forms) => forms[`=${n}`] ?? forms[rules.select(n)] ?? forms.other,
  };
}

type Forms = { other: string } & { [form in Intl.LDMLPluralRule | `=${number}`]?: string };
