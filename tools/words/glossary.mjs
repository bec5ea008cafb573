import { literalsOf } from '../generate/compile-message.mjs';
import { eachMessage } from '../generate/read-messages.mjs';

/** Terms to avoid in user texts, with replacements. Every concept has the same name as in the API. */
const replacements = [
  [/\bdonations?\b(?! receipts?\b)|\bcontributions?\b/i, 'gift'],
  [/\be-mails?\b|(?<!\b(?:by|postal) )\bmails?\b(?! server)/i, 'email'],
  [/\blog(ged|s|ging)? ?(in|on|out|off)\b/i, 'sign in, sign out'],
  [/\b(some|any|every)body\b/i, 'someone, anyone, everyone'],
  [/\bnobody\b/i, 'no one'],
  [/\bzip ?code\b|\bpostcodes?\b|\bZip code\b/, 'ZIP code'],
  [/\brefus(e|es|ed|al|ing)\b|\bturn(ed|s)? down\b/i, 'decline; reject for a file'],
  [/\bhelpers?\b/i, 'volunteer'],
  [/\bin line\b|\bqueue[sd]?\b/i, 'waitlist'],
  [/\bdrives?\b|\bcampaigns?\b/i, 'fundraiser'],
  [/\btally\b|\bbooks\b/i, 'ledger, accounting'],
  [/(?<!\bma[dk]es? a )\bdifferences?\b/i, 'discrepancy'],
  [/\bproven\b/i, 'verified'],
  [/\bproofs?\b/i, 'receipt of transfer'],
  [/\bhand(s|ed|ing)? (it |itself |them |an? \w+ )?in\b/i, 'submit'],
  // Only for money; a shift may be handed over to a friend.
  [
    /\bhand(ed|ing) over\b/i,
    'disburse, send on',
    /fundraiser|donation|disburse|ledger|reconcil|offline|money|giv|thanks/i,
  ],
  [/\banew\b/i, 'again'],
  [/\bby (itself|themselves)\b/i, 'automatically'],
  [/\blistings?\b(?! Stripe)/i, 'opportunity'],
  [/\bmonthly gifts?\b/i, 'recurring gift'],
  [/\b(ran|runs?|running) out\b(?! at)/i, 'expire'],
  [/\bgive back\b|\bgiven back\b/i, 'refund'],
  [/\btake it off\b|\btaken off\b|\btake this \w+ off\b/i, 'unpublish, remove'],
  [/\bnobody’s yet\b/i, 'Unallocated'],
  [/\bsay(s)? yes, as\b/i, 'Approve (1 of 2)'],
  [/\bnever mind\b/i, 'Go back'],
  [/\bid of Stripe\b|\bfee of Stripe\b/i, 'Stripe ID, Stripe fee'],
];

/** Spanish terms to avoid, in US usage. */ // cspell:ignore tulos
const spanishReplacements = [
  [/(?<!\p{L})cap[ií]tulos?(?!\p{L})/iu, 'grupo local'],
  [/(?<!\p{L})puls(a|as|e|es|ar|ó)(?!\p{L})/iu, 'presionar'],
  [/(?<!\p{L})formación(?!\p{L})/iu, 'capacitación'],
  [/donaci(ón|ones) mensual(es)?/iu, 'donación recurrente'],
];

/** Hidden search terms of the command palette, which are other people's words on purpose. */
const searchTerms = /^admin\.palette\.(also|commandAlso)\./;

export function findStrangeWords(messages, language = 'en') {
  const words = language === 'es' ? spanishReplacements : replacements;
  return [...eachMessage(messages)].flatMap(([name, text]) =>
    words.flatMap(([pattern, word, where]) => {
      if (searchTerms.test(name)) return [];
      if (where && !where.test(name)) return [];
      const found = literalsOf(text)
        .map((part) => pattern.exec(part)?.[0])
        .find(Boolean);
      return found ? [`${name}: “${found}”, say ${word}`] : [];
    }),
  );
}
