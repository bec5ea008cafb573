import { helpLines, helpLinesToCheck } from './help-lines.js';

test('the numbers are the ones on the source pages', () => {
  expect(helpLines.map(({ phone }) => phone.dial)).toEqual(['+18883737888', '+18008435678', '911']);
  expect(helpLines[0]?.text?.dial).toBe('233733');
});

test('every line says where it is from and when it was checked', () => {
  for (const line of helpLines) {
    expect(line.source).toMatch(/^https:/);
    expect(Date.parse(line.reverifyBy)).toBeGreaterThan(Date.parse(line.verifiedAt));
  }
});

test('a line that must be checked again is named to staff, and stays', () => {
  expect(helpLinesToCheck(new Date('2026-12-01'))).toEqual([]);
  expect(helpLinesToCheck(new Date('2027-06-01'))).toEqual(helpLines);
});
