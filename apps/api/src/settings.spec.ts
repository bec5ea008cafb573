import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConfigError,
  environmentWith,
  loadConfig,
  findUnknownSettings,
  settings,
  warnAboutUnknownSettings,
} from '@upstander/platform';
// The import defines the settings of every library.
import './create-api.js';

const minimalSettings = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:3000/',
  APP_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://localhost/upstander',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'hello@example.org',
  STRIPE_SECRET_KEY: 'sk_test_12',
  STRIPE_WEBHOOK_SECRET: 'whsec_12',
};

/** Additional requirements of production: TLS, and secrets that can't be guessed. */
const strongSettings = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://volunteer.example.org',
  APP_SECRET: 'dGhlIG91dHB1dCBvZiBvcGVuc3NsIHJhbmQgLWJhc2U2NA==',
  STRIPE_SECRET_KEY: 'sk_live_0123456789abcdef01234567',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef01234567',
};

const sealed = {
  SEALED_DATABASE_URL: 'postgres://sealed@db/upstander',
  SEALED_KEYS_URL: 'postgres://sealed@keys/keys',
  SEALED_KEYS: `2026a:${Buffer.alloc(32).toString('base64')}`,
};

describe('the configuration', () => {
  test('uses defaults for missing settings', () => {
    const config = loadConfig(minimalSettings);
    expect(config).toMatchObject({ PORT: 3000, PUBLIC_URL: 'http://localhost:3000', OFFER_HOURS: 24 });
    expect(config.isSecure).toBe(false);
  });

  test('lists all missing settings in one message with their purpose and an example', () => {
    const loadIncomplete = () => loadConfig({ NODE_ENV: 'test' });
    expect(loadIncomplete).toThrow(ConfigError);
    expect(loadIncomplete).toThrow(/PUBLIC_URL is missing[\s\S]*APP_SECRET is missing[\s\S]*Example: APP_SECRET=/);
  });

  test('reads settings by their former names, unless the new ones are set', () => {
    const former = { ORGANISATION_NAME: 'Oak House', MAIL_COLOUR: '#123456', GENERAL_FUND: 'organisation' };
    expect(loadConfig({ ...minimalSettings, ...former })).toMatchObject({
      ORGANIZATION_NAME: 'Oak House',
      MAIL_COLOR: '#123456',
      GENERAL_FUND: 'organization',
    });
    expect(loadConfig({ ...minimalSettings, ...former, MAIL_COLOR: '#654321' }).MAIL_COLOR).toBe('#654321');
    expect(findUnknownSettings(former)).toEqual([]);
  });

  test('accepts IANA time zones only', () => {
    expect(loadConfig({ ...minimalSettings, TIME_ZONE: 'America/Mexico_City' }).TIME_ZONE).toBe('America/Mexico_City');
    for (const TIME_ZONE of ['America/Los_Angles', '+02:00', 'PST8']) {
      expect(() => loadConfig({ ...minimalSettings, TIME_ZONE })).toThrow(
        /TIME_ZONE is ".*": must be an IANA time zone/,
      );
    }
  });

  test('accepts a database on several hosts if it says which server is meant', () => {
    const several = 'postgres://app:hidden@db1:5432,db2:5432/upstander';
    const said = `${several}?target_session_attrs=read-write`;
    expect(loadConfig({ ...minimalSettings, DATABASE_URL: said, SEALED_DATABASE_URL: said }).DATABASE_URL).toBe(said);
    expect(loadConfig({ ...minimalSettings, DATABASE_REPLICA_URL: several }).DATABASE_REPLICA_URL).toBe(several);
    for (const name of ['DATABASE_URL', 'SEALED_KEYS_URL']) {
      for (const wrong of [several, `${several}?target_session_attrs=standby`]) {
        const complaint = new RegExp(`${name} has several hosts: add target_session_attrs=read-write`);
        expect(() => loadConfig({ ...minimalSettings, [name]: wrong })).toThrow(complaint);
      }
    }
    expect(() => loadConfig({ ...minimalSettings, DATABASE_URL: `${several}?target_session_attrs=fastest` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hidden') as string }) as Error,
    );
  });

  test('accepts sentinels together with the name of their master, without a port', () => {
    const sentinels = { ...minimalSettings, REDIS_SENTINELS: 'S1:26379, s2' };
    expect(loadConfig({ ...sentinels, REDIS_URL: 'redis://:x@mymaster/0' }).REDIS_SENTINELS).toEqual([
      's1:26379',
      's2',
    ]);
    for (const REDIS_URL of ['', 'redis://cache:6379']) {
      expect(() => loadConfig({ ...sentinels, REDIS_URL })).toThrow(/REDIS_SENTINELS needs REDIS_URL/);
    }
  });

  test('never repeats an invalid secret', () => {
    expect(() => loadConfig({ ...minimalSettings, APP_SECRET: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') as string }) as Error,
    );
  });

  test('accepts one or more older secrets, and commas within a secret', () => {
    const olderSecretsOf = (APP_SECRET_OLD: string) =>
      loadConfig({ ...minimalSettings, APP_SECRET_OLD }).APP_SECRET_OLD;
    const [a, b] = ['a'.repeat(32), 'b'.repeat(40)];
    expect(loadConfig(minimalSettings).APP_SECRET_OLD).toEqual([]);
    expect(olderSecretsOf(a)).toEqual([a]);
    expect(olderSecretsOf(`${b}, ${a}`)).toEqual([b, a]);
    expect(olderSecretsOf('a secret of old, with a comma of its own')).toEqual([
      'a secret of old, with a comma of its own',
    ]);
    expect(() => olderSecretsOf('short')).toThrow(/APP_SECRET_OLD must be secrets of at least 32/);
  });

  test('lists the requirements of production together with missing settings', () => {
    const { APP_SECRET: _, ...without } = minimalSettings;
    const complaint = () => loadConfig({ ...without, ...strongSettings, APP_SECRET: '', PLAIN_CONNECTIONS_TO: '?' });
    expect(complaint).toThrow(/APP_SECRET is missing/);
    expect(complaint).toThrow(
      /PLAIN_CONNECTIONS_TO is "\?"[\s\S]*SEALED_DATABASE_URL is missing[\s\S]*SEALED_KEYS is missing/,
    );
  });

  test('reads secrets, and only secrets, from files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const file = join(folder, 'app-secret');
    writeFileSync(file, `${'y'.repeat(40)}\n`);
    const { APP_SECRET: _, ...without } = minimalSettings;
    expect(loadConfig({ ...without, APP_SECRET_FILE: file }).APP_SECRET).toBe('y'.repeat(40));
    expect(() => loadConfig({ ...minimalSettings, APP_SECRET_FILE: file })).toThrow(
      'APP_SECRET_FILE and APP_SECRET are both set',
    );
    expect(() => loadConfig({ ...without, APP_SECRET_FILE: `${file}-not` })).toThrow(
      'names a file that cannot be read',
    );
    expect(loadConfig({ ...minimalSettings, MAIL_FROM_FILE: file }).MAIL_FROM).toBe('hello@example.org');
  });

  test.each([
    ['DATABASE_JOB_SECONDS', '99999999999', 'must be 1000000 or less'],
    ['MAIL_KEPT_DAYS', '99999999999', 'must be 100000 or less'],
    ['OFFER_HOURS', '1e9', 'must be 1000000 or less'],
    ['DATABASE_POOL', '5s', 'must be a number'],
    ['PORT', '70000', 'must be 65535 or less'],
    ['PUBLIC_URL', 'https://us:hunter2@help.example.org', 'must be only a scheme and a host'],
    ['PUBLIC_URL', 'https://example.org/volunteers', 'must be only a scheme and a host'],
    ['MAIL_FROM', '"hello@example.org"', 'is in quotes'],
    ['APP_SECRET', `'${'a b c d e f g h i j k l m n'.repeat(2)}'`, 'is in quotes'],
    ['SMTP_URL', 'smtp:', 'must be a URL'],
    ['REDIS_URL', 'redis://cache:6379/queue', 'must end with a database number'],
    ['MAIL_DOMAIN', 'example.org, the domain', 'must be a domain'],
    ['ORGANIZATION_NAME', 'Helpers\nBcc: all@example.org', 'must be one line without'],
    ['ORGANIZATION_NAME', 'x'.repeat(201), 'is "x{80}…": must be 200 characters or less'],
    ['COUNTRY', 'UK', 'is not a country'],
    ['CURRENCIES', 'USD,DOL', 'must be ISO 4217 currency codes'],
    ['PORT', '80\n\n\u202e', 'is "80.u.a..u.a..u.202e.": must be a number'],
    ['SEALED_KEYS', `${sealed.SEALED_KEYS},${sealed.SEALED_KEYS}`, 'has two keys of one name'],
  ])('explains why %s cannot be %s', (name, value, words) => {
    const complaint = () => loadConfig({ ...minimalSettings, ...sealed, [name]: value });
    expect(complaint).toThrow(new RegExp(`^${name} .*${words}`, 'm'));
    expect(complaint).not.toThrow(/AAAA|a b c d/);
  });

  test.each([
    ['SMTP_ULR', ': did you mean SMTP_URL?'],
    ['SEALED_KEY', ': did you mean SEALED_KEYS?'],
    ['sealed_keys', ': did you mean SEALED_KEYS?'],
    ['TIMEZONE', ': did you mean TIME_ZONE?'],
    ['KEYS_SEALED', ': did you mean SEALED_KEYS?'],
    ['SIGNUP_PER_MINUTE', ': did you mean SIGN_UPS_PER_MINUTE?'],
    ['MIGRATE_DATABSE_URL', ': did you mean MIGRATE_DATABASE_URL?'],
    ['MAIL_FROM_FILE', ': only secrets are read from files.'],
    ['SEALED_SECRET', '.'],
  ])('reports the unknown variable %s without its value', (name, rest) => {
    const given = { ...minimalSettings, [name]: 'hunter2', SEALED_KEYS: '', SMTP_URL: '', MAIL_FROM: '' };
    const [found, ...more] = findUnknownSettings(given);
    expect(more).toEqual([]);
    expect(found?.says).toBe(`${name} is not a setting and has no effect${rest}`);
    const lines: unknown[][] = [];
    warnAboutUnknownSettings({ warn: (...line) => lines.push(line) }, given);
    const names = found?.suggestion ? `${name} (${found.suggestion}?)` : name;
    expect(lines).toEqual([[{ names }, expect.stringMatching(/are ignored/)]]);
    expect(JSON.stringify([found, lines])).not.toContain('hunter2');
  });

  test('reports a misspelled setting together with the missing one', () => {
    const complaint = () => loadConfig({ ...minimalSettings, SMTP_URL: '', SMTP_ULR: 'smtp://u:hunter2@mail' });
    expect(complaint).toThrow(/^(?=[\s\S]*SMTP_URL is missing[\s\S]*SMTP_ULR is not a setting)(?![\s\S]*hunter2)/);
  });

  test('ignores variables of hosting providers, other programs and the migrations', () => {
    const others =
      `PATH HOME LANG LC_ALL TZ USER SHELL PWD HOSTNAME TERM EDITOR MAIL LOGNAME PORTS PS1 host port APP_ENV APP_NAME APP_KEY
      AWS_SECRET_ACCESS_KEY AWS_REGION HTTP_PROXY https_proxy NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_NO_WARNINGS
      DATABASE_HOST DATABASE_PORT DATABASE_NAME DATABASE_USER DATABASE_USERNAME DATABASE_PASSWORD DATABASE_PUBLIC_URL
      DATABASE_PRIVATE_URL DATABASE_SSL MAIL_SERVER MAIL_HOST MAIL_PORT MAIL_USER MAIL_USERNAME MAIL_PASSWORD MAIL_FROM_NAME
      SMTP_HOST SMTP_SERVER SMTP_PORT SMTP_USER SMTP_USERNAME SMTP_PASSWORD SMTP_FROM REDIS_HOST REDIS_PORT REDIS_USER
      REDIS_PASSWORD REDIS_TLS_URL REDIS_PUBLIC_URL STRIPE_PUBLISHABLE_KEY STRIPE_API_KEY STRIPE_SECRET FILES_DIR PUBLIC_DOMAIN
      PUBLIC_DIR DATA_DIR SITE_NAME SITE_URL SECRET_KEY LOG_FORMAT LOG_FILE WORKERS GRAPHQL_ENDPOINT MIGRATE_ON_START PGHOST
      npm_config_smtp_url npm_package_name OTEL_EXPORTER_OTLP_HEADER OTEL_RESOURCE_ATTRIBUTES PGPASSWORD PG_BIN POSTGRES_URL
      REDIS_SERVICE_HOST REDIS_PORT_6379_TCP_ADDR SEALED_SECRETS_SERVICE_PORT_HTTP KUBERNETES_PORT POSTGRES_PASSWORD
      INVOCATION_ID JOURNAL_STREAM XDG_RUNTIME_DIR SUDO_USER OWNER_PASSWORD APP_PASSWORD SEALED_PASSWORD
      MIGRATE_DATABASE_URL MIGRATE_KEYS_URL_FILE APP_SECRET_FILE OTEL_EXPORTER_OTLP_HEADERS_FILE`.split(/\s+/);
    const findUnknown = (names: string[]) => findUnknownSettings(Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(findUnknown(others)).toEqual([]);
    expect(findUnknown(settings.names())).toEqual([]);
    // If the setting itself is set, the other variable belongs to another program.
    expect(findUnknown(['TIME_ZONE', 'TIMEZONE'])).toEqual([]);
  });

  test('reads a file written by a Windows editor', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'upstander.env');
    writeFileSync(file, '\uFEFFMAIL_FROM=hello@example.org\r\nMAIL_DOMAIN="example.org"\r\n');
    expect(environmentWith([file])).toMatchObject({ MAIL_FROM: 'hello@example.org', MAIL_DOMAIN: 'example.org' });
  });

  test('refuses development features in production', () => {
    const features = { DEV_MAILBOX_PORT: '3025', DEV_PHONE_URL: 'http://127.0.0.1:12112' };
    for (const [name, value] of Object.entries(features)) {
      const load = (others: object) => loadConfig({ ...minimalSettings, ...others, [name]: value });
      expect(() => load(strongSettings)).toThrow(`${name} is a development feature`);
      expect(() => load({ NODE_ENV: 'development' })).not.toThrow();
    }
  });

  test("refuses the database owner's URL in production", () => {
    const owner = { MIGRATE_DATABASE_URL: 'postgres://owner:hunter2@db/upstander' };
    const complaint = () => loadConfig({ ...minimalSettings, ...sealed, ...owner, NODE_ENV: 'production' });
    expect(complaint).toThrow(/^(?=[\s\S]*MIGRATE_DATABASE_URL is only for the migrations)(?![\s\S]*hunter2)/);
    expect(() => loadConfig({ ...minimalSettings, ...owner })).not.toThrow();
  });

  test('allows introspection in production only if configured', () => {
    const production = { ...minimalSettings, ...sealed, ...strongSettings };
    expect(loadConfig(minimalSettings).introspection).toBe(true);
    expect(loadConfig(production).introspection).toBe(false);
    expect(loadConfig({ ...production, GRAPHQL_INTROSPECTION: 'true' }).introspection).toBe(true);
    expect(loadConfig({ ...minimalSettings, GRAPHQL_INTROSPECTION: 'false' }).introspection).toBe(false);
  });

  test('sends gifts only to Stripe in production', () => {
    const loadWithStripe = (url: string) => () =>
      loadConfig({ ...minimalSettings, ...sealed, ...strongSettings, STRIPE_URL: url });
    for (const url of ['http://127.0.0.1:12000', 'https://api.stripe.com.example.org', 'http://api.stripe.com']) {
      expect(loadWithStripe(url)).toThrow(
        /STRIPE_URL is ".*": in production, gifts only go to https:\/\/api\.stripe\.com/,
      );
    }
    expect(loadWithStripe('https://api.stripe.com')).not.toThrow();
    expect(() => loadConfig({ ...minimalSettings, STRIPE_URL: 'http://127.0.0.1:12000' })).not.toThrow();
  });

  test('requires the settings of the sealed zone in production only', () => {
    expect(() => loadConfig({ ...minimalSettings, NODE_ENV: 'development' })).not.toThrow();
    expect(() => loadConfig({ ...minimalSettings, ...sealed, ...strongSettings })).not.toThrow();
    for (const name of Object.keys(sealed)) {
      expect(() => loadConfig({ ...minimalSettings, ...sealed, ...strongSettings, [name]: '' })).toThrow(
        new RegExp(`^.*${name} is missing`, 'm'),
      );
    }
  });

  describe('in production', () => {
    const configFaults = (settings: Record<string, string>): string => {
      try {
        loadConfig({ ...minimalSettings, ...sealed, ...strongSettings, ...settings });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };

    test.each([
      ['PUBLIC_URL', 'http://volunteer.example.org', /PUBLIC_URL is "http:.*without HTTPS, others on the network/],
      ['ADMIN_URL', 'http://admin.example.org', /ADMIN_URL is "http:.*without HTTPS/],
      [
        'DATABASE_URL',
        'postgres://u:p@db.example.org/upstander',
        /DATABASE_URL connects to db\.example\.org without TLS/,
      ],
      ['DATABASE_URL', 'postgres://db.example.org/u?sslmode=prefer', /DATABASE_URL connects to .* without TLS/],
      ['SEALED_DATABASE_URL', 'postgres://8.8.8.8/u', /SEALED_DATABASE_URL connects to 8\.8\.8\.8 without TLS/],
      ['SEALED_KEYS_URL', 'postgres://keys.example.org/k', /SEALED_KEYS_URL connects to .* without TLS/],
      ['REDIS_URL', 'redis://cache.example.org', /REDIS_URL connects to .* without TLS: use rediss:/],
      ['SMTP_URL', 'smtp://u:p@mail.example.org:587', /SMTP_URL sends email to .* without requiring TLS/],
      ['APP_SECRET', 'abcabcabc'.repeat(5), /APP_SECRET repeats a few characters/],
      ['STRIPE_WEBHOOK_SECRET', 'whsec_12', /STRIPE_WEBHOOK_SECRET is shorter than any/],
      ['STRIPE_SECRET_KEY', 'sk_live_dummy', /STRIPE_SECRET_KEY is shorter than any/],
      ['STRIPE_SECRET_KEY', strongSettings.STRIPE_WEBHOOK_SECRET, /STRIPE_SECRET_KEY begins with neither sk_ nor rk_/],
      ['STRIPE_WEBHOOK_SECRET', strongSettings.STRIPE_SECRET_KEY, /STRIPE_WEBHOOK_SECRET does not begin with whsec_/],
    ])('rejects a weak %s: %s', (name, value, sentence) => {
      expect(configFaults({ [name]: value })).toMatch(sentence);
      // The same value is accepted outside of production.
      expect(() => loadConfig({ ...minimalSettings, [name]: value })).not.toThrow();
      if (/URL/.test(name)) expect(configFaults({ [name]: value })).not.toMatch(/u:p|p@/);
    });

    test.each([
      ['PUBLIC_URL', 'http://localhost:3000'],
      ['DATABASE_URL', 'postgres://db.example.org/u?sslmode=verify-full'],
      ['DATABASE_URL', 'postgres://db/upstander'],
      ['DATABASE_URL', 'postgres://10.1.2.3/upstander'],
      ['DATABASE_URL', 'postgres://pg.namespace.svc/upstander'],
      ['REDIS_URL', 'rediss://cache.example.org'],
      ['SMTP_URL', 'smtps://mail.example.org'],
      ['SMTP_URL', 'smtp://mail.example.org:587?requireTLS=true'],
    ])('%s may be %s', (name, value) => {
      expect(configFaults({ [name]: value })).toBe('');
    });

    test('ADMIN_URL needs a host name of its own', () => {
      expect(configFaults({ ADMIN_URL: 'https://admin.example.org' })).toBe('');
      expect(configFaults({ ADMIN_URL: 'https://volunteer.example.org:8443' })).toMatch(/^ADMIN_URL has the host of/m);
    });

    test('allows plain connections to the hosts an operator lists', () => {
      const far = { DATABASE_URL: 'postgres://db.corp.example/u', SMTP_URL: 'smtp://mail.corp.example' };
      expect(configFaults({ ...far, PLAIN_CONNECTIONS_TO: 'db.corp.example, MAIL.corp.example' })).toBe('');
      expect(configFaults({ ...far, PLAIN_CONNECTIONS_TO: 'db.corp.example' })).toMatch(/^SMTP_URL/m);
    });
  });

  test('gives jobs a longer statement timeout than pages', () => {
    const config = loadConfig(minimalSettings);
    expect(config.withJobTimeout()).toMatchObject({ DATABASE_STATEMENT_SECONDS: 900, PUBLIC_URL: config.PUBLIC_URL });
    expect(config.DATABASE_STATEMENT_SECONDS).toBe(15);
  });
});
