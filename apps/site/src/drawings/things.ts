import { box, line, outline, place, shape } from './shapes';

export const backpack = (x: number, y: number, scale: number, color: string): string =>
  place(
    x,
    y,
    scale,
    line(color.toUpperCase(), 6, 'M-12-86Q0-108 12-86') +
      shape(color, 'M-34 0V-54Q-34-88 0-88 34-88 34-54V0Q34 4 30 4H-30Q-34 4-34 0Z') +
      shape('shade', 'M8-88Q34-86 34-54V0Q34 4 30 4H14Q26-40 8-88Z') +
      box(color.toUpperCase(), -23, -40, 46, 34, 8) +
      line('w', 3, 'M-14-30H14M-16-62H16'),
  );

export const carton = (x: number, y: number, scale: number): string =>
  place(
    x,
    y,
    scale,
    shape('wood', 'M-44 0V-52H44V0Z') +
      shape('wood2', 'M-44-52-58-70H-8L0-52ZM44-52 58-70H8L0-52Z') +
      shape('shade', 'M18-52H44V0H18Z') +
      line('w', 5, 'M-30-20H-6'),
  );

export const foldedClothes = (x: number, y: number, scale: number, colors: readonly string[]): string =>
  place(x, y, scale, colors.map((color, index) => line(color, 12, `M-22 ${-6 - index * 13}h44`)).join(''));

export const plant = (x: number, y: number, scale: number, pot = 'a'): string =>
  place(
    x,
    y,
    scale,
    line('leaf2', 4, 'M0-30V-64M0-36Q-16-44-22-62M0-36Q16-48 22-70') +
      shape(
        'leaf',
        'M0-58C-12-74-8-92 0-100 8-92 12-74 0-58ZM-21-58C-38-66-42-82-38-92-26-88-16-76-21-58ZM21-66C22-84 34-96 44-98 46-86 38-70 21-66Z',
      ) +
      shape('leaf2', 'M-4-34C-26-30-38-38-42-48-28-52-12-48-4-34ZM4-34C10-50 28-56 42-52 38-40 22-30 4-34Z') +
      shape(pot, 'M-22-32H22L17 0H-17Z') +
      shape('shade', 'M8-32H22L17 0H6Z'),
  );

export const mug = (x: number, y: number, scale: number, color: string, hasSteam = false): string =>
  place(
    x,
    y,
    scale,
    line(color, 5, 'M14-22Q28-24 26-13 24-4 12-6') +
      shape(color, 'M-16-30H16V-8Q16 0 8 0H-8Q-16 0-16-8Z') +
      shape('shade', 'M6-30H16V-8Q16 0 8 0H4Z') +
      (hasSteam ? line('w2', 3, 'M-6-38Q-12-46-6-54T-6-70M6-40Q0-48 6-56T6-72') : ''),
  );

export const tableLamp = (x: number, y: number, scale: number, color = 'a'): string =>
  place(
    x,
    y,
    scale,
    line('j1', 4, 'M0 0V-50') +
      shape('j1', 'M-20 0Q-18-9 0-9 18-9 20 0Z') +
      shape(color, 'M-18-88H18L32-48H-32Z') +
      shape('shade', 'M6-88H18L32-48H10Z'),
  );

export const hangingLamp = (x: number, length: number, scale: number, color = 'b'): string =>
  place(
    x,
    0,
    scale,
    line('j1', 3, `M0 0V${length}`) +
      shape(color, `M-30 ${length + 26}Q-28 ${length} 0 ${length} 28 ${length} 30 ${length + 26}Z`) +
      shape('glow', `M-14 ${length + 26}H14Q10 ${length + 36} 0 ${length + 36}-10 ${length + 36}-14 ${length + 26}Z`),
  );

const bookHeights = [44, 52, 40, 48, 54, 42];

/** Books that stand on a shelf, from left to right. */
export const books = (x: number, y: number, colors: readonly string[]): string =>
  [...new Set(colors)]
    .map((color) =>
      shape(
        color,
        colors.map((one, i) => (one === color ? outline(x + i * 17, y, 15, -bookHeights[i % 6]!) : '')).join(''),
      ),
    )
    .join('') + line('w', 2, colors.map((_, i) => `M${x + 4 + i * 17} ${y + 8 - bookHeights[i % 6]!}h7`).join(''));

export const letter = (x: number, y: number, angle: number, scale = 1): string =>
  `<g transform="translate(${x} ${y})rotate(${angle})${scale === 1 ? '' : `scale(${scale})`}">` +
  box('w', -42, -28, 84, 56, 4) +
  line('w2', 3, 'M-38-24 0 6 38-24') +
  '</g>';

/** A sheet with lines of writing. */
export const sheet = (x: number, y: number, angle: number, scale = 1): string =>
  `<g transform="translate(${x} ${y})rotate(${angle})${scale === 1 ? '' : `scale(${scale})`}">` +
  box('w', -48, -62, 96, 124, 4) +
  line('w2', 4, 'M-34-40H6M-34-20H34M-34-4H30M-34 12H34M-34 28H12') +
  '</g>';

export const chairBack = (x: number, y: number, scale: number, color = 'wood2'): string =>
  place(
    x,
    y,
    scale,
    line(color, 8, 'M-34 70V-50M34 70V-50M-30 10H30') + shape(color, 'M-38-54Q0-66 38-54L36-14Q0-24-36-14Z'),
  );

/** A cat from behind, with its tail hanging down. */
export const cat = (x: number, y: number, scale: number, color = 'k3'): string =>
  place(
    x,
    y,
    scale,
    shape(color, 'M-24 0C-30-34-18-50-12-56L-16-78-4-68H6L18-78 14-56C22-48 32-30 26 0Z') +
      line(color, 9, 'M18-4Q42 2 36 34'),
  );

export const coat = (x: number, y: number, scale: number, color: string): string =>
  place(
    x,
    y,
    scale,
    line('j1', 4, 'M0-10V4') +
      shape(color, 'M-12 0H12Q32 4 38 24L48 92H34L30 66 34 150Q0 158-34 150L-30 66-34 92H-48L-38 24Q-32 4-12 0Z') +
      shape('shade', 'M4 0H12Q32 4 38 24L48 92H34L30 66 34 150Q18 155 8 154Z') +
      line(color.toUpperCase(), 3, 'M0 14V152M-20 96H-10M12 96H22') +
      shape(color.toUpperCase(), 'M-12 0H12L0 20Z'),
  );

export const boots = (x: number, y: number, scale: number, color: string): string =>
  place(
    x,
    y,
    scale,
    shape(color, 'M-26-40H-8V-14Q6-12 6 0H-26ZM12-40H30V-14Q44-12 44 0H12Z') + line('w', 3, 'M-24-34H-10M14-34H28'),
  );
