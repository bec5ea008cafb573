import type { DrawingName } from './drawing';

/** Beginnings of words in titles, in English and Spanish. The first line that matches decides. */
const eventWords: ReadonlyArray<readonly [DrawingName, RegExp]> = [
  [
    'event-packing',
    /\b(pack|kit|sort|cloth|food|pantry|donation|mochila|ropa|alimento|despensa|clasificar|clasificación)/i,
  ],
  [
    'event-writing',
    /\b(letter|write|writing|translate|translation|postcard|carta|escribir|escribe|traducir|traducción)/i,
  ],
  ['event-outreach', /\b(table|market|cards?\b|outreach|fair|flyer|canvass|mesa|mercado|feria|volante|tarjeta)/i],
  ['event-walk', /\b(walk|run\b|runners?\b|5k|10k|hike|march|caminata|carrera|marcha)/i],
];
const trainingWords =
  /\b(train|workshop|class|talk|orientation|lesson|course|interview|school|taller|charla|capacitación|clase|curso|escuela|bienvenida|entrevista)/i;

const fundraiserWords: ReadonlyArray<readonly [DrawingName, RegExp]> = [
  ['fundraiser-goods', /\b(backpack|coat|cloth|shoe|bag|kit|food|toy|mochila|abrigo|ropa|zapato|comida|juguete)/i],
  ['fundraiser-law', /\b(law|legal|court|attorney|visa|abogad|corte|juicio)/i],
  [
    'fundraiser-home',
    /\b(night|home|house|bed|safe|shelter|room|rent|noche|casa|hogar|cama|refugio|albergue|cuarto|renta)/i,
  ],
];

/** Depends only on the event, so that its drawing never changes. */
export function drawingOfEvent({ title, online }: { title: string; online: boolean }): DrawingName {
  return (
    nameFor(eventWords, title) ??
    (online ? 'event-online' : trainingWords.test(title) ? 'event-training' : 'event-gathering')
  );
}

export const drawingOfFundraiser = ({ title }: { title: string }): DrawingName =>
  nameFor(fundraiserWords, title) ?? 'fundraiser-start';

const nameFor = (list: ReadonlyArray<readonly [DrawingName, RegExp]>, title: string) =>
  list.find(([, words]) => words.test(title))?.[0];
