import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const youth = [
  article({
    slug: 'too-good',
    audience: 'youth',
    sources: [sources.eeoc, sources.hotline],
    en: {
      title: 'Offers that sound too good',
      summary: 'Modeling, dancing, “easy money,” a job abroad: five questions to ask before you say yes.',
      note: 'For teens. It’s about fake job offers, without stories.',
      body: `## Five questions

1. **Who are they?** A real company has a name, an address and a phone number that someone answers. Look it up yourself. Don’t use the link they sent.
2. **What’s the job, and what does it pay?** If they can’t tell you both in one sentence, it isn’t an offer yet.
3. **Who pays who?** You don’t pay to get a job: not for photos, training, papers or a ride.
4. **Can you sleep on it?** “Today or never” is a way to keep you from thinking.
5. **Can you tell someone?** If it has to be a secret, it isn’t a job.

## Red flags

- They found you, in a private message.
- They pay far more than anyone else, for work that takes no skill.
- They want your ID, or photos of your body, before there’s a contract.
- The ride, the room and the job all come from the same person.
- They ask if you have family nearby.

## If you want to check it out

Bring someone with you. Meet in a public place. Tell a person you trust where you’re going and when you’ll be back. Hold on to your papers, your phone and enough money to get home.

## If you’re already in it

It’s not too late, and it’s not your fault. You can text or call the help lines below. You can ask what would happen, and then decide. You don’t have to give your name.`,
    },
    es: {
      title: 'Ofertas demasiado buenas',
      summary: 'Modelaje, baile, «dinero fácil», trabajo en otro país: cinco preguntas antes de decir que sí.',
      note: 'Para adolescentes. Habla de ofertas de trabajo falsas, sin contar historias.',
      body: `## Cinco preguntas

1. **¿Quiénes son?** Una empresa real tiene nombre, dirección y un teléfono que alguien contesta. Búscala por tu cuenta. No uses el enlace que te mandaron.
2. **¿Cuál es el trabajo y cuánto paga?** Si no te dicen las dos cosas en una frase, todavía no es una oferta.
3. **¿Quién le paga a quién?** No se paga por conseguir trabajo: ni por fotos, ni por cursos, ni por papeles, ni por el viaje.
4. **¿Puedes pensarlo hasta mañana?** «Hoy o nunca» es una forma de que no pienses.
5. **¿Puedes contarlo?** Si tiene que ser secreto, no es un trabajo.

## Señales de alerta

- Te buscaron por mensaje privado.
- Pagan mucho más que los demás por algo que no pide experiencia.
- Quieren tu identificación, o fotos de tu cuerpo, antes de que haya contrato.
- El viaje, el cuarto y el trabajo vienen de la misma persona.
- Preguntan si tienes familia cerca.

## Si quieres ir a ver

Lleva a alguien contigo. Queden en un lugar público. Dile a una persona de confianza adónde vas y cuándo vuelves. No sueltes tus papeles, tu teléfono ni el dinero para regresar.

## Si ya estás en eso

No es tarde, y no es tu culpa. Puedes escribir o llamar a las líneas de ayuda de abajo. Puedes preguntar qué pasaría y luego decidir. No tienes que dar tu nombre.`,
    },
  }),
  article({
    slug: 'held-over-you',
    audience: 'youth',
    sources: [sources.ncmec, sources.techsafety],
    en: {
      title: 'When someone holds something over you',
      summary: 'A photo, a debt, a secret. What to do in the first hour, and why paying won’t end it.',
      note: 'For teens. It’s about threats over photos or debts. There are no pictures.',
      body: `## First of all

You’re not the only one, and it’s not your fault. The person making the threats is the one doing something bad. This can be stopped, and there are people who’ll help you without yelling at you.

## The first hour

1. **Don’t pay, and don’t send more.** It won’t stop there. It only shows them that the threat works.
2. **Don’t delete anything.** Take screenshots of the name, the account and what they wrote.
3. **Stop answering.** Then block them.
4. **Tell one person.** A parent, an aunt, a coach, a teacher, a friend’s mom. If there’s no one, call a help line. That’s what they’re there for.

## Photos can be taken down

The National Center for Missing & Exploited Children can help get sexual pictures of people under 18 taken down, even if you took the picture and sent it yourself. You can ask even if you’re over 18 now, as long as you were younger in the picture.

## Debts that never end

Some people say you owe them for a ride, a phone or a room, and that you have to work it off. A debt like that isn’t real. No one can make you work or have sex to pay it.

## If you’re thinking about hurting yourself

Fear can make it feel like there’s no way out. There is one. Call or text 988 at any hour, or 911 if you’re in danger right now.`,
    },
    es: {
      title: 'Cuando alguien te amenaza con algo tuyo',
      summary: 'Una foto, una deuda, un secreto. Qué hacer en la primera hora y por qué pagar no lo termina.',
      note: 'Para adolescentes. Trata de amenazas con fotos o deudas. No hay imágenes.',
      body: `## Antes que nada

No eres la única persona a la que le pasa, y no es tu culpa. Quien hace algo malo es quien amenaza. Esto se puede parar, y hay gente que te va a ayudar sin gritarte.

## La primera hora

1. **No pagues y no mandes más.** Con eso no se acaba. Solo les muestra que la amenaza funciona.
2. **No borres nada.** Haz capturas del nombre, de la cuenta y de lo que escribieron.
3. **Deja de responder.** Después bloquea.
4. **Cuéntaselo a una persona.** Tu mamá o tu papá, una tía, tu entrenador, una maestra, la mamá de una amiga. Si no hay nadie, llama a una línea de ayuda. Para eso están.

## Las fotos se pueden retirar

El Centro Nacional para Menores Desaparecidos y Explotados ayuda a retirar imágenes sexuales de menores de 18 años, aunque tú hayas tomado y mandado la foto. Puedes pedirlo aunque ya tengas más de 18 años, si en la imagen tenías menos.

## Deudas que nunca se acaban

Hay quien dice que le debes un viaje, un teléfono o un cuarto, y que tienes que pagarlo trabajando. Una deuda así no es de verdad. Nadie puede obligarte a trabajar ni a tener sexo para pagarla.

## Si piensas en hacerte daño

El miedo puede hacer que parezca que no hay salida. Sí la hay. Llama o manda un mensaje al 988 a cualquier hora, o al 911 si estás en peligro ahora.`,
    },
  }),
  article({
    slug: 'asking-for-help',
    audience: 'youth',
    sources: [sources.hotline, sources.ncmec],
    en: {
      title: 'Asking for help, and staying in charge',
      summary: 'What happens when you call or text, what they’ll ask, and what you don’t have to say.',
      note: 'For teens. What to expect when you reach out.',
      body: `## Before you write or call

Use a phone or computer that no one checks: at school, at a library, a friend’s. Calls and browser history stay on the device, so think about who might look. This site has a button that takes you away right away. It doesn’t clear the history.

## What happens then

Someone says hi and asks if you can talk right now. If you can’t, you can hang up or stop writing. They won’t call back unless you say it’s safe.

They may ask what’s going on and what you need: a place to sleep, food, a doctor, someone to talk to, a way home. You can answer some questions and skip others. “I don’t want to say” is fine.

## What you can keep to yourself

Your name. Where you are. Who did it. You can ask first: “If I tell you my age, who do you have to tell?” In many places, people who work with kids have to report it when someone under 18 is being hurt. A good helper tells you that before you talk, not after.

## If the first one doesn’t help

It happens. Maybe they were busy, or they didn’t get it. Try again later, or try someone else. You’re worth a second call.

## You set the pace

You can ask today and leave next month. Maybe you just want to know what’s out there. Either way is fine.`,
    },
    es: {
      title: 'Pedir ayuda sin perder el control',
      summary: 'Qué pasa cuando llamas o escribes, qué te preguntan y qué no tienes que decir.',
      note: 'Para adolescentes. Qué esperar cuando pides ayuda.',
      body: `## Antes de escribir o llamar

Usa un teléfono o una computadora que nadie revise: en la escuela, en una biblioteca, de una amistad. Las llamadas y el historial quedan en el aparato, así que piensa en quién podría mirar. Este sitio tiene un botón que te saca al momento. No borra el historial.

## Qué pasa entonces

Alguien saluda y te pregunta si puedes hablar ahora. Si no puedes, cuelga o deja de escribir. No te van a llamar, a menos que digas que es seguro.

Pueden preguntarte qué pasa y qué necesitas: un lugar donde dormir, comida, un médico, alguien con quien hablar, cómo volver a casa. Puedes responder unas cosas y otras no. Está bien decir «eso no lo quiero contar».

## Lo que puedes guardarte

Tu nombre. Dónde estás. Quién fue. Puedes preguntar primero: «Si te digo mi edad, ¿a quién tienes que decírselo?» En muchos lugares, quienes trabajan con menores deben avisar cuando alguien le hace daño a una persona menor de 18 años. Quien ayuda bien te lo dice antes de que hables, no después.

## Si la primera vez no ayuda

Pasa. Quizá tenían mucho trabajo o no entendieron. Inténtalo más tarde o con otra persona. Mereces una segunda llamada.

## Tú marcas el ritmo

Puedes preguntar hoy e irte el mes que viene. Quizá solo quieras saber qué opciones hay. Las dos cosas están bien.`,
    },
  }),
];
