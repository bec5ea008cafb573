import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const businesses = [
  article({
    slug: 'a-job-that-is-safe-to-take',
    audience: 'businesses',
    sources: [sources.eeoc],
    en: {
      title: 'A job that’s safe to take',
      summary: 'What to put in an ad, what never to ask, and how to be a good first boss.',
      note: 'For employers. How to offer work with care.',
      body: `## Say it all in the ad

- The name of your business, and of the person in charge of the work.
- What the job is, where it is, and on which days and hours.
- What it pays, in dollars, and when.
- If you do a background check, and which records don’t matter.

Short and exact beats warm and vague. People who’ve been lied to about a job read every word.

## Never

- Charge a fee, a deposit or the cost of training.
- Keep anyone’s passport, ID or phone.
- Offer a room or a ride that only comes with the job.
- Add night work alone that wasn’t in the ad.

People use these signs to spot a trap. Don’t give them a reason to doubt you.

## You don’t need to know

You don’t need to know what a person has been through, and you can’t ask. They may tell you or not. What you need to know is if they can do the job, and what they need to do it well.

## The first weeks

- The same person to go to every day.
- Hours they know a week ahead.
- Pay on the day you promised, to their own account.
- A way to say “this is too much” without losing the job.
- Time off for a court date or a doctor, no questions asked.

## When it doesn’t work out

Say so early, calmly and in private. Pay what you owe. Leave the door open if you can.`,
    },
    es: {
      title: 'Un trabajo que se puede aceptar sin miedo',
      summary: 'Qué poner en el anuncio, qué no preguntar nunca y cómo ser un buen primer jefe.',
      note: 'Para quienes dan trabajo. Cómo ofrecerlo con cuidado.',
      body: `## Dilo todo en el anuncio

- El nombre de tu negocio y de quien está a cargo del trabajo.
- Qué trabajo es, dónde, qué días y a qué horas.
- Cuánto paga, en dólares, y cuándo.
- Si revisas antecedentes, y cuáles no importan.

Corto y exacto vale más que amable y vago. Quien ya fue engañado con un trabajo lee cada palabra.

## Nunca

- Cobres una cuota, un depósito o el costo de un curso.
- Te quedes con el pasaporte, la identificación o el teléfono de nadie.
- Ofrezcas un cuarto o un traslado que solo viene con el trabajo.
- Agregues trabajo nocturno a solas que no estaba en el anuncio.

Con estas señales la gente reconoce una trampa. No les des motivos para dudar de ti.

## No necesitas saberlo

No necesitas saber qué ha vivido una persona, y no puedes preguntarlo. Puede contártelo o no. Lo que necesitas saber es si puede hacer el trabajo y qué le hace falta para hacerlo bien.

## Las primeras semanas

- La misma persona a quien acudir cada día.
- Un horario que conoce con una semana de anticipación.
- El pago el día prometido, a su propia cuenta.
- Una forma de decir «esto es demasiado» sin perder el trabajo.
- Tiempo para una cita en el juzgado o con el médico, sin pedir explicaciones.

## Si no funciona

Dilo pronto, con calma y en privado. Paga lo que debes. Deja la puerta abierta si puedes.`,
    },
  }),
  article({
    slug: 'workers-others-send-you',
    audience: 'businesses',
    sources: [sources.state, sources.hotline],
    en: {
      title: 'Workers an agency sends you',
      summary: 'Cleaning, harvest, construction, care: what to ask the company that sends them, and what to watch for.',
      note: 'For businesses that use agencies or crews. It doesn’t name any companies.',
      body: `## Why it matters to you

Forced labor rarely happens where the company paying the bill can see it. It hides one or two steps away: with a crew leader, an agency, a laundry, a farm. You can be part of it without knowing.

## Ask before you sign

1. Who pays the workers, how much, and can we see the pay stubs?
2. Did anyone pay a fee to get this job? Who got the money?
3. Who holds their papers?
4. Where do they live, and can they live somewhere else?
5. Can we talk to workers alone, in their own language?

A company that does it right can answer all five. Put the answers in the contract, with the right to cancel.

## Watch on the day

- One person speaks for everyone and holds the phones.
- No one takes a break or drinks water without permission.
- They come and go in one van, at all hours.
- The crew leader gets everyone’s pay “to keep it simple.”

## Put up a notice

Hang a small sign in the restroom and the break room, in several languages, with the help line’s number. By law, some businesses in California must have one. Any business can.

## If you’re worried

Don’t question the workers in front of their boss, and don’t send them away. That can leave them with nothing. Call the help line for advice. You can do that without naming your business.`,
    },
    es: {
      title: 'Trabajadores que te manda otra empresa',
      summary: 'Limpieza, cosecha, obra, cuidados: qué preguntar a quien te manda gente y en qué fijarte.',
      note: 'Para negocios que usan agencias o cuadrillas. No nombra empresas.',
      body: `## Por qué te importa

El trabajo forzado pocas veces ocurre a la vista de la empresa que paga la cuenta. Se esconde a uno o dos pasos: con un jefe de cuadrilla, una agencia, una lavandería, un rancho. Puedes ser parte sin saberlo.

## Pregunta antes de firmar

1. ¿Quién paga a los trabajadores, cuánto, y podemos ver los talones de pago?
2. ¿Alguien pagó una cuota por este trabajo? ¿A quién?
3. ¿Quién guarda sus papeles?
4. ¿Dónde viven, y pueden vivir en otro lugar?
5. ¿Podemos hablar con ellos a solas y en su idioma?

Una empresa que lo hace bien puede responder las cinco. Pon las respuestas en el contrato, con derecho a cancelarlo.

## Fíjate ese día

- Una persona habla por todos y guarda los teléfonos.
- Nadie descansa ni toma agua sin permiso.
- Llegan y se van en una misma camioneta, a toda hora.
- El jefe de cuadrilla recibe el pago de todos «para hacerlo más fácil».

## Pon un aviso

Cuelga un letrero pequeño en el baño y en el cuarto de descanso, en varios idiomas, con el número de la línea de ayuda. Algunos negocios de California deben tenerlo por ley. Cualquier negocio puede.

## Si te preocupa

No interrogues a los trabajadores delante de su jefe ni les digas que se vayan. Eso puede dejarlos sin nada. Llama a la línea de ayuda para pedir consejo. Puedes hacerlo sin decir el nombre de tu negocio.`,
    },
  }),
];
