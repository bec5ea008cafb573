import {
  ConfigError,
  loadConfig,
  normalEmail,
  findUnknownSettings,
  type Config,
  type Environment,
} from '@upstander/platform';
import { UsageError, type Command } from '../command.js';
import { withoutMigrationSettings } from '../programs-settings.js';
import { sentenceOf } from '../sentence-of.js';
import { admin, site } from './addresses.check.js';
import { archive } from './archive.check.js';
import { capacity } from './capacity.check.js';
import { database, release, replica, sealedZone, secrets } from './databases.check.js';
import { files } from './files.check.js';
import { findingsFor, type Check, type CheckContext, type Finding } from './finding.js';
import { mail } from './mail.check.js';
import { passwords, scanner } from './outside.check.js';
import { sender } from './sender.check.js';
import { signOn } from './sign-on.check.js';
import { sms } from './sms.check.js';
import { stripe } from './stripe.check.js';
import { clock, disk, proxy, queue } from './surroundings.check.js';
import { tls } from './tls.check.js';
import { updates } from './updates.check.js';

const allChecks: readonly Check[] = [
  database,
  capacity,
  archive,
  replica,
  sealedZone,
  release,
  updates(),
  secrets,
  mail(),
  sender(),
  stripe,
  sms,
  queue,
  files,
  scanner,
  passwords,
  signOn,
  clock,
  disk,
  proxy,
  tls,
  site,
  admin,
];
const checkNames = allChecks.map(({ about: name }) => name.replace(' ', '-').toLowerCase());

export const command: Command = {
  usage: '[--json] [--send-test-to EMAIL] [--dkim-selector NAME] [--skip NAME[,NAME…]] [--env-file FILE]',
  help: `
Checks everything this installation depends on, as the programs use it, and says how to fix problems. Changes nothing, except that
it stores a file in the bucket and deletes it again, and rolls back a test write. Exits with 1 if something is wrong, and with 0 if there are only warnings.
--send-test-to sends a test email.
--dkim-selector checks the DKIM key of your mail server (SELECTOR._domainkey of the sender's domain).
--skip skips some checks: ${checkNames.join(', ')}.
--json prints { ok, findings: [{ about, state, says, todo }] }.`,
  options: {
    json: { type: 'boolean' },
    'send-test-to': { type: 'string' },
    'dkim-selector': { type: 'string' },
    skip: { type: 'string' },
  },

  async run({ words, options, environment, print: say }) {
    if (words.length > 0) throw new UsageError(`Unexpected argument “${words[0]}”.`);
    const skipped = skippedOf(options['skip'] as string | undefined);
    const to = options['send-test-to'] as string | undefined;
    if (to !== undefined && !normalEmail(to)) throw new UsageError(`“${to}” is not an email address.`);
    const selector = options['dkim-selector'] as string | undefined;
    if (selector !== undefined && !/^[\w.-]{1,63}$/.test(selector))
      throw new UsageError(`“${selector}” is not a DKIM selector.`);
    const withOptions: Record<string, Check> = { mail: mail(to), sender: sender(selector) };
    const checks = allChecks
      .filter((_, i) => !skipped.includes(checkNames[i]!))
      .map((check) => withOptions[check.about] ?? check);
    const findings = await examine(checks, environment);
    const ok = findings.every(({ state }) => state !== 'wrong');
    if (options['json']) say(JSON.stringify({ ok, findings }, null, 2));
    else for (const line of findings.flatMap(formatFinding)) say(line);
    return ok ? 0 : 1;
  },
};

function skippedOf(list = ''): string[] {
  const skipped = list.split(',').filter(Boolean);
  const unknown = skipped.find((name) => !checkNames.includes(name));
  if (unknown !== undefined) throw new UsageError(`“${unknown}” is not one of ${checkNames.join(', ')}.`);
  return skipped;
}

async function examine(checks: readonly Check[], environment: Environment): Promise<Finding[]> {
  const config = configOf(environment);
  if (Array.isArray(config)) return config;
  const examined = { config, environment };
  const found = await Promise.all(checks.map((check) => runCheck(check, examined)));
  return [
    findingsFor('settings').ok('All of them are valid.'),
    ...unknownSettings(environment),
    ...deprecatedSettings(config),
    ...found.flat(),
  ];
}

function configOf(environment: Environment): Config | Finding[] {
  try {
    return loadConfig(withoutMigrationSettings(environment));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...complaints] = error.message.trim().split('\n\n');
    return complaints.map((complaint) => {
      const [says = '', ...rest] = complaint.split('\n').map((line) => line.trim());
      return findingsFor('settings').wrong(says, rest.join(' ') || undefined);
    });
  }
}

function unknownSettings(environment: Environment): Finding[] {
  return findUnknownSettings(environment).map(({ says }) =>
    findingsFor('settings').warning(says, 'Remove it or correct its name; docs/configuration.md lists all settings.'),
  );
}

function deprecatedSettings({ GRAPHQL_TOKENS }: Config): Finding[] {
  if (GRAPHQL_TOKENS.length === 0) return [];
  return [
    findingsFor('settings').warning(
      'GRAPHQL_TOKENS is deprecated and will be removed in 0.4.',
      'Create an access token for each program under Settings → Access tokens, and then remove the setting.',
    ),
  ];
}

async function runCheck(check: Check, examined: CheckContext): Promise<Finding[]> {
  try {
    return await check.runCheck(examined);
  } catch (error) {
    const says = error instanceof ConfigError ? error.message : sentenceOf(error, 'doctor');
    return [findingsFor(check.about).wrong(says)];
  }
}

function formatFinding({ about: name, state, says, todo }: Finding): string[] {
  const line = `${state.padEnd(8)} ${name.padEnd(12)} ${says}`;
  return todo ? [line, `${' '.repeat(22)}→ ${todo}`] : [line];
}
