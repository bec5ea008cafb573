import { alertCauses, notCaused } from './support/alert-causes.js';
import { alertRules, listAlerts, shortenWaits } from './support/alert-rules.js';

test('the drill causes every alert exactly once, or gives the reason why it cannot', () => {
  const covered = [...alertCauses.map(({ alert }) => alert), ...Object.keys(notCaused)];
  expect(covered.sort()).toEqual(
    listAlerts(alertRules)
      .map(({ alert }) => alert)
      .sort(),
  );
});

test('alerts that may follow from a fault exist', () => {
  const known = listAlerts(alertRules).map(({ alert }) => alert);
  expect(alertCauses.flatMap(({ also = [] }) => also).filter((alert) => !known.includes(alert))).toEqual([]);
});

test('the drill shortens every wait and range of the rules, and changes nothing else', () => {
  const withoutWaits = (rules: string) =>
    listAlerts(rules).map(({ alert, expr }) => [alert, expr.replaceAll(/\[\d+[smh]\]/g, '')]);
  const short = shortenWaits(alertRules);
  expect(withoutWaits(short)).toEqual(withoutWaits(alertRules));
  expect(new Set(listAlerts(short).map((rule) => rule.for))).toEqual(new Set([undefined, '2s']));
  expect(new Set(short.match(/\[\d+[smh]\]/g))).toEqual(new Set(['[20s]']));
});
