import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApps } from './build.mjs';
import { claim, instanceHeader, findOtherPort, prepareDataFolder, register, release, secrets } from './instance.mjs';
import { root } from './paths.mjs';
import { firstFree } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { prepareDatabase } from './prepared.mjs';
import { Program } from './programs.mjs';
import { summary } from './summary.mjs';

const READY_MS = 60_000;

/** Runs until Ctrl-C or until a program exits. */
export async function start({ empty }) {
  const began = performance.now();
  const port = Number(process.env.PORT ?? 3000);
  const running = { programs: [], starting: null, ending: null };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(running, 0, signal));
  try {
    prepareDataFolder();
    await claim(port);
    running.starting = database(port);
    const [postgres] = await Promise.all([running.starting, step('Building what changed', () => buildApps())]);
    const env = await environment(port, postgres.urls, empty);
    const logins = await prepareDatabase({
      env,
      owners: ownersOf(postgres.urls),
      empty,
      emptied: postgres.emptied,
      step,
    });
    // Without a Stripe account, gifts go to the local Stripe.
    if (env.STRIPE_SANDBOX_PORT) launch('stripe-sandbox', running, port, env);
    if (env.SMS_SANDBOX_PORT) launch('sms-sandbox', running, port, env);
    // The first page is available sooner if programs start one at a time.
    const api = launch('api', running, port, env);
    await waitUntilReady(api, { url: env.PUBLIC_URL, port, running });
    launch('worker', running, port, env);
    const seconds = (performance.now() - began) / 1000;
    if (!running.ending) {
      const stripe = env.STRIPE_SANDBOX_PORT && env.STRIPE_URL;
      console.log(
        summary({ url: env.PUBLIC_URL, stripe, hasPhones: env.DEV_PHONE_URL !== undefined, logins, seconds }),
      );
    }
  } catch (error) {
    if (!running.ending) console.error(`\n${error.message}`);
    await end(running, 1);
  }
}

/** Uses DATABASE_URL with MIGRATE_DATABASE_URL, else starts the npm PostgreSQL. */
async function database(port) {
  const { DATABASE_URL: app, MIGRATE_DATABASE_URL: owner, MIGRATE_KEYS_URL: keysOwner } = process.env;
  if (app && !owner)
    throw new Error('DATABASE_URL also requires MIGRATE_DATABASE_URL: the same database, as the role that owns it.');
  if (app) return { urls: { app, owner, keysOwner }, stop: async () => {} };
  const chosen = process.env.PGPORT_DEV;
  return startPostgres({
    dataDir: join(root, '.data/postgres'),
    port: chosen ? Number(chosen) : 10_000 + (port % 20_000),
    movable: !chosen,
    // Differs from the databases from before the app had its own role.
    database: 'upstander_dev',
  });
}

function ownersOf({ owner, keysOwner }) {
  return { MIGRATE_DATABASE_URL: owner, ...(keysOwner && { MIGRATE_KEYS_URL: keysOwner }) };
}

async function environment(port, urls, empty) {
  const given = { ...process.env };
  for (const name of ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL']) delete given[name];
  const mailboxPort = process.env.DEV_MAILBOX_PORT ?? String(await firstFree(11_000 + (port % 20_000)));
  return {
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    GRAPHQL_EXPLORER: 'true',
    ROLE_WAIT_HOURS: '0',
    // No proxy needs time to notice a shutdown.
    DRAIN_SECONDS: '0',
    DEV_MAILBOX_PORT: mailboxPort,
    MAILBOX_DIR: join(root, '.data/mailbox'),
    SMTP_URL: `smtp://127.0.0.1:${mailboxPort}`,
    MAIL_FROM: 'hello@upstander.example',
    DISCREET_MAIL_FROM: 'post@quiet.example',
    ...(empty ? {} : demoOrganization),
    ...secrets(),
    ...sealedZone(urls),
    ...(await localStripe(port)),
    ...(await localCarrier(port)),
    ...given,
    NODE_ENV: 'development',
    PORT: String(port),
    DATABASE_URL: urls.app,
  };
}

/** Overrides the generated key if the zone is off, because the programs refuse it then. */
function sealedZone({ sealed, keys }) {
  if (process.env.SEALED_ZONE === 'off') return { SEALED_KEYS: '' };
  return sealed ? { SEALED_DATABASE_URL: sealed, SEALED_KEYS_URL: keys } : {};
}

/** Made-up facts about the organization of the demo data. */
const demoOrganization = {
  FOUNDED_YEAR: '2014',
  PARTNERS: 'Harbor House, San Diego; Eastside Legal Aid; Queens Night Kitchen; Valley Community College',
  ACCOUNTS_URL: 'https://example.org/form-990-2025.pdf',
};

/** Empty for a real account. */
async function localStripe(port) {
  if (process.env.STRIPE_SECRET_KEY) return { STRIPE_WEBHOOK_SECRET: undefined };
  const own = process.env.STRIPE_SANDBOX_PORT ?? String(await firstFree(12_000 + (port % 20_000)));
  return {
    STRIPE_URL: `http://127.0.0.1:${own}`,
    STRIPE_SANDBOX_PORT: own,
    STRIPE_SANDBOX_STATE: join(root, '.data/stripe/journal.ndjson'),
    STRIPE_SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/stripe`,
  };
}

/** Not secret, because the local carrier sends no texts. */
const carrierAccount = {
  SMS_ACCOUNT_SID: 'AC00000000000000000000000000005a11',
  SMS_API_KEY: 'SK00000000000000000000000000005a11',
  SMS_API_SECRET: 'local-api-secret',
  SMS_AUTH_TOKEN: 'local-auth-token',
  SMS_FROM: '+12025550100',
  DISCREET_SMS_FROM: '+12025550101',
};

/** Empty for a real account. */
async function localCarrier(port) {
  if (process.env.SMS_ACCOUNT_SID) return {};
  const own = process.env.SMS_SANDBOX_PORT ?? String(await firstFree(13_000 + (port % 20_000)));
  const url = `http://127.0.0.1:${own}`;
  return {
    ...carrierAccount,
    SMS_API_URL: url,
    DEV_PHONE_URL: url,
    SMS_SANDBOX_PORT: own,
    SMS_SANDBOX_INBOUND_URL: `${process.env.PUBLIC_URL ?? `http://localhost:${port}`}/sms/inbound#rc=5&rp=5xx,ct,rt`,
  };
}

/** If a program exits, stops everything instead of restarting it. */
function launch(name, running, port, env) {
  if (running.ending) return null;
  const file = `dist/apps/${name}/main.js`;
  const program = new Program(name, file, {
    cwd: root,
    env: settingsOf(name, env),
    logFile: join(root, `.data/${name}.log`),
  });
  running.programs.push(program);
  register(port, running.programs);
  program.exited.then((how) => {
    if (running.ending) return;
    console.error(`\nThe ${name} stopped unexpectedly (${how}). See .data/${name}.log.`);
    end(running, 1);
  });
  return program;
}

/** The local Stripe and the local carrier represent other companies and get none of our secrets. */
function settingsOf(name, env) {
  const own = { 'stripe-sandbox': /^STRIPE_/, 'sms-sandbox': /^(DISCREET_)?SMS_/ }[name];
  const isTold = own
    ? (setting) => own.test(setting) || /^(NODE_|PATH$|TZ$|LANG$)/.test(setting)
    : (setting) => !/^(STRIPE|SMS)_SANDBOX_/.test(setting);
  return Object.fromEntries(Object.entries(env).filter(([setting]) => isTold(setting)));
}

async function step(title, work) {
  const timer = setTimeout(() => console.log(`${title} …`), 1_500);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until our api is ready.
 * Two copies can share a port (one on all addresses, one on localhost). So a response counts only with the ID of our
 * process, after it has logged that it listens. @returns true if ready, false if the program exited
 */
export async function waitUntilReady(api, { url, port, running, patience = READY_MS }) {
  const deadline = Date.now() + patience;
  const late = Symbol('late');
  const listening = await Promise.race([api?.says('the api is listening'), wait(patience, late, { ref: false })]);
  if (listening === late) throw new Error(`${url} did not become ready: it does not listen yet. See .data/api.log.`);
  if (!listening) return false;
  for (; !running.ending; await wait(50)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    const said = await answer?.text();
    const isOwn = answer?.headers.get(instanceHeader) === listening.instance;
    if (answer?.ok && isOwn) return true;
    if (Date.now() > deadline) {
      if (answer && !isOwn)
        throw new Error(`Another copy of Upstander responds on port ${port}. ${await findOtherPort(port)}`);
      throw new Error(`${url} did not become ready: ${said ?? 'no response'}. See .data/api.log.`);
    }
  }
  return false;
}

async function end(running, code, signal) {
  if (running.ending) return running.ending;
  if (signal) console.log('\nStopping …');
  running.ending = (async () => {
    await Promise.all(running.programs.map((program) => program.stop()));
    // A signal during startup must not leave the database running.
    const postgres = await running.starting?.catch(() => null);
    await postgres?.stop();
    release();
    process.exit(code);
  })();
  return running.ending;
}
