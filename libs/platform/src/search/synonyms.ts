import { Registry } from '../registry/registry.js';

export const searchSynonyms = new Registry<readonly string[]>('group of synonyms');

const maxPhrasings = 16;

/** "lawyer near me" becomes "lawyer near me or attorney near me or ...". Quoted text stays unchanged. */
export function withSynonyms(text: string): string {
  if (text.includes('"')) return text;
  const foldedText = ` ${fold(text)} `;
  const phrasings = new Set([text]);
  for (const [, group] of searchSynonyms.all()) {
    const matchedWord = group.find((word) => foldedText.includes(` ${fold(word)} `));
    if (matchedWord === undefined) continue;
    const [before = '', after = ''] = splitAt(foldedText, ` ${fold(matchedWord)} `);
    for (const word of group) phrasings.add(`${before} ${word} ${after}`.trim());
  }
  return [...phrasings].slice(0, maxPhrasings).join(' or ');
}

function splitAt(text: string, part: string): [string, string] {
  const at = text.indexOf(part);
  return [text.slice(0, at), text.slice(at + part.length)];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
