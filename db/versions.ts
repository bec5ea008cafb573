/** A release is later than its release candidates. */
export function isLater(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  const differs = x.numbers.findIndex((number, i) => number !== y.numbers[i]);
  if (differs >= 0) return x.numbers[differs]! > y.numbers[differs]!;
  if (x.before === y.before) return false;
  if (x.before === '' || y.before === '') return x.before === '';
  return x.before.localeCompare(y.before, 'en', { numeric: true }) > 0;
}

function partsOf(version: string): { numbers: number[]; before: string } {
  const [numbers = '', ...before] = version.split('+')[0]!.split('-');
  return { numbers: numbers.split('.').map(Number), before: before.join('-') };
}
