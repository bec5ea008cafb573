import type { CampaignIdea } from './campaign-ideas.js';

export const spanishCampaign: CampaignIdea = {
  slug: 'mochilas-para-la-primera-noche',
  title: 'Mochilas para la primera noche',
  summary: 'Una mochila con lo que hace falta la primera noche fuera de casa cuesta 38 dólares.',
  story: `Quien sale de casa con prisa casi nunca puede llevarse nada. Nuestras acompañantes entregan una mochila: una muda de ropa, artículos de higiene, un cargador, algo de comer y una tarjeta escrita a mano.

**Para qué alcanza tu donativo**

- **$38** es una mochila completa.
- **$12** es una tarjeta de transporte para la primera semana.
- **$100** son tres noches de guardia telefónica en español.

En las mochilas no ponemos nuestro nombre ni nada que diga de dónde vienen. Quien las lleva decide qué contar.`,
  language: 'es',
  chapter: 'la',
  goalMinor: 1_900_000,
  status: 'live',
  createdAgo: 158,
  publishedAgo: 154,
  endsAgo: -40,
  organizer: { name: 'Rosa Delgado', email: 'organizer@demo.example', account: 'organizer@demo.example' },
  updates: [
    {
      ago: 71,
      title: 'Doscientas mochilas entregadas',
      body: 'Doscientas. Y una nota que nos dejaron: «Nadie me preguntó nada, solo si tenía frío».',
    },
  ],
};
