import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../lib/paths.mjs';
import { composeFaults } from './compose.mjs';
import { dockerfileFaults } from './dockerfile.mjs';
import { helmFaults } from './helm.mjs';

const readFile = (path: string) => readFileSync(join(root, path), 'utf8');

const brokenFiles: [string, (text: string) => string[], string, string, RegExp][] = [
  ['Dockerfile', dockerfileFaults, 'node:24.21.0-trixie-slim\nENV', 'node:latest\nENV', /node:latest is not pinned/],
  ['Dockerfile', dockerfileFaults, 'USER 1000:1000\n', '', /runs as root/],
  ['Dockerfile', dockerfileFaults, 'USER 1000:1000', 'USER node', /a number other than 0/],
  ['Dockerfile', dockerfileFaults, '--chown=root:root ', '', /needs --chown/],
  ['Dockerfile', dockerfileFaults, 'npm ci', 'npm install', /can change the lockfile/],
  [
    'Dockerfile',
    dockerfileFaults,
    'npm ci',
    'apt-get install git',
    /--no-install-recommends.*(?:\n.*)*remain in the image/,
  ],
  ['Dockerfile', dockerfileFaults, '["dist/apps/api/main.js"]', 'dist/apps/api/main.js', /the shell form/],
  ['Dockerfile', dockerfileFaults, 'HEALTHCHECK', 'LABEL', /HEALTHCHECK is missing/],
  ['compose.yaml', composeFaults, 'restart: unless-stopped', 'restrat: unless-stopped', /restrat/],
  ['compose.yaml', composeFaults, "'127.0.0.1:3000:3000'", "'3000:3000'", /must match pattern/],
  ['compose.yaml', composeFaults, 'postgres:18.4-trixie', 'postgres:18', /postgres:18 is not pinned/],
  ['compose.yaml', composeFaults, 'valkey: { condition', 'redis: { condition', /redis, which does not exist/],
  [
    'compose.yaml',
    composeFaults,
    "volumes: ['valkey:/data']",
    "volumes: ['values:/data']",
    /values, which does not exist/,
  ],
];

test.each(brokenFiles)('finds an error in %s (case %#)', (file, judge, from, to, complaint) => {
  const text = readFile(file);
  expect(text).toContain(from);
  expect(judge(text)).toEqual([]);
  expect(judge(text.replace(from, to)).join('\n')).toMatch(complaint);
});

test('rejects a chart with an unknown value, an open block, a secret in its values or a different version', () => {
  const chart = {
    chart: readFile('deploy/helm/upstander/Chart.yaml'),
    values: readFile('deploy/helm/upstander/values.yaml'),
    schema: readFile('deploy/helm/upstander/values.schema.json'),
    version: /^version: (.*)$/m.exec(readFile('deploy/helm/upstander/Chart.yaml'))![1]!,
    templates: { 'a.yaml': '{{ if .Values.ingress.enabled }}{{ .Values.image.tag }}{{ end }}' },
  };
  expect(helmFaults(chart)).toEqual([]);
  const template = (text: string) => helmFaults({ ...chart, templates: { 'a.yaml': text } });
  expect(template('{{ .Values.image.tga }}')).toEqual(['a.yaml uses image.tga, which is not in values.yaml.']);
  expect(template('{{- if .Values.ingress.enabled }}')).toHaveLength(1);
  expect(
    helmFaults({ ...chart, values: chart.values.replace('  PUBLIC_URL:', '  APP_SECRET: x\n  PUBLIC_URL:') }),
  ).not.toEqual([]);
  expect(helmFaults({ ...chart, version: '9.9.9' })).toHaveLength(1);
});
