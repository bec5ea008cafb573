import type { framesEn, NoticeFacts, noticesEn } from './notice-words.en.js';

const object =
  'Si no sabes por qué, oponte en Personas y funciones antes de que empiece y habla con las demás personas.';
const own = 'Si no lo esperabas, avisa enseguida a otra persona administradora o a quien lleva el servidor.';
const act = ({ by }: NoticeFacts) => (by ? `${by} ha` : 'El sistema ha');
const account = ({ who }: NoticeFacts) => (who ? `la cuenta de ${who}` : 'tu cuenta');
const twoStep = ({ who }: NoticeFacts) => (who ? `el acceso en dos pasos de ${who}` : 'tu acceso en dos pasos');

export const noticesEs: typeof noticesEn = {
  'role-granted': (f) => ({
    subject: `Tienes una función nueva: ${f.role}`,
    said: `${act(f)} agregado a tu cuenta la función de ${f.role} (${f.place}).`,
    more: own,
  }),
  'role-requested': (f) => ({
    subject: f.who ? `Por acordar: ${f.who}, función de ${f.role}` : `Pidieron para ti la función de ${f.role}`,
    said: `${act(f)} pedido la función de ${f.role} (${f.place}) para ${f.who ?? 'ti'}. Se da cuando otra persona que la tiene está de acuerdo.`,
    more: f.who ? 'Acepta u oponte en Personas y funciones.' : own,
  }),
  'role-approved': (f) => ({
    subject: `${f.who ? `${f.who}, función de ${f.role}` : `Tu función de ${f.role}`}: desde el ${f.begins}`,
    said: `${act(f)} aceptado la función de ${f.role} (${f.place}) para ${f.who ?? 'ti'}. Empieza el ${f.begins}.`,
    more: f.who ? object : own,
  }),
  'role-begun': (f) => ({
    subject: f.who ? `${f.who} ya tiene la función de ${f.role}` : `Ya tienes la función de ${f.role}`,
    said: `La función de ${f.role} (${f.place}) ${f.who ? `de ${f.who} ` : ''}vale a partir de ahora.`,
    more: f.who ? 'Si no es correcto, se puede quitar en Personas y funciones.' : own,
  }),
  'role-rejected': (f) => ({
    subject: `La función de ${f.role} no se da${f.who ? ` a ${f.who}` : ''}`,
    said: `${act(f)} detenido la solicitud de la función de ${f.role} (${f.place}) para ${f.who ?? 'ti'}.`,
    more: 'Se puede pedir de nuevo.',
  }),
  'role-expired': (f) => ({
    subject: `La solicitud de la función de ${f.role} venció`,
    said: `Nadie aceptó a tiempo la función de ${f.role} (${f.place}) para ${f.who ?? 'ti'}.`,
    more: 'Se puede pedir de nuevo.',
  }),
  'role-revoked': (f) => ({
    subject: f.who ? `${f.who} ya no tiene la función de ${f.role}` : `Ya no tienes la función de ${f.role}`,
    said: `${act(f)} quitado la función de ${f.role} (${f.place}) a ${account(f)}.`,
    more: f.who ? 'Si no sabes por qué, pregunta.' : own,
  }),
  'account-disabled': (f) => ({
    subject: f.who ? `La cuenta de ${f.who} está cerrada` : 'Tu cuenta está cerrada',
    said: `${act(f)} cerrado ${account(f)}. ${f.who ? 'Esa persona ya no puede' : 'Ya no puedes'} entrar; lo que se hizo con ella se conserva.`,
    more: f.who ? 'Si no sabes por qué, pregunta.' : own,
  }),
  'account-enabled': (f) => ({
    subject: f.who ? `La cuenta de ${f.who} está abierta otra vez` : 'Tu cuenta está abierta otra vez',
    said: `${act(f)} abierto otra vez ${account(f)}.`,
    more: f.who ? 'Si no sabes por qué, pregunta.' : own,
  }),
  'sessions-ended': (f) => ({
    subject: 'Se han cerrado todas tus sesiones',
    said: `${act(f)} cerrado todas las sesiones de ${account(f)}.`,
    more: 'Puedes entrar de nuevo cuando quieras.',
  }),
  'second-step-reset-requested': (f) => ({
    subject: f.who ? `Se restablecerá el acceso en dos pasos de ${f.who}` : 'Se restablecerá tu acceso en dos pasos',
    said: `${act(f)} indicado que ${f.who ? `${f.who} ha` : 'has'} perdido el teléfono con la aplicación de códigos. Se han cerrado todas las sesiones; el ${f.begins} se olvidará la aplicación y se podrá preparar otra.`,
    more: f.who
      ? 'Si no sabes por qué, detenlo en Personas y funciones.'
      : 'Si todavía tienes el teléfono, entra con él: así no se restablece nada. Si no lo pediste, avisa enseguida a otra persona administradora.',
  }),
  'second-step-reset': (f) => ({
    subject: f.who ? `Se restableció el acceso en dos pasos de ${f.who}` : 'Se restableció tu acceso en dos pasos',
    said: `Se ha olvidado la aplicación de códigos de ${account(f)}. Al entrar la próxima vez se prepara otra.`,
    more: f.who ? 'Si no sabes por qué, pregunta.' : own,
  }),
  'second-step-reset-stopped': (f) => ({
    subject: f.who ? `No se restablece el acceso en dos pasos de ${f.who}` : 'No se restablece tu acceso en dos pasos',
    said: f.by
      ? `${f.by} ha detenido el cambio: ${twoStep(f)} sigue igual.`
      : `Alguien entró con la aplicación: ${twoStep(f)} sigue igual.`,
    more: f.who ? 'Si no sabes por qué, pregunta.' : own,
  }),
};

export const framesEs: typeof framesEn = {
  button: 'Personas y funciones',
  greeting: (name) => `Hola, ${name}`,
  everywhere: 'toda la organización',
  roles: {
    admin: 'administración',
    advocate: 'acompañamiento',
    business: 'empresa',
    finance: 'finanzas',
    moderator: 'moderación',
    organizer: 'organización',
    volunteer: 'voluntariado',
  },
};
