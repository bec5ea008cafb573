import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const caregivers = [
  article({
    slug: 'close-online',
    audience: 'caregivers',
    sources: [sources.ncmec, sources.cdc, sources.techsafety],
    en: {
      title: 'When someone online gets close to your child',
      summary: 'How someone builds trust online to use it later, what you may notice, and what to do first.',
      note: 'This page talks about adults who use children. It has no pictures and no cases.',
      body: `## How it often goes

It rarely starts with something bad. Someone plays the same game, likes the same songs, has time when no one else does. They listen. They send a small gift. Little by little the chat moves to a private app. Then come secrets, and then a request: a photo, a meeting, a favor. When the child says no, the kindness turns into a threat.

The person may be older or the same age. They may be someone your child knows from school or from home.

## What you may notice

- A new friend you hear little or nothing about.
- The screen goes dark when you walk in.
- Gifts, money or a second phone.
- Less sleep, less joy, fear when a message comes in.

Each of these can have other causes. Ask, and don’t accuse.

## What to do first

1. **Stay calm, and thank them for telling you.** Kids who expect to get yelled at, or to lose their phone, won’t tell you next time.
2. **Tell them it’s not their fault.** No matter what they sent, the other person is the one who did something bad.
3. **Keep the messages.** Don’t delete them, don’t answer, and don’t pay. Save what the person wrote before you block them.
4. **Call for help.** The National Center for Missing & Exploited Children helps families, and can help get pictures taken down. If there’s a plan to meet, or a threat, call 911.

## Before anything happens

Know the games and apps by name. Agree on one rule that always holds: “If anything feels weird, you can tell me, and you won’t be in trouble.”`,
    },
    es: {
      title: 'Cuando alguien se acerca a tu hija o hijo por internet',
      summary:
        'Cómo alguien se gana la confianza por internet para usarla después, qué puedes notar y qué hacer primero.',
      note: 'Esta página habla de adultos que usan a niñas y niños. No tiene imágenes ni casos.',
      body: `## Cómo suele ocurrir

Pocas veces empieza con algo malo. Alguien juega al mismo juego, oye las mismas canciones, tiene tiempo cuando nadie más lo tiene. Escucha. Manda un regalito. Poco a poco la charla pasa a una aplicación privada. Luego llegan los secretos, y después una petición: una foto, una cita, un favor. Cuando la respuesta es no, la amabilidad se vuelve amenaza.

La persona puede ser mayor o de la misma edad. Puede ser alguien que tu hija o hijo conoce de la escuela o de la casa.

## Lo que puedes notar

- Una amistad nueva de la que cuenta poco o nada.
- La pantalla se apaga cuando entras.
- Regalos, dinero o un segundo teléfono.
- Duerme menos, se le ve menos alegre, se asusta cuando llega un mensaje.

Todo esto puede tener otras causas. Pregunta, no acuses.

## Qué hacer primero

1. **Mantén la calma y agradécele que te lo cuente.** Quien teme un regaño, o quedarse sin teléfono, no te lo va a contar la próxima vez.
2. **Dile que no es su culpa.** No importa lo que haya mandado: quien hizo algo malo es la otra persona.
3. **Guarda los mensajes.** No los borres, no respondas y no pagues. Guarda lo que escribió la persona antes de bloquearla.
4. **Pide ayuda.** El Centro Nacional para Menores Desaparecidos y Explotados ayuda a las familias y puede ayudar a que se retiren imágenes. Si hay una cita o una amenaza, llama al 911.

## Antes de que pase algo

Conoce los juegos y las aplicaciones por su nombre. Acuerden una regla que siempre valga: «Si algo te parece raro, puedes contármelo y no te vas a meter en problemas».`,
    },
  }),
  article({
    slug: 'talking-together',
    audience: 'caregivers',
    sources: [sources.cdc, sources.ncmec],
    en: {
      title: 'Talking with your child, before and after',
      summary:
        'Many short talks work better than one big one. What to say at each age, and after something has happened.',
      note: 'Ideas for talks at home. Nothing here is graphic.',
      body: `## Little and often

One big talk is hard for both of you. Ten small ones work better: in the car, over the dishes, after a movie. You don’t have to know everything. “I don’t know. Let’s find out” is a good answer.

## By age

**Under ten.** Their body belongs to them. There are good surprises, which end, and bad secrets, which they should always share at home. Name three adults they can tell.

**Ten to thirteen.** People online may not be who they say they are. No one they can trust asks for a photo they wouldn’t show you. A gift from someone they haven’t met comes with a price.

**Fourteen and up.** Talk about love and about work. What does it feel like when someone respects a no? Which job ad would you trust, and why? Who wins when someone rushes you?

## When they tell you something

- Listen to the end. Ask open questions: “What happened then?”
- Say: “I believe you. Thank you for telling me. This isn’t your fault.”
- Don’t ask for every detail, and don’t make them tell it over and over.
- Ask what would help right now. Eat, rest, be quiet together.
- Then get advice from people who know, before you do anything about the other person.

## When you get it wrong

Maybe you yelled, or took the phone away. You can say so: “I was scared. I’m sorry. I want to hear it.” That helps more than being perfect.`,
    },
    es: {
      title: 'Hablar con tu hija o hijo, antes y después',
      summary: 'Muchas charlas cortas sirven más que una grande. Qué decir a cada edad, y cuando ya pasó algo.',
      note: 'Ideas para hablar en casa. Aquí no hay nada explícito.',
      body: `## Poco y a menudo

Una gran charla es difícil para los dos. Diez pequeñas funcionan mejor: en el carro, lavando los platos, después de una película. No tienes que saberlo todo. «No lo sé, vamos a averiguarlo» es una buena respuesta.

## Según la edad

**Menos de diez.** Su cuerpo es suyo. Hay sorpresas buenas, que se acaban, y secretos malos, que siempre se cuentan en casa. Nombren a tres adultos a quienes contarles.

**De diez a trece.** En internet la gente puede no ser quien dice. Nadie que merezca confianza pide una foto que no te mostraría a ti. El regalo de alguien que no conoce tiene un precio.

**De catorce en adelante.** Hablen de amor y de trabajo. ¿Qué se siente cuando alguien respeta un no? ¿En qué anuncio de trabajo confiarías, y por qué? ¿Quién gana cuando te apuran?

## Cuando te cuenta algo

- Escucha hasta el final. Haz preguntas abiertas: «¿Y luego qué pasó?»
- Dile: «Te creo. Gracias por contármelo. No es tu culpa».
- No pidas todos los detalles ni que lo cuente una y otra vez.
- Pregunta qué le ayudaría ahora mismo. Comer, descansar, estar juntos en silencio.
- Después pide consejo a quienes saben, antes de hacer nada sobre la otra persona.

## Si te equivocaste

Quizá gritaste o le quitaste el teléfono. Puedes decirlo: «Me asusté. Perdón. Quiero escucharte». Eso ayuda más que ser perfecto.`,
    },
  }),
];
