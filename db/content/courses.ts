interface BilingualText {
  en: string;
  es: string;
}

/** A course that ships with the product; staff may change it afterward. */
export interface ShippedCourse {
  slug: string;
  audience: string;
  minutes: number;
  /** Increased by each release that changes its lessons. */
  edition: number;
  en: { title: string; summary: string };
  es: { title: string; summary: string };
  lessons: Array<{
    article: string;
    questions: Array<{
      question: BilingualText;
      answers: Array<{ text: BilingualText; why: BilingualText }>;
      right: number;
    }>;
  }>;
}

const createAnswer = (text: [en: string, es: string], why: [en: string, es: string]) => ({
  text: { en: text[0], es: text[1] },
  why: { en: why[0], es: why[1] },
});

export const courses: readonly ShippedCourse[] = [
  {
    slug: 'notice-and-help',
    audience: 'everyone',
    minutes: 25,
    edition: 2,
    en: {
      title: 'Know the signs and how to help',
      summary: 'Three short lessons: what exploitation is, what signs to look for, and what to do if you’re worried.',
    },
    es: {
      title: 'Las señales y cómo ayudar',
      summary: 'Tres lecciones cortas: qué es la explotación, en qué señales fijarte y qué hacer si algo te preocupa.',
    },
    lessons: [
      {
        article: 'what-it-is',
        questions: [
          {
            question: {
              en: 'Does a person have to be taken somewhere else?',
              es: '¿Hace falta llevar a la persona a otro lugar?',
            },
            right: 1,
            answers: [
              createAnswer(
                ['Yes, across a border.', 'Sí, a otro país.'],
                [
                  'Many people think so, but it can happen in the town, or the house, where a person grew up.',
                  'Mucha gente lo piensa, pero puede pasar en el pueblo, o en la casa, donde creció la persona.',
                ],
              ),
              createAnswer(
                ['No. It can happen at home.', 'No. Puede pasar en casa.'],
                [
                  'No one has to be moved. What counts is the force, the lies or the pressure.',
                  'No hace falta llevar a nadie a ningún lado. Lo que cuenta es la fuerza, el engaño o la presión.',
                ],
              ),
              createAnswer(
                ['Only to another state.', 'Solo a otro estado.'],
                [
                  'There doesn’t have to be a trip at all, not even a short one.',
                  'No hace falta ningún viaje, ni siquiera corto.',
                ],
              ),
            ],
          },
          {
            question: { en: 'Who does this to other people?', es: '¿Quién les hace esto a otras personas?' },
            right: 2,
            answers: [
              createAnswer(
                ['Mostly strangers on the street.', 'Sobre todo desconocidos en la calle.'],
                [
                  'It can be a stranger, but it’s often someone the person knows and trusts.',
                  'Puede ser un desconocido, pero muchas veces es alguien a quien la persona conoce y en quien confía.',
                ],
              ),
              createAnswer(
                ['Always a group from abroad.', 'Siempre un grupo de otro país.'],
                [
                  'Where someone comes from isn’t a sign of anything.',
                  'El lugar de origen de alguien no es señal de nada.',
                ],
              ),
              createAnswer(
                ['There’s no typical person.', 'No hay una persona típica.'],
                [
                  'It can be a partner, a friend, a parent, a boss or a job recruiter.',
                  'Puede ser la pareja, una amistad, un familiar, un jefe o alguien que recluta trabajadores.',
                ],
              ),
            ],
          },
          {
            question: {
              en: 'A 16-year-old is being sold for sex. What does the law require?',
              es: 'Alguien vende sexo con una persona de 16 años. ¿Qué exige la ley?',
            },
            right: 0,
            answers: [
              createAnswer(
                ['No one has to prove force.', 'No hace falta probar que hubo fuerza.'],
                [
                  'When someone is under 18, no one has to prove force, lies or threats.',
                  'Si la persona es menor de 18 años, no hace falta probar fuerza, engaño ni amenazas.',
                ],
              ),
              createAnswer(
                ['Someone has to show that there was force.', 'Alguien tiene que probar que hubo fuerza.'],
                [
                  'For adults, yes: force, lies or threats. For someone under 18, the law doesn’t require it.',
                  'Con personas adultas, sí: fuerza, engaño o amenazas. Con menores de 18 años, la ley no lo exige.',
                ],
              ),
            ],
          },
        ],
      },
      {
        article: 'signs',
        questions: [
          {
            question: { en: 'You notice one sign. What does that prove?', es: 'Notas una señal. ¿Qué demuestra?' },
            right: 1,
            answers: [
              createAnswer(
                ['That someone is being hurt.', 'Que le están haciendo daño a alguien.'],
                [
                  'It may have another cause, such as being poor, new to the country or shy.',
                  'Puede tener otra causa, como la pobreza, llevar poco en el país o la timidez.',
                ],
              ),
              createAnswer(
                [
                  'Nothing yet. Several together are a reason to ask.',
                  'Nada todavía. Varias juntas son motivo para preguntar.',
                ],
                [
                  'Ask people who know, such as the help line.',
                  'Pregunta a quien sabe, por ejemplo, a la línea de ayuda.',
                ],
              ),
            ],
          },
          {
            question: {
              en: 'Which of these is a sign?',
              es: '¿Cuál de estas es una señal?',
            },
            right: 2,
            answers: [
              createAnswer(
                ['Her accent.', 'Su acento.'],
                [
                  'The way people speak tells you where they learned to talk, and nothing else.',
                  'El acento solo dice dónde aprendió a hablar alguien, y nada más.',
                ],
              ),
              createAnswer(['His clothes.', 'Su ropa.'], ['Clothes aren’t a sign.', 'La ropa no es una señal.']),
              createAnswer(
                ['Someone else keeps her papers and her pay.', 'Otra persona le guarda los papeles y el sueldo.'],
                [
                  'Keeping a person’s papers, phone or money is a way to control them.',
                  'Quedarse con los papeles, el teléfono o el dinero de una persona es una forma de controlarla.',
                ],
              ),
            ],
          },
          {
            question: {
              en: 'Should you film what you see as proof?',
              es: '¿Conviene grabar lo que ves para tener pruebas?',
            },
            right: 0,
            answers: [
              createAnswer(
                ['No.', 'No.'],
                [
                  'Following, questioning or filming someone can put them at risk.',
                  'Seguir, interrogar o grabar a alguien puede ponerlo en peligro.',
                ],
              ),
              createAnswer(
                ['Yes, from far away.', 'Sí, desde lejos.'],
                [
                  'Someone may notice you even from far away, and the person may pay for it.',
                  'Alguien puede notarlo, aunque grabes de lejos, y la persona podría pagarlo caro.',
                ],
              ),
            ],
          },
        ],
      },
      {
        article: 'worried-about-somebody',
        questions: [
          {
            question: {
              en: 'Someone is in danger right now. What do you do?',
              es: 'Alguien está en peligro en este momento. ¿Qué haces?',
            },
            right: 0,
            answers: [
              createAnswer(
                ['I call 911 and don’t step in myself.', 'Llamo al 911 y no intervengo.'],
                ['Say where you are and what you see.', 'Di dónde estás y qué ves.'],
              ),
              createAnswer(
                ['I confront the person who’s doing it.', 'Me enfrento a quien lo hace.'],
                [
                  'That could hurt you and the person you want to help.',
                  'Eso podría hacerte daño a ti y a la persona que quieres ayudar.',
                ],
              ),
              createAnswer(
                ['I post it online.', 'Lo publico en internet.'],
                ['The person causing the harm can read it too.', 'La persona que hace daño también puede leerlo.'],
              ),
            ],
          },
          {
            question: {
              en: 'A friend tells you what’s going on. Who decides what happens next?',
              es: 'Una amiga te cuenta lo que le pasa. ¿Quién decide qué hacer?',
            },
            right: 1,
            answers: [
              createAnswer(
                ['I do. I know what’s best.', 'Yo. Sé qué es lo mejor.'],
                [
                  'Leaving can be the most dangerous time. The plan has to be theirs.',
                  'Irse puede ser el momento de más peligro. El plan tiene que ser suyo.',
                ],
              ),
              createAnswer(
                ['They do. I ask what they want.', 'Ella. Le pregunto qué quiere.'],
                ['They know best what’s safe.', 'Ella sabe mejor que nadie qué es seguro.'],
              ),
            ],
          },
          {
            question: {
              en: 'A child may be at risk. What is different?',
              es: 'Puede haber un menor en riesgo. ¿Qué cambia?',
            },
            right: 1,
            answers: [
              createAnswer(
                ['Nothing. I wait until the child asks for help.', 'Nada. Espero a que pida ayuda.'],
                [
                  'A child can’t carry this choice alone. Don’t wait.',
                  'Un menor no puede cargar solo con esa decisión. No esperes.',
                ],
              ),
              createAnswer(
                ['I ask the help line right away.', 'Pregunto enseguida a la línea de ayuda.'],
                ['They know what has to happen and who has to do it.', 'Saben qué hay que hacer y quién debe hacerlo.'],
              ),
            ],
          },
        ],
      },
    ],
  },
];
