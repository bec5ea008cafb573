import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const businesses = [
  article({
    slug: 'a-job-that-is-safe-to-take',
    audience: 'businesses',
    sources: [sources.eeoc],
    en: {
      title: 'A job that is safe to take',
      summary: 'What to put in an ad, what never to ask, and how to be a good first boss.',
      note: 'For employers. It says how to offer work with care.',
      body: `## Say it all in the ad

- The name of your business, and of the person in charge of the work.
- What the work is, where it is, on which days and hours.
- What it pays, in dollars, and when.
- Whether a check of records is made, and which records do not matter.

Short and exact beats warm and vague. Someone who was lied to about work before reads each word.

## Never

- A fee, a deposit or a training that has to be paid.
- Keeping a passport, an ID or a phone.
- A room or a ride that only comes with the job.
- Night work alone, when it was not in the ad.

These are the signs by which people know a trap. They are not worth the doubt.

## You do not need to know

You need not know what a person has been through, and you may not ask. They may tell you or not. What you need to know is whether they can do the work, and what they need to do it well.

## The first weeks

- The same person to turn to each day.
- Hours that are told a week ahead.
- Pay on the day it was promised, to their own account.
- A way to say “this is too much” without losing the job.
- Time off for a court date or a doctor, with no story asked for.

## When it does not work out

Say so in a calm talk, in private, and early. Give the pay that is due. Leave the door open where you can.`,
    },
    es: {
      title: 'Un trabajo que se puede aceptar sin miedo',
      summary: 'Qué poner en el anuncio, qué no preguntar nunca y cómo ser un buen primer jefe.',
      note: 'Para quienes dan trabajo. Cómo ofrecerlo con cuidado.',
      body: `## Dilo todo en el anuncio

- El nombre de tu negocio y de quien está a cargo del trabajo.
- Qué trabajo es, dónde, qué días y a qué horas.
- Cuánto paga, en dólares, y cuándo.
- Si se revisan antecedentes, y cuáles no importan.

Corto y exacto vale más que amable y vago. Quien ya fue engañado con un trabajo lee cada palabra.

## Nunca

- Una cuota, un depósito o un curso que haya que pagar.
- Guardar un pasaporte, una identificación o un teléfono.
- Un cuarto o un viaje que solo vienen con el trabajo.
- Trabajo nocturno en solitario que no estaba en el anuncio.

Son las señales por las que la gente reconoce una trampa. No vale la pena la duda.

## No necesitas saberlo

No necesitas saber qué ha vivido una persona, y no puedes preguntarlo. Puede contártelo o no. Lo que necesitas saber es si puede hacer el trabajo y qué le hace falta para hacerlo bien.

## Las primeras semanas

- La misma persona a quien acudir cada día.
- Horarios que se dicen con una semana de anticipación.
- El pago el día prometido, a su propia cuenta.
- Una forma de decir «esto es demasiado» sin perder el trabajo.
- Tiempo para una cita en el juzgado o con el médico, sin pedir explicaciones.

## Si no funciona

Dilo con calma, en privado y pronto. Paga lo que corresponde. Deja la puerta abierta si puedes.`,
    },
  }),
  article({
    slug: 'workers-others-send-you',
    audience: 'businesses',
    sources: [sources.state, sources.hotline],
    en: {
      title: 'Workers an agency sends you',
      summary: 'Cleaning, harvest, building, care: what to ask the company that sends them, and what to watch for.',
      note: 'For businesses that use agencies or crews. It names no firms.',
      body: `## Why it concerns you

Forced labor is rarely visible to the company that pays the bill. It hides one or two steps away: with a crew leader, an agency, a laundry, a farm. You can be part of it without knowing.

## Ask before you sign

1. Who pays the workers, how much, and can we see the pay slips?
2. Did anyone pay a fee to get this job? Who got the money?
3. Who holds their papers?
4. Where do they live, and may they live elsewhere?
5. May we talk to workers alone, in their own language?

A company that does it right can answer all five. Put it in the contract, with the right to cancel.

## Watch on the day

- One person speaks for everyone and holds the phones.
- No one takes a break or drinks water without a nod.
- They come and go in one van, at all hours.
- Wages are paid to the crew leader “to make it simple”.

## Put up a notice

A small sign in the rest room and in the break room, in several languages, with the number of the help line. Some businesses in California must have one by law. Anyone may.

## If you are worried

Do not question the workers in front of their boss, and do not send them away: that can leave them with nothing. Call the help line for advice. You can do so without naming your business.`,
    },
    es: {
      title: 'Trabajadores que te manda otra empresa',
      summary: 'Limpieza, cosecha, obra, cuidados: qué preguntar a quien te manda gente y en qué fijarte.',
      note: 'Para negocios que usan agencias o cuadrillas. No nombra empresas.',
      body: `## Por qué te toca

El trabajo forzado pocas veces se hace para quien paga la cuenta. Se esconde a uno o dos pasos: con un jefe de cuadrilla, una agencia, una lavandería, un rancho. Puedes ser parte sin saberlo.

## Pregunta antes de firmar

1. ¿Quién paga a los trabajadores, cuánto, y podemos ver los talones de pago?
2. ¿Alguien pagó una cuota por este trabajo? ¿A quién?
3. ¿Quién guarda sus papeles?
4. ¿Dónde viven, y pueden vivir en otro lugar?
5. ¿Podemos hablar con ellos a solas y en su idioma?

Una empresa que lo hace bien responde las cinco. Ponlo en el contrato, con derecho a terminarlo.

## Fíjate ese día

- Una persona habla por todos y guarda los teléfonos.
- Nadie descansa ni toma agua sin permiso.
- Llegan y se van en una misma camioneta, a toda hora.
- El sueldo se le paga al jefe de cuadrilla «para hacerlo fácil».

## Pon un aviso

Un letrero pequeño en el baño y en el cuarto de descanso, en varios idiomas, con el número de la línea de ayuda. Algunos negocios de California deben tenerlo por ley. Cualquiera puede.

## Si te preocupa

No interrogues a los trabajadores delante de su jefe y no los despidas: puede dejarlos sin nada. Llama a la línea de ayuda para pedir consejo. Puedes hacerlo sin decir el nombre de tu negocio.`,
    },
  }),
];
