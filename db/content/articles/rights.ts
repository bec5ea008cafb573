import { article } from '../article-content.js';
import { sources } from '../sources.js';

export const rightsArticles = [
  article({
    slug: 'money-you-may-be-owed',
    audience: 'everyone',
    isLegal: true,
    sources: [
      sources.civilRemedy,
      sources.restitution,
      sources.civilCode525,
      sources.restitutionCalifornia,
      sources.compensationCalifornia,
      sources.fairLabor,
    ],
    en: {
      title: 'Money you may be owed',
      summary:
        'If someone used you for work or sex, the law may give you money: from them, from a court, or from a state fund.',
      note: 'General facts about the law in plain words. This isn’t advice about your case, and it doesn’t tell any stories.',
      body: `## In short

You may be owed money, even if no one was ever arrested. There are four main ways. You can use more than one. Each has its own time limit, so ask soon. [See the time limits](/learn/time-limits).

## 1. Suing the person who did it

This is called a civil action. You ask a court to make the other side pay. You don’t need the police for that.

- **In all states:** a federal law, 18 U.S.C. 1595, lets you sue the person who used you. You can also sue people and businesses that made money from it and knew, or should have known.
- **In California:** Civil Code section 52.5 adds to that. A court can award you up to three times your loss, or $10,000, whichever is more. It can also make the other side pay your lawyer.

Many lawyers take these cases without asking for money up front.

## 2. Restitution: money in a criminal case

If the person is found guilty, a judge can order them to pay you back. In federal court the judge has to, under 18 U.S.C. 1593. This money covers medical care, lost income and the value of the work you did. In California the state constitution gives you this right too, in article I, section 28. You can tell the prosecutor what you lost, or ask someone to do it for you.

## 3. A state fund for people hurt by crime

Every state has a fund. It can pay for a doctor, counseling, a move to a safe place, and lost income. In California it’s called CalVCB. You can apply even if no one was charged with a crime.

## 4. Wages

If you worked and weren’t paid, or were paid too little, you may be owed wages. It doesn’t matter if you have papers.

## What to keep, if it’s safe

Pay stubs, messages, photos, names, dates and places can help. If keeping them puts you at risk, don’t. Your own words count too.

## Talk to a lawyer for free

You don’t have to sort this out alone. [Talk to our legal team](/talk). It’s free and confidential, and you decide what happens next.`,
    },
    es: {
      title: 'Dinero que te pueden deber',
      summary:
        'Si alguien te usó para trabajar o para sexo, la ley puede darte dinero: de esa persona, de un tribunal o de un fondo del estado.',
      note: 'Datos generales sobre la ley, en palabras sencillas. No son un consejo sobre tu caso y aquí no se cuenta ninguna historia.',
      body: `## En pocas palabras

Es posible que te deban dinero, aunque nunca hayan arrestado a nadie. Hay cuatro caminos principales y puedes usar más de uno. Cada uno tiene su propio plazo, así que pregunta pronto. [Mira los plazos](/learn/time-limits).

## 1. Demandar a quien lo hizo

Se llama acción civil. Le pides a un tribunal que la otra parte te pague. Para eso no hace falta la policía.

- **En todos los estados:** una ley federal, 18 U.S.C. 1595, te permite demandar a quien te usó. También puedes demandar a personas y empresas que ganaron dinero con eso y lo sabían o debían saberlo.
- **En California:** el artículo 52.5 del Código Civil te da más. El tribunal puede concederte hasta tres veces lo que perdiste, o 10,000 dólares, lo que sea mayor. También puede hacer que la otra parte pague a tu abogado.

Muchos abogados toman estos casos sin pedir dinero por adelantado.

## 2. Restitución: dinero en un caso penal

Si declaran culpable a la persona, un juez puede ordenarle que te pague. En un tribunal federal tiene que hacerlo, según 18 U.S.C. 1593. Ese dinero cubre la atención médica, los ingresos que perdiste y el valor de tu trabajo. En California, la constitución del estado también te da este derecho, en el artículo I, sección 28. Puedes decirle a la fiscalía lo que perdiste, o pedirle a alguien que lo haga por ti.

## 3. Un fondo del estado para quien sufrió un delito

Todos los estados tienen un fondo. Puede pagar médicos, terapia, una mudanza a un lugar seguro y los ingresos que perdiste. En California se llama CalVCB. Puedes pedirlo aunque no hayan acusado a nadie.

## 4. Salarios

Si trabajaste y no te pagaron, o te pagaron de menos, es posible que te deban salarios, tengas papeles o no.

## Qué guardar, si es seguro

Sirven los talones de pago, los mensajes, las fotos, los nombres, las fechas y los lugares. Si guardarlos te pone en peligro, no lo hagas. Tus propias palabras también cuentan.

## Habla gratis con un abogado

No tienes que resolver esto sin ayuda. [Habla con nuestro equipo legal](/talk). Es gratis y confidencial, y tú decides qué pasa después.`,
    },
  }),
  article({
    slug: 'records-and-staying',
    audience: 'everyone',
    isLegal: true,
    sources: [
      sources.tVisa,
      sources.uVisa,
      sources.vacaturCalifornia,
      sources.vacaturNewYork,
      sources.expunctionFlorida,
    ],
    en: {
      title: 'Clearing a record, and staying in the country',
      summary:
        'You can often clear a record for things someone made you do. There are also visas for people who were used.',
      note: 'General facts about the law in plain words. This isn’t advice about your case.',
      body: `## Clearing a record

Some people were arrested for things someone made them do. In many states, a court can clear that record. The legal words for it are vacatur and expunction.

- **California:** Penal Code section 236.14 covers arrests and convictions for acts without violence.
- **New York:** a court can set aside a conviction under Criminal Procedure Law 440.10, part 1(i).
- **Florida:** section 943.0583 lets a court clear the record. The court can’t charge a filing fee.

A clean record can help with a job, a home, your children and your papers.

## The T visa

The T visa is for people who were brought into forced work or forced sex and are in the United States because of it. It lets you stay and work, for up to 4 years at first. Close family may be able to come too. After some time you can apply for a green card. You may not have to help the police if you were under 18, or if what happened makes it too hard.

## The U visa

The U visa is for people who were hurt by certain crimes and who help the police or another agency, or are ready to. That agency has to sign a form for you. The wait can be long.

## Before you send anything

If you can, don’t send a form without help. A small mistake can cause trouble. Watch out for people who aren’t lawyers and promise you papers for money.

## Talk to a lawyer for free

[Talk to our legal team](/talk). It’s free and confidential. [See the time limits](/learn/time-limits).`,
    },
    es: {
      title: 'Limpiar los antecedentes y quedarte en el país',
      summary:
        'Muchas veces se pueden borrar los antecedentes por cosas que te obligaron a hacer. También hay visas para personas a las que usaron.',
      note: 'Datos generales sobre la ley, en palabras sencillas. No son un consejo sobre tu caso.',
      body: `## Limpiar los antecedentes

A algunas personas las arrestaron por cosas que las obligaron a hacer. En muchos estados, un tribunal puede borrar esos antecedentes. En inglés se llama «vacatur» o «expunction».

- **California:** el artículo 236.14 del Código Penal cubre arrestos y condenas por actos sin violencia.
- **Nueva York:** un tribunal puede anular una condena según la ley Criminal Procedure Law 440.10, parte 1(i).
- **Florida:** el artículo 943.0583 permite que un tribunal borre los antecedentes. El tribunal no puede cobrar por presentar la petición.

Sin antecedentes es más fácil tener trabajo, vivienda, a tus hijos y tus papeles.

## La visa T

La visa T es para personas a las que llevaron al trabajo o al sexo forzado y que por eso están en Estados Unidos. Te permite quedarte y trabajar, al principio hasta 4 años. Es posible que tu familia cercana también pueda venir. Después de un tiempo puedes pedir la residencia. Quizá no tengas que ayudar a la policía si tenías menos de 18 años, o si lo que pasó lo hace demasiado difícil.

## La visa U

La visa U es para personas que sufrieron ciertos delitos y que ayudan a la policía o a otra autoridad, o están dispuestas a hacerlo. Esa autoridad tiene que firmarte un formulario. La espera puede ser larga.

## Antes de enviar nada

Si puedes, no envíes un formulario sin ayuda. Un error pequeño puede traer problemas. Ten cuidado con quien no es abogado y promete papeles por dinero.

## Habla gratis con un abogado

[Habla con nuestro equipo legal](/talk). Es gratis y confidencial. [Mira los plazos](/learn/time-limits).`,
    },
  }),
  article({
    slug: 'what-harm-does-to-health',
    audience: 'everyone',
    sources: [sources.who, sources.ptsd, sources.samhsa],
    en: {
      title: 'What harm does to body and mind, and where to get care',
      summary:
        'Pain, trouble sleeping, fear, or drug and alcohol use are common after harm. They’re not your fault, and they can get better.',
      note: 'A list of what many people feel, in plain words. You can skip any part.',
      body: `## You’re not broken

Your body and mind react to harm. This is called trauma. What you feel is a normal response to something that wasn’t normal. Many people get better, with time and with help.

## In the body

- Injuries that no one ever treated, such as burns, broken bones or a hit to the head.
- Pain that won’t go away, in the back, the belly or the head.
- Infections, or worries about being pregnant.
- Problems with your teeth, weight loss, and being tired all the time.

## In the mind

- Nightmares, or images that come back during the day.
- Being on guard all the time, or feeling nothing at all.
- Fear of people, places or sounds that bring it all back.
- Deep sadness, shame, or thoughts of dying.

If these last more than a month and make life hard, it may be PTSD, post-traumatic stress disorder. A doctor or a counselor can tell you, and there’s treatment that works.

## Drugs and alcohol

Some people were given drugs so that someone could control them. Others used them to get through the day. Addiction is an illness, not a weakness. It can be treated.

## Where to get care

- **In danger, or very sick:** call 911, or go to an emergency room. They have to see you, even if you can’t pay.
- **Thinking about ending your life:** call or text 988, day or night.
- **Drugs or alcohol:** the SAMHSA helpline is free, day or night: 1-800-662-4357.
- **A doctor or a counselor near you:** [find a service](/help/services). You can ask to be seen alone, and you can ask for an interpreter.

You don’t have to tell a doctor the whole story to get help.

## Who pays

A state fund may pay for care after a crime, and a court can order the other side to pay. [Read about money you may be owed](/learn/money-you-may-be-owed), or [talk to our legal team](/talk). It’s free and confidential.`,
    },
    es: {
      title: 'Lo que el daño le hace al cuerpo y a la mente, y dónde atenderte',
      summary:
        'El dolor, el insomnio, el miedo o el uso de drogas y alcohol son comunes después del daño. No son tu culpa y pueden mejorar.',
      note: 'Una lista de lo que mucha gente siente, en palabras sencillas. Puedes saltarte cualquier parte.',
      body: `## No hay nada roto en ti

Tu cuerpo y tu mente reaccionan ante el daño. Eso se llama trauma. Lo que sientes es una respuesta normal a algo que no fue normal. Muchas personas mejoran, con tiempo y con ayuda.

## En el cuerpo

- Heridas que nadie atendió, como quemaduras, huesos rotos o un golpe en la cabeza.
- Dolor que no se va, en la espalda, el vientre o la cabeza.
- Infecciones, o la preocupación por un embarazo.
- Problemas en los dientes, pérdida de peso y cansancio todo el tiempo.

## En la mente

- Pesadillas, o imágenes que vuelven durante el día.
- Estar siempre en guardia, o no sentir nada.
- Miedo a personas, lugares o sonidos que lo traen de vuelta.
- Tristeza profunda, vergüenza o pensamientos de muerte.

Si esto dura más de un mes y te complica la vida, puede ser TEPT, trastorno por estrés postraumático. En inglés se llama PTSD. Un médico o un terapeuta te lo puede decir, y hay tratamientos que funcionan.

## Drogas y alcohol

A algunas personas les dieron drogas para controlarlas. Otras las usaron para aguantar el día a día. La adicción es una enfermedad, no una debilidad. Se puede tratar.

## Dónde atenderte

- **Si hay peligro o te sientes muy mal:** llama al 911 o ve a una sala de emergencias. Tienen que atenderte, aunque no puedas pagar.
- **Si piensas en quitarte la vida:** llama o manda un mensaje al 988, de día o de noche.
- **Drogas o alcohol:** la línea de SAMHSA es gratis, de día y de noche: 1-800-662-4357.
- **Un médico o un terapeuta cerca de ti:** [busca un servicio](/help/services). Puedes pedir que te atiendan a solas y que haya un intérprete.

No tienes que contarle a un médico toda la historia para recibir ayuda.

## Quién paga

Un fondo del estado puede pagar la atención después de un delito, y un tribunal puede ordenar que pague la otra parte. [Lee sobre el dinero que te pueden deber](/learn/money-you-may-be-owed) o [habla con nuestro equipo legal](/talk). Es gratis y confidencial.`,
    },
  }),
  article({
    slug: 'how-many-people',
    audience: 'everyone',
    sources: [sources.gao, sources.tip2004, sources.unodc],
    en: {
      title: 'How many people? No one knows',
      summary: 'Every number you read is only an estimate. Here’s where the best-known ones come from.',
      note: 'About numbers and where they come from. No stories.',
      body: `## Only an estimate

People often say that 15,000 to 50,000 women and children a year are forced into sex in the United States. **This is only an estimate.** It combines two old figures:

- 14,500 to 17,500 people brought into the country each year (only an estimate, U.S. Department of State, 2004).
- 45,000 to 50,000 women and children a year (only an estimate, a CIA study, 2000).

In 2006 the Government Accountability Office reviewed figures like these. It found that the methods behind them were weak. No one has found a better way since.

## Why no one can count it

- Most cases are never reported. People are afraid, or don’t have a word for what’s happening to them.
- Agencies count different things: calls, arrests, or people who asked for help.
- Children and men are often overlooked.
- Very few cases ever reach a court.

## What we do with numbers

When we publish a figure, we say that it’s an estimate, who made it, and what year it’s from. If you quote one, please do the same. One person is reason enough to act.

## If this is about you

You count, no matter what the numbers say. [Find help](/help), or [talk to our legal team](/talk). It’s free and confidential.`,
    },
    es: {
      title: '¿Cuántas personas? Nadie lo sabe',
      summary: 'Toda cifra que leas es solo una estimación. Aquí explicamos de dónde vienen las más conocidas.',
      note: 'Trata de cifras y de dónde vienen. No cuenta historias.',
      body: `## Solo una estimación

A menudo se dice que entre 15,000 y 50,000 mujeres y menores al año son forzados a tener sexo en Estados Unidos. **Es solo una estimación.** Combina dos cifras antiguas:

- Entre 14,500 y 17,500 personas llevadas al país cada año (solo una estimación, Departamento de Estado de EE. UU., 2004).
- Entre 45,000 y 50,000 mujeres y menores al año (solo una estimación, un estudio de la CIA, 2000).

En 2006 la Oficina de Responsabilidad del Gobierno (GAO) revisó cifras como estas. Concluyó que los métodos eran débiles. Desde entonces nadie ha encontrado uno mejor.

## Por qué nadie puede contarlo

- La mayoría de los casos nunca se denuncia. La gente tiene miedo o no sabe cómo llamar a lo que le pasa.
- Cada institución cuenta algo distinto: llamadas, arrestos o personas que pidieron ayuda.
- A los niños y a los hombres muchas veces se les pasa por alto.
- Muy pocos casos llegan a un tribunal.

## Qué hacemos con las cifras

Cuando publicamos una cifra, decimos que es una estimación, quién la hizo y de qué año es. Si citas una, por favor haz lo mismo. Una sola persona es razón suficiente para actuar.

## Si se trata de ti

Tú importas, digan lo que digan las cifras. [Busca ayuda](/help) o [habla con nuestro equipo legal](/talk). Es gratis y confidencial.`,
    },
  }),
];
