import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const schools = [
  article({
    slug: 'what-the-law-asks',
    audience: 'schools',
    sources: [sources.ab1227, sources.sb1104],
    en: {
      title: 'What California asks of schools',
      summary: 'Two laws in plain words: lessons and training for staff (AB 1227), and a letter to parents (SB 1104).',
      note: 'For schools and parents. This is information, not legal advice.',
      body: `## Lessons and training: AB 1227

The law of 2017 asks each district to teach pupils about the ways in which young people are drawn in, and how to get help: at least once in middle school and at least once in high school. It belongs to health class. Parents can ask that their child sits out.

It also asks that staff be trained, so that a teacher, a nurse or a bus driver knows what to look for and who to tell.

## Word to parents: SB 1104

The law of 2018 asks schools to find good ways to inform parents and guardians of pupils in grades 6 to 12 about this and about where help is.

## What you can ask your district

1. Which lessons do you use, and in which grades?
2. When was staff trained for the last time, and who trained them?
3. How do parents hear of it, and in which languages?
4. What happens when a pupil tells someone? Is it written down?

## Good lessons

- They are made with people who lived through it, and their words are used with care.
- They show no scary pictures, and never ask pupils to tell of their own lives in class.
- They say first what it is about, and let pupils step out.
- They end with help: a name in the school, and the help lines.

Laws change. Check the text of the law itself before you rely on this page.`,
    },
    es: {
      title: 'Lo que California pide a las escuelas',
      summary:
        'Dos leyes con palabras sencillas: clases y formación del personal (AB 1227) y una carta a las familias (SB 1104).',
      note: 'Para escuelas y familias. Es información, no asesoría legal.',
      body: `## Clases y formación: AB 1227

La ley de 2017 pide a cada distrito que enseñe a los alumnos cómo se atrae a la gente joven y cómo pedir ayuda: al menos una vez en la escuela intermedia y una en la preparatoria. Es parte de la clase de salud. Las familias pueden pedir que su hija o hijo no asista.

También pide que el personal reciba formación, para que una maestra, una enfermera o un chofer sepa en qué fijarse y a quién avisar.

## Aviso a las familias: SB 1104

La ley de 2018 pide a las escuelas buscar buenas formas de informar a madres, padres y tutores de los grados 6 a 12 sobre este tema y sobre dónde hay ayuda.

## Lo que puedes preguntar a tu distrito

1. ¿Qué clases usan y en qué grados?
2. ¿Cuándo se formó al personal por última vez, y con quién?
3. ¿Cómo se enteran las familias, y en qué idiomas?
4. ¿Qué pasa cuando un alumno le cuenta algo a alguien? ¿Está por escrito?

## Buenas clases

- Se hacen con personas que lo vivieron, y sus palabras se usan con cuidado.
- No muestran imágenes que asustan y nunca piden contar la vida propia en clase.
- Dicen primero de qué tratan y dejan salir a quien quiera.
- Terminan con ayuda: un nombre en la escuela y las líneas de ayuda.

Las leyes cambian. Revisa el texto de la ley antes de basarte en esta página.`,
    },
  }),
  article({
    slug: 'a-plan-for-the-day',
    audience: 'schools',
    sources: [sources.ab1227, sources.cdc, sources.hotline],
    en: {
      title: 'A plan for the day someone tells you',
      summary: 'One page that each member of staff knows: listen, keep safe, report, write down, look after.',
      note: 'For people who work at schools. It names no cases.',
      body: `## Why a plan

When a pupil tells you, there is no time to look things up. A plan of one page, known to all, keeps the pupil safe and keeps you calm.

## Five steps

1. **Listen.** Find a quiet room. Let them tell what they want to tell. Do not promise to keep it secret: say who you have to tell, and why, before they go on.
2. **Keep them safe today.** Who is waiting outside? Who picks them up? Do not send them home before you know.
3. **Report.** School staff must report what they fear is happening to a child. In danger, call 911. For advice at any hour, call the National Human Trafficking Hotline.
4. **Write it down.** The pupil’s own words, the time, what you did. Not what you think it means. Keep it where only those who must can read it.
5. **Look after.** One grown-up stays the person to turn to. Ask the pupil what would help at school: a change of seat, of route, of class.

## What the plan names

- Two people to tell, so that one is always there.
- The numbers, on paper.
- Who talks to the family, and when that would not be safe.
- Who speaks to the press: no one else does.

## Once a year

Read it together, in an hour. Change what has changed. Ask pupils whether they would know who to tell.`,
    },
    es: {
      title: 'Un plan para el día en que alguien te lo cuente',
      summary: 'Una página que todo el personal conoce: escuchar, proteger, avisar, anotar, acompañar.',
      note: 'Para quienes trabajan en escuelas. No cuenta casos.',
      body: `## Por qué un plan

Cuando un alumno te cuenta algo, no hay tiempo de buscar qué hacer. Un plan de una página, que todos conocen, protege al alumno y te da calma.

## Cinco pasos

1. **Escucha.** Busca un cuarto tranquilo. Deja que cuente lo que quiera contar. No prometas guardar el secreto: di a quién tienes que avisar, y por qué, antes de que siga.
2. **Protege hoy.** ¿Quién espera afuera? ¿Quién lo recoge? No lo mandes a casa sin saberlo.
3. **Avisa.** El personal escolar debe informar de lo que teme que le esté pasando a un menor. Si hay peligro, llama al 911. Para pedir consejo a cualquier hora, llama a la Línea Nacional contra la Trata de Personas.
4. **Anota.** Las palabras del alumno, la hora, lo que hiciste. No lo que crees que significa. Guárdalo donde solo lo lea quien deba.
5. **Acompaña.** Un adulto sigue siendo la persona a quien acudir. Pregúntale qué le ayudaría en la escuela: otro lugar, otro camino, otro grupo.

## Lo que dice el plan

- Dos personas a quienes avisar, para que siempre haya una.
- Los números, en papel.
- Quién habla con la familia, y cuándo no sería seguro.
- Quién habla con la prensa: nadie más lo hace.

## Una vez al año

Léanlo juntos, en una hora. Cambien lo que haya cambiado. Pregunten a los alumnos si sabrían a quién contarle.`,
    },
  }),
];
