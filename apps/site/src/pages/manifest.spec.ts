import { shortName } from './manifest';

test.each([
  ['Upstander', 'Upstander'],
  ["Women's Rights Group", 'WRG'],
  ['Mujeres por los Derechos', 'MD'],
  ['Northernlights', 'Northernligh'],
  ['ÁREA de Ñandúes Libres', 'ÁÑL'],
])('shortens %s to %s for a home screen', (name, short) => {
  expect(shortName(name)).toBe(short);
});
