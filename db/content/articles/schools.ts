import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const schools = [
  article({
    slug: 'what-the-law-asks',
    audience: 'schools',
    sources: [sources.ab1227, sources.sb1104],
    en: {
      title: 'What California asks of schools',
      summary: 'Two laws in plain words: lessons and staff training (AB 1227), and a letter to parents (SB 1104).',
      note: 'For schools and parents. This is information, not legal advice.',
      body: `## Lessons and training: AB 1227

This 2017 law asks every district to teach students how young people get drawn in and how to get help, at least once in middle school and at least once in high school. The lesson is part of health class. Parents can opt their child out.

It also asks districts to train their staff, so that a teacher, a nurse or a bus driver knows what to look for and who to tell.

## Telling parents: SB 1104

This 2018 law asks schools to find good ways to tell parents and guardians of students in grades 6 to 12 about this and about where to get help.

## What you can ask your district

1. Which lessons do you use, and in which grades?
2. When was your staff last trained, and who trained them?
3. How do you tell parents about it, and in which languages?
4. What happens when a student tells someone? Is it written down?

## Good lessons

- They’re made with people who lived through it, and use their words with care.
- They show no scary pictures, and never ask students to talk about their own lives in class.
- They start by saying what they’re about, and let students step out.
- They end with help: the name of someone at school, and the help lines.

Laws change. Check the text of the law before you rely on this page.`,
    },
    es: {
      title: 'Lo que California pide a las escuelas',
      summary:
        'Dos leyes con palabras sencillas: clases y capacitación del personal (AB 1227) y una carta a las familias (SB 1104).',
      note: 'Para escuelas y familias. Es información, no asesoría legal.',
      body: `## Clases y capacitación: AB 1227

Esta ley de 2017 pide a cada distrito que enseñe a sus estudiantes cómo se atrae a la gente joven y cómo pedir ayuda, al menos una vez en la escuela intermedia y una en la preparatoria. La lección es parte de la clase de salud. Las familias pueden pedir que su hija o hijo no asista.

También pide a los distritos que capaciten a su personal, para que una maestra, una enfermera o un chofer sepa en qué fijarse y a quién avisar.

## Aviso a las familias: SB 1104

Esta ley de 2018 pide a las escuelas buscar buenas formas de informar a madres, padres y tutores de los grados 6 a 12 sobre este tema y sobre dónde pedir ayuda.

## Lo que puedes preguntar a tu distrito

1. ¿Qué lecciones usan y en qué grados?
2. ¿Cuándo se capacitó al personal por última vez, y quién lo hizo?
3. ¿Cómo les avisan a las familias, y en qué idiomas?
4. ¿Qué pasa cuando un estudiante le cuenta algo a alguien? ¿Está por escrito?

## Buenas lecciones

- Se preparan con personas que lo vivieron y usan sus palabras con cuidado.
- No muestran imágenes que asustan y nunca piden a los estudiantes hablar de su propia vida en clase.
- Empiezan por decir de qué tratan y dejan salir a quien quiera.
- Terminan con ayuda: el nombre de alguien en la escuela y las líneas de ayuda.

Las leyes cambian. Revisa el texto de la ley antes de basarte en esta página.`,
    },
  }),
  article({
    slug: 'a-plan-for-the-day',
    audience: 'schools',
    sources: [sources.ab1227, sources.cdc, sources.hotline],
    en: {
      title: 'A plan for the day someone tells you',
      summary: 'One page that every staff member knows: listen, keep them safe, report, write it down, follow up.',
      note: 'For people who work at schools. It doesn’t describe any cases.',
      body: `## Why you need a plan

When a student tells you, there’s no time to look things up. A one-page plan that everyone knows keeps the student safe and keeps you calm.

## Five steps

1. **Listen.** Find a quiet room. Let them tell you what they want to tell. Don’t promise to keep it secret. Before they go on, say who you have to tell, and why.
2. **Keep them safe today.** Who’s waiting outside? Who picks them up? Don’t send them home until you know.
3. **Report.** School staff have to report it when they suspect a child is being hurt. If there’s danger, call 911. For advice at any hour, call the National Human Trafficking Hotline.
4. **Write it down.** The student’s own words, the time, what you did. Not what you think it means. Keep it where only the people who need it can read it.
5. **Follow up.** One adult stays the person they can turn to. Ask the student what would help at school: a new seat, a new route, a new class.

## What the plan names

- Two people to tell, so that one is always there.
- The phone numbers, on paper.
- Who talks to the family, and when that wouldn’t be safe.
- The one person who talks to the press.

## Once a year

Take an hour and read it together. Update anything that’s changed. Ask students if they’d know who to tell.`,
    },
    es: {
      title: 'Un plan para el día en que alguien te lo cuente',
      summary: 'Una página que todo el personal conoce: escuchar, proteger, avisar, anotar, acompañar.',
      note: 'Para quienes trabajan en escuelas. No cuenta casos.',
      body: `## Por qué hace falta un plan

Cuando un estudiante te cuenta algo, no hay tiempo de buscar qué hacer. Un plan de una página, que todos conozcan, protege al estudiante y te ayuda a mantener la calma.

## Cinco pasos

1. **Escucha.** Busca un cuarto tranquilo. Deja que cuente lo que quiera contar. No prometas guardar el secreto. Antes de que siga, dile a quién tienes que avisar, y por qué.
2. **Protégelo hoy.** ¿Quién espera afuera? ¿Quién lo recoge? No lo mandes a casa sin saberlo.
3. **Avisa.** El personal escolar tiene que reportarlo cuando sospecha que alguien le hace daño a un menor. Si hay peligro, llama al 911. Para pedir consejo a cualquier hora, llama a la Línea Nacional contra la Trata de Personas.
4. **Anota.** Las palabras del estudiante, la hora, lo que hiciste. No lo que crees que significa. Guárdalo donde solo lo lea quien lo necesite.
5. **Acompaña.** Un adulto sigue siendo la persona a quien acudir. Pregúntale al estudiante qué le ayudaría en la escuela: otro asiento, otro camino, otro grupo.

## Lo que dice el plan

- Dos personas a quienes avisar, para que siempre haya una.
- Los teléfonos, en papel.
- Quién habla con la familia, y cuándo no sería seguro.
- La única persona que habla con la prensa.

## Una vez al año

Dediquen una hora a leerlo juntos. Cambien lo que haya cambiado. Pregunten a los estudiantes si sabrían a quién contarle.`,
    },
  }),
];
