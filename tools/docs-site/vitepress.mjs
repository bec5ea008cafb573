import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureInstalled } from '../lib/install.mjs';
import { root } from '../lib/paths.mjs';

/** `node tools/docs-site/vitepress.mjs <build|dev>` runs VitePress on docs/, and installs it before the first time. */
checkNode();
ensureInstalled('tools/docs-site');
const program = join(root, 'tools/docs-site/node_modules/vitepress/bin/vitepress.js');
const [action = 'build'] = process.argv.slice(2);
spawn(process.execPath, [program, action, 'docs'], { cwd: root, stdio: 'inherit' }).once('close', (code) => {
  process.exitCode = code ?? 1;
});
