import { writtenLanguage } from './written-language';

test.each([
  ['Luna tiene dos años de experiencia en cocina y puede empezar por las mañanas.', 'es'],
  ['Has baked for two years, and can start in the mornings.', 'en'],
  ['¿Cuándo puede venir la persona?', 'es'],
  ['Luna B.', undefined],
  ['Ok', undefined],
  ['She works at La Paloma de la Mar in the city.', undefined],
  ['', undefined],
])('detects the language of "%s" as %s', (text, language) => {
  expect(writtenLanguage(text)).toBe(language);
});
