import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const relationships = [
  article({
    slug: 'what-respect-looks-like',
    audience: 'relationships',
    sources: [sources.cdc],
    en: {
      title: 'What respect looks like',
      summary: 'Small signs of a good relationship, and how to be that person for someone else.',
      note: 'About friendship and love. Nothing here is graphic.',
      body: `## It shows in small things

- You can say no without ruining the mood.
- You can be late, tired or wrong, and no one makes you feel small.
- You see your own friends and your own family.
- Your phone, your pay and your papers are yours.
- When you fight, you can both say what hurt. No one is afraid.
- You talk about what you both want, and you ask before you touch.
- You grow. You try new things, and your partner is happy for you.

No one gets all of this right every day. What counts is that you can talk about it when it goes wrong, and that things change.

## Asking isn’t hard

“Is this okay?” “Do you want to, or would you rather not?” “Tell me if that changes.” A yes is given freely, and can be taken back. Silence isn’t a yes. Neither is a yes that comes after ten noes.

## Be that person

- Ask how someone is doing, and wait for the answer.
- Don’t read their messages or track where they are.
- Take the first no for an answer.
- When you mess up, own it without a “but.”
- Speak up when your friends laugh at someone for caring.

## Where we learn it

At home, in class, on a team, from movies. Some of us learned other things first. You can learn it at any age, and it’s worth the work.`,
    },
    es: {
      title: 'Cómo se ve el respeto',
      summary: 'Pequeñas señales de una buena relación, y cómo ser esa persona para alguien.',
      note: 'Sobre la amistad y el amor. Aquí no hay nada explícito.',
      body: `## Se nota en cosas pequeñas

- Puedes decir que no sin que cambie el ambiente.
- Puedes llegar tarde, cansarte o equivocarte sin que te hagan sentir menos.
- Ves a tus amistades y a tu familia.
- Tu teléfono, tu sueldo y tus papeles son tuyos.
- Cuando discuten, los dos pueden decir qué les dolió. Nadie tiene miedo.
- Hablan de lo que quieren los dos, y preguntan antes de tocar.
- Creces. Pruebas cosas nuevas, y tu pareja se alegra por ti.

A nadie le sale todo esto todos los días. Lo que cuenta es que se pueda hablar cuando algo sale mal, y que las cosas cambien.

## Preguntar no es difícil

«¿Está bien así?» «¿Quieres, o mejor no?» «Dime si cambias de idea». Un sí se da con libertad y se puede retirar. El silencio no es un sí. Tampoco lo es un sí que llega después de diez noes.

## Sé esa persona

- Pregunta cómo está alguien y espera la respuesta.
- No leas sus mensajes ni rastrees dónde está.
- Acepta el primer no.
- Cuando te equivoques, admítelo sin un «pero».
- Di algo cuando tus amistades se burlen de alguien por ser sensible.

## Dónde se aprende

En casa, en clase, en el equipo, en las películas. Algunas personas aprendimos antes otras cosas. Se puede aprender a cualquier edad, y vale la pena.`,
    },
  }),
  article({
    slug: 'when-care-turns-into-control',
    audience: 'relationships',
    sources: [sources.cdc, sources.techsafety, sources.hotline],
    en: {
      title: 'When care turns into control',
      summary: 'How it creeps in, where it can lead, and small, safe steps you can take.',
      note: 'About control and fear in a relationship. It doesn’t describe any scenes.',
      body: `## How it creeps in

At first it feels like care. “Text me when you get there.” “I don’t like how he looks at you.” “Let me handle the money.” Then it’s every hour, every friend, every dollar. You start thinking first about how they’ll react. You say less.

Some people do this on purpose, so they can use someone later: to make money, or to have sex with other people. It often starts with a lot of love, very fast.

## Questions to ask yourself

- Do I hide things to keep the peace?
- Who decides who I see, what I wear, what I spend?
- What happens when I say no?
- Does someone else have my papers, my passcodes, my pay?
- Have I been told to do things with other people “for us”?

There’s no score. If some of the answers scare you, that’s reason enough to talk to someone.

## Small, safe steps

1. **Think about your phone first.** Someone who controls you may read it. Use a different one to look for help.
2. **Tell one person** you trust, and agree on a code word that means “come get me.”
3. **Keep copies** of your papers where only you can get to them.
4. **Make a plan with someone who knows how.** Leaving is the riskiest time. Advocates do this every day, and it’s free.

## If you’re the one in control

You can stop. It starts with saying it out loud to someone who won’t make excuses for you. There are groups and counselors for this too.`,
    },
    es: {
      title: 'Cuando el cuidado se vuelve control',
      summary: 'Cómo entra poco a poco, adónde puede llevar, y pasos pequeños y seguros.',
      note: 'Sobre el control y el miedo en una relación. No describe escenas.',
      body: `## Cómo entra

Al principio parece cuidado. «Escríbeme cuando llegues». «No me gusta cómo te mira». «Yo me encargo del dinero». Luego es cada hora, cada amistad, cada dólar. Empiezas a pensar primero en cómo va a reaccionar. Hablas menos.

Hay quien lo hace a propósito, para usar a la otra persona después: para que gane dinero o tenga sexo con otros. Suele empezar con mucho amor, muy rápido.

## Preguntas para ti

- ¿Escondo cosas para que haya paz?
- ¿Quién decide a quién veo, qué me pongo, qué gasto?
- ¿Qué pasa cuando digo que no?
- ¿Otra persona tiene mis papeles, mis claves, mi sueldo?
- ¿Me han pedido hacer cosas con otras personas «por nosotros»?

Aquí no hay puntaje. Si algunas respuestas te dan miedo, es razón suficiente para hablar con alguien.

## Pasos pequeños y seguros

1. **Piensa primero en tu teléfono.** Quien te controla puede leerlo. Usa otro para buscar ayuda.
2. **Cuéntaselo a una persona** de confianza y acuerden una palabra clave que signifique «ven por mí».
3. **Guarda copias** de tus papeles donde solo tú puedas sacarlas.
4. **Haz un plan con alguien que sepa.** Irse es el momento de más riesgo. Hay personas que ayudan con esto todos los días, y es gratis.

## Si quien controla eres tú

Puedes parar. Empieza por decirlo en voz alta a alguien que no te va a justificar. También hay grupos y orientación para esto.`,
    },
  }),
];
