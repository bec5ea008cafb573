import { literalsOf } from '../generate/compile-message.mjs';
import { eachMessage } from '../generate/read-messages.mjs';

/** Texts that are correctly the same in both languages. Other equal texts were probably copied. */
export const identicalKeys = [
  'shell.shared.roles',
  'admin.health.check.webhooksLeave.title',
  'admin.customRoles.title',
  'start.common.nav.customRoles',
  'admin.staffActions.kinds.webhook',
  'enums.accessTokenKind.PERSONAL',
  'admin.webhooks.title',
  'enums.staffArea.WEBHOOKS',
  'start.common.nav.webhooks',
  'admin.events.series',
  'admin.palette.screens.series',
  'admin.series.title',
  'admin.staffActions.files.series',
  'enums.federalHoliday.JUNETEENTH',
  'enums.helpLine.chat',
  'admin.helpLines.tty',
  'enums.helpLine.tty',
  'site.errors.titlePrefix',
  'site.lists.zipHint',
  'site.manage.google',
  'site.manage.outlook',
  'site.business.opportunityForm.no',
  'admin.opportunities.no',
  'admin.registrations.no',
  'site.registration.no',
  'admin.applications.apply.no',
  'site.record.no',
  'admin.helpLines.no',
  'admin.checkIn.pin.label',
  'enums.jurisdiction.CA',
  'enums.jurisdiction.TX',
  'enums.jurisdiction.FL',
  'enums.legalRemedy.VISA',
  'libs/donations/src/giving/mails/giving.mail.statement.total',
];

export function untranslated(english, spanish, allowed = identicalKeys) {
  const other = new Map(eachMessage(spanish));
  return [...eachMessage(english)]
    .filter(([name, text]) => text === other.get(name) && literalsOf(text).some((part) => /\p{L}{2}/u.test(part)))
    .map(([name]) => name)
    .filter((name) => !allowed.includes(name));
}

export function formalMessages(spanish) {
  return [...eachMessage(spanish)].filter(([, text]) => literalsOf(text).some(isFormal)).map(([name]) => name);
}

/**
 * Words that address the reader as "usted".
 * Imperatives count only at the start of a sentence, because elsewhere the same form is a subjunctive ("antes de que
 * alguien escriba").
 */
const address = /(?<![\p{L}])usted(es)?(?![\p{L}])/iu;
const formalImperatives =
  /(?:^|[.:;!?¡¿]\s*|Por favor, |, por favor, )(Abra|Elija|Escriba|Diga|Díganos|Confirme|Pulse|Oprima|Haga|Responda|Conteste|Envíe|Envíel[ao]|Revise|Cambie|Cámbiel[ao]|Corrija|Tenga|Pida|Espere|Intente|Vuelva|Llame|Mire|Lea|Busque|Guarde|Renueve|Repase|Registre|Demuestre|Ofrezca|No (?:haga|pida|ponga|intente|busque|use|deje))(?![\p{L}])/u;
const formalImperativesAfterPlease =
  /[Pp]or favor, (?:no )?(abra|elija|escriba|confirme|pulse|responda|cambie|corrija|borre|pida|ponga|intente)(?![\p{L}])/u;

/** We use "tú" everywhere. */
export function isFormal(text) {
  return address.test(text) || formalImperatives.test(text) || formalImperativesAfterPlease.test(text);
}
