/** What a spreadsheet passes over before it looks for a formula: blanks, and characters nobody sees. */
const unseen = String.raw`(?:[\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]|[\ufe00-\ufe0f])*`;
/** The signs a formula begins with, also as East Asian keyboards type them and as raised, lowered and small forms. */
const signs = String.raw`=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212\u207a-\u207c\u208a-\u208c-`;

const formula = new RegExp(`^${unseen}[${signs}]`, 'u');
const guarded = new RegExp(`^'(?=${unseen}[${signs}]|[\\t\\r\\n])`, 'u');

/** Whether a spreadsheet may take a cell with this text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}

/**
 * A cell of text for a CSV file, as SQL: what a spreadsheet might take for a formula gets an apostrophe in front. The
 * guard is SQL, so no row is skipped on its way out. `expression` is SQL of ours, never somebody's text.
 */
export function csvCell(expression: string): string {
  return `CASE WHEN ${expression} ~ '^(${unseen}[${signs}]|[\\t\\r\\n])' THEN '''' || ${expression} ELSE ${expression} END`;
}

/** A cell as it was before `csvCell` guarded it. */
export function withoutGuard(cell: string): string {
  return cell.replace(guarded, '');
}
