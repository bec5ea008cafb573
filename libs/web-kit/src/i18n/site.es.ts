import { account } from './site/account.es.js';
import { asking } from './site/asking.es.js';
import { business } from './site/business.es.js';
import { campaign } from './site/campaign.es.js';
import { campaigns } from './site/campaigns.es.js';
import { fundraiser } from './site/fundraiser.es.js';
import { give } from './site/give.es.js';
import { giving } from './site/giving.es.js';
import { moneyTrail } from './site/money-trail.es.js';
import { opportunities } from './site/opportunities.es.js';
import { plan } from './site/plan.es.js';
import { privacy } from './site/privacy.es.js';
import { record } from './site/record.es.js';
import { safety } from './site/safety.es.js';
import { signIn } from './site/sign-in.es.js';
import { thanks } from './site/thanks.es.js';
import type { site as english } from './site.en.js';
export const site: typeof english = {
  account,
  business,
  asking,
  campaign,
  campaigns,
  fundraiser,
  give,
  giving,
  moneyTrail,
  opportunities,
  plan,
  privacy,
  record,
  safety,
  signIn,
  thanks,
  home: {
    title: 'Regala unas horas donde hacen falta',
    lead: 'Busca un evento cerca de ti, elige una hora y deja tu nombre. Sin cuenta, sin contraseña, en dos minutos.',
    findEvent: 'Buscar un evento',
    howLink: 'Cómo funciona',
    upcoming: 'Próximamente',
    allEvents: 'Ver todos los eventos',
    nothingYet: 'Ahora mismo no hay eventos previstos. Los nuevos aparecen aquí en cuanto se publican.',
    how: 'Cómo funciona',
    steps: [
      { title: 'Elige una hora', text: 'Cada evento muestra sus turnos y los lugares que quedan.' },
      {
        title: 'Deja tu nombre',
        text: 'Tu lugar queda apartado al momento. Si el turno está completo, entras en la lista de espera.',
      },
      {
        title: 'Confirma por correo',
        text: 'Un clic en nuestro mensaje. Te lo recordamos el día antes y puedes cancelar cuando quieras.',
      },
    ],
    fundraiser: 'Para esto reunimos dinero',
    allFundraisers: 'Ver todas las campañas',
    doors: [
      {
        title: 'Trabajo y formación',
        text: 'Empleos, prácticas y cursos de empresas que hemos revisado. Sin cuenta, y nadie se entera de que miraste.',
        action: 'Ver las ofertas',
      },
      {
        title: 'Hablar con nuestro equipo legal',
        text: 'Gratis y en confianza. Tú eliges cómo te llamamos, por dónde te contactamos y qué cuentas.',
        action: 'Pedir una conversación',
      },
    ],
    chapters: 'Nuestros grupos locales',
    chapterEvents: (city) => `Eventos en ${city}`,
  },
  events: {
    title: 'Eventos',
    lead: 'Todo lo que preparan nuestros grupos locales. Las horas son las del lugar del evento.',
    filters: 'Afinar la búsqueda',
    text: 'Palabras',
    textHint: 'Título o tema',
    from: 'Desde',
    to: 'Hasta',
    chapter: 'Grupo local',
    anyChapter: 'Todos los grupos',
    place: 'Lugar',
    placeHint: 'Ciudad o calle',
    where: 'Dónde',
    anywhere: 'En persona o en línea',
    inPerson: 'En persona',
    online: 'En línea',
    language: 'Idioma',
    anyLanguage: 'Cualquier idioma',
    freePlaces: 'Solo con lugares libres',
    show: 'Mostrar eventos',
    clear: 'Quitar todo',
    count: (n, capped) => (capped ? 'Más de 1000 eventos' : n === 1 ? '1 evento' : `${n} eventos`),
    more: 'Eventos posteriores',
    previous: 'Eventos anteriores',
    fromStart: 'Volver a los primeros eventos',
    emptyFiltered: 'Ningún evento cumple con todo eso',
    emptyFilteredHint: 'Prueba con menos palabras, con más días o con otro grupo local.',
    empty: 'Ahora mismo no hay nada previsto',
    emptyHint: 'Los eventos nuevos aparecen aquí en cuanto se publican.',
    badDates: 'Este día es anterior al primero. Elige uno posterior; mientras tanto, la lista no tiene último día.',
    placesLeft: (n) => (n === 1 ? 'Queda 1 lugar' : `Quedan ${n} lugares`),
    full: 'Completo, con lista de espera',
    fullNoShifts: 'Aún sin turnos',
    cancelled: 'Cancelado',
    over: 'Terminado',
    atTheEnd: 'Eso es todo lo que tenemos previsto por ahora.',
  },
  event: {
    when: 'Cuándo',
    where: 'Dónde',
    online: 'En línea',
    onlineLater: 'En línea. El enlace llega con tu confirmación.',
    chapter: 'Grupo local',
    languages: 'Idiomas',
    bring: 'Qué llevar',
    accessibility: 'Accesibilidad',
    contact: 'Contacto',
    about: 'Sobre este evento',
    updated: (date) => `Último cambio: ${date}`,
    addToCalendar: 'Añadir a tu calendario',
    cancelled: 'Este evento se canceló',
    cancelledText: 'Avisamos por correo a todas las personas inscritas.',
    over: 'Este evento ya terminó',
    overText: 'Gracias a quienes vinieron. Hay más por hacer:',
    otherEvents: 'Ver otros eventos',
    draft: 'Esta es una vista previa. Nadie más puede ver esta página todavía.',
    noShifts: 'Todavía no hay turnos. Vuelve a mirar pronto.',
    allBegun:
      'Todos los turnos ya empezaron y aquí no se puede añadir a nadie. Acércate si quieres o escribe al contacto.',
    jumpToSignUp: 'Inscribirme',
    allEvents: 'Todos los eventos',
  },
  signUp: {
    heading: 'Inscríbete',
    lead: 'No hace falta una cuenta. Tu lugar queda apartado en cuanto pulsas el botón.',
    shift: 'Elige un turno',
    timesIn: (zone) => `Horario: ${zone}.`,
    placesLeft: (n) => (n === 1 ? 'Queda 1 lugar' : `Quedan ${n} lugares`),
    joinWaitlist: (waiting) =>
      waiting === 0
        ? 'Completo: entra en la lista de espera'
        : `Completo: entra en la lista de espera (hay ${waiting})`,
    closed: 'Ya empezó',
    minimumAge: (age) => `A partir de ${age} años`,
    name: 'Tu nombre',
    email: 'Correo electrónico',
    emailHint: 'Para tu confirmación y tus recordatorios, nada más.',
    phone: 'Teléfono',
    phoneFold: 'Añadir un teléfono (opcional)',
    phoneHint: 'Solo lo ve quien organiza, para el mismo día.',
    send: 'Inscribirme',
    privacy: 'Qué pasa con tus datos',
  },
  errors: {
    heading: (n) => (n === 1 ? 'Hay una cosa por revisar' : `Hay ${n} cosas por revisar`),
    titlePrefix: 'Error',
    shiftMissing: 'Elige un turno',
    shiftGone: 'Ese turno ya no está. Elige otro',
    nameMissing: 'Escribe tu nombre',
    nameTooLong: 'Escribe un nombre de 100 caracteres como máximo',
    nameWrong:
      'Un nombre no lleva direcciones web, correos ni números de teléfono. Después de un punto, deja un espacio.',
    emailMissing: 'Escribe tu correo electrónico',
    emailWrong: 'Escribe el correo completo, como nombre@example.com',
    phoneWrong: 'Escribe un teléfono como +1 213 555 0142 o deja el campo vacío',
    ratingMissing: 'Elige cómo te fue',
    commentTooLong: 'Escribe 2000 caracteres como máximo',
  },
  done: {
    confirmedTitle: 'Tu lugar está apartado',
    confirmedLead: 'Falta un paso: abre el mensaje que acabamos de enviarte y pulsa el botón. Así queda a tu nombre.',
    waitlistedTitle: 'Estás en la lista de espera',
    waitlistedLead: (position) =>
      position === 1
        ? 'Tienes el número 1 en la lista de espera. Abre el mensaje que acabamos de enviarte y confirma tu correo, para poder avisarte cuando haya un lugar.'
        : `Tienes el número ${position} en la lista de espera. Abre el mensaje que acabamos de enviarte y confirma tu correo, para poder avisarte cuando haya un lugar.`,
    waitlistedLeadPlain:
      'Abre el mensaje que acabamos de enviarte y confirma tu correo, para poder avisarte cuando haya un lugar.',
    next: 'Qué sigue',
    stepMail: 'En uno o dos minutos te llega un correo con tu enlace personal.',
    stepMailTo: (email) => `En uno o dos minutos llega a ${email} un correo con tu enlace personal.`,
    stepConfirm: 'Confirma en el plazo de un día; si no, el lugar pasa a la siguiente persona.',
    stepReminder: 'Te lo recordamos el día antes y de nuevo esa mañana.',
    stepWaitlist:
      'Cuando se libera un lugar, la primera persona de la lista de espera recibe una oferta por correo y tiene un día para aceptarla.',
    stepCancel: '¿Al final no puedes venir? Tu enlace personal tiene un botón para eso.',
    noMailHeading: '¿No te llega el correo?',
    noMail:
      'Mira en la carpeta de correo no deseado y espera cinco minutos. Si escribiste mal tu correo, inscríbete otra vez: el lugar equivocado se libera automáticamente.',
    noMailTo: (email) =>
      `Lo enviamos a ${email}. Mira en la carpeta de correo no deseado y espera cinco minutos. Si esa no es tu dirección, inscríbete otra vez: el lugar equivocado se libera automáticamente.`,
    signUpAgain: 'Inscribirme otra vez',
    yourShift: 'Tu turno',
  },
  manage: {
    title: 'Tu inscripción',
    greeting: (name) => `Hola, ${name}`,
    shiftHeading: 'Tu turno',
    part: 'Tu tarea',
    overlaps: 'A la misma hora también tienes una inscripción en:',
    overlapsText: 'Solo puedes estar en un lugar. Cancela, por favor, la que te acomode menos.',
    notYou: (name) => `¿No eres ${name}? Inscríbete con tu nombre`,
    toConfirmTitle: 'Confirma tu lugar',
    toConfirmText: 'Tu lugar está apartado por ahora. Pulsa el botón para que sepamos que este correo es tuyo.',
    toConfirmWaitlistText:
      'Estás en la lista de espera. Pulsa el botón para que sepamos que este correo es tuyo y podamos avisarte.',
    confirm: 'Sí, soy yo: confirmar',
    confirmedTitle: 'Ya tienes tu lugar',
    confirmedText: 'El lugar es tuyo. Te lo recordamos el día antes.',
    waitlistedTitle: (position) => `Tienes el número ${position} en la lista de espera`,
    waitlistedTitlePlain: 'Estás en la lista de espera',
    waitlistedText: 'En cuanto se libere un lugar y te toque, te lo ofrecemos por correo.',
    offeredTitle: 'Hay un lugar libre y es tuyo si lo quieres',
    offeredText: (until) =>
      `Te lo guardamos hasta el ${until}. Si lo dejas pasar, le toca a la siguiente persona de la lista de espera.`,
    accept: 'Quiero el lugar',
    decline: 'Dejárselo a otra persona',
    offerLapsedTitle: 'Se acabó el plazo de esta oferta',
    offerLapsedText: (until) =>
      `Estuvo abierta hasta el ${until} y el lugar pasó a la siguiente persona de la lista de espera. No pasa nada: puedes inscribirte de nuevo cuando quieras.`,
    offerLapsedPlain:
      'El lugar pasó a la siguiente persona de la lista de espera. No pasa nada: puedes inscribirte de nuevo cuando quieras.',
    cancelledTitle: 'Ya no tienes inscripción',
    cancelledText:
      'Gracias por avisar; así otra persona puede tener el lugar. Puedes inscribirte de nuevo cuando quieras.',
    expiredTitle: 'Esta inscripción venció',
    expiredText:
      'El correo no se confirmó a tiempo y el lugar pasó a otra persona. Puedes inscribirte de nuevo cuando quieras.',
    eventCancelledTitle: 'Este evento se canceló',
    eventCancelledText: 'No tienes que hacer nada.',
    overTitle: 'Gracias por haber venido',
    overText: 'Esperamos que haya sido un buen día.',
    signUpAgain: 'Inscribirme otra vez',
    cancel: 'Cancelar mi lugar',
    leaveWaitlist: 'Salir de la lista de espera',
    cancelTitle: '¿Dejas tu lugar?',
    leaveWaitlistTitle: '¿Sales de la lista de espera?',
    cancelText:
      'Se ofrece enseguida a la siguiente persona de la lista de espera, así que quizá no puedas recuperarlo.',
    leaveWaitlistText: 'Pierdes tu posición. Puedes volver a entrar, al final de la lista.',
    cancelYes: 'Sí, cancelar mi lugar',
    leaveWaitlistYes: 'Sí, salir de la lista',
    cancelNo: 'No, lo conservo',
    addToCalendar: 'Añadir a tu calendario',
    cannotCome: '¿Al final no puedes venir?',
    feedHeading: 'Todos tus turnos en tu calendario',
    feedText: 'Una dirección privada para tu aplicación de calendario. Muestra todos tus turnos y sigue cada cambio.',
    feedCreate: 'Crear una dirección de calendario',
    feedReady: 'Tu dirección de calendario',
    feedHow:
      'Cópiala en tu aplicación de calendario como suscripción. Quien tenga esta dirección puede ver tus turnos.',
    feedRevoke: 'Desactivar la dirección',
    feedRevoked: 'La dirección de calendario está desactivada. Los calendarios que la usaban dejan de actualizarse.',
    justConfirmed: 'Confirmado. ¡Gracias!',
    justCancelled: 'Listo. Gracias por avisar.',
    justAccepted: 'El lugar es tuyo.',
    justDeclined: 'Listo. El lugar pasa a la siguiente persona de la lista de espera.',
    justFeedback: 'Gracias por contárnoslo.',
    overlapWith: (title, when) => `Coincide con «${title}», ${when}.`,
    linkGoneTitle: 'Este enlace no funciona',
    linkGoneText:
      'Quizá le falte una parte: copia el enlace completo del mensaje. También puedes inscribirte de nuevo.',
  },
  feedback: {
    heading: '¿Cómo te fue?',
    lead: 'Solo lo lee quien organiza, sin tu nombre. Si quieres una respuesta, escribe quién eres.',
    rating: 'En general',
    ratings: { five: 'Muy bien', four: 'Bien', three: 'Regular', two: 'No muy bien', one: 'Mal' },
    comment: '¿Algo que debamos saber? (opcional)',
    send: 'Enviar',
  },
  notFound: {
    title: 'Esta página no está aquí',
    text: 'Puede que la dirección esté mal escrita o que la página haya cambiado de lugar.',
    events: 'Ver todos los eventos',
    home: 'Ir a la página de inicio',
  },
  fault: {
    title: 'Algo falló de nuestro lado',
    text: 'No escribiste nada mal. Inténtalo otra vez en un minuto.',
    id: (id) => `Si nos escribes sobre esto, este número ayuda: ${id}`,
  },
  badRequest: { title: 'No pudimos leer eso', text: 'Vuelve atrás e inténtalo de nuevo.' },
  saveFailed:
    'No pudimos guardar tu inscripción en este momento. No se perdió nada: pulsa el botón otra vez en un momento.',
};
