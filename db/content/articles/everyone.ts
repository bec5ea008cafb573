import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const everyone = [
  article({
    slug: 'what-it-is',
    audience: 'everyone',
    sources: [sources.state, sources.unodc, sources.penalCode],
    en: {
      title: 'What exploitation is, and what it is not',
      summary:
        'Someone uses force, lies or pressure to make a person work or sell sex. It can happen without a lock or a border.',
      note: 'This page speaks about forced work and forced sex in plain words, without stories.',
      body: `## In short

Someone makes another person work or sell sex by force, by lies or by pressure, and takes what it brings. The law calls this human trafficking. When the person is under 18 and it is about sex, no force has to be proven. In California it is a crime under Penal Code section 236.1. Since a vote of the people in 2012 the fine can be up to $500,000.

## What many people get wrong

- **No one has to be moved.** It can happen in the town, or the house, where a person grew up.
- **No one has to be locked in.** A debt, a threat, a photo or a child can hold a person as well as a door.
- **Saying yes once is not saying yes forever.** And no one can agree to being lied to.
- **It is not only about sex.** It happens in homes, on farms, in kitchens, on building sites and in care work.

## Who does it

There is no one kind of person who does this. It can be a stranger, and it is often a partner, a friend, a parent, a boss or someone who finds workers for others. About two thirds of those found guilty worldwide were men, says a United Nations report of 2020. It counts only cases that came to court, so the real numbers are not known.

## Who it happens to

It can happen to people of any age, gender or country. What they share is that someone saw a need and used it: money, papers, a place to sleep, being loved. That is never the fault of the person who had the need.

## If this sounds like your life

You can talk to someone today, and you decide what happens next. The help lines are at the foot of this page.`,
    },
    es: {
      title: 'Qué es la explotación y qué no es',
      summary:
        'Alguien usa la fuerza, el engaño o la presión para que una persona trabaje o venda sexo. Puede pasar sin candados ni fronteras.',
      note: 'Esta página habla de trabajo y sexo forzados con palabras sencillas, sin contar historias.',
      body: `## En pocas palabras

Alguien obliga a otra persona a trabajar o a vender sexo, por la fuerza, con mentiras o con presión, y se queda con lo que eso deja. La ley lo llama trata de personas. Si la persona es menor de 18 años y se trata de sexo, no hace falta probar que hubo fuerza. En California es un delito según el artículo 236.1 del Código Penal. Desde una votación popular de 2012, la multa puede llegar a 500,000 dólares.

## Lo que mucha gente entiende mal

- **No hace falta llevar a nadie a otro lugar.** Puede pasar en el pueblo, o en la casa, donde una persona creció.
- **No hace falta encerrar a nadie.** Una deuda, una amenaza, una foto o un hijo pueden retener tanto como una puerta.
- **Decir que sí una vez no es decir que sí para siempre.** Y nadie puede aceptar que le mientan.
- **No se trata solo de sexo.** Pasa en casas, en el campo, en cocinas, en obras y en el cuidado de personas.

## Quién lo hace

No hay un solo tipo de persona que haga esto. Puede ser un desconocido, y muchas veces es la pareja, una amistad, un familiar, un jefe o alguien que consigue trabajadores para otros. Unos dos tercios de las personas condenadas en el mundo eran hombres, según un informe de las Naciones Unidas de 2020. Solo cuenta los casos que llegaron a un tribunal, así que no se conocen las cifras reales.

## A quién le pasa

Le puede pasar a personas de cualquier edad, género o país. Lo que tienen en común es que alguien vio una necesidad y la usó: dinero, papeles, un lugar donde dormir, ser querido. Eso nunca es culpa de quien tenía la necesidad.

## Si esto se parece a tu vida

Puedes hablar con alguien hoy mismo, y tú decides qué pasa después. Las líneas de ayuda están al pie de esta página.`,
    },
  }),
  article({
    slug: 'signs',
    audience: 'everyone',
    sources: [sources.state, sources.hotline],
    en: {
      title: 'What people notice',
      summary: 'No single sign proves anything. Several together are a reason to ask for advice.',
      note: 'A list of signs, in plain words. One sign alone proves nothing.',
      body: `## At work or at home

- Someone else keeps their papers, their phone or their money.
- They owe a debt that grows, whatever they pay.
- They live where they work, or are driven to and fro by a boss.
- They work very long hours, or were told of other work than they do.
- They are not free to quit, to go out or to see a doctor alone.

## When you talk

- Someone speaks for them, or stands close and listens.
- Their answers sound learned by heart.
- They do not know what town they are in, or what their address is.
- They seem afraid of the police, of being sent away, or of someone at home.

## With young people

- New things, a new phone or a new older friend, and no word on where they come from.
- Days away from home or school.
- Messages at all hours that they hide or fear.

## What a sign is not

A sign is not proof. Many of these have other causes, such as being poor, new in a country or shy. Skin color, accent and clothes are not signs. Please do not follow, question or film anyone. It can put them at risk.

## What helps

Write down what you saw, where and when. Then ask for advice: the people at the help line hear such things each day and know the next step. You need not be sure, and you need not give your name.`,
    },
    es: {
      title: 'Lo que la gente nota',
      summary: 'Ninguna señal por sí sola prueba nada. Varias juntas son motivo para pedir consejo.',
      note: 'Una lista de señales, con palabras sencillas. Una sola no prueba nada.',
      body: `## En el trabajo o en casa

- Otra persona guarda sus papeles, su teléfono o su dinero.
- Tiene una deuda que crece, pague lo que pague.
- Vive donde trabaja, o un jefe la lleva y la trae.
- Trabaja jornadas muy largas, o le prometieron otro trabajo.
- No es libre de renunciar, de salir o de ir sola al médico.

## Al hablar

- Alguien habla por ella, o se queda cerca y escucha.
- Sus respuestas suenan aprendidas de memoria.
- No sabe en qué ciudad está o cuál es su dirección.
- Parece tener miedo de la policía, de que la deporten o de alguien en casa.

## Con jóvenes

- Cosas nuevas, un teléfono nuevo o una amistad mayor, y ninguna explicación de dónde salieron.
- Días fuera de casa o de la escuela.
- Mensajes a toda hora que esconde o que le dan miedo.

## Lo que una señal no es

Una señal no es una prueba. Muchas tienen otras causas, como la pobreza, acabar de llegar a un país o la timidez. El color de la piel, el acento y la ropa no son señales. Por favor, no sigas, interrogues ni grabes a nadie. Puedes ponerlo en peligro.

## Lo que ayuda

Anota qué viste, dónde y cuándo. Después pide consejo: quienes atienden la línea de ayuda escuchan cosas así todos los días y saben cuál es el siguiente paso. No necesitas estar seguro ni dar tu nombre.`,
    },
  }),
  article({
    slug: 'worried-about-somebody',
    audience: 'everyone',
    sources: [sources.hotline, sources.state, sources.techsafety],
    en: {
      title: 'If you’re worried about someone',
      summary: 'Listen, believe, ask what they want, and let people who do this each day take the next step.',
      note: 'For friends, neighbors and co-workers. It names no cases.',
      body: `## If someone is in danger now

Call 911. Say where you are and what you see. Do not step in between.

## If it is not that urgent

1. **Ask for advice first.** The National Human Trafficking Hotline takes calls day and night, in more than 200 languages with the help of interpreters. You can call about someone else.
2. **Find a safe moment to talk.** Be alone with the person, not near the one you worry about. Do not write to a phone that others may read.
3. **Say what you noticed, and that you care.** “I saw that you never get your own pay. I am worried. Is there something I can do?”
4. **Believe them, and stay calm.** You need no details.
5. **Ask what they want.** They know best what is safe. Leaving can be the most dangerous time, so the plan must be theirs.
6. **Keep it to yourself.** Tell no one who could pass it on, and post nothing.

## What not to do

- Do not promise what you cannot keep.
- Do not face the person who holds them.
- Do not try to free anyone on your own.
- Do not push for a report to the police. That choice belongs to the person. When a child is at risk it is another matter: ask the help line at once.

## Look after yourself too

This can weigh on you. The help line also listens to you.`,
    },
    es: {
      title: 'Si te preocupa otra persona',
      summary: 'Escucha, cree, pregunta qué quiere, y deja el siguiente paso a quienes hacen esto todos los días.',
      note: 'Para amistades, vecinos y compañeros de trabajo. No cuenta casos.',
      body: `## Si alguien corre peligro ahora

Llama al 911. Di dónde estás y qué ves. No te metas en medio.

## Si no es tan urgente

1. **Primero pide consejo.** La Línea Nacional contra la Trata de Personas atiende de día y de noche, en más de 200 idiomas con intérpretes. Puedes llamar por otra persona.
2. **Busca un momento seguro para hablar.** A solas, lejos de quien te preocupa. No escribas a un teléfono que otros puedan leer.
3. **Di lo que notaste y que te importa.** «Vi que nunca te pagan a ti. Me preocupa. ¿Hay algo que pueda hacer?»
4. **Créele y mantén la calma.** No necesitas detalles.
5. **Pregúntale qué quiere.** Sabe mejor que nadie qué es seguro. Irse puede ser el momento de más peligro, por eso el plan tiene que ser suyo.
6. **No lo cuentes.** No se lo digas a nadie que pueda repetirlo y no publiques nada.

## Lo que no debes hacer

- No prometas lo que no puedes cumplir.
- No te enfrentes a quien la controla.
- No intentes liberar a nadie por tu cuenta.
- No presiones para que denuncie. Esa decisión es de la persona. Si hay un menor en riesgo es distinto: pregunta enseguida a la línea de ayuda.

## Cuídate tú también

Esto puede pesarte. La línea de ayuda también te escucha a ti.`,
    },
  }),
];
