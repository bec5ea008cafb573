import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatText } from './lib/format.mjs';
import { root } from './lib/paths.mjs';

/**
 * Generates docs/configuration.md from the settings of every library (`npm run docs`).
 * With `--check`, fails if the file is outdated.
 */
const target = join(root, 'docs/configuration.md');
const { apiSettings, organizationSettings, platformSettings, telemetrySettings, tlsSettings } =
  await import('@upstander/platform');
const ownedSettings = [
  ['Process', platformSettings],
  ['Encrypted connections', tlsSettings],
  ['Files', await group('libs/files/src/storage/file.settings.ts')],
  ['Uploads', await group('libs/files/src/uploads/upload.settings.ts')],
  ['OpenTelemetry', telemetrySettings],
  ['Organization', organizationSettings],
  ['The api', apiSettings],
  ['Optional features', await group('libs/identity/src/features/feature.settings.ts')],
  ['Sign-in and accounts', await group('libs/identity/src/identity.settings.ts')],
  ['Email', await group('libs/notifications/src/notifications.settings.ts')],
  ['Text messages', await group('libs/notifications/src/sms/provider/sms.settings.ts')],
  ['Events', await group('libs/events/src/events.settings.ts')],
  ['Volunteers', await group('libs/volunteers/src/volunteers.settings.ts')],
  ['Learning', await group('libs/learning/src/learning.settings.ts')],
  ['Accounting', await group('libs/accounting/src/accounting.settings.ts')],
  ['Payments', await group('libs/payments/src/payments.settings.ts')],
  ['Donations', await group('libs/donations/src/donations.settings.ts')],
  ['Campaigns', await group('libs/campaigns/src/campaigns.settings.ts')],
  ['Opportunities', await group('libs/opportunities/src/opportunities.settings.ts')],
  ['Schools', await group('libs/outreach/src/outreach.settings.ts')],
  ['Webhooks', await group('libs/integrations/src/integrations.settings.ts')],
  ['The sealed zone', await group('libs/advocacy/src/advocacy.settings.ts')],
];
/** Screens of the admin where a setting can be changed. */
const screens = { organization: 'Settings → Organization', volunteering: 'Settings → Volunteering' };
const expectedPage = await page();
if (!process.argv.includes('--check')) {
  await writeFile(target, expectedPage);
  console.log('Wrote docs/configuration.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== expectedPage) {
  console.error('docs/configuration.md is outdated. Run: npm run docs');
  process.exitCode = 1;
} else {
  console.log('docs/configuration.md is up to date.');
}

async function group(file) {
  const [settings] = Object.values(await import(`../${file}`));
  return settings;
}

function renderRow([name, { schema, about, secret, example, formerName, decidedIn }]) {
  const empty = schema.safeParse(undefined);
  const standard = empty.success ? (empty.data === undefined ? 'not set' : `\`${empty.data}\``) : '**required**';
  return `| \`${name}\` | ${cell(about)}${secret ? ' _Secret._' : ''}${formerName ? ` In release 0.2.0: \`${formerName}\`, which is still read.` : ''}${decidedIn ? ` _Default of ${screens[decidedIn]}._` : ''} | ${standard} | \`${cell(example)}\` |`;
}

async function page() {
  const sections = ownedSettings.map(
    ([title, settings]) => `## ${title}

| Setting | Description | Default | Example |
| --- | --- | --- | --- |
${Object.entries(settings).map(renderRow).join('\n')}`,
  );
  const text = `# Configuration

Settings are environment variables. Each program checks all of them at startup and doesn't start if one is invalid.
\`npm start\` generates the required ones.

An admin can change some settings in the admin, under Settings. They are marked here with the screen, and the environment
variable is only their default: what an admin saved applies to all programs within seconds. All other settings are decided
here alone ([why](decisions/settings-in-the-admin.md)). This page is generated from the \`*.settings.ts\` files by \`npm run docs\`.

${sections.join('\n\n')}
`;
  return formatText(target, text);
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
