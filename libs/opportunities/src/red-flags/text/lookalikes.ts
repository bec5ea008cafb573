/**
 * Letters of other scripts that look like Latin ones, each with that Latin letter: the Unicode confusables
 * (https://www.unicode.org/reports/tr39/, confusables.txt) that are used to get past filters. NFKC already folds
 * full-width, mathematical and circled letters.
 */
const lookalikes = new Map([
  // Cyrillic
  ...pairs(
    '\u0430\u0441\u0435\u04bb\u0456\u0458\u04cf\u043e\u0440\u051b\u0455\u051d\u0445\u0443\u0432\u0501\u0454\u04bd\u0437\u0438\u0433\u043a\u043c\u043d\u043f\u0475\u0442\u0446\u0447\u0448\u044c\u0461\u04af\u050d',
    'acehijlopqswxybdeeznrkmhnvtuywbwyg',
  ),
  // Greek
  ...pairs(
    '\u03b1\u03b2\u03b3\u03b5\u03b6\u03b7\u03b9\u03ba\u03bb\u03bc\u03bd\u03bf\u03c1\u03c3\u03c4\u03c5\u03c6\u03c7\u03c9',
    'abyeznikluvopotufxw',
  ),
  ...pairs('\u0397\u039c\u039d\u03a5', 'hmny'),
  // Armenian
  ...pairs('\u0585\u0578\u057d\u0570\u0581\u0563\u0566\u0575', 'onuhgqqj'),
  // Small capitals
  ...pairs(
    '\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22',
    'abcdefghijklmnoprstuvwyz',
  ),
  // Latin letters used in neither English nor Spanish
  ...pairs(
    '\u0131\u0251\u0261\u0269\u027e\u028b\u026f\u00f8\u0142\u0111\u0127\u0167\u0185\u0253\u0257\u0192\u0260\u0268\u0199\u0271\u0272\u0275\u01a5\u0282\u01ad\u0289\u2c71',
    'iagirvwoldhtbbdfgikmnopstuv',
  ),
]);

/** Returns the lowercase Latin letter that a lookalike stands for, or undefined. */
export function lookalike(letter: string): string | undefined {
  return lookalikes.get(letter) ?? lookalikes.get(letter.toLowerCase());
}

function pairs(from: string, to: string): Array<[string, string]> {
  return [...from].map((letter, i) => [letter, to.charAt(i)]);
}
