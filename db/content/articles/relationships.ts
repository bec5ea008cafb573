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
      body: `## You can tell by small things

- You can say no, and the mood does not turn.
- You can be late, tired or wrong, and are not made small for it.
- You see your own friends and your own family.
- Your phone, your pay and your papers are yours.
- When you fight, you both can say what hurt. No one is afraid.
- You talk about what you both want, and ask before you touch.
- You grow: you try things, and the other is glad for you.

No one does all of this each day. What counts is that it can be said when it goes wrong, and that it changes.

## Asking is not hard

“Is this okay?” “Would you like to, or rather not?” “Tell me if that changes.” A yes is free, and can be taken back. Silence is not a yes. Nor is a yes that came after ten noes.

## Be that person

- Ask how someone is, and wait for the answer.
- Do not read along, do not check where they are.
- Take a no the first time.
- When you did wrong, say so without a “but”.
- Speak up among friends when someone is laughed at for caring.

## Where we learn it

At home, in class, on the team, from films. Some of us learned other things first. It can be learned at any age, and it is worth the work.`,
    },
    es: {
      title: 'Cómo se ve el respeto',
      summary: 'Pequeñas señales de una buena relación, y cómo ser esa persona para alguien.',
      note: 'Sobre la amistad y el amor. Aquí no hay nada explícito.',
      body: `## Se nota en cosas pequeñas

- Puedes decir que no sin que cambie el ambiente.
- Puedes llegar tarde, estar cansado o equivocarte sin que te hagan sentir menos.
- Ves a tus amistades y a tu familia.
- Tu teléfono, tu sueldo y tus papeles son tuyos.
- Cuando discuten, los dos pueden decir qué dolió. Nadie tiene miedo.
- Hablan de lo que quieren los dos, y preguntan antes de tocar.
- Creces: pruebas cosas nuevas, y la otra persona se alegra por ti.

Nadie hace todo esto todos los días. Lo que cuenta es que se pueda decir cuando sale mal, y que cambie.

## Preguntar no es difícil

«¿Está bien así?» «¿Quieres, o mejor no?» «Dime si cambias de idea». Un sí es libre y se puede retirar. El silencio no es un sí. Tampoco lo es un sí que llega después de diez noes.

## Sé esa persona

- Pregunta cómo está alguien y espera la respuesta.
- No leas sus mensajes ni revises dónde está.
- Acepta un no a la primera.
- Cuando hiciste mal, dilo sin un «pero».
- Habla entre amigos cuando se burlen de alguien por ser sensible.

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
      summary: 'How it creeps in, what it can lead to, and small safe steps.',
      note: 'About control and fear in a relationship. It holds no scenes.',
      body: `## How it creeps in

At first it feels like care. “Text me when you are there.” “I do not like how he looks at you.” “Let me handle the money.” Then it is each hour, each friend, each dollar. You think first of how the other will take it. You say less.

Some people do this on purpose, to make use of someone later: to have them earn money, or have sex with others. Then it often starts with a lot of love, very fast.

## Questions to ask yourself

- Do I hide things to keep the peace?
- Who decides who I see, what I wear, what I spend?
- What happens when I say no?
- Does someone else have my papers, my pass codes, my pay?
- Have I been told to do things with others “for us”?

There is no score. If some answers frighten you, that is reason enough to talk to someone.

## Small safe steps

1. **Think of the phone first.** Someone who controls you may read it. Use another one to look for help.
2. **Tell one person** you trust, and agree on a word that means “come”.
3. **Keep copies** of papers where only you can get at them.
4. **Make a plan with someone who knows how.** Leaving is the riskiest time. Advocates do this every day, and it is free.

## If you are the one who controls

You can stop. It begins with saying it aloud to someone who will not excuse it. There are groups and advisers for this too.`,
    },
    es: {
      title: 'Cuando el cuidado se vuelve control',
      summary: 'Cómo entra poco a poco, adónde puede llevar, y pasos pequeños y seguros.',
      note: 'Sobre el control y el miedo en una relación. No describe escenas.',
      body: `## Cómo entra

Al principio parece cuidado. «Escríbeme cuando llegues». «No me gusta cómo te mira». «Yo me encargo del dinero». Luego es cada hora, cada amistad, cada dólar. Piensas primero en cómo lo tomará. Hablas menos.

Algunas personas lo hacen a propósito, para usar a alguien después: para que gane dinero o tenga sexo con otros. Entonces suele empezar con mucho amor, muy rápido.

## Preguntas para ti

- ¿Escondo cosas para que haya paz?
- ¿Quién decide a quién veo, qué me pongo, qué gasto?
- ¿Qué pasa cuando digo que no?
- ¿Otra persona tiene mis papeles, mis claves, mi sueldo?
- ¿Me han dicho que haga cosas con otros «por nosotros»?

No hay puntos. Si algunas respuestas te dan miedo, es razón suficiente para hablar con alguien.

## Pasos pequeños y seguros

1. **Piensa primero en el teléfono.** Quien te controla puede leerlo. Usa otro para buscar ayuda.
2. **Cuéntaselo a una persona** de confianza y acuerden una palabra que signifique «ven».
3. **Guarda copias** de tus papeles donde solo tú puedas sacarlas.
4. **Haz un plan con alguien que sepa.** Irse es el momento de más riesgo. Hay personas que acompañan en esto todos los días, y es gratis.

## Si quien controla eres tú

Puedes parar. Empieza por decirlo en voz alta a alguien que no te va a disculpar. También hay grupos y orientación para esto.`,
    },
  }),
];
