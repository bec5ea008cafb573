/** Whitespace and invisible characters that spreadsheets skip before they look for a formula. */
const invisible = String.raw`(?:[\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]|[\ufe00-\ufe0f])*`;
/** Characters that start a formula, with their full-width, superscript, subscript and small forms. */
const formulaStarts = String.raw`=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212\u207a-\u207c\u208a-\u208c-`;

const formula = new RegExp(`^${invisible}[${formulaStarts}]`, 'u');
const escapedFormula = new RegExp(`^'(?=${invisible}[${formulaStarts}]|[\\t\\r\\n])`, 'u');

export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}

/**
 * Returns SQL for a text cell that prefixes possible formulas with an apostrophe.
 * `expression` must be trusted SQL, never user input.
 */
export function csvCell(expression: string): string {
  return `CASE WHEN ${expression} ~ '^(${invisible}[${formulaStarts}]|[\\t\\r\\n])' THEN '''' || ${expression} ELSE ${expression} END`;
}

export function removeFormulaEscape(cell: string): string {
  return cell.replace(escapedFormula, '');
}
