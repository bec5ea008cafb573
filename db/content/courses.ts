interface InBoth {
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
    questions: Array<{ question: InBoth; answers: Array<{ text: InBoth; why: InBoth }>; right: number }>;
  }>;
}

const answer = (text: [en: string, es: string], why: [en: string, es: string]) => ({
  text: { en: text[0], es: text[1] },
  why: { en: why[0], es: why[1] },
});

export const courses: readonly ShippedCourse[] = [
  {
    slug: 'notice-and-help',
    audience: 'everyone',
    minutes: 25,
    edition: 1,
    en: {
      title: 'The signs, and what to do',
      summary: 'Three short lessons: what exploitation is, what people notice, and what helps when you are worried.',
    },
    es: {
      title: 'Las señales y qué hacer',
      summary: 'Tres lecciones cortas: qué es la explotación, qué se nota y qué ayuda cuando algo te preocupa.',
    },
    lessons: [
      {
        article: 'what-it-is',
        questions: [
          {
            question: {
              en: 'Does a person have to be taken to another place?',
              es: '¿Hace falta llevar a la persona a otro lugar?',
            },
            right: 1,
            answers: [
              answer(
                ['Yes. Without a border it is something else.', 'Sí. Sin una frontera es otra cosa.'],
                [
                  'Many people think so. But it can happen in the town, or the house, where a person grew up.',
                  'Mucha gente lo piensa. Pero puede pasar en el pueblo, o en la casa, donde la persona creció.',
                ],
              ),
              answer(
                ['No. It can happen at home.', 'No. Puede pasar en casa.'],
                [
                  'Nobody has to be moved. What counts is the force, the lies or the pressure.',
                  'No hace falta mover a nadie. Lo que cuenta es la fuerza, el engaño o la presión.',
                ],
              ),
              answer(
                ['Only to another state.', 'Solo a otro estado.'],
                ['No trip is needed at all, not even a short one.', 'No hace falta ningún viaje, ni siquiera corto.'],
              ),
            ],
          },
          {
            question: { en: 'Who does this to other people?', es: '¿Quién les hace esto a otras personas?' },
            right: 2,
            answers: [
              answer(
                ['Mostly strangers in the street.', 'Sobre todo desconocidos en la calle.'],
                [
                  'It can be a stranger. Often it is somebody the person knows and trusts.',
                  'Puede ser un desconocido. Muchas veces es alguien a quien la persona conoce y en quien confía.',
                ],
              ),
              answer(
                ['Always a group from abroad.', 'Siempre un grupo de otro país.'],
                [
                  'Where somebody comes from is not a sign of anything.',
                  'El lugar de donde viene alguien no es señal de nada.',
                ],
              ),
              answer(
                ['There is no one kind of person.', 'No hay un solo tipo de persona.'],
                [
                  'It can be a partner, a friend, a parent, a boss, or someone who finds workers for others.',
                  'Puede ser la pareja, una amistad, un familiar, un jefe o alguien que consigue trabajadores.',
                ],
              ),
            ],
          },
          {
            question: {
              en: 'A person is 16 and it is about sex. What does the law ask for?',
              es: 'La persona tiene 16 años y se trata de sexo. ¿Qué pide la ley?',
            },
            right: 0,
            answers: [
              answer(
                ['No force has to be proven.', 'No hace falta probar que hubo fuerza.'],
                [
                  'Under 18 no force, lie or threat has to be proven.',
                  'Con menos de 18 años no hace falta probar fuerza, engaño ni amenaza.',
                ],
              ),
              answer(
                ['Somebody must show that there was force.', 'Alguien debe mostrar que hubo fuerza.'],
                [
                  'That holds for grown-ups. For somebody under 18 the law does not ask for it.',
                  'Eso vale para personas adultas. Con menos de 18 años la ley no lo pide.',
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
            question: { en: 'You notice one sign. What does it prove?', es: 'Notas una señal. ¿Qué demuestra?' },
            right: 1,
            answers: [
              answer(
                ['That there is harm.', 'Que hay un daño.'],
                [
                  'It may have another cause: being poor, new in a country, or shy.',
                  'Puede tener otra causa: ser pobre, llevar poco en el país o ser tímido.',
                ],
              ),
              answer(
                [
                  'Nothing yet. Several together are a reason to ask.',
                  'Nada todavía. Varias juntas son motivo para preguntar.',
                ],
                ['Ask somebody who knows, such as the help line.', 'Pregunta a quien sabe, como la línea de ayuda.'],
              ),
            ],
          },
          {
            question: {
              en: 'Which of these is something to notice?',
              es: '¿Cuál de estas cosas conviene notar?',
            },
            right: 2,
            answers: [
              answer(
                ['Her accent.', 'Su acento.'],
                [
                  'How somebody speaks says where they learned to talk, and no more.',
                  'La manera de hablar dice dónde se aprendió a hablar, y nada más.',
                ],
              ),
              answer(['His clothes.', 'Su ropa.'], ['Clothes are not a sign.', 'La ropa no es una señal.']),
              answer(
                ['Someone else keeps her papers and her pay.', 'Otra persona guarda sus papeles y su paga.'],
                [
                  'Whoever keeps the papers, the phone or the money holds the person.',
                  'Quien guarda los papeles, el teléfono o el dinero retiene a la persona.',
                ],
              ),
            ],
          },
          {
            question: {
              en: 'Should you film what you see, so that there is proof?',
              es: '¿Deberías grabar lo que ves, para que haya pruebas?',
            },
            right: 0,
            answers: [
              answer(
                ['No.', 'No.'],
                [
                  'To follow, question or film somebody can put them at risk.',
                  'Seguir, interrogar o grabar a alguien puede ponerle en peligro.',
                ],
              ),
              answer(
                ['Yes, from far away.', 'Sí, desde lejos.'],
                [
                  'Also from far away it can be seen, and the person may pay for it.',
                  'También desde lejos se puede notar, y la persona puede pagarlo.',
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
              en: 'Someone is in danger at this moment. What do you do?',
              es: 'Alguien corre peligro en este momento. ¿Qué haces?',
            },
            right: 0,
            answers: [
              answer(
                ['I call 911, and do not step in between.', 'Llamo al 911 y no me meto en medio.'],
                ['Say where you are and what you see.', 'Di dónde estás y qué ves.'],
              ),
              answer(
                ['I face the person who does it.', 'Me enfrento a quien lo hace.'],
                [
                  'That can hurt you, and the person you want to help.',
                  'Eso puede hacerte daño a ti y a quien quieres ayudar.',
                ],
              ),
              answer(
                ['I post it online.', 'Lo publico en internet.'],
                ['Whoever does harm can read it too.', 'Quien hace daño también puede leerlo.'],
              ),
            ],
          },
          {
            question: {
              en: 'A friend tells you about it. Who decides what comes next?',
              es: 'Una amistad te lo cuenta. ¿Quién decide qué sigue?',
            },
            right: 1,
            answers: [
              answer(
                ['I do. I know what is best.', 'Yo. Sé qué es lo mejor.'],
                [
                  'To leave can be the most dangerous time. The plan must be theirs.',
                  'Irse puede ser el momento de más peligro. El plan tiene que ser suyo.',
                ],
              ),
              answer(
                ['They do. I ask what they want.', 'Esa persona. Le pregunto qué quiere.'],
                ['They know best what is safe.', 'Sabe mejor que nadie qué es seguro.'],
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
              answer(
                ['Nothing. I wait until the child asks.', 'Nada. Espero a que lo pida.'],
                [
                  'A child cannot carry this choice. Do not wait.',
                  'Un menor no puede cargar con esa decisión. No esperes.',
                ],
              ),
              answer(
                ['I ask the help line at once.', 'Pregunto enseguida a la línea de ayuda.'],
                ['They know what has to be done, and by whom.', 'Saben qué hay que hacer y quién debe hacerlo.'],
              ),
            ],
          },
        ],
      },
    ],
  },
];
