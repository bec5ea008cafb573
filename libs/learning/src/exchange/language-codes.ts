/** ISO 639 codes of languages that services name; other codes are taken as they are. */
const codes =
  'aa ab af ak am ar as az ba be bg bm bn bo br bs ca ceb chr cs cy da de dz ee el en eo es et eu fa ff fi fil fj fo fr ' +
  'fy ga gd gl gn gu ha haw he hi hmn hr ht hu hy id ig ilo is it ja jv ka kea kg kk kl km kn ko ks ku ky la lb lg ln lo lt ' +
  'lu lv mg mi mk ml mn mr ms mt my nb nd ne nl no nr nv ny oc oj om or pa pl ps pt qu rm rn ro ru rw sa sd sg si sk sl sm ' +
  'sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ug uk ur uz ve vi vo wo xh yi yo yue za zh zu';

const languageNames = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
const codesByName = new Map(codes.split(' ').map((code) => [languageNames.of(code)!.toLowerCase(), code]));
for (const [name, code] of Object.entries({
  farsi: 'fa',
  tagalog: 'tl',
  mandarin: 'zh',
  'chinese (mandarin)': 'zh',
  'chinese (cantonese)': 'yue',
  hmong: 'hmn',
  'haitian creole': 'ht',
  creole: 'ht',
  castilian: 'es',
  'american sign language': 'ase',
  asl: 'ase',
}))
  codesByName.set(name, code);

/** Returns the code of a language given as a code or English name, or null. */
export function codeOfLanguage(written: string): string | null {
  const normalized = written.trim().toLowerCase();
  return codesByName.get(normalized) ?? (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(normalized) ? normalized : null);
}
