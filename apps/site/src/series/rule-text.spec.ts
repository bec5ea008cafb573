import { catalogOf } from '@upstander/web-kit';
import { ruleText } from './rule-text';

const textOf = (rule: string, locale: 'en' | 'es' = 'en') =>
  ruleText({ rule, firstLocal: '2027-05-01T10:00' }, locale, catalogOf(locale));

test.each([
  ['FREQ=WEEKLY;BYDAY=SA', 'Every Saturday', 'Todos los sábados'],
  ['FREQ=WEEKLY', 'Every Saturday', 'Todos los sábados'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', 'Every Monday and Wednesday', 'Todos los lunes y los miércoles'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', 'Every other Saturday', 'Cada 2 semanas, sábado'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=SA', 'Every 3 weeks on Saturday', 'Cada 3 semanas, sábado'],
  ['FREQ=DAILY', 'Every day', 'Todos los días'],
  ['FREQ=MONTHLY;BYDAY=1SA,3SA', 'First and third Saturday of the month', 'Primer y tercer sábado del mes'],
  ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1,3', 'First and third Saturday of the month', 'Primer y tercer sábado del mes'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'Last Friday of the month', 'Último viernes del mes'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month', 'Cada mes'],
  ['FREQ=YEARLY;BYMONTH=5', 'Several dates', 'Varias fechas'],
])('writes %s as "%s" and "%s"', (rule, english, spanish) => {
  expect(textOf(rule)).toBe(english);
  expect(textOf(rule, 'es')).toBe(spanish);
});
