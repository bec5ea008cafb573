import { ensureInstalled } from '../../tools/lib/install.mjs';

// Its 190 MB aren't installed with the project, because only one test and one benchmark use them.
ensureInstalled('tests/lighthouse');
export const { default: lighthouse } = await import('lighthouse');
