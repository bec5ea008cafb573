import { compiledHelpLines, footerHelpLines, helpLineFacts, helpLineIn } from './help-lines.js';

const words = {
  allDay: 'Day and night',
  confidential: 'Confidential',
  interpreters: ({ count }: { count: number }) => `Interpreters for ${count} languages`,
};

test('uses the numbers of the source pages', () => {
  expect(compiledHelpLines.map(({ phone }) => phone)).toEqual(['+18883737888', '+18008435678', '911']);
  expect(compiledHelpLines[0]?.textNumber).toBe('233733');
});

test('displays the localized name and only the known facts of a line', () => {
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

test('always includes the national lines in the footer, in any list order', () => {
  const [hotline, children, emergency] = compiledHelpLines;
  const local = { ...children!, id: 'local', national: false };
  expect(footerHelpLines([local, ...compiledHelpLines])).toEqual({ first: hotline, others: [children], emergency });
  expect(footerHelpLines([])).toEqual({ first: null, others: [], emergency: null });
});
