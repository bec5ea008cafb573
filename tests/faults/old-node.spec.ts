import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const pretendOld = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });`;

describe.each(['api', 'worker', 'command', 'stripe-sandbox', 'sms-sandbox'])('on an old Node.js, the %s', (name) => {
  const file = join(root, 'dist/apps', name, 'main.js');

  test('says which versions it needs and exits with 1', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', pretendOld, file], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
      timeout: 30_000,
    });
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      'Upstander needs Node.js 20.19+, 22.13+ or 24.11+; this is 18.20.8. See docs/operator-guide.md.\n',
    ]);
  });

  test('loads nothing before it checks the version', () => {
    const text = readFileSync(file, 'utf8');
    expect(text.match(/\b(?:import|require)\b.*/g)).toEqual([`import('./program.js');`]);
    expect(text.indexOf('process.exit(1)')).toBeLessThan(text.indexOf('import('));
  });
});
