import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** No page may load external resources. The build fails on dead links. */
const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/docs-site/vitepress.mjs'), 'build'], {
  cwd: root,
  env: { ...process.env, DOCS_CHECK: '1' },
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
const site = join(root, 'dist/docs');
const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
const pages = files.filter((name) => name.endsWith('.html'));
/** Resources that a browser loads automatically, not links. */
const remoteResource =
  /<(?:script|img|link|iframe|source|video|audio)\b[^>]*\b(?:src|href)="(?:https?:)?\/\/[^"]*"|@import[^;]*\/\/|url\(["']?(?:https?:)?\/\//;
const filesWithRemote = files
  .filter((name) => /\.(?:html|css)$/.test(name))
  .filter((name) => remoteResource.test(readFileSync(join(site, name), 'utf8')));
if (filesWithRemote.length > 0 || pages.length < 80) {
  console.error(
    filesWithRemote.length > 0
      ? `These pages load resources from other hosts: ${filesWithRemote.join(', ')}`
      : `Only ${pages.length} pages were built.`,
  );
  process.exit(1);
}
console.log(`${pages.length} documentation pages without dead links or external resources.`);
