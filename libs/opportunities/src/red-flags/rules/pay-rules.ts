import type { OpportunityContent } from '../../opportunities/opportunity-content.js';
import { hundredthHours } from '../pay/pay-bounds.js';
import type { RedFlagRule } from './rule.js';
import { firstOf, nearbyWords, wordRule, words } from './word-rule.js';
import { findExcessiveAmount } from '../pay/amounts.js';

export const payBelowMinimum: RedFlagRule = {
  name: 'PAY_BELOW_MINIMUM',
  find: ({ content, bounds }) => {
    const hour = hourlyPay(content, 'payMinMinor');
    const isComparable = hour !== null && bounds.leastMinor !== null && content.payCurrency === bounds.currency;
    return isComparable && hour < bounds.leastMinor! ? [{ field: 'payMin', excerpt: '' }] : [];
  },
};

const payPromises = [
  // A sum of a thousand or more that isn't described as monthly or yearly.
  /\$ ?\d{1,3},?\d{3}\b(?![^.!?\n]{0,25}\b(?:years?|yearly|annual|annually|months?|monthly|salary|bonus|ano|anual|anuales|mes|mensual|mensuales|project|proyecto)\b)/g,
  /\b(?:home with|leave with|walk out with|se va con|sale con|se lleva) (?:up to |hasta |mas de )?\$? ?\d{3,}/g,
  /(?<!\d)\d{3,}(?!\d)[^.!?\n]{0,12}\b(?:in (?:your|the|cash in) (?:pocket|hand)\b|en (?:la mano|su bolsa|efectivo cada))/g,
  words(
    '(?:paid|pay|pays|se_paga|pagan|pagamos|cash)_(?:by|per|every|each|por|cada)_(?:the_|la_)?(?:night|noche)|(?:se_gana|gana|ganan|ganas|paga|pagan)_(?:muy_|super_)?bien_(?:\\w+_){0,3}(?:noche|dia|fin_de_semana)',
  ),
  words(
    'easy_(?:money|cash|income)|fast_(?:money|cash)|quick_(?:money|cash)|get_rich|big_money|serious_money|unlimited_(?:income|earnings?|earning_potential)|financial_freedom|guaranteed_(?:income|earnings)|no_limits?_(?:to|on)_(?:what|how_much)_you',
  ),
  words(
    '(?:make|earn|take_home|bring_home)_(?:[a-z]+_){0,3}(?:thousands|hundreds|a_fortune|a_lot_of_(?:money|cash)|more_(?:money_)?than_you_(?:ever|can))',
  ),
  words('thousands_(?:of_dollars_)?(?:a|per|each|every)_(?:day|night|week|month)'),
  words(
    'dinero_(?:facil|rapido|seguro|extra_facil)|ingresos?_(?:ilimitados?|garantizados?|altisimos?)|(?:gan[ae]|ganar|ganaras?|sac[ae]|saque)_(?:hasta|miles|mucho_dinero|muchisimo|buen_dinero_rapido|lo_que_quiera)|miles_(?:de_dolares_)?(?:cada|por|a_la|al)_(?:dia|noche|semana|mes)|hagase_rico|libertad_financiera',
  ),
];

/** Pay that is too good to be true, in the form or in the text. */
export const payTooGood: RedFlagRule = {
  name: 'PAY_TOO_GOOD',
  find: (opportunity) => {
    const { content, bounds, texts } = opportunity;
    const hour = hourlyPay(content, 'payMaxMinor');
    const isComparable = hour !== null && bounds.mostMinor !== null && content.payCurrency === bounds.currency;
    const inForm = isComparable && hour > bounds.mostMinor! ? [{ field: 'payMax', excerpt: '' }] : [];
    const inWords = [...texts].flatMap(([field, text]) => {
      const excerpt =
        firstOf([{ any: payPromises, isIgnoredIfNegated: true }], text) ?? findExcessiveAmount(text, bounds);
      return excerpt === null ? [] : [{ field, excerpt }];
    });
    return [...inForm, ...inWords];
  },
};

const delayedPay = wordRule('PAY_UNSTATED', {
  any: [
    nearbyWords(
      'pay|salary|wages?|rate|compensation|money|earnings',
      'discussed|explained|tell_you|told|agreed|negotiated|negotiable|worked_out|calculated_(?:at|once|after)|decided?|settled?|talk_about',
      5,
    ),
    nearbyWords(
      'discuss|tell_you|talk_about|agree_on|see_about',
      'pay|salary|wages?|rate|money|what_you_(?:earn|make)',
      4,
    ),
    words(
      '(?:commission|tips)_only|only_(?:commission|tips)|(?:pay|salary)_(?:depends|varies|tbd)|(?:unpaid|free)_trial|trial_(?:\\w+_){0,2}(?:unpaid|without_pay|no_pay)|(?:paid|pay)_(?:only_)?(?:after|at_the_end_of)_(?:the_)?(?:\\w+_){0,2}(?:season|contract|trial|months?|weeks|probation)',
    ),
    words(
      '(?:first|initial)_(?:\\w+_){0,2}(?:day|days|week|weeks|month|months)_(?:(?:is|are)_)?(?:an_|a_)?(?:unpaid|without_pay|not_paid|for_free|no_pay)|no_pay_(?:for|during|until)|without_pay_(?:for|during|until|at_first)',
    ),
    words(
      '(?:sueldo|salario|pago|la_paga)_(?:\\w+_){0,3}(?:a_tratar|a_convenir|segun_(?:aptitudes|desempeno|capacidad)|se_(?:platica|habla|ve|acuerda|negocia|define|explica|comenta)|lo_(?:vemos|platicamos|hablamos|acordamos))',
    ),
    words(
      '(?:vemos|platicamos|hablamos|acordamos|le_digo|le_decimos)_(?:\\w+_){0,3}(?:el_|de_)?(?:sueldo|salario|pago|cuanto)',
    ),
    words(
      '(?:mes|semana|quincena|dias?|periodo)_de_prueba_(?:\\w+_){0,2}(?:sin_(?:sueldo|pago|goce)|gratis|no_se_paga)|(?:sin_(?:sueldo|pago|goce_de_sueldo)_(?:\\w+_){0,4}(?:prueba|primer[ao]?s?|mes|semana))|(?:solo|puras?)_(?:comision|comisiones|propinas)|a_comision|por_comision',
    ),
  ],
});

const moneyTalk = [
  words('earn|earning|earnings|paid|pays|wages?|salary|sueldo|salario|pagamos|ganas?|gane|ingresos?'),
  /\$\s?\d/g,
];

/** Pay to be settled later, or money mentioned in the text but missing in the form. */
export const payUnstated: RedFlagRule = {
  name: 'PAY_UNSTATED',
  find: (opportunity) => {
    const found = delayedPay.find(opportunity);
    if (found.length > 0 || opportunity.content.payMinMinor !== null || opportunity.content.kind === 'skills_training')
      return found;
    return [...opportunity.texts].flatMap(([field, text]) => {
      const excerpt = firstOf([{ any: moneyTalk, isIgnoredIfNegated: true }], text);
      return excerpt === null ? [] : [{ field, excerpt }];
    });
  },
};

/** Returns the hourly pay in minor units, or null if the form doesn't state it. */
function hourlyPay(content: OpportunityContent, amount: 'payMinMinor' | 'payMaxMinor'): bigint | null {
  const minor = content[amount];
  if (minor === null || content.payUnit === null) return null;
  const hours = hundredthHours(content.payUnit, content.hoursPerWeek);
  return hours === null ? null : (BigInt(minor) * 100n) / hours;
}
