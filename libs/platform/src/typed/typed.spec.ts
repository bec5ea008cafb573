import { typedKey, typedLine, typedNote, typedText } from './typed.js';

describe('text input', () => {
  test('is trimmed and joined into one line', () => {
    expect(typedLine('name', '  Ana \n María  ', 20)).toBe('Ana María');
    expect(typedText('body', ' One.\r\nTwo. ', 20)).toBe('One.\nTwo.');
  });

  test.each([
    ['', 'required'],
    ['x'.repeat(21), 'too-long'],
    ['\u0000', 'not-text'],
    ['\ud83c', 'not-text'],
  ])('rejects %j', (text, reason) => {
    for (const readField of [typedLine, typedText]) {
      const expectedRefusal = expect.objectContaining({ code: 'BAD_INPUT', details: { fields: { name: reason } } });
      expect(() => readField('name', text, 20)).toThrow(expectedRefusal);
    }
  });

  test('allows an empty note', () => {
    expect(typedNote('note', '  ', 20)).toBe('');
    expect(typedNote('note', null, 20)).toBe('');
    expect(typedNote('note', ' Hi. ', 20)).toBe('Hi.');
  });

  test('requires a printable key of limited length', () => {
    expect(typedKey(undefined)).toBeNull();
    expect(typedKey('a-key')).toBe('a-key');
    for (const key of ['', ' ', 'é', 'x'.repeat(201)]) expect(() => typedKey(key)).toThrow();
  });
});
