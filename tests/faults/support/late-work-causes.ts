import { randomUUID } from 'node:crypto';
import { jobs, Secrets, type JobName } from '@upstander/platform';
import { sealNewWebhookSecret } from '@upstander/integrations';
import { reminderDue } from '../../bench/support/many-reminders.js';
import { safeContact } from '../../support/advocacy.js';
import { testConfig } from '../../support/config.js';
import { eventually } from '../../support/eventually.js';
import { withoutTable, type AlertCause, type Repair } from './alert-cause.js';
import type { MonitoredPrograms } from './monitored-programs.js';

/** Causes of alerts about work that is late, fails or is wrong, while both programs respond. */
export const lateWorkCauses: readonly AlertCause[] = [
  {
    alert: 'UpstanderLedgerNotReadWhole',
    fault: 'the whole ledger was last checked 60 days ago',
    inflict: (programs) =>
      withBackdatedCheck(
        programs,
        `UPDATE fundraising.ledger_check SET checked_at = checked_at - interval '60 days' WHERE whole;
         INSERT INTO fundraising.ledger_check (checked_at, milliseconds, transactions, postings, gifts, balance_transactions, findings, whole)
         VALUES (now(), 1, 0, 0, 0, 0, '{}', false)`,
      ),
  },
  {
    alert: 'UpstanderBackupOld',
    fault: 'the last backup was 60 hours ago',
    inflict: (programs) => lastRun(programs, 'dump', '60 hours'),
  },
  {
    alert: 'UpstanderRestoreDrillOld',
    fault: 'the last restore drill was 60 days ago',
    inflict: (programs) => lastRun(programs, 'restore-drill', '60 days'),
  },
  {
    alert: 'UpstanderFiguresMissing',
    fault: 'a table that a metric is read from is gone',
    inflict: (programs) => withoutTable(programs, 'platform', 'backup_run'),
  },
  {
    alert: 'UpstanderJobFails',
    fault: 'a job throws three times',
    inflict: async (programs) => {
      const repair = await withoutTable(programs, 'integrations', 'access_token');
      for (let failures = 1; failures <= 3; failures += 1) {
        await programs.enqueue('remind-of-expiring-tokens');
        await eventually(
          async () =>
            (await countOf(
              programs,
              `platform.job_run WHERE job = 'remind-of-expiring-tokens' AND failures >= ${failures}`,
            )) === 1,
        );
      }
      return async () => {
        await repair();
        await programs.enqueue('remind-of-expiring-tokens');
      };
    },
  },
  {
    alert: 'UpstanderJobOverdue',
    fault: 'a job hangs on a lock and was last done long ago',
    inflict: async (programs) => {
      const release = await programs.hold('LOCK TABLE events.series IN ACCESS EXCLUSIVE MODE');
      await programs.enqueue('extend-series');
      await programs.sql(
        `INSERT INTO platform.job_run (job, done_at) VALUES ('extend-series', now() - $1 * interval '1 second')
         ON CONFLICT (job) DO UPDATE SET done_at = excluded.done_at`,
        [everySeconds('extend-series') + 1_000],
      );
      return release;
    },
  },
  {
    alert: 'UpstanderRemindersLate',
    fault: 'another transaction locks due reminders',
    inflict: async (programs) => {
      for (;;) {
        await programs.sql(`UPDATE events.shift_due SET done_at = NULL, due_at = now() - interval '40 minutes'`);
        const release = await programs.hold('SELECT FROM events.shift_due FOR UPDATE');
        if ((await countOf(programs, 'events.shift_due WHERE done_at IS NULL')) > 0) return release;
        // The worker was faster.
        await release();
      }
    },
  },
  {
    alert: 'UpstanderMailWaits',
    fault: 'the mail server has been away for 20 minutes',
    inflict: async (programs) => {
      await programs.stopMail();
      await remindEveryone(programs);
      // The worker has tried, and has put the emails off.
      await eventually(
        async () => (await countOf(programs, `notifications.mail WHERE status = 'due' AND last_error IS NOT NULL`)) > 0,
      );
      await programs.sql(
        `UPDATE notifications.mail SET first_tried_at = now() - interval '20 minutes'
         WHERE status = 'due' AND first_tried_at IS NOT NULL`,
      );
      return async () => {
        await programs.startMail();
        await programs.sql(`UPDATE notifications.mail SET due_at = now() WHERE status = 'due'`);
        await programs.enqueue('deliver-due-mail');
      };
    },
  },
  {
    alert: 'UpstanderTextsWait',
    fault: 'the SMS provider has been away for 20 minutes',
    inflict: async (programs) => {
      programs.links.sms.cut();
      await remindEveryone(programs);
      await eventually(
        async () => (await countOf(programs, `notifications.sms WHERE status = 'due' AND last_error IS NOT NULL`)) > 0,
      );
      await programs.sql(
        `UPDATE notifications.sms SET first_tried_at = now() - interval '20 minutes' WHERE status = 'due'`,
      );
      return async () => {
        await programs.links.sms.restore();
        await programs.sql(`UPDATE notifications.sms SET due_at = now() WHERE status = 'due'`);
        await programs.enqueue('deliver-due-sms');
      };
    },
  },
  {
    alert: 'UpstanderWebhooksWait',
    fault: 'another transaction locks a webhook endpoint with an event from 20 minutes ago',
    inflict: async (programs) => {
      const id = await aWebhookEndpoint(programs);
      const release = await programs.hold(
        `SELECT FROM integrations.webhook_endpoint WHERE id = '${id}' FOR NO KEY UPDATE`,
      );
      await webhookEvents(programs, id, 1, '20 minutes');
      return release;
    },
  },
  {
    alert: 'UpstanderWebhooksRejected',
    fault: 'an endpoint answers three events with 500',
    inflict: async (programs) => {
      programs.receiverStatus = 500;
      const id = await aWebhookEndpoint(programs);
      await webhookEvents(programs, id, 3, '0 seconds');
      await programs.enqueue('deliver-webhooks');
      return async () => {
        programs.receiverStatus = 204;
        await programs.sql(
          `UPDATE integrations.webhook_endpoint SET retry_at = now() - interval '1 second' WHERE id = $1`,
          [id],
        );
        await programs.sql(`UPDATE integrations.webhook_delivery SET next_attempt_at = NULL WHERE endpoint_id = $1`, [
          id,
        ]);
        await programs.enqueue('deliver-webhooks');
      };
    },
  },
  {
    alert: 'UpstanderStripeLate',
    fault: 'an event of Stripe arrives 20 minutes late',
    inflict: async (programs) => {
      await programs.postStripeEvent(new Date(Date.now() - 20 * 60_000));
      return () =>
        programs.tamper(
          `UPDATE fundraising.stripe_event SET created_at = created_at - interval '2 hours', received_at = received_at - interval '2 hours'`,
        );
    },
  },
  {
    alert: 'UpstanderLedgerNotChecked',
    fault: 'the ledger was last checked 60 hours ago',
    inflict: (programs) =>
      withBackdatedCheck(programs, `UPDATE fundraising.ledger_check SET checked_at = checked_at - interval '60 hours'`),
  },
  {
    alert: 'UpstanderLedgerDisagrees',
    fault: 'ten discrepancies are open',
    inflict: async (programs) => {
      await programs.tamper(
        `INSERT INTO fundraising.discrepancy (kind, about, found_at) SELECT 'only-here', 'charge:ch_' || n, now() FROM generate_series(1, 10) n`,
      );
      return () => programs.tamper('UPDATE fundraising.discrepancy SET settled_at = now()');
    },
  },
  {
    alert: 'UpstanderNobodyAnswers',
    fault: 'a person asked for a consultation four days ago',
    inflict: async (programs) => {
      await requestConsultation(programs);
      await programs.tamper(`UPDATE sealed.consultation SET created_at = created_at - interval '4 days'`);
      return () => programs.tamper(`UPDATE sealed.consultation SET taken_by = gen_random_uuid()`);
    },
  },
  {
    alert: 'UpstanderTrailBroken',
    fault: 'a row of the audit trail was changed',
    inflict: async (programs) => {
      await requestConsultation(programs);
      await programs.tamper(`UPDATE sealed.audit SET action = action || '!' WHERE seq = 1`);
      await programs.enqueue('check-audit-chain');
      return async () => {
        await programs.tamper(`UPDATE sealed.audit SET action = replace(action, '!', '') WHERE seq = 1`);
        await programs.enqueue('check-audit-chain');
      };
    },
  },
  {
    alert: 'UpstanderErasuresWait',
    fault: 'an erasure was refused',
    inflict: async (programs) => {
      for (;;) {
        await programs.tamper(
          `INSERT INTO identity.data_request (kind, status, email, locale, requested_at, due_on, refused_code)
           VALUES ('erasure', 'open', 'ana@example.org', 'en', now(), current_date + 30, 'LAST_ADMIN')`,
        );
        // The worker tries again every minute, and nothing refuses it any longer.
        const release = await programs.hold('SELECT FROM identity.data_request FOR UPDATE');
        const end = async () => {
          await release();
          await programs.tamper(`UPDATE identity.data_request SET status = 'withdrawn', ended_at = now()`);
        };
        if ((await countOf(programs, `identity.data_request WHERE refused_code IS NOT NULL`)) > 0) return end;
        // The worker was faster.
        await end();
      }
    },
  },
  {
    alert: 'UpstanderMailComesBack',
    fault: 'the mail server rejects the addresses of 60 emails',
    inflict: async (programs) => {
      const people = await programs.sql<{ email: string }>('SELECT email FROM volunteers.volunteer');
      for (const { email } of people) programs.mail.answer(email, { code: 550, message: 'No such user' });
      await remindEveryone(programs);
      return () =>
        programs.tamper(
          `UPDATE notifications.mail SET created_at = created_at - interval '2 days' WHERE status IN ('bounced', 'failed')`,
        );
    },
  },
];

const everySeconds = (job: JobName) => jobs.get(job).every / 1000;

const countOf = async (programs: MonitoredPrograms, rows: string) =>
  (await programs.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`))[0]!.n;

async function lastRun(programs: MonitoredPrograms, kind: 'dump' | 'restore-drill', age: string): Promise<Repair> {
  await programs.sql('DELETE FROM platform.backup_run WHERE kind = $1', [kind]);
  const record = async (ago: string) => {
    await programs.sql(
      'INSERT INTO platform.backup_run (finished_at, seconds, bytes, kind) VALUES (now() - $1::interval, 1, 1, $2)',
      [ago, kind],
    );
  };
  await record(age);
  return () => record('0');
}

async function remindEveryone(programs: MonitoredPrograms): Promise<void> {
  await reminderDue(programs.superuser);
  await programs.enqueue('make-due-reminders');
}

async function aWebhookEndpoint(programs: MonitoredPrograms): Promise<string> {
  const id = randomUUID();
  const secrets = new Secrets(testConfig('postgres://localhost/none'));
  await programs.sql(
    `INSERT INTO integrations.webhook_endpoint (id, url, types, secret_sealed, created_at)
     VALUES ($1, $2, '{volunteer.created}', $3, now())`,
    [id, programs.receiverUrl, sealNewWebhookSecret(secrets, id)],
  );
  return id;
}

async function webhookEvents(programs: MonitoredPrograms, endpoint: string, count: number, age: string): Promise<void> {
  await programs.sql(
    `INSERT INTO integrations.webhook_delivery (endpoint_id, event_id, type, data, occurred_at, due_since)
     SELECT $1, gen_random_uuid(), 'volunteer.created', '{}', now(), now() - $3::interval FROM generate_series(1, $2::integer)`,
    [endpoint, count, age],
  );
}

async function withBackdatedCheck(programs: MonitoredPrograms, change: string): Promise<Repair> {
  const countChecks = () => countOf(programs, 'fundraising.ledger_check');
  await eventually(async () => (await countChecks()) > 0);
  await programs.tamper(change);
  return async () => {
    const before = await countChecks();
    await programs.enqueue('check-ledger');
    await eventually(async () => (await countChecks()) > before);
  };
}

async function requestConsultation(programs: MonitoredPrograms): Promise<void> {
  await programs.api.graphqlOrThrow(
    'mutation ($input: RequestConsultationInput!) { requestConsultation(input: $input) { replyCode } }',
    { input: { nameToUse: 'Luna', safeContact, about: 'A paper I signed.', language: 'EN' } },
  );
}
