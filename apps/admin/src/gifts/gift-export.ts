import { exportAddress } from '../parts/lists/export-address';

export function exportPath(get: (name: string) => string): string {
  const names = { text: 'text', status: 'status', method: 'method', frequency: 'frequency', campaign: 'campaign' };
  const days = { from: 'from', until: 'to', import: 'import', donor: 'donor' };
  return exportAddress(
    'gifts',
    Object.fromEntries(Object.entries({ ...names, ...days }).map(([name, parameter]) => [parameter, get(name).trim()])),
  );
}
