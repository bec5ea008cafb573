import { compiledHelpLines, footerHelpLines, helpLineFacts, helpLineIn } from './help-lines.js';

const words = {
  allDay: 'Day and night',
  confidential: 'Confidential',
  interpreters: ({ count }: { count: number }) => `Interpreters for ${count} languages`,
};

test('the numbers are the ones on the source pages', () => {
  expect(compiledHelpLines.map(({ phone }) => phone)).toEqual(['+18883737888', '+18008435678', '911']);
  expect(compiledHelpLines[0]?.textNumber).toBe('233733');
});

test('a line says in its language what it is, and beside its numbers only what is known of it', () => {
  const [hotline, children] = compiledHelpLines;
  expect(helpLineIn('es', hotline!).name).toBe('Línea Nacional contra la Trata de Personas');
  expect(helpLineFacts(hotline!, 'en', words, 'English and Spanish')).toEqual([
    'Day and night',
    'Confidential',
    'English and Spanish',
    'Interpreters for 200 languages',
  ]);
  expect(helpLineFacts(children!, 'en', words, '')).toEqual(['Day and night']);
  const byDay = { ...children!, allDay: false, hours: 'Weekdays, 9 to 5', hoursEs: 'De lunes a viernes, de 9 a 5' };
  expect(helpLineFacts(byDay, 'es', words, '')).toEqual(['De lunes a viernes, de 9 a 5']);
});

test('the footer always names the national lines, whatever else is on the site and wherever it is in the list', () => {
  const [hotline, children, emergency] = compiledHelpLines;
  const local = { ...children!, id: 'local', national: false };
  expect(footerHelpLines([local, ...compiledHelpLines])).toEqual({ first: hotline, others: [children], emergency });
  expect(footerHelpLines([])).toEqual({ first: null, others: [], emergency: null });
});
