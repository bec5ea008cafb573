import type { home as english } from './home.en.js';

export const home: typeof english = {
  hello: (name) => `Hola, ${name}`,
  what: 'tu página de inicio',
  needsYou: 'Te necesita',
  allWell: 'Ahora mismo nada te necesita',
  allWellText: 'Los turnos de la próxima semana se van llenando y todos los correos salieron.',

  showAll: (count) => `Ver los ${count} turnos a los que les falta gente`,
  needs: (count) => (count === 1 ? 'falta 1 persona' : `faltan ${count} personas`),
  failedMails: (count) => (count === 1 ? '1 correo no se pudo entregar' : `${count} correos no se pudieron entregar`),
  failedMailsText: 'Mira por qué y envía otra vez.',
  openMailLog: 'Abrir el registro de correos',
  unconfirmed: (count) =>
    count === 1 ? '1 inscripción sin confirmar su correo' : `${count} inscripciones sin confirmar su correo`,
  unconfirmedText:
    'Guardan un lugar hasta que se acaba el plazo para confirmar; después el lugar pasa automáticamente a otra persona.',
  feedback: 'Lo que dijeron las personas voluntarias',
  feedbackAt: (title, count, average) =>
    count === 1 ? `${title}: una respuesta, ${average} de 5` : `${title}: ${count} respuestas, ${average} de 5`,
  next: 'Próximos eventos',
  seeAll: 'Todos los eventos',
  noneNext: 'No hay eventos próximos',
  noneNextText: 'Publica uno en menos de dos minutos: un título, una hora, un lugar y cuántas personas necesitas.',
  newEvent: 'Nuevo evento',
  firstRun: 'Primeros pasos',
  firstRunText: 'Cinco cosas, y ya se podrán inscribir voluntarias y voluntarios.',
  firstRunDone: (done, all) => `${done} de ${all} hechos`,
  steps: {
    hasSecondStep: 'Protege tu cuenta con un segundo paso',
    hasChapter: 'Agrega un capítulo',
    hasOrganizer: 'Da a alguien la función de organización',
    hasEvent: 'Escribe un evento',
    hasPublished: 'Publícalo',
  },
  stepDone: 'hecho',
  stepOpen: 'pendiente',
  people: {
    title: 'Personas que esperan',
    calm: 'Ahora mismo no te espera nadie',
    trailBroken: (row) => `Alguien cambió la lista de quién leyó qué, en la fila ${row}`,
    roles: (count) =>
      count === 1
        ? '1 función con poder espera: acepta u opónte'
        : `${count} funciones con poder esperan: acepta u opónte`,
    approvals: (count, more) =>
      count === 1
        ? '1 empresa u oferta espera un sí o un no'
        : `${count}${more ? '+' : ''} empresas y ofertas esperan un sí o un no`,
    writtenApplications: (count, more) =>
      count === 1
        ? 'Alguien escribió en 1 solicitud que llevas'
        : `Alguien escribió en ${count}${more ? '+' : ''} solicitudes que llevas`,
    writtenConsultations: (count, more) =>
      count === 1
        ? 'Alguien escribió en 1 consulta que llevas'
        : `Alguien escribió en ${count}${more ? '+' : ''} consultas que llevas`,
    applications: (count, more) =>
      count === 1
        ? '1 solicitud nueva que no lleva nadie'
        : `${count}${more ? '+' : ''} solicitudes nuevas que no lleva nadie`,
    consultations: (count, more) =>
      count === 1
        ? '1 consulta nueva que no lleva nadie'
        : `${count}${more ? '+' : ''} consultas nuevas que no lleva nadie`,
  },
};
