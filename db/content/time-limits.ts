import { sources } from './sources.js';
import type { ShippedSource } from './article-content.js';

/** A time limit that ships with a release. A lawyer of the organization reviews it, and may correct it. */
export interface ShippedTimeLimit {
  code: string;
  jurisdiction: 'US' | 'CA' | 'NY' | 'TX' | 'FL';
  remedy: 'civil_action' | 'restitution' | 'compensation' | 'record_relief' | 'visa';
  rule: string;
  ruleEs: string;
  source: ShippedSource;
}

/** ISO dates: when the release took them from the law, and by when they are due for review. */
export const timeLimitsWritten = { writtenOn: '2026-11-30', reviewBy: '2027-05-31' } as const;

/** Only rules whose text is known for certain. */
export const shippedTimeLimits: readonly ShippedTimeLimit[] = [
  {
    code: 'us-civil-action',
    jurisdiction: 'US',
    remedy: 'civil_action',
    source: sources.civilRemedy,
    rule: '10 years after it happened. If you were under 18, 10 years after your 18th birthday. The later date counts.',
    ruleEs: '10 años después de lo que pasó. Si eras menor, 10 años después de cumplir 18. Cuenta la fecha más lejana.',
  },
  {
    code: 'us-restitution',
    jurisdiction: 'US',
    remedy: 'restitution',
    source: sources.restitution,
    rule: 'There’s no deadline for you: the judge orders it when someone is found guilty in federal court.',
    ruleEs:
      'No tienes que cumplir ningún plazo: el juez la ordena cuando declara culpable a alguien un tribunal federal.',
  },
  {
    code: 'us-t-visa',
    jurisdiction: 'US',
    remedy: 'visa',
    source: sources.tVisa,
    rule: 'T visa: the law sets no number of years. At most 5,000 are granted each year, so earlier is better.',
    ruleEs:
      'Visa T: la ley no fija un número de años. Se otorgan como máximo 5,000 al año, así que cuanto antes, mejor.',
  },
  {
    code: 'us-u-visa',
    jurisdiction: 'US',
    remedy: 'visa',
    source: sources.uVisa,
    rule: 'U visa: the law sets no number of years. At most 10,000 are granted each year, and many people are waiting.',
    ruleEs:
      'Visa U: la ley no fija un número de años. Se otorgan como máximo 10,000 al año, y mucha gente está esperando.',
  },
  {
    code: 'ca-civil-action',
    jurisdiction: 'CA',
    remedy: 'civil_action',
    source: sources.civilCode525,
    rule: '7 years after you were freed. If you were under 18, 10 years after your 18th birthday. It can be longer if you could not act.',
    ruleEs:
      '7 años después de quedar libre. Si eras menor, 10 años después de cumplir 18. Puede ser más si no podías actuar.',
  },
  {
    code: 'ca-compensation',
    jurisdiction: 'CA',
    remedy: 'compensation',
    source: sources.compensationCalifornia,
    rule: '7 years after the crime, after your 21st birthday, or after you could have known about the harm. The latest date counts.',
    ruleEs: '7 años después del delito, de cumplir 21 o de que pudieras saber del daño. Cuenta la fecha más lejana.',
  },
  {
    code: 'ca-record-relief',
    jurisdiction: 'CA',
    remedy: 'record_relief',
    source: sources.vacaturCalifornia,
    rule: 'At any time after it has ended, or after you first asked for help.',
    ruleEs: 'En cualquier momento después de que terminó, o después de pedir ayuda por primera vez.',
  },
  {
    code: 'ny-civil-action',
    jurisdiction: 'NY',
    remedy: 'civil_action',
    source: sources.civilActionNewYork,
    rule: '15 years. When the 15 years start depends on your case, so ask.',
    ruleEs: '15 años. Desde cuándo se cuentan depende de tu caso, así que pregunta.',
  },
  {
    code: 'ny-record-relief',
    jurisdiction: 'NY',
    remedy: 'record_relief',
    source: sources.vacaturNewYork,
    rule: 'At any time after the conviction.',
    ruleEs: 'En cualquier momento después de la condena.',
  },
  {
    code: 'tx-civil-action',
    jurisdiction: 'TX',
    remedy: 'civil_action',
    source: sources.limitationTexas,
    rule: 'If you were forced into sex as an adult: 5 years. In other cases it can be shorter or longer, so ask soon.',
    ruleEs:
      'Si te forzaron a tener sexo siendo mayor de edad: 5 años. En otros casos puede ser menos o más, así que pregunta pronto.',
  },
  {
    code: 'fl-record-relief',
    jurisdiction: 'FL',
    remedy: 'record_relief',
    source: sources.expunctionFlorida,
    rule: 'There’s no number of years, but the law expects you to act without long delay once it’s over and you’re safe.',
    ruleEs:
      'No hay un número de años, pero la ley espera que actúes sin mucha demora cuando todo haya terminado y sea seguro.',
  },
];
