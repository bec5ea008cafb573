export interface ShiftIdea {
  role: string;
  /** Minutes after the event's start. */
  from: number;
  to: number;
  capacity: number;
  minimumAge?: number;
  skill?: 'Driving' | 'Interpreting' | 'Cooking' | 'Teaching';
  note?: string;
}

export interface EventIdea {
  title: string;
  summary: string;
  description: string;
  languages: ReadonlyArray<'en' | 'es'>;
  minutes: number;
  bring?: string;
  accessibility?: string;
  /** Minutes after the start, with the text in English and in Spanish. */
  agenda?: ReadonlyArray<readonly [from: number, text: string, textEs: string]>;
  online?: boolean;
  shifts: readonly ShiftIdea[];
}

const stepFreeText = 'Step-free entrance and restroom. Chairs at every table.';

/** In English, or in English with a few words of Spanish. The ones in Spanish are in event-ideas.es.ts. */
export const englishIdeas = {
  kits: {
    title: 'Care kit packing',
    summary: 'Pack bags with what people need for their first night away from home.',
    description: `We fill backpacks with a change of clothes, toiletries, a phone charger, snacks and a handwritten card. Advocates hand them to people who had to leave in a hurry.

- No experience needed. We'll show you everything in five minutes.
- There's music, coffee and good company.
- Please leave brand names and messages about the past off the cards. A simple *"We're glad you're here"* is perfect.

**En español:** También hablamos español. ¡Ven como eres!`,
    languages: ['en', 'es'],
    minutes: 240,
    bring: 'Comfortable shoes. Unopened travel-size toiletries, if you have any.',
    accessibility: stepFreeText,
    agenda: [
      [0, 'Welcome, coffee and how a bag is packed', 'Bienvenida, café y cómo se arma una mochila'],
      [15, 'Packing, first half', 'Armamos mochilas, primera mitad'],
      [120, 'Lunch together', 'Almuerzo en grupo'],
      [150, 'Packing, second half', 'Armamos mochilas, segunda mitad'],
      [225, 'Counting bags and cleaning up', 'Contamos las mochilas y recogemos'],
    ],
    shifts: [
      { role: 'Packing, first half', from: 0, to: 120, capacity: 12 },
      { role: 'Packing, second half', from: 120, to: 240, capacity: 12 },
      {
        role: 'Check-in table',
        from: 0,
        to: 240,
        capacity: 2,
        minimumAge: 18,
        note: 'You greet people and hand out name stickers.',
      },
    ],
  },
  court: {
    title: 'Court companion training',
    summary: 'Learn to sit with someone through a long day in court: what helps, and what to leave unsaid.',
    description: `A day in court is long, cold and full of waiting. A companion brings a bottle of water, knows where the quiet hallway is, and never asks for the story.

This training covers how a hearing day goes, what you can and can't say, and how to take care of yourself afterward. Two experienced companions and a staff attorney lead it.

After the training, you choose whether to be called, and how often.`,
    languages: ['en'],
    minutes: 180,
    bring: 'Something to write with.',
    accessibility: `${stepFreeText} Live captions on request: email us three days before.`,
    shifts: [{ role: 'Participant', from: 0, to: 180, capacity: 16, minimumAge: 21 }],
  },
  table: {
    title: 'Information table at the farmers’ market',
    summary: 'Stand at our table, hand out pocket cards with the hotline number, and listen.',
    description: `Most people take a card and walk on. Now and then someone stays and asks. You'll always work in pairs, you'll get a one-page guide, and a staff member is a phone call away.

We never take reports at the table: we point to the hotline, day and night, in more than 200 languages.`,
    languages: ['en', 'es'],
    minutes: 300,
    bring: 'A hat and water. We bring the canopy and the table.',
    accessibility: 'Paved and level. There’s a stool for everyone at the table.',
    shifts: [
      { role: 'Set-up and morning', from: 0, to: 150, capacity: 3 },
      { role: 'Midday and take-down', from: 150, to: 300, capacity: 3 },
      { role: 'Spanish-speaking host', from: 0, to: 300, capacity: 1, note: 'For the whole time, with breaks.' },
    ],
  },
  walk: {
    title: '5K walk for safe homes',
    summary: 'A morning walk with neighbors. Help it run, or help it shine.',
    description: `Every step pays for a night in a safe room. Walkers register on this page. We're also looking for the people who make the morning work.

Route marshals stand at a corner and cheer. Water stations pour and smile. Registration finds names on a list. There's a job for every kind of energy.`,
    languages: ['en', 'es'],
    minutes: 330,
    bring: 'Layers, sunscreen, closed shoes.',
    accessibility: 'The route is paved; two corners and the registration tent can be reached by car.',
    shifts: [
      { role: 'Registration', from: 0, to: 150, capacity: 8 },
      { role: 'Route marshal', from: 60, to: 270, capacity: 20, minimumAge: 16 },
      { role: 'Water station', from: 60, to: 270, capacity: 10 },
      { role: 'Clean-up', from: 240, to: 330, capacity: 8 },
    ],
  },
  school: {
    title: 'Classroom helpers: healthy relationships workshop',
    summary: 'Help two teachers run a workshop for tenth graders about respect, pressure and saying no.',
    description: `The school’s counselors lead. You hand out materials, keep small groups going and make sure no one sits alone. There's a short briefing at the start and a debrief at the end.

Everyone in the room must be 21 or older and have a current school volunteer clearance. If yours has lapsed, email us. We'll help with the form.`,
    languages: ['en', 'es'],
    minutes: 210,
    bring: 'Photo ID for the front office.',
    accessibility: 'Elevator to all floors.',
    shifts: [{ role: 'Small-group helper', from: 0, to: 210, capacity: 6, minimumAge: 21 }],
  },
  sorting: {
    title: 'Clothing sorting afternoon',
    summary: 'Sort, fold and label donated clothes so that people can choose what they like.',
    description: `People who come to us choose their own clothes, like in a store. You make it feel like one: sizes in order, no stains, everything on a hanger.`,
    languages: ['en'],
    minutes: 180,
    accessibility: `${stepFreeText} Some lifting. There's seated work too.`,
    shifts: [
      { role: 'Sorting and folding', from: 0, to: 180, capacity: 10 },
      {
        role: 'Driver with a van or truck',
        from: 0,
        to: 120,
        capacity: 2,
        minimumAge: 21,
        skill: 'Driving',
        note: 'Pickups within ten miles. We pay for gas.',
      },
    ],
  },
  interviews: {
    title: 'Practice interviews: job-skills evening',
    summary: 'Be the friendly interviewer. One hour of practice can change how the real one feels.',
    description: `Guests bring the job they want. You ask the questions an employer would ask, then name three things that went well and one to work on. First names only. You won't know why anyone is here, and you don't ask.`,
    languages: ['en', 'es'],
    minutes: 150,
    bring: 'Your own experience of hiring or being hired.',
    accessibility: stepFreeText,
    shifts: [
      { role: 'Interviewer', from: 0, to: 150, capacity: 8, minimumAge: 21 },
      { role: 'Host at the door', from: 0, to: 150, capacity: 2 },
    ],
  },
  letters: {
    title: 'Letter-writing evening: ask your school district',
    summary: 'Write to your district about teaching young people how recruiters work. We bring the facts.',
    description: `Online. We start with ten minutes on what the law requires of districts and what a good program looks like. Then everyone writes one letter, with help if they want it, and sends it before we say good night.`,
    languages: ['en'],
    minutes: 90,
    online: true,
    accessibility: 'Automatic captions are on. Cameras can stay off.',
    shifts: [{ role: 'Letter writer', from: 0, to: 90, capacity: 40 }],
  },
  orientation: {
    title: 'New volunteer orientation',
    summary: 'One hour online: who we are, what you can do, and how we keep people safe.',
    description: `Start here. We introduce the teams, answer every question and explain the two rules that matter most: people decide for themselves, and what you learn about someone stays with you.`,
    languages: ['en'],
    minutes: 75,
    online: true,
    accessibility: 'Automatic captions are on. Cameras can stay off.',
    shifts: [{ role: 'Participant', from: 0, to: 75, capacity: 30 }],
  },
  cards: {
    title: 'Pocket card walk',
    summary: 'Walk a neighborhood in pairs and ask stores to put our cards by the register.',
    description: `Nail salons, laundromats, motels, bus stops: places where someone might have ten seconds alone. You go in pairs, with a map, a four-sentence script and a stack of cards. If a store says no, you say thank you.`,
    languages: ['en', 'es'],
    minutes: 150,
    bring: 'Walking shoes and a charged phone.',
    accessibility: 'Sidewalks only. There are shorter routes, and one that starts and ends at a bus stop.',
    shifts: [{ role: 'Walker', from: 0, to: 150, capacity: 14, minimumAge: 18 }],
  },
  library: {
    title: 'Library talk: how young people are recruited online',
    summary: 'Help us welcome parents and caregivers to an evening talk, with time for questions.',
    description: `A researcher and a youth worker explain what recruiters look for and what kids wish their parents had said. We need people to set out chairs, welcome the guests and watch the quiet room next door, where anyone can sit for a while.`,
    languages: ['en', 'es'],
    minutes: 180,
    accessibility: `${stepFreeText} Hearing loop in the hall. Interpretation into Spanish.`,
    shifts: [
      { role: 'Welcome and chairs', from: 0, to: 180, capacity: 6 },
      { role: 'Quiet room', from: 30, to: 180, capacity: 2, minimumAge: 21 },
    ],
  },
  dinner: {
    title: 'Community dinner: cook and serve',
    summary: 'Cook a big, good dinner for volunteers, guests and neighbors.',
    description: `Once a month, we eat together. No one has to explain who they are. We cook from scratch, and there's always a vegan pot and a nut-free one.`,
    languages: ['en', 'es'],
    minutes: 240,
    bring: 'An apron. Please tie back long hair.',
    accessibility: stepFreeText,
    shifts: [
      { role: 'Kitchen', from: 0, to: 150, capacity: 6, minimumAge: 16, skill: 'Cooking' },
      { role: 'Serving', from: 120, to: 240, capacity: 6 },
    ],
  },
} as const satisfies Record<string, EventIdea>;
