import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const everyoneArticles = [
  article({
    slug: 'what-it-is',
    audience: 'everyone',
    sources: [sources.state, sources.unodc, sources.penalCode],
    en: {
      title: 'What exploitation is, and what it isn’t',
      summary:
        'It’s when someone uses force, lies or pressure to make a person work or sell sex. It can happen without locks or borders.',
      note: 'This page talks about forced work and forced sex in plain words, without stories.',
      body: `## In short

Someone uses force, lies or pressure to make another person work or sell sex, and keeps what they earn. The law calls this human trafficking. If sex is involved and the person is under 18, no one has to prove force. In California it’s a crime under Penal Code section 236.1. Since voters passed a new law in 2012, the fine can be up to $500,000.

## What many people get wrong

- **No one has to be moved.** It can happen in the town, or the house, where a person grew up.
- **No one has to be locked in.** A debt, a threat, a photo or a child can trap a person as well as a locked door can.
- **Saying yes once isn’t saying yes forever.** And no one can consent to a lie.
- **It isn’t only about sex.** It happens in homes, on farms, in kitchens, on construction sites and in care work.

## Who does it

There’s no typical trafficker. It can be a stranger, but it’s often a partner, a friend, a parent, a boss or a job recruiter. About two thirds of the people convicted worldwide were men, according to a 2020 United Nations report. The report counts only cases that went to court, so no one knows the real numbers.

## Who it happens to

It can happen to people of any age, gender or country. What they have in common is that someone saw what they needed and used it: money, papers, a place to sleep, love. That’s never the fault of the person who needed it.

## If this sounds like your life

You can talk to someone today, and you decide what happens next. The help lines are at the bottom of this page.`,
    },
    es: {
      title: 'Qué es la explotación y qué no es',
      summary:
        'Alguien usa la fuerza, el engaño o la presión para que una persona trabaje o venda sexo. Puede pasar sin candados ni fronteras.',
      note: 'Esta página habla de trabajo y sexo forzados con palabras sencillas, sin contar historias.',
      body: `## En pocas palabras

Alguien usa la fuerza, mentiras o presión para que otra persona trabaje o venda sexo, y se queda con lo que gana. La ley lo llama trata de personas. Si hay sexo de por medio y la persona es menor de 18 años, nadie tiene que probar que hubo fuerza. En California es un delito según el artículo 236.1 del Código Penal. Desde una votación popular de 2012, la multa puede llegar a 500,000 dólares.

## Lo que mucha gente entiende mal

- **No hace falta llevar a nadie a otro lugar.** Puede pasar en el pueblo, o en la casa, donde creció la persona.
- **No hace falta encerrar a nadie.** Una deuda, una amenaza, una foto o un hijo pueden atrapar a alguien tanto como una puerta con llave.
- **Decir que sí una vez no es decir que sí para siempre.** Y nadie puede aceptar algo basado en una mentira.
- **No se trata solo de sexo.** Pasa en casas, en el campo, en cocinas, en obras y en el cuidado de personas.

## Quién lo hace

No hay un tratante típico. Puede ser un desconocido, pero muchas veces es la pareja, una amistad, un familiar, un jefe o alguien que recluta trabajadores. Unos dos tercios de las personas condenadas en el mundo eran hombres, según un informe de las Naciones Unidas de 2020. El informe solo cuenta los casos que llegaron a un tribunal, así que nadie conoce las cifras reales.

## A quién le pasa

Le puede pasar a personas de cualquier edad, género o país. Lo que tienen en común es que alguien vio lo que necesitaban y lo aprovechó: dinero, papeles, un lugar donde dormir, cariño. Eso nunca es culpa de quien lo necesitaba.

## Si esto se parece a tu vida

Puedes hablar con alguien hoy mismo, y tú decides qué pasa después. Las líneas de ayuda están al final de esta página.`,
    },
  }),
  article({
    slug: 'signs',
    audience: 'everyone',
    sources: [sources.state, sources.hotline],
    en: {
      title: 'What people notice',
      summary: 'No single sign proves anything. If you see several together, ask for advice.',
      note: 'A list of signs in plain words. One sign alone proves nothing.',
      body: `## At work or at home

- Someone else keeps their papers, their phone or their money.
- They owe a debt that keeps growing no matter how much they pay.
- They live where they work, or a boss drives them there and back.
- They work very long hours, or the job isn’t the one they were promised.
- They aren’t free to quit, go out or see a doctor alone.

## When you talk

- Someone speaks for them, or stands close by and listens.
- Their answers sound rehearsed.
- They don’t know what town they’re in, or what their address is.
- They seem afraid of the police, of being deported or of someone at home.

## With young people

- New things, a new phone or a new older friend, and they won’t say where it came from.
- Days away from home or school.
- Messages at all hours that they hide or fear.

## What a sign isn’t

A sign isn’t proof. Many of these have other causes, such as being poor, new to the country or shy. Skin color, accent and clothes aren’t signs. Please don’t follow, question or film anyone. It can put them at risk.

## What helps

Write down what you saw, where and when. Then ask for advice. The people at the help line hear about things like this every day and know what to do next. You don’t have to be sure, and you don’t have to give your name.`,
    },
    es: {
      title: 'Lo que la gente nota',
      summary: 'Ninguna señal por sí sola prueba nada. Si ves varias juntas, pide consejo.',
      note: 'Una lista de señales, con palabras sencillas. Una sola no prueba nada.',
      body: `## En el trabajo o en casa

- Otra persona guarda sus papeles, su teléfono o su dinero.
- Tiene una deuda que crece por más que pague.
- Vive donde trabaja, o un jefe la lleva y la trae.
- Trabaja jornadas muy largas, o el trabajo no es el que le prometieron.
- No puede renunciar, salir ni ir al médico sin compañía.

## Al hablar

- Alguien habla por ella, o se queda cerca y escucha.
- Sus respuestas suenan aprendidas de memoria.
- No sabe en qué ciudad está o cuál es su dirección.
- Parece tener miedo de la policía, de que la deporten o de alguien en casa.

## Con jóvenes

- Cosas nuevas, un teléfono nuevo o una amistad mayor, y no quiere decir de dónde salieron.
- Días fuera de casa o de la escuela.
- Mensajes a toda hora que esconde o que le dan miedo.

## Lo que una señal no es

Una señal no es una prueba. Muchas tienen otras causas, como la pobreza, acabar de llegar al país o la timidez. El color de la piel, el acento y la ropa no son señales. Por favor, no sigas, interrogues ni grabes a nadie. Puedes ponerlo en peligro.

## Lo que ayuda

Anota qué viste, dónde y cuándo. Después pide consejo. Quienes atienden la línea de ayuda escuchan cosas así todos los días y saben qué hacer. No necesitas estar seguro ni dar tu nombre.`,
    },
  }),
  article({
    slug: 'worried-about-somebody',
    audience: 'everyone',
    sources: [sources.hotline, sources.state, sources.techsafety],
    en: {
      title: 'If you’re worried about someone',
      summary: 'Listen, believe them, ask what they want, and leave the next step to people who do this every day.',
      note: 'For friends, neighbors and co-workers. It doesn’t describe any cases.',
      body: `## If someone is in danger now

Call 911. Say where you are and what you see. Don’t step in yourself.

## If it isn’t that urgent

1. **Ask for advice first.** The National Human Trafficking Hotline answers day and night, in more than 200 languages with the help of interpreters. You can call about someone else.
2. **Find a safe moment to talk.** Talk to them alone, away from the person you’re worried about. Don’t text a phone that someone else might read.
3. **Say what you’ve noticed, and that you care.** “I’ve noticed that someone else always gets your pay. I’m worried about you. Is there anything I can do?”
4. **Believe them, and stay calm.** You don’t need the details.
5. **Ask what they want.** They know best what’s safe. Leaving can be the most dangerous time, so the plan has to be theirs.
6. **Keep it to yourself.** Don’t tell anyone who might pass it on, and don’t post anything.

## What not to do

- Don’t make promises you can’t keep.
- Don’t confront the person who controls them.
- Don’t try to get anyone out on your own.
- Don’t push them to go to the police. That’s their choice. It’s different when a child is at risk: ask the help line right away.

## Take care of yourself too

This can weigh on you. The help line is there for you too.`,
    },
    es: {
      title: 'Si te preocupa otra persona',
      summary: 'Escucha, créele, pregúntale qué quiere y deja el siguiente paso a quienes hacen esto todos los días.',
      note: 'Para amistades, vecinos y compañeros de trabajo. No cuenta casos.',
      body: `## Si alguien está en peligro ahora

Llama al 911. Di dónde estás y qué ves. No intervengas.

## Si no es tan urgente

1. **Primero pide consejo.** La Línea Nacional contra la Trata de Personas atiende de día y de noche, en más de 200 idiomas con intérpretes. Puedes llamar por otra persona.
2. **Busca un momento seguro para hablar.** A solas, lejos de quien te da mala espina. No escribas a un teléfono que otros puedan leer.
3. **Di lo que notaste y que te importa.** «He notado que tu pago siempre lo recibe otra persona. Me preocupas. ¿Hay algo que pueda hacer?»
4. **Créele y mantén la calma.** No necesitas detalles.
5. **Pregúntale qué quiere.** Sabe mejor que nadie qué es seguro. Irse puede ser el momento de más peligro, por eso el plan tiene que ser suyo.
6. **No lo cuentes.** No se lo digas a nadie que pueda repetirlo y no publiques nada.

## Lo que no debes hacer

- No prometas lo que no puedes cumplir.
- No te enfrentes a quien la controla.
- No intentes sacar a nadie por tu cuenta.
- No la presiones para que vaya a la policía. Esa decisión es suya. Si hay un menor en riesgo es distinto: pregunta enseguida a la línea de ayuda.

## Cuídate tú también

Esto puede pesarte. La línea de ayuda también está para ti.`,
    },
  }),
];
