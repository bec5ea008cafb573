import { setTimeout as wait } from 'node:timers/promises';
import { withoutTable, type AlertCause } from './alert-cause.js';
import type { MonitoredPrograms } from './monitored-programs.js';

const requestsFail = ['UpstanderFaults', 'UpstanderRouteFails'] as const;
/** Metrics and the lag of the replica are measured with the same connections. */
const withoutConnections = ['UpstanderFiguresMissing', 'UpstanderReplicaUnused'] as const;
const workerGone = ['UpstanderProgramGone'] as const;

const signIn =
  'mutation ($email: EmailAddress!) { signIn(email: $email, password: "not the password") { __typename } }';

/** Causes of alerts about programs, services and requests. */
export const outageCauses: readonly AlertCause[] = [
  {
    alert: 'UpstanderReplicaUnused',
    fault: 'the replica has stopped',
    inflict: async ({ pair }) => {
      await pair.standby.stop();
      return () => pair.standby.start();
    },
  },
  {
    alert: 'UpstanderFilesAway',
    fault: 'the bucket does not respond',
    inflict: async ({ links }) => {
      links.files.cut();
      return () => links.files.restore();
    },
  },
  {
    alert: 'UpstanderSealedZoneAway',
    fault: 'one of the two programs cannot reach the key database',
    inflict: async ({ links }) => {
      links.workerKeys.cut();
      return () => links.workerKeys.restore();
    },
  },
  {
    alert: 'UpstanderFaults',
    fault: 'one operation of the API fails',
    inflict: (programs) => withoutTable(programs, 'learning', 'course'),
  },
  {
    alert: 'UpstanderRouteFails',
    fault: "Stripe's webhooks cannot be saved",
    also: ['UpstanderFaults'],
    inflict: async (programs) => {
      await programs.sql('ALTER TABLE fundraising.stripe_event ADD CONSTRAINT saves_nothing CHECK (false) NOT VALID');
      const end = repeat(() => programs.postStripeEvent());
      return async () => {
        await end();
        await programs.sql('ALTER TABLE fundraising.stripe_event DROP CONSTRAINT saves_nothing');
      };
    },
  },
  {
    alert: 'UpstanderSlow',
    fault: 'a lock delays pages by four seconds, again and again',
    also: ['UpstanderWaitsForConnections', ...withoutConnections],
    inflict: async (programs) => repeat(() => lockEvents(programs, 4_000)),
  },
  {
    alert: 'UpstanderWaitsForConnections',
    fault: 'sign-ins that wait for a lock use all connections',
    also: ['UpstanderSlow', ...withoutConnections, ...requestsFail],
    inflict: async (programs) => {
      const release = await programs.hold('LOCK TABLE identity.account IN ACCESS EXCLUSIVE MODE');
      const signIns = Array.from({ length: 20 }, (_, n) =>
        // Refused in the end, because there is no such account.
        programs.api.graphqlOrThrow(signIn, { email: `person-${n}@example.org` }).catch(() => undefined),
      );
      return async () => {
        await release();
        await Promise.all(signIns);
      };
    },
  },
  {
    alert: 'UpstanderQueueAway',
    fault: 'Redis has stopped',
    inflict: async (programs) => {
      await programs.stopRedis();
      return () => programs.startRedis();
    },
  },
  {
    alert: 'UpstanderDatabaseAway',
    fault: 'the worker cannot reach the database',
    also: ['UpstanderFiguresMissing'],
    inflict: async ({ links }) => {
      links.workerDatabase.cut();
      return () => links.workerDatabase.restore();
    },
  },
  {
    alert: 'UpstanderProgramGone',
    fault: 'the worker was killed',
    inflict: async (programs) => {
      await programs.killWorker();
      return () => programs.startWorker();
    },
  },
  {
    alert: 'UpstanderQueueStands',
    fault: 'the worker hangs, and a job has waited for 11 minutes',
    also: workerGone,
    inflict: async (programs) => {
      programs.signalWorker('SIGSTOP');
      await programs.enqueue('expire-offers', 660);
      return () => programs.signalWorker('SIGCONT');
    },
  },
  {
    alert: 'UpstanderCertificateExpires',
    fault: 'the certificate of the site ends in three days',
    // A program reads the certificate at its start, and then hourly.
    also: workerGone,
    inflict: async (programs) => {
      const serve = async (days: number) => {
        programs.serveCertificate(days);
        await programs.killWorker();
        await programs.startWorker();
      };
      await serve(3);
      return () => serve(90);
    },
  },
  {
    alert: 'UpstanderNotScraped',
    fault: 'Prometheus has lost its targets',
    inflict: async (programs) => {
      programs.prometheus.setTargets([]);
      return () => programs.showTargets();
    },
  },
];

/** Repeats work until the repair, so that the alert has something to count. */
function repeat(work: () => Promise<unknown>): () => Promise<void> {
  let isOver = false;
  const loop = async () => {
    while (!isOver) await work();
  };
  const ended = loop();
  return () => {
    isOver = true;
    return ended;
  };
}

async function lockEvents(programs: MonitoredPrograms, milliseconds: number): Promise<void> {
  const release = await programs.hold('LOCK TABLE events.event IN ACCESS EXCLUSIVE MODE');
  const page = programs.visitPage('/events');
  await wait(milliseconds);
  await release();
  await page;
}
