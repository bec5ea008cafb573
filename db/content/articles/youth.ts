import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const youth = [
  article({
    slug: 'too-good',
    audience: 'youth',
    sources: [sources.eeoc, sources.hotline],
    en: {
      title: 'Offers that sound too good',
      summary: 'Model, dancer, “easy money”, a job abroad: five questions to ask before you say yes.',
      note: 'For teenagers. It speaks about false job offers, without stories.',
      body: `## Five questions

1. **Who is it?** A real firm has a name, an address and a phone that someone answers. Look it up on your own, not by the link they sent.
2. **What is the work, and what does it pay?** If they cannot tell you both in one sentence, it is not an offer yet.
3. **Who pays whom?** You do not pay for a job: not for photos, training, papers or a ride.
4. **May you sleep on it?** “Today or never” is a way to stop you from thinking.
5. **May you tell someone?** If it has to be a secret, it is not a job.

## Red flags

- They found you, by a private message.
- Pay that is far above what others pay, for work that needs no skill.
- They want your ID, or photos of your body, before there is a contract.
- The ride, the room and the job all come from the same person.
- They ask if you have family near by.

## If you want to go and look

Take someone along. Meet in a public place. Tell a person you trust where you go and when you will be back. Keep your own papers, your own phone and the money for the way home.

## If you are in it already

It is not too late, and you are not to blame. You can text or call the help lines below. You can ask what would happen, and then decide. You do not need to give your name.`,
    },
    es: {
      title: 'Ofertas demasiado buenas',
      summary: 'Modelo, baile, «dinero fácil», trabajo en otro país: cinco preguntas antes de decir que sí.',
      note: 'Para adolescentes. Habla de ofertas de trabajo falsas, sin contar historias.',
      body: `## Cinco preguntas

1. **¿Quién es?** Una empresa real tiene nombre, dirección y un teléfono que alguien contesta. Búscala por tu cuenta, no por el enlace que te mandaron.
2. **¿Cuál es el trabajo y cuánto paga?** Si no te dicen las dos cosas en una frase, todavía no es una oferta.
3. **¿Quién le paga a quién?** No se paga por un trabajo: ni por fotos, ni por cursos, ni por papeles, ni por el viaje.
4. **¿Puedes pensarlo hasta mañana?** «Hoy o nunca» es una forma de que no pienses.
5. **¿Puedes contarlo?** Si tiene que ser secreto, no es un trabajo.

## Señales de alerta

- Te encontraron ellos, por mensaje privado.
- Pagan mucho más que otros por algo que no pide experiencia.
- Quieren tu identificación, o fotos de tu cuerpo, antes de que haya contrato.
- El viaje, el cuarto y el trabajo vienen de la misma persona.
- Preguntan si tienes familia cerca.

## Si quieres ir a ver

Lleva a alguien contigo. Queden en un lugar público. Dile a una persona de confianza adónde vas y cuándo vuelves. Guarda tú tus papeles, tu teléfono y el dinero para regresar.

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
      summary: 'A photo, a debt, a secret. What to do in the first hour, and why paying does not end it.',
      note: 'For teenagers. It is about threats with photos or debts. There are no pictures.',
      body: `## First of all

You are not the only one, and it is not your fault. The one who threatens is the one who does wrong. This can be stopped, and people will help you without shouting at you.

## The first hour

1. **Do not pay, and do not send more.** It does not end there. It shows that the threat works.
2. **Do not delete anything.** Take screenshots of the name, the account and what they wrote.
3. **Stop answering.** Then block them.
4. **Tell one person.** A parent, an aunt, a coach, a teacher, a friend’s mother. If there is no one, call a help line: they are there for this.

## Photos can be taken down

The National Center for Missing & Exploited Children helps to have sexual pictures of people under 18 removed, also when you took the picture and sent it yourself. You can ask for this even if you are over 18 now and were younger on the picture.

## Debts that never end

Some say you owe them for a ride, a phone or a room, and that you have to work it off. A debt like that is not a real one. No one may make you work or have sex to pay it.

## When you think of hurting yourself

Fear can make it seem that there is no way out. There is one. Call or text 988 at any hour, or 911 if you are in danger now.`,
    },
    es: {
      title: 'Cuando alguien te amenaza con algo tuyo',
      summary: 'Una foto, una deuda, un secreto. Qué hacer en la primera hora y por qué pagar no lo termina.',
      note: 'Para adolescentes. Trata de amenazas con fotos o deudas. No hay imágenes.',
      body: `## Antes que nada

No eres la única persona a la que le pasa, y no es tu culpa. Quien amenaza es quien hace mal. Esto se puede parar, y hay gente que te va a ayudar sin gritarte.

## La primera hora

1. **No pagues y no mandes más.** No se acaba ahí. Así ven que la amenaza funciona.
2. **No borres nada.** Haz capturas del nombre, de la cuenta y de lo que escribieron.
3. **Deja de responder.** Después bloquea.
4. **Cuéntaselo a una persona.** Tu mamá o tu papá, una tía, tu entrenador, una maestra, la mamá de una amiga. Si no hay nadie, llama a una línea de ayuda: están para esto.

## Las fotos se pueden retirar

El Centro Nacional para Menores Desaparecidos y Explotados ayuda a quitar imágenes sexuales de menores de 18 años, también si tú tomaste la foto y la mandaste. Puedes pedirlo aunque ya tengas más de 18 años, si en la imagen tenías menos.

## Deudas que nunca se acaban

A veces dicen que les debes por un viaje, un teléfono o un cuarto, y que tienes que pagarlo trabajando. Una deuda así no es de verdad. Nadie puede obligarte a trabajar o a tener sexo para pagarla.

## Si piensas en hacerte daño

El miedo puede hacer que parezca que no hay salida. Sí la hay. Llama o manda un mensaje al 988 a cualquier hora, o al 911 si corres peligro ahora.`,
    },
  }),
  article({
    slug: 'asking-for-help',
    audience: 'youth',
    sources: [sources.hotline, sources.ncmec],
    en: {
      title: 'Asking for help, and staying in charge',
      summary: 'What happens when you call or text, what they ask, and what you can leave out.',
      note: 'For teenagers. What to expect when you reach out.',
      body: `## Before you write or call

Use a phone or computer that no one checks: at school, at a library, a friend’s. The list of calls and the history of the browser stay on a device, so think of who may look. This site has a button that takes you away at once. It does not clear the history.

## What happens then

Someone says hello and asks if you can talk right now. If not, you can hang up or stop writing. They do not call back unless you say that it is safe.

They may ask what is going on and what you need: a place to sleep, food, a doctor, someone to talk to, a way home. You can answer some things and not others. “I do not want to say that” is fine.

## What you can keep to yourself

Your name. Where you are. Who did it. You can ask first: “If I tell you my age, who do you have to tell?” In many places people who work with children must report when someone under 18 is being hurt. A good helper tells you that before, not after.

## If the first one does not help

It happens. They were busy, or they did not get it. Try again, at another hour, or with someone else. You are worth a second call.

## You decide the pace

You may ask today and go next month. You may only want to know what there is. Both are fine.`,
    },
    es: {
      title: 'Pedir ayuda sin perder el control',
      summary: 'Qué pasa cuando llamas o escribes, qué te preguntan y qué puedes no decir.',
      note: 'Para adolescentes. Qué esperar cuando pides ayuda.',
      body: `## Antes de escribir o llamar

Usa un teléfono o una computadora que nadie revise: de la escuela, de una biblioteca, de una amistad. La lista de llamadas y el historial quedan en el aparato, así que piensa en quién puede mirar. Este sitio tiene un botón que te saca al momento. No borra el historial.

## Qué pasa entonces

Alguien saluda y te pregunta si puedes hablar ahora. Si no, puedes colgar o dejar de escribir. No te llaman de vuelta, a menos que digas que es seguro.

Pueden preguntarte qué pasa y qué necesitas: un lugar donde dormir, comida, un médico, alguien con quien hablar, cómo volver a casa. Puedes responder unas cosas y otras no. «Eso no lo quiero decir» está bien.

## Lo que puedes guardarte

Tu nombre. Dónde estás. Quién fue. Puedes preguntar primero: «Si te digo mi edad, ¿a quién tienes que decírselo?» En muchos lugares, quienes trabajan con menores deben avisar cuando alguien le hace daño a una persona menor de 18 años. Quien ayuda bien te lo dice antes, no después.

## Si la primera vez no ayuda

Pasa. Tenían mucho trabajo o no entendieron. Inténtalo otra vez, a otra hora o con otra persona. Mereces una segunda llamada.

## Tú marcas el ritmo

Puedes preguntar hoy e irte el mes que viene. Puedes solo querer saber qué hay. Las dos cosas están bien.`,
    },
  }),
];
