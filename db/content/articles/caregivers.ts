import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const caregivers = [
  article({
    slug: 'close-online',
    audience: 'caregivers',
    sources: [sources.ncmec, sources.cdc, sources.techsafety],
    en: {
      title: 'When someone online gets close to your child',
      summary: 'How trust is built online to be used later, what you may notice, and what to do first.',
      note: 'This page speaks about adults who use children. It holds no pictures and no cases.',
      body: `## How it often goes

It seldom begins with something bad. Someone plays the same game, likes the same songs, has time when others have none. They listen. They send a small gift. Step by step the talk moves to an app that is private. Then come secrets, and then a wish: a photo, a meeting, a favor. When the child says no, the kindness turns into a threat.

The person may be older or the same age. They may be someone your child knows from school or from home.

## What you may notice

- A new friend you hear little about, or nothing.
- The screen goes dark when you come in.
- Gifts, money or a second phone.
- Less sleep, less joy, fear when a message comes.

Each of these can have other causes. Ask, and do not accuse.

## What to do first

1. **Stay calm, and thank them for telling you.** Children who fear a scolding, or the loss of their phone, say nothing next time.
2. **Say that it is not their fault.** Whatever they sent, the adult is the one who did wrong.
3. **Keep the messages.** Do not delete them, do not answer, and do not pay. Block the person only when you have kept what they wrote.
4. **Call for help.** The National Center for Missing & Exploited Children helps families, and can help to have pictures taken down. If there is a plan to meet, or a threat, call 911.

## For the days before

Know the games and apps by name. Agree on one rule that always holds: “If anything feels odd, you can tell me, and you will not be in trouble.”`,
    },
    es: {
      title: 'Cuando alguien se acerca a tu hija o hijo por internet',
      summary: 'Cómo se gana la confianza por internet para usarla después, qué puedes notar y qué hacer primero.',
      note: 'Esta página habla de adultos que usan a niñas y niños. No tiene imágenes ni casos.',
      body: `## Cómo suele ocurrir

Pocas veces empieza con algo malo. Alguien juega al mismo juego, oye las mismas canciones, tiene tiempo cuando otros no lo tienen. Escucha. Manda un regalito. Poco a poco la charla pasa a una aplicación privada. Luego llegan los secretos, y después una petición: una foto, una cita, un favor. Cuando la respuesta es no, la amabilidad se vuelve amenaza.

La persona puede ser mayor o de la misma edad. Puede ser alguien que conoce de la escuela o de casa.

## Lo que puedes notar

- Una amistad nueva de la que cuenta poco o nada.
- La pantalla se apaga cuando entras.
- Regalos, dinero o un segundo teléfono.
- Duerme menos, se alegra menos, le da miedo cuando llega un mensaje.

Todo esto puede tener otras causas. Pregunta, no acuses.

## Qué hacer primero

1. **Mantén la calma y agradécele que te lo cuente.** Quien teme un regaño, o quedarse sin teléfono, la próxima vez calla.
2. **Dile que no es su culpa.** Haya mandado lo que haya mandado, quien hizo mal es la persona adulta.
3. **Guarda los mensajes.** No los borres, no respondas y no pagues. Bloquea a la persona solo después de guardar lo que escribió.
4. **Pide ayuda.** El Centro Nacional para Menores Desaparecidos y Explotados ayuda a las familias y puede ayudar a que se retiren imágenes. Si hay una cita o una amenaza, llama al 911.

## Para los días de antes

Conoce los juegos y las aplicaciones por su nombre. Acuerden una regla que siempre valga: «Si algo te parece raro, puedes contármelo y no te vas a meter en problemas».`,
    },
  }),
  article({
    slug: 'talking-together',
    audience: 'caregivers',
    sources: [sources.cdc, sources.ncmec],
    en: {
      title: 'Talking with your child, before and after',
      summary: 'Short talks, often, beat one big talk. What to say at each age, and after something happened.',
      note: 'Ideas for talks at home. Nothing here is graphic.',
      body: `## Little and often

One big talk is hard for both of you. Ten small ones work better: in the car, over the dishes, after a film. You need not know it all. “I do not know, let us find out” is a good answer.

## By age

**Under ten.** Their body belongs to them. There are good surprises, which end, and bad secrets, which should be kept from no one at home. Name three grown-ups they can tell.

**Ten to thirteen.** People online may not be who they say. No one who is fair asks for a photo they would not show you. A gift from someone they have not met has a price.

**Fourteen and up.** Talk about love and about work. What does it feel like when someone respects a no? Which job ad would you trust, and why? Who gains when someone rushes you?

## When they tell you something

- Listen to the end. Ask open questions: “What happened then?”
- Say: “I believe you. Thank you. This is not your fault.”
- Do not ask for each detail, and do not make them tell it over and over.
- Ask what would help right now. Eat, rest, be quiet together.
- Then get advice from people who know, before you do anything about the other person.

## When you made a mistake

Maybe you shouted, or took the phone away. You can say so: “I was afraid. I am sorry. I want to hear it.” That helps more than being perfect.`,
    },
    es: {
      title: 'Hablar con tu hija o hijo, antes y después',
      summary: 'Charlas cortas y seguidas sirven más que una grande. Qué decir a cada edad, y cuando ya pasó algo.',
      note: 'Ideas para hablar en casa. Aquí no hay nada explícito.',
      body: `## Poco y a menudo

Una gran charla es difícil para los dos. Diez pequeñas funcionan mejor: en el carro, lavando los platos, después de una película. No tienes que saberlo todo. «No lo sé, vamos a averiguarlo» es una buena respuesta.

## Según la edad

**Menos de diez.** Su cuerpo es suyo. Hay sorpresas buenas, que se acaban, y secretos malos, que en casa no se guardan. Nombren a tres adultos a quienes contarles.

**De diez a trece.** En internet la gente puede no ser quien dice. Nadie que sea justo pide una foto que no te mostraría. Un regalo de alguien que no conoce tiene un precio.

**De catorce en adelante.** Hablen de amor y de trabajo. ¿Qué se siente cuando alguien respeta un no? ¿En qué anuncio de trabajo confiarías, y por qué? ¿Quién gana cuando te apuran?

## Cuando te cuenta algo

- Escucha hasta el final. Haz preguntas abiertas: «¿Y luego qué pasó?»
- Dile: «Te creo. Gracias. No es tu culpa».
- No pidas todos los detalles ni que lo cuente una y otra vez.
- Pregunta qué le ayudaría ahora mismo. Comer, descansar, estar juntos en silencio.
- Después pide consejo a quienes saben, antes de hacer nada sobre la otra persona.

## Si te equivocaste

Quizá gritaste o le quitaste el teléfono. Puedes decirlo: «Tuve miedo. Perdón. Quiero escucharte». Eso ayuda más que ser perfecto.`,
    },
  }),
];
