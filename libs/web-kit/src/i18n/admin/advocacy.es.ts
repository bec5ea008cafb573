import type { advocacy as english } from './advocacy.en.js';

export const advocacy: typeof english = {
  gate: {
    title: 'Todavía no se ha abierto nada',
    takeText: '¿No la lleva nadie? Tómala y se abre. Entonces no hace falta una razón.',
    text: '¿La lleva otra persona, o está cerrada? Puedes leerla si lo necesitas. Tu nombre, la hora y tu razón quedan anotados en la lista de quién leyó qué.',
    taken: 'La lleva otra persona, o está cerrada. Di abajo por qué la abres.',
    label: '¿Por qué necesitas leerla?',
    hint: 'Di por qué, no lo que contiene. Por ejemplo: esta semana sustituyo a Priya.',
    submit: 'Leerla',
  },
  contact: {
    title: 'Cómo comunicarse sin riesgo',
    when: 'Cuándo no hay riesgo',
    withoutValue: {
      MAIL: '',
      TEXT: '',
      CALL: '',
      ADVOCATE:
        'Alguien del equipo ya está en contacto con esta persona. Pregúntale a esa persona; no busques otro camino.',
      CODE: 'Escribe abajo. La persona lo lee cuando vuelve con su código. No busques otra manera de dar con ella.',
    },
    leave: {
      question: '¿Podemos dejar un mensaje?',
      yes: (call) =>
        call
          ? 'Sí. Di tu nombre de pila y «por favor, devuelva la llamada», nada del motivo.'
          : 'Sí. Que sea corto, y sin decir nada del motivo.',
      no: (call) =>
        call
          ? 'No. Si contesta otra persona, o nadie, cuelga sin decir nada. Nada en el buzón de voz.'
          : 'No. No escribas primero: espera a que escriba la persona, o usa la hora que indicó.',
      unsaid: (call) =>
        call
          ? 'No lo dijo, así que cuenta como un no: nada en el buzón de voz y nada a quien conteste.'
          : 'No lo dijo, así que cuenta como un no: no dejes nada que otra persona pueda leer.',
    },
  },
  talk: {
    read: 'leído',
    sending: 'Enviando…',
    you: 'Tú',
    person: 'La persona',
    advocate: 'Acompañamiento',
    business: 'La empresa',
    withPerson: 'Mensajes con la persona',
    withPersonLead: 'Lee y contesta con su código. No se envía nada por correo ni por mensaje de texto.',
    nonePerson: 'Nadie ha escrito todavía.',
    writePerson: 'Escribir a la persona',
    writePersonHint:
      'Con sencillez y amabilidad. Sin nombres ni lugares que le harían daño si alguien mirara por encima de su hombro.',
    sendPerson: 'Enviar a la persona',
    again: 'Buscar mensajes nuevos',
  },
  record: {
    nobody: 'Nadie se encarga de esto todavía',
    nobodyText: 'Si la tomas, queda a tu cargo. El resto del equipo ve que ya tiene quien la lleve.',
    mine: 'La llevas tú',
    theirs: (name) => `La lleva ${name}`,
    theirsText: 'La abriste con una razón. Tómala solo si así lo acordaron.',
    take: 'Tomarla',
    taking: 'Tomándola…',
    reopen: 'Retomarla',
    taken: 'Ahora la llevas tú.',
    takeFirst: 'Tómala primero; después puedes escribir.',
    contacted: 'Ya hablé con la persona',
    contactedWorking: 'Anotando…',
    contactedDone: 'Anotado.',
    close: 'Cerrar',
    closeTitle: '¿Cerrarla?',
    closeText:
      'Ya no se podrá escribir más, y sus consentimientos terminan: desde este momento ninguna empresa ve nada. Se borra sola el día que marcan nuestras reglas; hasta entonces, quien la abra tiene que decir por qué.',
    closeSubmit: 'Cerrarla',
    closing: 'Cerrando…',
    closed: 'Cerrada.',
    more: 'Más acciones',
    hold: 'Impedir que se borre',
    holdTitle: '¿Impedir que se borre?',
    holdText:
      'Solo por una razón legal, como una orden judicial. Entonces se queda hasta que alguien lo levante. La persona sí puede borrarla con su código.',
    holdReason: 'Razón',
    holdReasonHint: 'Por ejemplo, el número de la orden, sin una palabra sobre la persona.',
    holdUntil: 'Hasta el',
    holdUntilHint: 'Déjalo vacío si todavía no tiene fin.',
    holdSubmit: 'Conservarla',
    holdDone: 'Se conserva hasta que alguien lo levante.',
    lift: 'Permitir que se borre',
    liftTitle: '¿Permitir que se borre?',
    liftText: 'Se borrará de nuevo cuando llegue su día.',
    liftSubmit: 'Permitirlo',
    liftDone: 'Ya se puede borrar cuando llegue su día.',
    working: 'Guardando…',
    trail: 'Quién la ha leído',
    about: 'Datos',
    asked: 'Pedida el',
    language: 'Idioma',
    erasedOn: 'Se borra el',
    held: 'No se borra por ahora',
    heldText: 'Hay una razón legal para conservarla.',
    heldUntil: (day) => `hasta el ${day}`,
    code: 'Número para el equipo',
    codeHint: 'Para hablar de ella usa este número, no un nombre.',
    gone: 'Esto ya no está',
    goneText: 'Se borró: lo hizo la persona, o llegó su día. No queda nada.',
  },
  list: {
    views: { label: 'Cuáles', open: 'Abiertas', mine: 'Las mías', all: 'Todas' },
    state: 'Estado',
    asked: 'Pedida',
    takenBy: 'La lleva',
    nobody: 'nadie todavía',
    you: 'tú',
    unread: (count) => (count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`),
    number: (short) => `N.º ${short}`,
  },
};
