import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFault } from './node-range.mjs';

const { engines } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  engines: { node: string };
};

test.each(['20.19.0', '20.20.1', '22.13.0', '22.21.0', '24.11.0', '24.12.1', '25.0.0', '26.1.0'])(
  'accepts Node.js %s',
  (version) => {
    expect(nodeFault(version, engines.node)).toBeNull();
  },
);

test.each(['16.20.2', '18.20.8', '20.9.0', '20.18.3', '21.7.3', '22.12.0', '23.11.1', '24.10.0'])(
  'rejects Node.js %s in one sentence',
  (version) => {
    expect(nodeFault(version, engines.node)).toBe(
      `Upstander needs Node.js 20.19+, 22.13+ or 24.11+; this is ${version}. See docs/operator-guide.md.`,
    );
  },
);
