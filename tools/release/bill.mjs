import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';

/**
 * Limits npm's SBOM (CycloneDX) to the packages in the archive.
 * Serial number and time derive from the content, so builds of the same commit have identical SBOMs.
 * @param {string} folder where npm installed
 * @param {{ kept: { path: string, about: { version: string, name?: string } }[], name: string, version: string, time:
 * number }} release
 */
export function billOf(folder, { kept, name, version, time }) {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
  const bill = JSON.parse(stdout);
  const wanted = new Set(kept.map(({ path, about }) => `${about.name ?? nameOf(path)}@${about.version}`));
  const isIncluded = (purl) => wanted.has(/^pkg:npm\/(.+)$/.exec(decodeURIComponent(purl.split('?')[0]))?.[1]);
  const components = bill.components.filter(({ purl }) => isIncluded(purl));
  const listed = new Set(components.map(({ name: its, version: is }) => `${its}@${is}`));
  const missing = [...wanted].filter((one) => !listed.has(one));
  if (missing.length > 0) throw new Error(`Missing in the SBOM: ${missing.join(', ')}`);
  const refs = new Set([bill.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  Object.assign(bill.metadata, { timestamp: new Date(time * 1000).toISOString() });
  Object.assign(bill.metadata.component, { name, version, type: 'application' });
  Object.assign(bill, { components, dependencies, serialNumber: undefined });
  const hash = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const uuid = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return { ...bill, serialNumber: `urn:uuid:${uuid.join('-')}` };
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
