import fc from 'fast-check';
import { segmentsOf } from './text-segments.js';

const gsm = 'abcXYZ 019@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¡¿ÄÖÑÜ§äöñüà';

describe('segments of a text message', () => {
  test.each([
    ['', 'GSM-7', 0, 0],
    ['Hi', 'GSM-7', 1, 2],
    ['a'.repeat(160), 'GSM-7', 1, 160],
    ['a'.repeat(161), 'GSM-7', 2, 161],
    ['a'.repeat(306), 'GSM-7', 2, 306],
    ['a'.repeat(307), 'GSM-7', 3, 307],
    ['€'.repeat(80), 'GSM-7', 1, 160],
    [`${'a'.repeat(159)}€`, 'GSM-7', 2, 161],
    ['¿Vienes mañana, Íñigo?', 'UCS-2', 1, 22],
    ['¿Vienes mañana? É Ñ', 'GSM-7', 1, 19],
    ['Sí', 'UCS-2', 1, 2],
    ['ç', 'UCS-2', 1, 1],
    ['`', 'UCS-2', 1, 1],
    ['’', 'UCS-2', 1, 1],
    ['\t', 'UCS-2', 1, 1],
    ['í'.repeat(70), 'UCS-2', 1, 70],
    ['í'.repeat(71), 'UCS-2', 2, 71],
    ['í'.repeat(134), 'UCS-2', 2, 134],
    ['í'.repeat(135), 'UCS-2', 3, 135],
    ['😀', 'UCS-2', 1, 2],
    ['😀'.repeat(35), 'UCS-2', 1, 70],
    ['\uD83D', 'UCS-2', 1, 1],
  ])('counts %j as %s', (body, encoding, segments, units) => {
    expect(segmentsOf(body)).toEqual({ encoding, segments, units });
  });

  test('moves an escaped character to the next segment instead of splitting it', () => {
    expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ segments: 2, units: 305 });
    expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ segments: 3, units: 306 });
  });

  test('moves a surrogate pair to the next segment instead of splitting it', () => {
    expect(segmentsOf('😀'.repeat(66))).toMatchObject({ segments: 2, units: 132 });
    expect(segmentsOf('😀'.repeat(67))).toMatchObject({ segments: 3, units: 134 });
  });

  test('agrees with a carrier that encodes the text first and then cuts it', () => {
    const character = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...gsm) },
      { weight: 2, arbitrary: fc.constantFrom(...'\f^{}\\[~]|€') },
      { weight: 1, arbitrary: fc.constantFrom('í', '’', '😀', '漢') },
    );
    const text = fc
      .tuple(fc.array(character, { maxLength: 700 }), fc.boolean())
      .map(([all, isPlain]) =>
        (isPlain ? all.filter((one) => gsm.includes(one) || '^{}€'.includes(one)) : all).join(''),
      );
    fc.assert(
      fc.property(text, (body) => {
        expect(segmentsOf(body)).toEqual(transmit(body));
      }),
    );
  });
});

/** Encodes into units first and then cuts, unlike the implementation. */
function transmit(body: string): ReturnType<typeof segmentsOf> {
  const isGsm = !/[^abcXYZ 019@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¡¿ÄÖÑÜ§äöñüà\f^{}\\[~\]|€]/u.test(body);
  const units = isGsm ? body.replaceAll(/[\f^{}\\[~\]|€]/g, '\u001B$&') : body;
  const [alone, inSeveral] = isGsm ? [160, 153] : [70, 67];
  let segments = units === '' ? 0 : 1;
  let rest = units.length > alone ? units : '';
  while (rest.length > inSeveral) {
    const last = rest.charCodeAt(inSeveral - 1);
    const isSplit =
      last === 0x1b || (last >= 0xd800 && last < 0xdc00 && /^[\uDC00-\uDFFF]/.test(rest[inSeveral] ?? ''));
    rest = rest.slice(isSplit ? inSeveral - 1 : inSeveral);
    segments += 1;
  }
  return { encoding: isGsm ? 'GSM-7' : 'UCS-2', segments, units: units.length };
}
