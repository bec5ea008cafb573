import { disc, line, place, shape } from './shapes';

type Coat = 'a' | 'b' | 'c' | 'd' | 'e';
type Skin = 's1' | 's2' | 's3' | 's4';
type Hair = 'k1' | 'k2' | 'k3' | 'k4' | 'k5';
export type HairStyle = 'bun' | 'short' | 'long' | 'curls' | 'scarf' | 'bob' | 'braid' | 'cap' | 'tail';
type Point = readonly [x: number, y: number];

export interface Person {
  coat: Coat;
  skin: Skin;
  hair: Hair;
  style: HairStyle;
  legs?: 'j1' | 'j2';
  /** Positions of the hands, relative to the feet. An omitted hand hangs down. */
  left?: Point | 'none';
  right?: Point | 'none';
  /** Color of a backpack. */
  pack?: Coat;
  /** Color of apron strings. */
  apron?: Coat | 'w';
  stride?: boolean;
}

/** A person from behind, 300 units tall, with the feet at 0, 0. */
export const person = (x: number, y: number, scale: number, look: Person, flip: 1 | -1 = 1): string =>
  place(x, y, scale, (look.stride ? walkingLegs(look.legs ?? 'j1') : legs(look.legs ?? 'j1')) + upperBody(look), flip);

/** A person from behind down to the hips, for chairs and tables. The hips are at 0, 0. */
export const seated = (x: number, y: number, scale: number, look: Person, flip: 1 | -1 = 1): string =>
  place(x, y + 112 * scale, scale, upperBody(look), flip);

const legs = (color: string) =>
  shape(color, 'M-28-128-25-4H-3L0-92 3-4H25L28-128Z') + shape('k1', 'M-25-6H-3V4H-30Q-31-4-25-6ZM3-6H25Q31-4 30 4H3Z');

const walkingLegs = (color: string) =>
  shape(color, 'M-28-128-26-6H-5L-1-92 8-20 28-26 28-128Z') +
  shape('k1', 'M-26-8H-4V2H-31Q-32-6-26-8ZM8-22 28-28Q36-24 34-17L11-12Z');

function upperBody({ coat, skin, hair, style, left, right, pack, apron }: Person): string {
  const dark = coat.toUpperCase();
  return (
    // Head and neck in one outline.
    shape(skin, 'M-9-228V-246A24 24 0 1 1 9-246V-228Z') +
    shape(coat, 'M0-238C26-238 42-228 44-204L40-112Q0-100-40-112L-44-204C-42-228-26-238 0-238Z') +
    shape('shade', 'M14-237C32-234 43-226 44-204L40-112Q28-108 18-107Q30-170 14-237Z') +
    (apron ? line(apron, 4, 'M-37-150Q0-142 37-150M-4-146-12-116M4-146 14-112M-20-236-10-216H10L20-236') : '') +
    (pack ? backpackOnBack(pack) : '') +
    arms(dark, skin, [armTo(-1, left), armTo(1, right)]) +
    hairOf(hair, style)
  );
}

/** A sleeve and the hand that continues it. */
type Arm = readonly [sleeve: string, hand: string];

function armTo(side: 1 | -1, hand: Point | 'none' = [side * 41, -112]): Arm {
  if (hand === 'none') return ['', ''];
  const [x, y] = hand;
  // The elbow bends outward and down.
  const elbow: Point = [(side * 36 + x) / 2 + side * 10, Math.max((y - 212) / 2 + 8, -190)];
  const [dx, dy] = [x - elbow[0], y - elbow[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [
    `M${side * 36}-212Q${points(elbow, hand)}`,
    `M${points(hand)}l${points([(dx / length) * 9, (dy / length) * 9])}`,
  ];
}

const points = (...list: readonly Point[]) => list.flat().map(Math.round).join(' ').replaceAll(' -', '-');

const arms = (color: string, skin: Skin, both: readonly Arm[]) =>
  both.every(([sleeve]) => sleeve === '')
    ? ''
    : line(skin, 13, both.map(([, hand]) => hand).join('')) + line(color, 18, both.map(([sleeve]) => sleeve).join(''));

const backpackOnBack = (color: Coat) =>
  shape(color.toUpperCase(), 'M-28-214Q-28-228-16-228H16Q28-228 28-214L30-136Q30-122 18-122H-18Q-30-122-30-136Z') +
  shape(color, 'M-21-176H21Q25-176 25-171V-140Q25-132 17-132H-17Q-25-132-25-140V-171Q-25-176-21-176Z') +
  line(color, 4, 'M-8-228Q0-240 8-228M-14-204H14');

const hairs: Record<HairStyle, (color: Hair) => string> = {
  bun: (color) => shape(color, 'M-25-262C-29-302 29-302 25-262C22-244-22-244-25-262Z') + disc(color, 0, -298, 13),
  short: (color) => shape(color, 'M-25-264C-30-302 30-302 25-264C24-250-24-250-25-264Z'),
  long: (color) => shape(color, 'M-27-268C-30-304 30-304 27-268L31-210Q0-196-31-210Z'),
  curls: (color) => shape(color, 'M0-312C48-312 48-246 15-248Q0-241-15-248C-48-246-48-312 0-312Z'),
  scarf: (color) =>
    shape(color, 'M-26-268C-28-302 28-302 26-268C27-243 39-232 29-218Q0-204-29-218C-39-232-27-243-26-268Z'),
  bob: (color) => shape(color, 'M-27-268C-31-304 31-304 27-268L30-244Q0-230-30-244Z'),
  braid: (color) =>
    shape(color, 'M-25-264C-30-302 30-302 25-264C23-247-23-247-25-264Z') +
    line(color, 12, 'M0-252Q4-226 0-200') +
    disc('c', 0, -198, 5),
  cap: (color) =>
    shape(color, 'M-24-262Q-22-248 0-247 22-248 24-262Z') +
    shape('c', 'M-26-266C-28-304 28-304 26-266Q0-258-26-266Z') +
    line('C', 3, 'M-10-266Q0-276 10-266'),
  tail: (color) =>
    shape(color, 'M-25-262C-29-302 29-302 25-262C22-246-22-246-25-262Z') +
    shape(color, 'M-7-274H7L11-222Q0-206-11-222Z') +
    line('a', 5, 'M-6-270H6'),
};

const hairOf = (color: Hair, style: HairStyle) => hairs[style](color);

/** A forearm with a hand, seen from above. The wrist is at 0, 0, and the fingers point to the right. */
export const hand = (x: number, y: number, angle: number, skin: Skin, coat: Coat, flip: 1 | -1 = 1): string =>
  `<g transform="translate(${x} ${y})rotate(${angle})${flip === -1 ? 'scale(1 -1)' : ''}">` +
  line(coat, 44, 'M-230 0H-30') +
  line(coat.toUpperCase(), 46, 'M-20 0H-16') +
  shape(skin, 'M-8-17Q14-24 34-18 44-14 42 2 42 18 30 20 8 24-8 17Z') +
  line(skin, 11, 'M34-12 64-8M36-2 70 3M35 8 66 13M30 15 56 21M10-16Q26-32 44-26') +
  '</g>';
