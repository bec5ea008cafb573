/**
 * Turns of phrase that native speakers don't write in code, screens or guides, and that hide who does what. Texts name the
 * role, the noun or the value instead (CONTRIBUTING, "Code conventions").
 */
const phrases = [
  // Subjects without a role.
  String.raw`\b(?:whoever|whomever|whom|somebody|nobody|everybody|anybody)\b`,
  // Clauses without a noun: "what is due", "is told".
  String.raw`\bwhat (?:is|was|are|were)\b(?![^.\n]*\?)`,
  String.raw`\b(?:is|are|was|were) (?:told|said|heard)\b`,
  // Personified software, archaic or translated adverbs and modals.
  String.raw`\bstands\b`,
  String.raw`\b(?:no more(?! than)|any more(?! than)|for ever|anew|at once|of its own|by itself|need not)\b`,
  String.raw`\b(?:is|are) to be\b`,
].join('|');
/** Fragments that start like a question and are none. As labels on a screen ("Who can see it") they're fine. */
const fragments = String.raw`(?:^|(?<=[.!?] ))(?:Whether|What|Whose|Whom|Where|Who|How|Which)\b(?![^.\n]*\?)`;
const commentPattern = new RegExp(`${phrases}|${fragments}`, 'gm');
const screenPattern = new RegExp(phrases, 'gm');

/**
 * Returns the turns of phrase in a text.
 *
 * @param {string} text
 * @param {{ isLabel?: boolean }} [options] `isLabel`: the text of a screen
 * @returns {Array<{ turn: string, offset: number }>}
 */
export function findTurns(text, { isLabel = false } = {}) {
  return [...text.matchAll(isLabel ? screenPattern : commentPattern)].map(({ 0: turn, index }) => ({
    turn,
    offset: index,
  }));
}

/** Matches comments: SQL's `--`, or JavaScript's. Doesn't match `https://`. */
const comments = { sql: /--[^\n]*/g, code: /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g };
const markers = /^[ \t]*(?:\/\*\*?|\*\/|\*|\/\/|--)?[ \t]*/gm;
const titles = /\b(?:it|test|describe)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/**
 * Returns the passages of a file that people read, with their lines: comments and test titles of code, descriptions of a
 * GraphQL schema, texts of a catalog, Markdown without its code.
 *
 * @param {string} path
 * @param {string} source
 * @returns {Array<{ line: number, text: string }>}
 */
export function passagesOf(path, source) {
  if (path.endsWith('.md'))
    return [{ line: 1, text: source.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' ')) }];
  if (path.endsWith('.json')) return withLines(source, /: "((?:\\.|[^"\\])*)"/g, (match) => match[1]);
  if (path.endsWith('.graphql')) return withLines(source, /"""([\s\S]*?)"""/g, (match) => match[1].trim());
  const found = withLines(source, path.endsWith('.sql') ? comments.sql : comments.code, ([comment]) =>
    comment.replace(markers, '').trim(),
  );
  return /\.(?:spec|drill)\.tsx?$/.test(path) ? [...found, ...withLines(source, titles, (match) => match[2])] : found;
}

function withLines(source, pattern, textOf) {
  return [...source.matchAll(pattern)].map((match) => ({
    line: source.slice(0, match.index).split('\n').length,
    text: textOf(match),
  }));
}
