import { manyReminders } from '../bench/support/many-reminders.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { redisProgram } from '../support/installed-programs.mjs';
import type { AlertCause } from './support/alert-cause.js';
import { alertCauses } from './support/alert-causes.js';
import { MonitoredPrograms } from './support/monitored-programs.js';
import { hasPrometheus } from './support/prometheus.js';
import { binaries } from './support/replicated-postgres.js';

jest.setTimeout(300_000);

const ready = hasPrometheus && redisProgram && binaries;
/** More than the 50 undelivered emails of an alert. */
const volunteers = 60;
/** Scrapes of each program without an alert. They cover the longest shortened range. */
const quietScrapes = 8;

describeWhere(
  ready,
  'Prometheus, Redis or PostgreSQL of the system is missing',
  'alerts about running programs',
  () => {
    let programs: MonitoredPrograms;
    /** The previous fault, which is repaired, but whose alert may still be firing. */
    let repaired: AlertCause | null = null;
    const seconds: Record<string, string> = {};

    beforeAll(async () => {
      programs = await MonitoredPrograms.start();
      await manyReminders(programs.superuser, volunteers);
      await programs.sql(
        `INSERT INTO notifications.sms_consent (number, recipient, locale, channel, wording, wording_version, source, given_at)
       VALUES ('+18765550001', 'person-1@example.org', 'en', 'both', 'Yes.', '2026-12-01', 'account', now())`,
      );
    });
    afterAll(async () => {
      await programs?.stop();
      console.info(
        Object.entries(seconds)
          .map(([alert, told]) => `${alert}: ${told}`)
          .join('\n'),
      );
    });

    const alertsOf = (cause: AlertCause | null) => (cause ? [cause.alert, ...(cause.also ?? [])] : []);

    /** Waits, and fails as soon as an alert fires that isn't expected. */
    async function firingUntil(
      isEnough: (firing: Set<string>) => boolean | Promise<boolean>,
      expected: readonly string[],
    ): Promise<void> {
      let unexpected: string[] = [];
      let last: string[] = [];
      await eventually(async () => {
        const firing = await programs.prometheus.firing();
        last = [...firing];
        unexpected = last.filter((alert) => !expected.includes(alert));
        return unexpected.length > 0 || (await isEnough(firing));
      }, 120).catch(() => {
        throw new Error(`Expected: ${expected.join(', ')}. Firing: ${last.join(', ') || 'nothing'}`);
      });
      expect(unexpected).toEqual([]);
    }

    test('a healthy api and worker raise no alert', async () => {
      const before = await programs.prometheus.scrapes();
      await firingUntil(async () => (await programs.prometheus.scrapes()) - before >= 2 * quietScrapes, []);
    });

    test.each(alertCauses.map((cause) => [cause.alert, cause.fault, cause] as const))(
      '%s fires when %s, and nothing else does',
      async (alert, _fault, cause) => {
        const began = performance.now();
        const repair = await cause.inflict(programs);
        const former = repaired;
        repaired = cause;
        try {
          await firingUntil((firing) => firing.has(alert), [...alertsOf(cause), ...alertsOf(former)]);
          seconds[alert] = `${((performance.now() - began) / 1000).toFixed(1)} s`;
          const formerOnly = alertsOf(former).filter((name) => !alertsOf(cause).includes(name));
          await firingUntil(
            (firing) => formerOnly.every((name) => !firing.has(name)),
            [...alertsOf(cause), ...formerOnly],
          );
        } catch (error) {
          await repair();
          repaired = null;
          // The next alert must not fail because of this one.
          await eventually(async () => (await programs.prometheus.firing()).size === 0).catch(() => undefined);
          throw error;
        }
        await repair();
      },
    );

    test('every alert has stopped after the repairs', () =>
      firingUntil((firing) => firing.size === 0, alertsOf(repaired)));
  },
);
