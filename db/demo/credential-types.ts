import { idOf } from './random.js';

const typeId = (name: string) => idOf('credential-type', name);

/** One waiver has two versions, and one training is retired. */
export const credentialTypes = {
  safeguarding: {
    id: typeId('safeguarding'),
    kind: 'training',
    validMonths: 24,
    warnDays: 45,
    minimumAge: null,
    name: 'Safeguarding training',
    nameEs: 'Capacitación en protección de menores',
    howToGet: 'A two-hour course on the first Tuesday of each month, 6 PM, online or at our office. Ask the organizer.',
    howToGetEs:
      'Un curso de dos horas el primer martes de cada mes, a las 6 p. m., en línea o en nuestra oficina. Pregunta al organizador.',
  },
  food: {
    id: typeId('food'),
    kind: 'training',
    validMonths: 36,
    warnDays: 30,
    minimumAge: null,
    name: 'Food handler card',
    nameEs: 'Tarjeta de manipulación de alimentos',
    howToGet: 'Take your county’s course online. It takes about an hour. Then send us the number on your card.',
    howToGetEs: 'Toma el curso de tu condado en línea. Dura más o menos una hora. Dinos el número de la tarjeta.',
  },
  waiver: {
    id: typeId('waiver'),
    kind: 'waiver',
    validMonths: 12,
    warnDays: 30,
    minimumAge: null,
    name: 'Volunteer waiver',
    nameEs: 'Acuerdo de voluntariado',
    howToGet: 'Read it and sign it here, with your name. Under 18, a parent or guardian signs.',
    howToGetEs: 'Léelo y fírmalo aquí, con tu nombre. Si tienes menos de 18 años, firma tu madre, padre o tutor.',
  },
  check: {
    id: typeId('check'),
    kind: 'screening',
    validMonths: 24,
    warnDays: 60,
    minimumAge: null,
    name: 'Background check',
    nameEs: 'Verificación de antecedentes',
    howToGet: 'We’ll ask for one when a shift needs it. You first read what it covers, then authorize it in writing.',
    howToGetEs: 'Te la pedimos cuando un turno la necesita. Primero lees en qué consiste y la autorizas por escrito.',
  },
  adult: {
    id: typeId('adult'),
    kind: 'age',
    validMonths: null,
    warnDays: 30,
    minimumAge: 18,
    name: 'At least 18',
    nameEs: 'Mayor de 18 años',
    howToGet: 'Add your birth year to your profile, or show an ID at check-in.',
    howToGetEs: 'Indica el año en que naciste en tu perfil, o muestra una identificación al registrarte.',
  },
  van: {
    id: typeId('van'),
    kind: 'training',
    validMonths: 12,
    warnDays: 30,
    minimumAge: null,
    name: 'Last year’s van course',
    nameEs: 'Curso de camioneta del año pasado',
    howToGet: '',
    howToGetEs: '',
  },
} as const;

export const texts = [
  {
    type: credentialTypes.waiver,
    version: 1,
    daysAgo: 420,
    body: 'I choose to help, and I won’t be paid for it.\n\nI follow what the shift leads say, and I tell them if I get hurt.',
    bodyEs:
      'Ayudo por voluntad propia y no recibo pago por ello.\n\nSigo las indicaciones de quienes dirigen el turno, y les aviso si me lastimo.',
  },
  {
    type: credentialTypes.waiver,
    version: 2,
    daysAgo: 40,
    body:
      'I choose to help, and I won’t be paid for it.\n\n- I follow what the shift leads say, and I tell them if I get hurt.\n' +
      '- I won’t tell anyone who I met here, and I won’t take pictures of the people we help.\n- I understand that I volunteer at my own risk.',
    bodyEs:
      'Ayudo por voluntad propia y no recibo pago por ello.\n\n- Sigo las indicaciones de quienes dirigen el turno, y les aviso si me lastimo.\n' +
      '- No le cuento a nadie a quién conocí aquí, y no tomo fotos de las personas a las que ayudamos.\n- Sé que ayudo por mi cuenta y riesgo.',
  },
  {
    type: credentialTypes.check,
    version: 1,
    daysAgo: 400,
    body:
      'We may obtain a background report about you from a consumer reporting agency, to decide whether you can take shifts ' +
      'near people at risk. We get it only if you authorize it in writing, on the next page.',
    bodyEs:
      'Es posible que pidamos a una agencia un informe de antecedentes sobre ti, para decidir si puedes tomar turnos cerca de ' +
      'personas en riesgo. Lo pedimos solo si lo autorizas por escrito, en la página siguiente.',
  },
] as const;
