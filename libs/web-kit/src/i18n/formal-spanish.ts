/**
 * Words that speak to somebody as "usted". Imperatives count where a sentence begins: in the middle of one the same form
 * is a subjunctive of somebody else ("antes de que alguien escriba").
 */
const address = /(?<![\p{L}])usted(es)?(?![\p{L}])/iu;
const imperative =
  /(?:^|[.:;!?¡¿]\s*|Por favor, |, por favor, )(Abra|Elija|Escriba|Diga|Díganos|Confirme|Pulse|Oprima|Haga|Responda|Conteste|Envíe|Envíel[ao]|Revise|Cambie|Cámbiel[ao]|Corrija|Tenga|Pida|Espere|Intente|Vuelva|Llame|Mire|Lea|Busque|Guarde|Renueve|Repase|Registre|Demuestre|Ofrezca|No (?:haga|pida|ponga|intente|busque|use|deje))(?![\p{L}])/u;
const imperativeAfterPlease =
  /[Pp]or favor, (?:no )?(abra|elija|escriba|confirme|pulse|responda|cambie|corrija|borre|pida|ponga|intente)(?![\p{L}])/u;

/** Whether a Spanish text says "usted" to whoever reads it: we say "tú", everywhere. */
export function isFormal(text: string): boolean {
  return address.test(text) || imperative.test(text) || imperativeAfterPlease.test(text);
}

/** The dotted names of the texts of a catalogue that are formal. A text with a gap counts by the code that fills it. */
export function formalTexts(words: unknown, name = ''): string[] {
  if (typeof words === 'string') return isFormal(words) ? [name] : [];
  if (typeof words === 'function') return texts(words).some(isFormal) ? [name] : [];
  if (words === null || typeof words !== 'object') return [];
  return Object.entries(words).flatMap(([key, value]) => formalTexts(value, name === '' ? key : `${name}.${key}`));
}

/** What stands between quotes in a function. */
function texts(write: { toString(): string }): string[] {
  return [...write.toString().matchAll(/(["'`])((?:\\.|(?!\1).)*)\1/gsu)].map((found) => found[2] ?? '');
}
